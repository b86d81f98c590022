package io.parley.sip.focus;

import io.parley.codec.c3p.C3pCodec;
import io.parley.codec.c3p.CommonDocument;
import io.parley.codec.xml.DocumentCodec;
import io.parley.codec.xml.Limits;
import io.parley.codec.xml.patch.DiffCodec;
import io.parley.codec.xml.patch.LocalCopy;
import io.parley.document.Element;
import io.parley.identity.XconUri;
import io.parley.ports.in.ConferenceWatching.Format;
import io.parley.ports.in.ConferenceWatching.Told;
import io.parley.sip.message.SipBody;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongFunction;
import java.util.function.Supplier;

/**
 * Writes what watchers are told. What is told to many is written once, as long as it is among the last, and rosters are numbered for each of them.
 * May be used by any number of threads at once.
 */
final class Documents {

    /** So many are kept: some changes of a few conferences, each in full and as a diff. */
    private static final int MOST = 64;

    private final C3pCodec rosters;
    private final DocumentCodec models;
    private final DiffCodec diffs;
    private final Map<Same, LongFunction<SipBody>> kept = new LinkedHashMap<>();

    /** Something that is the same only as itself, and told by the same words. */
    private static final class Same {
        private final Object told;
        private final Optional<XconUri> controlled;

        private Same(Object told, Optional<XconUri> controlled) {
            this.told = told;
            this.controlled = controlled;
        }

        @Override
        @SuppressWarnings("ReferenceEquality") // To compare documents costs as much as to write them.
        public boolean equals(Object other) {
            return other instanceof Same same && told == same.told && controlled.equals(same.controlled);
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

    /**
     * The body that tells {@code told}.
     *
     * @param controlled by which XCON-URI the conference is controlled, if a roster is to tell that
     */
    SipBody body(Format format, Told told, Optional<XconUri> controlled) {
        if (told instanceof Told.Diff diff) {
            return once(new Same(diff.patch(), Optional.empty()), () -> written(diff))
                    .apply(0);
        }
        Told.Document document = (Told.Document) told;
        Element common = document.common();
        return format.isXcon()
                ? once(new Same(common, Optional.empty()), () -> model(common)).apply(0)
                : once(new Same(common, controlled), () -> roster(common, controlled))
                        .apply(document.version());
    }

    private LongFunction<SipBody> written(Told.Diff diff) {
        byte[] bytes = diffs.write(diff.conference().toString(), diff.patch());
        SipBody body = SipBody.of(DiffCodec.MEDIA_TYPE, bytes);
        return none -> body;
    }

    private LongFunction<SipBody> model(Element document) {
        SipBody body = SipBody.of(LocalCopy.FULL, models.write(document));
        return none -> body;
    }

    private LongFunction<SipBody> roster(Element common, Optional<XconUri> controlled) {
        CommonDocument written = rosters.writeCommon(
                controlled.map(uri -> ServiceUris.telling(common, uri)).orElse(common));
        return version -> SipBody.of(Formats.ROSTER, written.withVersion(version));
    }

    /** How bodies are made of something, by the version that each has. */
    private synchronized LongFunction<SipBody> once(Same told, Supplier<LongFunction<SipBody>> writing) {
        LongFunction<SipBody> bodies = kept.computeIfAbsent(told, same -> writing.get());
        if (kept.size() > MOST) {
            kept.remove(kept.keySet().iterator().next());
        }
        return bodies;
    }
}
