package io.parley.sip.authentication;

import io.parley.identity.SipUri;
import io.parley.ports.in.FocusService.Signaller;
import io.parley.sip.message.SipRequest;
import io.parley.sip.message.SipResponse;
import io.parley.sip.stack.Peer;
import io.parley.sip.stack.Transport;
import java.net.InetSocketAddress;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.OptionalLong;

/** Requests, where they come from, and what came of them. */
final class Sent {

    static final String CONFERENCE = "sip:conference@example.com";

    private Sent() {}

    static SipRequest by(String from, String method) {
        return SipRequest.of(method, CONFERENCE)
                .with("From", "<" + from + ">;tag=1")
                .with("To", "<" + CONFERENCE + ">");
    }

    static Peer at(String address, X509Certificate... certificates) {
        return new Peer(Transport.TLS, new InetSocketAddress(address, 5061), OptionalLong.of(1), List.of(certificates));
    }

    static SipResponse refusal(Identified identified) {
        if (identified instanceof Identified.Refused refused) {
            return refused.response();
        }
        throw new AssertionError("not refused: " + identified);
    }

    static Signaller sender(Identified identified) {
        if (identified instanceof Identified.As as) {
            return as.sender();
        }
        throw new AssertionError("refused: " + identified);
    }

    static Signaller proved(String uri) {
        return new Signaller(SipUri.of(uri), true, false);
    }

    static Signaller unproved(String uri) {
        return new Signaller(SipUri.of(uri), false, false);
    }
}
