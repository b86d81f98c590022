package io.parley.ports.in;

import io.parley.ccmp.ResponseCode;
import io.parley.identity.XconUri;
import io.parley.identity.XconUserId;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Lets somebody follow a conference object: its changes in order and without gaps, each with the document as he may see it.
 *
 * <p>Events are derived from the stored changes and from nothing else. Their numbers are those of the versions: the event that made
 * version n has number n, and that of a deletion is one higher than the last version. A limited number of events is retained; whoever asks
 * for what is not retained gets the whole state at once instead, marked as such.
 *
 * <p>Contract: may be called by any number of threads at once.
 */
public interface ConferenceEvents {

    /**
     * Begins to follow, or says why not: with the codes that a {@code retrieve} of the same object by the same sender would get.
     *
     * @param news called, by any thread, when there may be something new for {@link Following#after}; must return soon and must not
     *     throw. May be called too often, also before this method returns and after the end.
     */
    Answer follow(Follow request, Runnable news);

    /**
     * Who wants to follow what.
     *
     * @param conference which conference object
     * @param user who
     * @param authenticated whether he has proved to be that user, or nobody demands it
     * @param conferencePassword the password of the conference, if he gave one; asked for as in every request (RFC 6503 section 5.1)
     * @param after the number of the last event that he has; without one he begins with the whole state
     */
    record Follow(
            XconUri conference,
            XconUserId user,
            boolean authenticated,
            Optional<String> conferencePassword,
            OptionalLong after) {}

    /** What comes of the wish to follow: {@link Following} or {@link Refused}. */
    sealed interface Answer permits Following, Refused {}

    /**
     * He may not, or there is nothing to follow.
     *
     * @param code the code of CCMP
     * @param reason why
     */
    record Refused(ResponseCode code, String reason) implements Answer {}

    /**
     * He follows. It keeps nothing for him: he says where he stands, and so somebody slow costs no memory and repeats what was lost.
     *
     * <p>Contract: may be called by any number of threads at once, and blocks as little as the out-ports do.
     */
    non-sealed interface Following extends Answer, AutoCloseable {

        /**
         * The first event after the one of that number; without a number the whole state. Empty if there is none yet. What he may see is
         * decided anew with each call: once he may no longer, all that he gets is {@link ConferenceEvent.Type#DENIED}.
         */
        Optional<ConferenceEvent> after(OptionalLong sequence);

        /** No longer follows. Has no effect the second time. */
        @Override
        void close();
    }
}
