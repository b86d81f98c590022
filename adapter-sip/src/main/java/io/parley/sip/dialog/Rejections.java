package io.parley.sip.dialog;

import io.parley.sip.message.SipResponse;

/** Refusals that every user agent makes (RFC 3261 section 21). */
final class Rejections {

    static final SipResponse NOT_FOUND = SipResponse.of(481, "Call/Transaction Does Not Exist");
    static final SipResponse TERMINATED = SipResponse.of(487, "Request Terminated");
    static final SipResponse PENDING = SipResponse.of(491, "Request Pending");
    static final SipResponse BROKEN = SipResponse.of(500, "Server Internal Error");
    static final SipResponse TIMED_OUT = SipResponse.of(408, "Request Timeout");
    static final SipResponse UNREACHABLE = SipResponse.of(503, "Service Unavailable");

    private Rejections() {}

    static SipResponse malformed(String what) {
        return SipResponse.of(400, "Bad Request: " + what);
    }

    /** 500 that asks to come again, as for a request out of order (section 12.2.2). */
    static SipResponse later(int seconds) {
        return BROKEN.with("Retry-After", Integer.toString(seconds));
    }

    static SipResponse checked(SipResponse response) {
        if (response.status() < 300) {
            throw new IllegalArgumentException("not a refusal: " + response);
        }
        return response;
    }
}
