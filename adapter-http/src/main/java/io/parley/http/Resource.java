package io.parley.http;

/**
 * Something that is served on paths of its own. Used by any number of threads at once.
 */
interface Resource {

    /** Whether a request for {@code path} is for this one; {@link RequestPath} says what that is. */
    boolean isAt(String path);

    /** The checks on the header section of a request for it, after those that every request has to pass. */
    RequestChecks checks();

    /** Whether answering may wait for something. If it may, it happens on the server's executor, else on the event loop. */
    default boolean waits() {
        return true;
    }

    /** The reply to a request that has come completely. An exception is a fault of the system's own. */
    Reply answer(Call call);

    /** Ends what it has going on by itself, when the server ends. */
    default void close() {}
}
