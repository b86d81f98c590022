package io.parley.sip.focus;

import io.parley.focus.SipStatus;
import io.parley.sip.dialog.Subscriber;
import io.parley.sip.dialog.SubscriberHandler;
import io.parley.sip.dialog.SubscriptionEnd;
import io.parley.sip.focus.PlacedCalls.Order;
import io.parley.sip.message.SipMessage;
import io.parley.sip.message.SipResponse;
import io.parley.sip.stack.Target;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Somebody whom the focus refers to the conference (RFC 4579 section 5.7), until he says what has become of it. A REFER cannot be taken back:
 * what he says of one that was cancelled is not heard.
 */
final class PlacedReferral implements SubscriberHandler, Placed {

    private static final SipStatus UNREACHABLE = new SipStatus(503, "Service Unavailable");
    private static final SipStatus SILENT = new SipStatus(408, "Request Timeout");

    private final Reception reception;
    private final Order order;
    private final AtomicBoolean decided = new AtomicBoolean();
    private final CompletableFuture<Subscriber> subscriber = new CompletableFuture<>();

    PlacedReferral(Reception reception, Order order) {
        this.reception = reception;
        this.order = order;
    }

    @Override
    public void begin() {
        if (decided.get()) {
            return;
        }
        Optional<Target> where = reception.agent().locate(order.target().toString());
        if (where.isEmpty()) {
            decide(UNREACHABLE);
            return;
        }
        subscriber.complete(
                reception.agent().subscribe(PlacedRequest.refer(order, where.get(), reception), where.get(), this));
        reception.after(PlacedCalls.PATIENCE, () -> subscriber.thenAccept(Subscriber::end));
    }

    @Override
    public void cancel() {
        decided.set(true);
    }

    @Override
    public void accepted(SipResponse response) {
        if (!decided.get()) {
            reception.ports().focus().alerting(order.conference(), order.call().id());
        }
    }

    @Override
    public void notified(SipMessage message) {
        SipFragment.status(message.body()).filter(SipStatus::isFinal).ifPresent(this::decide);
    }

    @Override
    public void failed(SipResponse response) {
        decide(new SipStatus(response.status(), response.reason()));
    }

    @Override
    public void ended(SubscriptionEnd end) {
        decide(SILENT);
    }

    /** The first that comes counts. */
    private void decide(SipStatus status) {
        if (!decided.compareAndSet(false, true)) {
            return;
        }
        order.over().run();
        if (status.code() < 300) {
            reception.ports().focus().followed(order.conference(), order.call().id());
        } else {
            reception.ports().focus().failed(order.conference(), order.call().id(), status);
        }
    }
}
