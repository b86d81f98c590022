package io.parley.schedule;

import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.Optional;

/**
 * The occurrences that an iCalendar object tells. Immutable; {@link #from} may be called by any number of threads, and each iterator
 * serves one.
 */
public interface Recurrence {

    /** The occurrence that the object itself states, to which absolute times are related, whether or not it takes place. */
    Occurrence origin();

    /**
     * The occurrences that start at {@code earliest} or later, in the order of their starts, no two with the same start. They are
     * computed one by one; there may be any number of them, and each takes a bounded number of steps.
     */
    Iterator<Occurrence> from(Instant earliest);

    /** A length that no occurrence exceeds. */
    Duration longest();

    /** What the object is called, by which others refer to it. */
    Optional<String> uid();

    /** The start of the one occurrence of an object with the same name that these take the place of. */
    Optional<Instant> replaces();
}
