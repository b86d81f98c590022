package io.parley.examples.caller;

import io.parley.roster.RosterCopy;

/**
 * Hears what becomes of a roster: any number of {@link #changed}, then {@link #ended} once; or {@link #refused} and nothing more.
 *
 * <p>Contract: called by one thread at a time, which the calls of its user wait for.
 */
public interface Follower {

    /** It has changed from {@code before}, at first {@link RosterCopy#NOTHING}, to {@code now}. */
    void changed(RosterCopy before, RosterCopy now);

    /** The focus tells no more: the word of its last notification, such as {@code ConferenceTerminated}, or what happened instead. */
    void ended(String why);

    /** The subscription was not accepted. */
    void refused(RefusedException refusal);
}
