package io.parley.examples.caller;

import io.parley.sip.message.SipResponse;
import java.util.Optional;

/** A focus, or somebody on the way to it, does not do what it was asked for. */
public final class RefusedException extends Exception {

    private static final long serialVersionUID = 1;

    private final int status;

    RefusedException(SipResponse response) {
        this(response, Optional.empty());
    }

    RefusedException(SipResponse response, Optional<String> why) {
        super(response.status() + " " + response.reason()
                + why.map(text -> ": " + text).orElse(""));
        this.status = response.status();
    }

    /** The status of the final response; 408 without one in time, 503 if none could come. */
    public int status() {
        return status;
    }
}
