package io.parley.http.client;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * There is no response of CCMP. The kind of exception says what has become of the request, which is what a caller has to know before he
 * repeats it.
 */
public abstract sealed class CcmpException extends IOException
        permits UnreachableException, RefusedException, OutcomeUnknownException {

    private static final long serialVersionUID = 1L;

    CcmpException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
