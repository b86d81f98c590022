package io.parley.ports.in;

import io.parley.document.Element;
import io.parley.identity.XconUri;
import java.time.Instant;
import java.util.Optional;

/**
 * What somebody who follows a conference learns. It does not name who caused it, who may be anonymous.
 *
 * @param conference which conference
 * @param type what happened
 * @param sequence its number; for {@link Type#DENIED} the number of the last event that he has, or 0
 * @param skipped whether events between the last one that he has and this one are left out
 * @param action what was done, in the words of the protocol that asked for it; empty where that is not known
 * @param at when it was decided; empty where that is not known
 * @param document the document afterwards, as he may see it; empty at the end
 */
public record ConferenceEvent(
        XconUri conference,
        Type type,
        long sequence,
        boolean skipped,
        Optional<String> action,
        Optional<Instant> at,
        Optional<Element> document) {

    /** What happened. */
    public enum Type {
        /** The conference was created. */
        CREATED("created"),
        /** It was changed. */
        CHANGED("changed"),
        /** It was deleted; there will be no more. */
        DELETED("deleted"),
        /** The state as it is now, in place of all that was before: the beginning, or what came between is not retained. */
        RESET("reset"),
        /** He may no longer see it; there will be no more. */
        DENIED("denied");

        private final String word;

        Type(String word) {
            this.word = word;
        }

        /** Whether nothing comes after it. */
        public boolean isLast() {
            return this == DELETED || this == DENIED;
        }

        /** As it is written in messages: {@code changed}. */
        public String word() {
            return word;
        }
    }
}
