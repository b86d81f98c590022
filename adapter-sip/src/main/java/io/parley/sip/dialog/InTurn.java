package io.parley.sip.dialog;

import io.parley.sip.message.SipResponse;
import io.parley.sip.stack.Peer;
import io.parley.sip.stack.ResponseListener;
import io.parley.sip.stack.Target;
import java.util.List;
import java.util.concurrent.Executor;

/** Hands responses on in the turn of a dialog. No response at all is 408, one that cannot come 503 (RFC 3261 section 8.1.3.1). */
record InTurn(Executor turns, Target target, Responses responses) implements ResponseListener {

    @Override
    public void responded(SipResponse response, Peer peer) {
        turns.execute(() -> responses.responded(response, peer));
    }

    @Override
    public void failed(Failure failure) {
        SipResponse response = failure == Failure.TIMEOUT ? Rejections.TIMED_OUT : Rejections.UNREACHABLE;
        Peer nobody = new Peer(target.transport(), target.address(), target.connection(), List.of());
        turns.execute(() -> responses.responded(response, nobody));
    }
}
