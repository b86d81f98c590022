package io.parley.sip.stack;

import io.parley.sip.message.SipRequest;
import java.util.concurrent.atomic.AtomicInteger;

/** Requests as Alice sends them to Bob, each in a call of its own. */
final class Requests {

    private static final AtomicInteger NUMBERS = new AtomicInteger();

    private Requests() {}

    static SipRequest of(String method) {
        int number = NUMBERS.incrementAndGet();
        return SipRequest.of(method, "sip:bob@example.com")
                .with("From", "\"Alice\" <sip:alice@example.com>;tag=a" + number)
                .with("To", "<sip:bob@example.com>")
                .with("Call-ID", "call-" + number + "@example.com")
                .with("CSeq", "1 " + method)
                .with("Contact", "<sip:alice@192.0.2.1>");
    }

    /** The ACK to a 2xx. */
    static SipRequest ackTo(SipRequest invite) {
        return new SipRequest("ACK", invite.uri(), invite.headers().with("CSeq", "1 ACK"), invite.body());
    }
}
