package io.parley.ports.in;

import io.parley.document.Element;
import io.parley.focus.DialogId;
import io.parley.identity.SipUri;
import io.parley.participation.Refusal;
import java.util.Optional;

/**
 * Lets somebody watch a conference: documents of {@code application/conference-info+xml}, full and partial, each with the next version (RFC 4575,
 * MS-CONFBAS section 3.4). Documents are trees of foreign elements.
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
     * @param dialog the dialog of his that is the reason why he may; empty for somebody who is not in the conference
     * @param format what he understands
     */
    record Watcher(FocusService.Signaller caller, Optional<DialogId> dialog, Format format) {}

    /** The formats. */
    enum Format {
        /** RFC 4575 as MS-CONFBAS extends it; only for who has a dialog. */
        C3P,
        /** RFC 4575 alone. */
        RFC4575
    }

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

        /**
         * What has changed since the last call, with the next version: the first time all, later what is new, or all again where that is
         * demanded, as after admission from the lobby. Empty if there is nothing new, or the conference is gone.
         */
        Optional<Element> next();

        /** Has {@link #next} give a full document, whether something is new or not: after a loss, or when the subscription is refreshed. */
        void restart();

        /** Watches no more. Has no effect the second time. */
        @Override
        void close();
    }
}
