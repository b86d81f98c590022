package io.parley.ports.out;

import io.parley.conference.Conference;
import java.time.Duration;

/**
 * Tells the users and mixers of a conference what is no change of it.
 *
 * <p>Contract: may be called by any number of threads at once. A call returns when the message is on its way and never waits for
 * anybody.
 */
@FunctionalInterface
public interface Announcements {

    /**
     * {@code conference} ends in {@code left}: {@code notify-end-of-conference} of RFC 6501 section 4.2.5. Called once for each end, unless
     * the end is moved.
     */
    void endApproaches(Conference conference, Duration left);
}
