package io.parley.http.client;

import io.parley.ccmp.CcmpResponse;
import io.parley.ccmp.ResponseCode;
import io.parley.identity.Version;
import java.util.Optional;

/**
 * What the server said: that it has done what was asked, or that it has not and why (RFC 6503 section 5.4). What keeps it from saying
 * either is a {@link CcmpException}.
 */
public sealed interface CcmpResult {

    /** The response, whatever it says. */
    CcmpResponse response();

    /** Whether the operation was completed. */
    default boolean isAccepted() {
        return this instanceof Accepted;
    }

    /** What {@code response} says. */
    static CcmpResult of(CcmpResponse response) {
        return response.isSuccess() ? new Accepted(response) : new Rejected(response);
    }

    /**
     * The operation was completed: code 200.
     *
     * @param response the response
     */
    record Accepted(CcmpResponse response) implements CcmpResult {}

    /**
     * The operation was refused, and nothing was changed. A code that the registry does not have counts as 500, its number is in the
     * reason.
     *
     * @param response the response
     */
    record Rejected(CcmpResponse response) implements CcmpResult {

        /** Why, for a program. */
        public ResponseCode code() {
            return response.code();
        }

        /** Why, for a person: the words of the server. */
        public String reason() {
            return response.reason();
        }

        /** The version that the object has now, where the server tells it: after a conflict above all. */
        public Optional<Version> currentVersion() {
            return response.version();
        }
    }
}
