package io.parley.sip.dialog;

import io.parley.sip.message.SipRequest;
import io.parley.sip.message.SipResponse;
import io.parley.sip.stack.Peer;
import io.parley.sip.stack.ServerTransaction;
import java.time.Duration;
import java.util.Optional;

/** Somebody asks to be told of a state: {@code SUBSCRIBE}, or {@code REFER}, which asks what becomes of it (RFC 3515 section 2.4.4). */
public final class IncomingSubscribe implements Incoming {

    private final ServerTransaction transaction;
    private final Dialog dialog;
    private final boolean within;
    private final EventType event;
    private final Duration duration;

    IncomingSubscribe(
            ServerTransaction transaction, Dialog dialog, boolean within, EventType event, Duration duration) {
        this.transaction = transaction;
        this.dialog = dialog;
        this.within = within;
        this.event = event;
        this.duration = duration;
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
        return within ? Optional.of(dialog) : Optional.empty();
    }

    /** What he subscribes to. */
    public EventType event() {
        return event;
    }

    /** How long the subscription will last without a refresh; zero if he wants the state once. */
    public Duration duration() {
        return duration;
    }

    /**
     * Accepts it with a 2xx, in which {@code Contact} is where we want to be reached; {@code Expires} and the rest of RFC 6665 are
     * added, and the first document follows.
     *
     * @throws IllegalArgumentException if it is not a 2xx, or has no {@code Contact} and is to begin a dialog
     */
    public Subscription accept(SipResponse response, NotificationSource source, Delivery delivery) {
        if (!response.isSuccess() || !within && Headers.contact(response).isEmpty()) {
            throw new IllegalArgumentException("not a 2xx with a Contact: " + response);
        }
        Subscription subscription = new Subscription(dialog, event, source, delivery, request());
        dialog.execute(() -> subscription.accept(transaction, complete(response), duration));
        return subscription;
    }

    @Override
    public void reject(SipResponse response) {
        transaction.respond(complete(Rejections.checked(response)));
    }

    private SipResponse complete(SipResponse response) {
        return within ? response : dialog.beginning(request(), response);
    }
}
