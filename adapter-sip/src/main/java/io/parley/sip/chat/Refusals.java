package io.parley.sip.chat;

import io.parley.sdp.SessionDescription;
import io.parley.sip.message.SipResponse;

/** How a chat MCU refuses (RFC 3261 section 21.4). */
final class Refusals {

    static final SipResponse MALFORMED = SipResponse.of(400, "Bad Request: no session description");
    static final SipResponse NOT_LET_IN = SipResponse.of(403, "Forbidden");
    static final SipResponse KEPT = SipResponse.of(403, "Forbidden: nobody hears who waits in the lobby");
    static final SipResponse OUTSIDE = SipResponse.of(403, "Forbidden: messages go within a session");
    static final SipResponse UNKNOWN = SipResponse.of(405, "Method Not Allowed");
    static final SipResponse TOO_LARGE = SipResponse.of(413, "Request Entity Too Large");
    static final SipResponse NO_DESCRIPTION =
            SipResponse.of(415, "Unsupported Media Type").with("Accept", SessionDescription.CONTENT_TYPE);
    static final SipResponse NO_ACTIVITY =
            SipResponse.of(415, "Unsupported Media Type").with("Accept", "application/xml");
    static final SipResponse NOT_RUNNING = SipResponse.of(480, "Temporarily Unavailable");
    static final SipResponse NOT_IN = SipResponse.of(481, "Call/Transaction Does Not Exist");
    static final SipResponse NO_MESSAGES = SipResponse.of(488, "Not Acceptable Here");

    private Refusals() {}
}
