package io.parley.ports.in;

import io.parley.document.Element;
import io.parley.focus.DialogId;
import io.parley.identity.SipUri;
import io.parley.identity.XconUri;
import io.parley.participation.Refusal;
import io.parley.patch.Patch;
import io.parley.subscription.Composer;
import java.util.Optional;

/**
 * Lets somebody watch a conference, in one of two ways. By documents of {@code application/conference-info+xml}, full and partial, each with the
 * next version (RFC 4575, MS-CONFBAS section 3.4); they are trees of foreign elements. Or by documents of the data model and diffs between them
 * (RFC 6502), which have no version: he has to be sent them in their order. Clients of C3P watch as long as they have a dialog, all others as long
 * as the policy of the system permits it, whether they are in the conference or not.
 *
 * <p>Contract: may be called by any number of threads at once.
 */
public interface ConferenceWatching {

    /**
     * Begins to watch, or says why not.
     *
     * @param watcher who, and in which format
     * @param conference the conference-URI
     * @param news called, by any thread, when there may be something new for {@link Watching#next}; must return soon and must not throw. May
     *     be called too often, also before this method returns and after the end
     */
    Answer watch(Watcher watcher, SipUri conference, Runnable news);

    /**
     * Who watches.
     *
     * @param caller who, as far as his identity was established
     * @param dialog the dialog by which he is in the conference; empty for somebody who is not, or watches by another device
     * @param format what he understands
     */
    record Watcher(FocusService.Signaller caller, Optional<DialogId> dialog, Format format) {}

    /** The formats. */
    enum Format {
        /** RFC 4575 as MS-CONFBAS extends it; only for who has a dialog. */
        C3P,
        /** RFC 4575 alone. */
        RFC4575,
        /** The data model of RFC 6501, each time whole (RFC 6502 section 5). */
        XCON,
        /** The data model of RFC 6501, whole at first and then by diffs. */
        XCON_DIFFS;

        /** Whether it is one of RFC 6502. */
        public boolean isXcon() {
            return this == XCON || this == XCON_DIFFS;
        }
    }

    /** What somebody is told. What is told to several at once may be one and the same object. */
    sealed interface Told {

        /**
         * A document.
         *
         * @param common what all are told who see the same, in the format of the watcher and without a version
         * @param version the version that it has for this one; 0 if documents of its format have none
         */
        record Document(Element common, long version) implements Told {

            /** A document of a format that knows no versions. */
            public static Document withoutVersion(Element document) {
                return new Document(document, 0);
            }

            /** The document, with its version if it has one. */
            public Element document() {
                return version == 0 ? common : Composer.stamped(common, version);
            }
        }

        /**
         * What makes the next document of the one before.
         *
         * @param conference of which conference
         * @param patch the operations
         */
        record Diff(XconUri conference, Patch patch) implements Told {}
    }

    /** How many documents, full and partial, and diffs were put together so far: each once, however many it was told. Only rises. */
    long composed();

    /** What comes of the wish to watch: {@link Watching} or {@link Refused}. */
    sealed interface Answer permits Watching, Refused {}

    /**
     * He may not, or there is nothing to watch.
     *
     * @param refusal why
     */
    record Refused(Refusal refusal) implements Answer {}

    /** He watches. May be used by any number of threads at once; each document is handed out once. */
    non-sealed interface Watching extends Answer, AutoCloseable {

        /** Why somebody is told nothing more. */
        enum End {
            /** The conference is over: everybody has gone, somebody has ended it, or it was removed. */
            CONFERENCE_OVER,
            /** He may watch no more. */
            NOT_PERMITTED
        }

        /**
         * What has changed since the last call: the first time all, later what is new, or all again where that is demanded, as after admission
         * from the lobby. Whoever knows RFC 4575 alone is told last that the conference is no more, which the data model cannot say. Empty if
         * there is nothing new, or nothing more.
         *
         * <p>Whoever steers the conference and does not speak C3P is told in two steps of those who have left: first how they did (RFC 4575
         * section 5.7.6), and with the next call that they are gone. There is news of the second step, also before this method returns.
         */
        Optional<Told> next();

        /**
         * Why {@link #next} gives nothing after what it gives now; empty as long as it may. That he may watch no more is known when {@code next} was
         * called. The watchers of C3P are not told that a conference is over, since that ends their dialogs.
         */
        Optional<End> end();

        /** Has {@link #next} give a full document, whether something is new or not: after a loss, or when the subscription is refreshed. */
        void restart();

        /** Watches no more. Has no effect the second time. */
        @Override
        void close();
    }
}
