package io.parley.c3p;

/** What a command is about (section 3.5.1.2, {@code CommandType}). */
public enum Level {
    /** The conference as a whole. */
    CONFERENCE,
    /** Users. */
    USER,
    /** What an organizer has provisioned. */
    PROVISIONING
}
