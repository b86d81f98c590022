package io.parley.sip.dialog;

import io.parley.sip.message.SipRequest;
import io.parley.sip.message.SipResponse;
import io.parley.sip.stack.Peer;
import io.parley.sip.stack.ServerTransaction;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** A request other than those that begin a session or a subscription: {@code INFO}, {@code OPTIONS}, {@code UPDATE}, a re-INVITE. */
public final class IncomingRequest implements Incoming {

    private final ServerTransaction transaction;
    private final Optional<Dialog> dialog;
    private final Consumer<SipResponse> answer;

    /** A request that is answered by {@code answer}. */
    IncomingRequest(ServerTransaction transaction, Optional<Dialog> dialog, Consumer<SipResponse> answer) {
        this.transaction = transaction;
        this.dialog = dialog;
        this.answer = answer;
    }

    /** This request, whose responses {@code change} completes before they are sent. */
    public IncomingRequest answeredWith(UnaryOperator<SipResponse> change) {
        return new IncomingRequest(transaction, dialog, response -> answer.accept(change.apply(response)));
    }

    @Override
    public SipRequest request() {
        return transaction.request();
    }

    @Override
    public Peer peer() {
        return transaction.peer();
    }

    @Override
    public Optional<Dialog> dialog() {
        return dialog;
    }

    /**
     * Answers it, with a provisional or a final response. {@code Contact} and what RFC 4028 demands are added to a 2xx to
     * {@code UPDATE} and {@code INVITE}; the latter is repeated until its ACK comes.
     */
    public void respond(SipResponse response) {
        answer.accept(response);
    }

    @Override
    public void reject(SipResponse response) {
        respond(Rejections.checked(response));
    }
}
