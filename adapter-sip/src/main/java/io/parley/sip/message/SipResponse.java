package io.parley.sip.message;

/**
 * A response (RFC 3261 section 7.2).
 *
 * @param status the status code, from 100 to 699
 * @param reason the reason phrase
 * @param headers the headers. In a response that is sent, the stack copies {@code Via}, {@code From}, {@code Call-ID} and {@code CSeq} from
 *     the request, {@code To} as well unless it stands here, and writes what belongs to the body; the rest is the sender's
 * @param body the body
 */
public record SipResponse(int status, String reason, SipHeaders headers, SipBody body) implements SipMessage {

    /** Refuses a status that is none. */
    public SipResponse {
        if (status < 100 || status > 699) {
            throw new IllegalArgumentException("not a status code: " + status);
        }
    }

    /** A response with neither headers nor body. */
    public static SipResponse of(int status, String reason) {
        return new SipResponse(status, reason, SipHeaders.NONE, SipBody.NONE);
    }

    /** Whether more will come. */
    public boolean isProvisional() {
        return status < 200;
    }

    /** Whether it is a 2xx. */
    public boolean isSuccess() {
        return status >= 200 && status < 300;
    }

    /** This response with one header of that name. */
    public SipResponse with(String name, String value) {
        return new SipResponse(status, reason, headers.with(name, value), body);
    }

    /** This response with one more header. */
    public SipResponse and(String name, String value) {
        return new SipResponse(status, reason, headers.and(name, value), body);
    }

    /** This response with another body. */
    public SipResponse with(SipBody other) {
        return new SipResponse(status, reason, headers, other);
    }

    /** What it is; no header and no body. */
    @Override
    public String toString() {
        return status + " " + reason;
    }
}
