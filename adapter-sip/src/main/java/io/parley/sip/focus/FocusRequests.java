package io.parley.sip.focus;

import io.parley.identity.SipUri;
import io.parley.sip.dialog.IncomingInvite;
import io.parley.sip.dialog.IncomingRequest;
import io.parley.sip.dialog.IncomingSubscribe;
import io.parley.sip.dialog.RequestHandler;
import io.parley.sip.message.SipResponse;
import java.util.Optional;

/** Takes the requests that begin something, and hands them to whoever answers their kind. */
record FocusRequests(Reception reception) implements RequestHandler {

    @Override
    public void invited(IncomingInvite invite) {
        new Invitations(reception).came(invite);
    }

    @Override
    public void subscribed(IncomingSubscribe subscribe) {
        if (subscribe.request().method().equals("REFER")) {
            new ReferRequests(reception).came(subscribe);
        } else {
            new Subscriptions(reception).came(subscribe);
        }
    }

    @Override
    public void requested(IncomingRequest request) {
        switch (request.request().method()) {
            case "SERVICE" -> new FactoryRequests(reception).came(request);
            case "MESSAGE" ->
                reception
                        .chat()
                        .ifPresentOrElse(
                                mcus -> mcus.requested(request), () -> request.respond(reception.notAllowed()));
            case "OPTIONS" -> request.respond(capabilities(request));
            default -> request.respond(reception.notAllowed());
        }
    }

    /** Of the server, of a factory, or of a conference (RFC 4579 section 4.3). */
    private SipResponse capabilities(IncomingRequest request) {
        Optional<SipUri> target = reception.target(request.request());
        if (target.isEmpty()) {
            return Replies.malformed("To has to be a SIP URI");
        }
        boolean makes = new FactoryRequests(reception).isFactory(target.get())
                || reception.ports().focus().isFactory(target.get());
        if (target.get().user().isEmpty() || makes) {
            return reception.capabilities(Optional.empty(), request);
        }
        return reception.ports().focus().find(target.get()).isPresent()
                ? reception.capabilities(target, request)
                : Replies.NOT_FOUND;
    }
}
