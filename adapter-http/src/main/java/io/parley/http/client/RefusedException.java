package io.parley.http.client;

import java.time.Duration;
import java.util.Optional;

/**
 * The server or a proxy refused the request by an HTTP status, or sent us where we do not go: CCMP never saw it. Nothing has happened.
 */
public final class RefusedException extends CcmpException {

    private static final long serialVersionUID = 1L;
    private static final long NONE = -1;

    private final int status;
    private final long retryAfterSeconds;

    RefusedException(int status, String message, Optional<Duration> retryAfter) {
        super(message, null);
        this.status = status;
        this.retryAfterSeconds = retryAfter.map(Duration::toSeconds).orElse(NONE);
    }

    /** The status. */
    public int status() {
        return status;
    }

    /** How long the server wants us to wait before the next request, if it said so. */
    public Optional<Duration> retryAfter() {
        return retryAfterSeconds == NONE ? Optional.empty() : Optional.of(Duration.ofSeconds(retryAfterSeconds));
    }
}
