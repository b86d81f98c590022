package io.parley.http;

/**
 * What the server does with the body of an acceptable request.
 *
 * <p>May be called by any number of threads at once. Whatever a client may send has an answer; an exception is a fault of the
 * system's own.
 */
@FunctionalInterface
interface Exchange {

    /** The body of the response to the request in {@code body}. */
    byte[] answer(byte[] body);
}
