package io.parley.sip.focus;

import io.parley.codec.c3p.C3pCodec;
import io.parley.codec.xml.DocumentCodec;
import io.parley.codec.xml.Limits;
import io.parley.codec.xml.patch.DiffCodec;
import io.parley.codec.xml.patch.LocalCopy;
import io.parley.ports.in.ConferenceWatching.Format;
import io.parley.ports.in.ConferenceWatching.Told;
import io.parley.sip.message.SipBody;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Writes what watchers are told. What is told to many is written once, as long as it is among the last; rosters are numbered for each of them, and
 * written for each. May be used by any number of threads at once.
 */
final class Documents {

    /** So many are kept: some changes of a few conferences, each in full and as a diff. */
    private static final int MOST = 64;

    private final C3pCodec rosters;
    private final DocumentCodec models;
    private final DiffCodec diffs;
    private final Map<Same, SipBody> kept = new LinkedHashMap<>();

    /** Something that is the same only as itself. */
    private static final class Same {
        private final Object told;

        private Same(Object told) {
            this.told = told;
        }

        @Override
        @SuppressWarnings("ReferenceEquality") // To compare documents costs as much as to write them.
        public boolean equals(Object other) {
            return other instanceof Same same && told == same.told;
        }

        @Override
        public int hashCode() {
            return System.identityHashCode(told);
        }
    }

    Documents(Limits limits) {
        this.rosters = new C3pCodec(limits);
        this.models = new DocumentCodec(limits);
        this.diffs = new DiffCodec(limits);
    }

    /** The body that tells {@code told} in {@code format}. */
    SipBody body(Format format, Told told) {
        if (told instanceof Told.Diff diff) {
            return once(
                    diff.patch(),
                    () -> SipBody.of(
                            DiffCodec.MEDIA_TYPE, diffs.write(diff.conference().toString(), diff.patch())));
        }
        Told.Document document = (Told.Document) told;
        return format.isXcon()
                ? once(document.document(), () -> SipBody.of(LocalCopy.FULL, models.write(document.document())))
                : SipBody.of(Formats.ROSTER, rosters.writeDocument(document.document()));
    }

    private synchronized SipBody once(Object told, Supplier<SipBody> written) {
        SipBody body = kept.computeIfAbsent(new Same(told), same -> written.get());
        if (kept.size() > MOST) {
            kept.remove(kept.keySet().iterator().next());
        }
        return body;
    }
}
