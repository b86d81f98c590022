package io.parley.http;

/**
 * What the handlers of a connection tell each other, as user events of its pipeline.
 */
enum ConnectionEvent {
    /** The first byte of a request has come. */
    REQUEST_BEGUN,
    /** An answer has left completely, and the connection goes on. */
    ANSWERED,
    /** The server is closing: finish what has begun. */
    DRAIN
}
