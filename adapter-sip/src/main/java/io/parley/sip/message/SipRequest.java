package io.parley.sip.message;

import java.util.Objects;

/**
 * A request (RFC 3261 section 7.1).
 *
 * @param method the method, in upper case as {@code INVITE}
 * @param uri the Request-URI as written
 * @param headers the headers. In a request that is sent, the stack writes {@code Via}, {@code Max-Forwards} and what belongs to the
 *     body; the rest is the sender's
 * @param body the body
 */
public record SipRequest(String method, String uri, SipHeaders headers, SipBody body) implements SipMessage {

    /** Refuses an empty method. */
    public SipRequest {
        Objects.requireNonNull(uri, "uri");
        if (method.isBlank()) {
            throw new IllegalArgumentException("a request without method");
        }
    }

    /** A request with neither headers nor body. */
    public static SipRequest of(String method, String uri) {
        return new SipRequest(method, uri, SipHeaders.NONE, SipBody.NONE);
    }

    /** This request with one header of that name. */
    public SipRequest with(String name, String value) {
        return new SipRequest(method, uri, headers.with(name, value), body);
    }

    /** This request with one more header. */
    public SipRequest and(String name, String value) {
        return new SipRequest(method, uri, headers.and(name, value), body);
    }

    /** This request with another body. */
    public SipRequest with(SipBody other) {
        return new SipRequest(method, uri, headers, other);
    }

    /** What it is and where it goes; no header and no body. */
    @Override
    public String toString() {
        return method + " " + uri;
    }
}
