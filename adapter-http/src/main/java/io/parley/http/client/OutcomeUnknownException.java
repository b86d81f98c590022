package io.parley.http.client;

import org.jspecify.annotations.Nullable;

/**
 * The request was sent and no response that can be understood came: the time was up, the connection broke, or what came is no CCMP.
 * The server may have done what was asked or not; a retrieve tells (RFC 6503 section 4.4).
 */
public final class OutcomeUnknownException extends CcmpException {

    private static final long serialVersionUID = 1L;

    OutcomeUnknownException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    OutcomeUnknownException(String message) {
        this(message, null);
    }
}
