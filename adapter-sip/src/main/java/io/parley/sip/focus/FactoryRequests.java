package io.parley.sip.focus;

import io.parley.c3p.C3pRequest;
import io.parley.c3p.C3pResponse;
import io.parley.c3p.Carrier;
import io.parley.c3p.DocumentFaults;
import io.parley.c3p.Reason;
import io.parley.c3p.SipEnvelope;
import io.parley.codec.c3p.C3pReading;
import io.parley.identity.SipUri;
import io.parley.sip.authentication.Identified;
import io.parley.sip.dialog.IncomingRequest;
import io.parley.sip.message.SipRequest;
import io.parley.sip.message.SipResponse;
import java.util.Optional;

/** Answers SERVICE to a Focus Factory (MS-CONFBAS section 3.1.4.1, MS-CONFPRO): a 200 with the response of C3P in it, whatever that says. */
record FactoryRequests(Reception reception) {

    void came(IncomingRequest service) {
        SipRequest sip = service.request();
        Optional<SipEnvelope> envelope = reception.envelope(Carrier.SERVICE, sip);
        if (envelope.isEmpty()) {
            service.respond(Replies.malformed("From and To have to be SIP URIs"));
            return;
        }
        if (!isFactory(envelope.get().to())) {
            service.respond(Replies.NOT_FOUND);
            return;
        }
        Optional<Dialect> dialect = reception.dialect(sip.body());
        if (dialect.isEmpty()) {
            service.respond(
                    sip.body().isEmpty()
                            ? Replies.malformed("the SERVICE carries no command")
                            : reception.unsupportedType());
            return;
        }
        Identified identified = reception.settings().authentication().identify(sip, service.peer(), Optional.empty());
        if (identified instanceof Identified.Refused refused) {
            service.respond(refused.response());
            return;
        }
        C3pReading reading = reception.replies().codec().readRequest(sip.body().bytes());
        if (reading instanceof C3pReading.Unreadable unreadable) {
            service.respond(reception.replies().unreadable(dialect.get(), unreadable.fault(), envelope.get()));
            return;
        }
        Identified.As proof = (Identified.As) identified;
        C3pResponse answer = answer(
                ((C3pReading.Read) reading).request(),
                envelope.get(),
                proof,
                sip.header("Call-ID").orElse(""));
        service.respond(proof.confirmed(
                SipResponse.of(200, "OK").with(reception.replies().body(dialect.get(), answer))));
    }

    private C3pResponse answer(C3pRequest request, SipEnvelope envelope, Identified.As sender, String call) {
        return DocumentFaults.first(request, envelope)
                .map(fault ->
                        C3pResponse.failure(request, Reason.REQUEST_MALFORMED).saying(fault))
                .orElseGet(() -> reception.ports().c3p().provision(sender.sender(), call, request));
    }

    /** Everybody has a factory of his own, under his own address. */
    boolean isFactory(SipUri uri) {
        return uri.isOf(reception.settings().domain())
                && reception.settings().dialects().stream()
                        .anyMatch(dialect -> uri.parameter("opaque")
                                .filter(dialect.factory()::equals)
                                .isPresent());
    }
}
