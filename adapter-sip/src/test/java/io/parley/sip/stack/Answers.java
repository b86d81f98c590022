package io.parley.sip.stack;

import io.parley.sip.message.SipResponse;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** What a listener has heard, to be waited for. */
class Answers implements ResponseListener {

    private final BlockingQueue<Object> heard = new LinkedBlockingQueue<>();

    @Override
    public void responded(SipResponse response, Peer peer) {
        heard.add(response);
    }

    @Override
    public void failed(Failure failure) {
        heard.add(failure);
    }

    SipResponse response() {
        return (SipResponse) next();
    }

    SipResponse finalResponse() {
        SipResponse response = response();
        return response.isProvisional() ? finalResponse() : response;
    }

    Failure failure() {
        return (Failure) next();
    }

    List<Object> soFar() {
        return List.copyOf(heard);
    }

    private Object next() {
        return Received.await(heard, "an answer");
    }

    /** How long anything may take on a busy machine before it is taken for lost. */
    static final long PATIENCE_SECONDS = TimeUnit.MINUTES.toSeconds(1);
}
