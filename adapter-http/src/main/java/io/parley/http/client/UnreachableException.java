package io.parley.http.client;

import org.jspecify.annotations.Nullable;

/**
 * The request was not sent: no server was found, it or the proxy could not be reached, or it could not be authenticated. Nothing has
 * happened.
 */
public final class UnreachableException extends CcmpException {

    private static final long serialVersionUID = 1L;

    UnreachableException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    UnreachableException(String message) {
        this(message, null);
    }
}
