package io.parley.sip.stack;

import io.parley.sip.message.SipResponse;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A request that is too large for UDP: goes by TCP, and by UDP all the same if nobody can be reached by TCP there (RFC 3261 section
 * 18.1.1).
 */
final class LargeRequest implements ClientTransaction, ResponseListener {

    private final Flow tcp;
    private final Function<ResponseListener, ClientTransaction> byUdp;
    private final ResponseListener listener;
    private @Nullable ClientTransaction first;
    private @Nullable ClientTransaction second;
    private boolean cancelled;

    LargeRequest(Flow tcp, Function<ResponseListener, ClientTransaction> byUdp, ResponseListener listener) {
        this.tcp = tcp;
        this.byUdp = byUdp;
        this.listener = listener;
    }

    /** Begins by TCP. */
    ClientTransaction begin(Function<ResponseListener, ClientTransaction> byTcp) {
        ClientTransaction begun = byTcp.apply(this);
        synchronized (this) {
            first = begun;
        }
        return this;
    }

    @Override
    public void responded(SipResponse response, Peer peer) {
        listener.responded(response, peer);
    }

    @Override
    public void failed(Failure failure) {
        if (failure == Failure.UNREACHABLE && !tcp.wasReached()) {
            ClientTransaction begun = byUdp.apply(listener);
            boolean cancelNow;
            synchronized (this) {
                second = begun;
                cancelNow = cancelled;
            }
            if (cancelNow) {
                begun.cancel();
            }
        } else {
            listener.failed(failure);
        }
    }

    @Override
    public void cancel() {
        ClientTransaction begun;
        synchronized (this) {
            cancelled = true;
            begun = second == null ? first : second;
        }
        if (begun != null) {
            begun.cancel();
        }
    }
}
