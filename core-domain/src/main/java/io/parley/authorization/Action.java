package io.parley.authorization;

/** What somebody may want to do. */
public enum Action {
    /** See the blueprints. */
    SEE_BLUEPRINT,
    /** Make, change or remove a blueprint. */
    MANAGE_BLUEPRINT,
    /** Make a conference, from a blueprint or without one. */
    CREATE_CONFERENCE,
    /** Make a conference from a reservation. */
    CLONE_CONFERENCE,
    /** Make a sidebar of a conference. */
    CREATE_SIDEBAR,
    /** See a conference, its roster or a summary. */
    SEE_CONFERENCE,
    /** Be told what changes in a conference (RFC 4575 section 3.5). */
    WATCH_CONFERENCE,
    /** Change a conference or its lists. */
    CHANGE_CONFERENCE,
    /** Remove a conference. */
    DELETE_CONFERENCE,
    /** Put somebody else into a conference. */
    ADD_USER,
    /** Change the record of a user. */
    CHANGE_USER,
    /** Remove a user. */
    REMOVE_USER,
    /** See who the users are who want to be unknown to most ({@code semi-private}). */
    SEE_SEMI_PRIVATE_USERS,
    /** See who the users are who want to be unknown, and who is hidden. */
    SEE_ANONYMOUS_USERS,
    /** Have the focus refer somebody to the conference (RFC 6501 section 4.6.5.3). */
    REFER_USER,
    /** Have the focus invite somebody (RFC 6501 section 4.6.5.4). */
    INVITE_USER,
    /** Have the focus send somebody away (RFC 6501 section 4.6.5.5). */
    DISMISS_USER
}
