package io.parley.conference;

import io.parley.identity.XconUri;
import io.parley.identity.XconUserId;

/** Something that a system has a number of. */
public sealed interface Tally {

    /** The conferences, running or registered; neither blueprints nor sidebars. */
    record Conferences() implements Tally {}

    /**
     * The conferences that somebody created.
     *
     * @param owner who
     */
    record ConferencesOf(XconUserId owner) implements Tally {}

    /**
     * The sidebars of a conference, of either kind: those that record it as their parent.
     *
     * @param conference which
     */
    record SidebarsOf(XconUri conference) implements Tally {}

    /** The users who have joined a conference or a sidebar; who has joined several counts once. */
    record Participants() implements Tally {}

    /**
     * The conferences and sidebars that somebody has joined.
     *
     * @param user who
     */
    record JoinedBy(XconUserId user) implements Tally {}
}
