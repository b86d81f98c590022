package io.parley.examples.flows;

import io.parley.sip.dialog.DialogId;
import io.parley.sip.dialog.IncomingRequest;
import io.parley.sip.dialog.OutgoingHandler;
import io.parley.sip.dialog.Session;
import io.parley.sip.dialog.SessionEnd;
import io.parley.sip.message.SipBody;
import io.parley.sip.message.SipHeaders;
import io.parley.sip.message.SipResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A call that a {@link Telephone} has with the focus, whoever has made it. */
final class Talk implements OutgoingHandler {

    private final Telephone phone;
    private final List<SessionEnd> ends = new ArrayList<>();
    private Optional<Session> session = Optional.empty();
    private Optional<SipResponse> response = Optional.empty();
    private Runnable cancel = () -> {};

    Talk(Telephone phone) {
        this.phone = phone;
    }

    void begun(Session accepted) {
        session = Optional.of(accepted);
    }

    void cancelledBy(Runnable action) {
        cancel = action;
    }

    /** Gives up before there is an answer. */
    void cancels() {
        cancel.run();
        phone.moment();
    }

    @Override
    public SipBody answered(Session begun, SipResponse accepted) {
        begun(begun);
        response = Optional.of(accepted);
        return SipBody.NONE;
    }

    @Override
    public void failed(SipResponse refused) {
        response = Optional.of(refused);
    }

    @Override
    public void requested(IncomingRequest request) {
        request.respond(SipResponse.of(200, "OK"));
    }

    @Override
    public void ended(SessionEnd end) {
        ends.add(end);
    }

    /** The answer to its INVITE. */
    SipResponse response() {
        return response.orElseThrow(() -> new AssertionError("no answer"));
    }

    Session session() {
        return session.orElseThrow(() -> new AssertionError("no session"));
    }

    /** The URI of the focus, as its Contact gives it. */
    String focus() {
        return Line.uri(response().header("Contact").orElseThrow());
    }

    boolean isOver() {
        return !ends.isEmpty();
    }

    /** How often it has ended. */
    int ends() {
        return ends.size();
    }

    /** What an INVITE says that takes its place: {@code to-tag} is the tag of whoever gets the header. */
    String replaced() {
        DialogId id = session().dialog().id();
        return id.callId() + ";to-tag=" + id.remoteTag() + ";from-tag=" + id.localTag();
    }

    void hangsUp() {
        session().end();
        phone.moment();
    }

    /** Sends a REFER within it. */
    Referred refers(String referTo) {
        return refers(SipHeaders.NONE.and("Refer-To", "<" + referTo + ">"));
    }

    Referred refers(SipHeaders headers) {
        Referred referred = new Referred();
        session().subscribe("REFER", headers, SipBody.NONE, referred);
        phone.moment();
        return referred;
    }
}
