package io.parley.sip.focus;

import io.parley.focus.CallId;
import io.parley.focus.DialOut;
import io.parley.focus.OutgoingCall;
import io.parley.identity.SipUri;
import io.parley.identity.XconUri;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;

/** The calls and REFERs that foci send, as long as their outcome is open (RFC 4579 sections 5.5 and 5.7). Used by any number of threads at once. */
final class PlacedCalls {

    /** How long somebody who is called has to answer, and whoever is referred to do so: as long as a proxy waits (RFC 3261 section 16.6). */
    static final Duration PATIENCE = Duration.ofMinutes(3);

    private final Reception reception;
    private final Executor executor;
    private final Map<CallId, Placed> open = new ConcurrentHashMap<>();

    /** What is sent is sent by {@code executor}, not by whoever wants it. */
    PlacedCalls(Reception reception, Executor executor) {
        this.reception = reception;
        this.executor = executor;
    }

    /** One of them: from which focus of which conference, and what is to be done when its outcome is there. */
    record Order(XconUri conference, SipUri focus, OutgoingCall call, Runnable over) {

        /** Whom it calls or refers. */
        SipUri target() {
            return call.wanted().target();
        }
    }

    /** Places {@code call}, unless that is under way. */
    void call(XconUri conference, SipUri focus, OutgoingCall call) {
        Order order = new Order(conference, focus, call, () -> open.remove(call.id()));
        Placed placed = call.wanted().method() == DialOut.Method.REFER
                ? new PlacedReferral(reception, order)
                : new PlacedCall(reception, order);
        if (open.putIfAbsent(call.id(), placed) == null) {
            executor.execute(placed::begin);
        }
    }

    void cancel(CallId call) {
        Optional.ofNullable(open.remove(call)).ifPresent(Placed::cancel);
    }
}
