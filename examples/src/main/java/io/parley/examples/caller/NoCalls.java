package io.parley.examples.caller;

import io.parley.sip.dialog.IncomingInvite;
import io.parley.sip.dialog.IncomingRequest;
import io.parley.sip.dialog.IncomingSubscribe;
import io.parley.sip.dialog.RequestHandler;
import io.parley.sip.message.SipResponse;

/** Takes no call, and answers nothing outside of those that he has placed. */
final class NoCalls implements RequestHandler {

    @Override
    public void invited(IncomingInvite invite) {
        invite.reject(SipResponse.of(480, "Temporarily Unavailable"));
    }

    @Override
    public void subscribed(IncomingSubscribe subscribe) {
        subscribe.reject(SipResponse.of(403, "Forbidden"));
    }

    @Override
    public void requested(IncomingRequest request) {
        request.respond(
                request.request().method().equals("OPTIONS")
                        ? SipResponse.of(200, "OK")
                        : SipResponse.of(405, "Method Not Allowed"));
    }
}
