package io.parley.sip.stack;

import io.parley.sip.message.SipResponse;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** What a listener has heard, to be waited for. */
class Answers implements ResponseListener {

    private final BlockingQueue<Object> heard = new LinkedBlockingQueue<>();
    private final Runnable network;

    /** In a network that works by itself. */
    Answers() {
        this(() -> {});
    }

    /** In a network that works when {@code network} is run. */
    Answers(Runnable network) {
        this.network = network;
    }

    @Override
    public void responded(SipResponse response, Peer peer) {
        heard.add(response);
    }

    @Override
    public void failed(Failure failure) {
        heard.add(failure);
    }

    /** The next response other than a 100, which says nothing and comes when somebody takes his time. */
    SipResponse response() {
        SipResponse response = (SipResponse) next();
        return response.status() == 100 ? response() : response;
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
        network.run();
        return Received.await(heard, "an answer");
    }

    /** How long anything may take on a busy machine before it is taken for lost. */
    static final long PATIENCE_SECONDS = TimeUnit.MINUTES.toSeconds(1);
}
