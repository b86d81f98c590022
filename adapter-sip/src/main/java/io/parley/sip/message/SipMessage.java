package io.parley.sip.message;

import java.util.Optional;

/** A request or a response (RFC 3261 section 7). Immutable. */
public sealed interface SipMessage permits SipRequest, SipResponse {

    /** Its headers, without those of the body. */
    SipHeaders headers();

    /** Its body. */
    SipBody body();

    /** The value of the first header of that name. */
    default Optional<String> header(String name) {
        return headers().first(name);
    }
}
