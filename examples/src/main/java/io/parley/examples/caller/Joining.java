package io.parley.examples.caller;

import io.parley.c3p.C3pResponse;
import io.parley.c3p.Reason;
import io.parley.codec.c3p.UnreadableC3pException;
import io.parley.identity.SipUri;
import io.parley.sip.dialog.IncomingRequest;
import io.parley.sip.dialog.OutgoingHandler;
import io.parley.sip.dialog.Session;
import io.parley.sip.dialog.SessionEnd;
import io.parley.sip.message.SipBody;
import io.parley.sip.message.SipResponse;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** An INVITE with {@code addUser}, and what happens in the dialog that it begins. */
final class Joining implements OutgoingHandler {

    private final SipUser user;
    private final SipUri conference;
    private final CompletableFuture<Visit> joined;
    private Optional<Visit> visit = Optional.empty();

    Joining(SipUser user, SipUri conference, CompletableFuture<Visit> joined) {
        this.user = user;
        this.conference = conference;
        this.joined = joined;
    }

    @Override
    public SipBody answered(Session session, SipResponse response) {
        Visit begun = new Visit(user, conference, session);
        visit = Optional.of(begun);
        joined.complete(begun);
        return SipBody.NONE;
    }

    @Override
    public void failed(SipResponse response) {
        joined.completeExceptionally(new RefusedException(response, why(response)));
    }

    private Optional<String> why(SipResponse response) {
        try {
            C3pResponse told = user.codec().readResponse(response.body().bytes());
            return told.displayString().or(() -> told.anyReason().map(Reason::word));
        } catch (UnreadableC3pException saysNothing) {
            return Optional.empty();
        }
    }

    @Override
    public void requested(IncomingRequest request) {
        boolean known = request.request().method().matches("INFO|INVITE|UPDATE|OPTIONS");
        request.respond(SipResponse.of(known ? 200 : 405, known ? "OK" : "Method Not Allowed"));
        if (request.request().method().equals("INFO")) {
            visit.ifPresent(it -> it.told(request.request().body()));
        }
    }

    @Override
    public void ended(SessionEnd end) {
        visit.ifPresent(it -> it.ended(end));
    }

    @Override
    public void departed() {
        visit.ifPresent(Visit::departed);
    }
}
