package io.parley.sip.stack;

/** What {@link StreamFramer} tells of a connection besides its messages. */
enum StreamEvent {
    /** The first byte of a message has come. */
    BEGUN,
    /** Its last byte has come. */
    ENDED,
    /** A keep-alive has come. */
    PINGED,
    /** Nothing that follows can be understood. */
    BROKEN
}
