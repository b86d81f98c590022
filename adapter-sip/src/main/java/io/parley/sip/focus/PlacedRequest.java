package io.parley.sip.focus;

import io.parley.focus.DialOut;
import io.parley.identity.SipUri;
import io.parley.sip.focus.PlacedCalls.Order;
import io.parley.sip.message.NameAddress;
import io.parley.sip.message.SipRequest;
import io.parley.sip.stack.Target;
import java.util.Optional;

/** The requests by which a focus begins something. */
final class PlacedRequest {

    private PlacedRequest() {}

    /**
     * From the conference, which says that it is one, to whom it calls or refers (RFC 4579 sections 5.5 and 5.7), on behalf of whom it does so.
     *
     * @param uri where he is said to be
     * @param where where requests for that go
     */
    private static SipRequest of(String method, Order order, SipUri uri, Target where, Reception reception) {
        DialOut wanted = order.call().wanted();
        SipRequest request = SipRequest.of(method, uri.toString())
                .with("From", NameAddress.of(order.focus().toString()).toString())
                .with("To", NameAddress.of(order.target().toString()).toString())
                .with("Contact", reception.contact(order.focus(), where.transport(), uri));
        if (wanted.referredBy().isPresent()) {
            request = request.with(
                    "Referred-By",
                    NameAddress.of(wanted.referredBy().get().toString()).toString());
        }
        return wanted.headers().subject().isPresent()
                ? request.with("Subject", oneLine(wanted.headers().subject().get()))
                : request;
    }

    /** An INVITE, in whose headers is what of those of a REFER is passed on (section 5.10). */
    static SipRequest invite(Order order, SipUri uri, Target where, Reception reception) {
        DialOut.Headers passedOn = order.call().wanted().headers();
        SipRequest invite = of("INVITE", order, uri, where, reception)
                .with("Expires", Long.toString(PlacedCalls.PATIENCE.toSeconds()));
        Optional<String> info = reception.callInfo(order.conference());
        if (info.isPresent()) {
            invite = invite.with("Call-Info", info.get());
        }
        if (passedOn.replaces().isPresent()) {
            invite = invite.with("Replaces", oneLine(passedOn.replaces().get()));
        }
        return passedOn.requiresReplaces() ? invite.with("Require", "replaces") : invite;
    }

    /** A REFER to the conference. */
    static SipRequest refer(Order order, Target where, Reception reception) {
        return of("REFER", order, order.target(), where, reception)
                .with("Refer-To", NameAddress.of(order.focus().toString()).toString());
    }

    /** What was escaped may hold what no header may. */
    private static String oneLine(String text) {
        return text.replaceAll("\\p{Cntrl}+", " ").strip();
    }
}
