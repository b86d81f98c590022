package io.parley.http;

import io.parley.identity.XconUserId;
import java.util.Optional;

/**
 * What the server does with the body of an acceptable request.
 *
 * <p>May be called by any number of threads at once. Whatever a client may send has an answer; an exception is a fault of the
 * system's own.
 */
@FunctionalInterface
interface Exchange {

    /**
     * Where a request comes from.
     *
     * @param sender as the network tells
     * @param user who has proved by means of the transport that he sends it
     */
    record Origin(Sender sender, Optional<XconUserId> user) {}

    /**
     * A response.
     *
     * @param body its body
     * @param told what there is to tell of it
     */
    @SuppressWarnings("ArrayRecordComponent") // nobody compares answers
    record Answered(byte[] body, Told told) {}

    /** The response to the request in {@code body}. */
    Answered answer(byte[] body, Origin origin);
}
