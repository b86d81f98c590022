package io.parley.document;

/** Who may set an element or attribute through a client protocol; what nobody may set belongs to the server. */
public enum Access {
    /** Whoever may change the object. */
    CLIENT,
    /** A client, when the thing is created; it is kept for life, and another value means another thing. */
    CREATION,
    /** Moderators, owners and administrators. */
    MODERATOR,
    /** The user whom it describes, and everybody of {@link #MODERATOR}. */
    SELF,
    /** The server alone. */
    SERVER
}
