package io.parley.sip.dialog;

import io.parley.sip.message.SipBody;
import io.parley.sip.message.SipHeaders;
import io.parley.sip.message.SipRequest;
import io.parley.sip.message.SipResponse;
import io.parley.sip.stack.ServerTransaction;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * A subscription at its notifier (RFC 6665 section 4.2).
 *
 * <p>It takes documents from its source when it may send them: the whole state at first and after a refresh, later what has changed, at
 * most one in each interval, and the last state always.
 *
 * <table>
 * <caption>states</caption>
 * <tr><th>state</th><th>what happens</th><th>then</th></tr>
 * <tr><td>active</td><td>{@link #changed}, a refresh, an answer to NOTIFY that ends nothing</td><td>active</td></tr>
 * <tr><td>active</td><td>{@link #end}, {@code Expires: 0}, nobody refreshes: the last NOTIFY is sent</td><td>ending</td></tr>
 * <tr><td>active</td><td>an answer to NOTIFY that ends it, or none</td><td>over</td></tr>
 * <tr><td>ending</td><td>the last NOTIFY is answered, or that is given up</td><td>over</td></tr>
 * </table>
 *
 * <p>What is public may be called by any number of threads at once, and is done in the turn of the dialog.
 */
public final class Subscription {

    /** The answers to NOTIFY that end the subscription (section 4.2.2), and none at all. */
    private static final Set<Integer> ENDING =
            Set.of(404, 405, 408, 410, 416, 480, 481, 482, 483, 484, 485, 489, 501, 604);

    private final Dialog dialog;
    private final EventType event;
    private final NotificationSource source;
    private Extensions extensions;
    private Delivery delivery;
    private boolean inTurn;
    private Duration granted = Duration.ZERO;
    private Instant expiry = Instant.MIN;
    private Instant earliest = Instant.MIN;
    private boolean changed;
    private boolean stale;
    private int unanswered;
    private boolean active;
    private boolean over;
    private Optional<Ending> ending = Optional.empty();
    private Timers.Timer pace = Timers.Timer.NONE;
    private Timers.Timer expiration = Timers.Timer.NONE;

    /**
     * The end that waits for its turn.
     *
     * @param telling sends the last document
     * @param sent is run when that is on its way, or will never be
     */
    private record Ending(Runnable telling, Runnable sent) {
        void begin() {
            telling.run();
            sent.run();
        }
    }

    Subscription(Dialog dialog, EventType event, NotificationSource source, Delivery delivery, SipRequest request) {
        this.dialog = dialog;
        this.event = event;
        this.source = source;
        this.delivery = delivery;
        this.extensions = Extensions.of(request, delivery);
        this.inTurn = takesTurns();
    }

    /** What an unreliable transport may deliver out of order is refused (RFC 3261 section 12.2.2), so it takes turns. */
    private boolean takesTurns() {
        return delivery == Delivery.ONE_AT_A_TIME
                || !dialog.peer().transport().isReliable() && !extensions.bestEffort();
    }

    /** The dialog that it is in. */
    public Dialog dialog() {
        return dialog;
    }

    /** What is subscribed to. */
    public EventType event() {
        return event;
    }

    /** The state has changed: the source will be asked for what there is to tell. May be called as often as it pleases. */
    public void changed() {
        dialog.execute(() -> {
            changed = true;
            tell();
        });
    }

    /**
     * Ends it with a NOTIFY that says {@code terminated} for {@code reason}. Has no effect when it is over.
     *
     * @param reason a word of RFC 6665 section 4.1.3 or another token: {@code noresource}
     * @param last what else the NOTIFY has, and its body
     * @param sent is run in the turn of the dialog when it is on its way, which is at once if the subscription is over
     */
    public void end(String reason, Notification last, Runnable sent) {
        if (!reason.matches("[\\w!%*+`'~.-]+")) {
            throw new IllegalArgumentException("not a reason: '" + reason + "'");
        }
        dialog.execute(() -> terminate(
                reason, last, SubscriptionEnd.ENDED, () -> dialog.agent().tell(sent)));
    }

    void accept(ServerTransaction subscribe, SipResponse response, Duration duration) {
        active = true;
        dialog.contactFrom(response);
        dialog.refreshed(subscribe.request(), subscribe.peer());
        dialog.usages().begin(event, this);
        answer(subscribe, response, duration);
    }

    /** SUBSCRIBE came for it again (section 4.2.1.4). */
    void refreshed(ServerTransaction subscribe) {
        if (!active) {
            subscribe.respond(Rejections.NOT_FOUND);
            return;
        }
        SipRequest request = subscribe.request();
        Durations.Asked asked = Durations.of(request, dialog.agent().settings().subscriptions());
        Optional<SipResponse> refusal = asked.refusal().or(() -> source.refusal(request));
        if (refusal.isPresent()) {
            subscribe.respond(refusal.get());
            return;
        }
        dialog.refreshed(request, subscribe.peer());
        delivery = source.delivery(request, delivery);
        extensions = extensions.by(delivery);
        inTurn = takesTurns();
        answer(subscribe, SipResponse.of(200, "OK"), asked.granted());
    }

    private void answer(ServerTransaction subscribe, SipResponse response, Duration duration) {
        boolean subscribing = subscribe.request().method().equals("SUBSCRIBE");
        granted = duration;
        SipResponse reachable =
                response.header("Contact").isPresent() ? response : response.with("Contact", dialog.contact());
        SipResponse told = subscribing
                ? extensions.into(reachable).with("Expires", Long.toString(duration.toSeconds()))
                : reachable;
        expire();
        if (duration.isZero()) {
            subscribe.respond(told);
            full().ifPresent(last -> terminate("timeout", last, SubscriptionEnd.UNSUBSCRIBED));
        } else if (extensions.firstInResponse() && subscribing) {
            Optional<Notification> first = full();
            first.ifPresent(it -> {
                settled();
                subscribe.respond(with(told, it));
            });
            if (first.isEmpty()) {
                subscribe.respond(told);
            }
        } else {
            subscribe.respond(told);
            stale = true;
            changed = true;
            earliest = Instant.MIN;
            tell();
        }
    }

    private static SipResponse with(SipResponse response, Notification document) {
        SipHeaders headers = response.headers();
        for (SipHeaders.Field field : document.headers().fields()) {
            headers = headers.and(field.name(), field.value());
        }
        return new SipResponse(response.status(), response.reason(), headers, document.body());
    }

    /** Sends what there is to tell, if it may be sent now; else it will be. */
    private void tell() {
        if (!active || !changed || inTurn && unanswered > 0) {
            return;
        }
        pace.cancel();
        Instant now = now();
        if (earliest.isAfter(now)) {
            pace = after(Duration.between(now, earliest), this::tell);
            return;
        }
        Optional<Notification> document = stale ? full() : changes();
        if (active) {
            settled();
            document.ifPresent(this::send);
        }
    }

    /** The source was asked. */
    private void settled() {
        changed = false;
        stale = false;
        earliest = now().plus(dialog.agent().settings().subscriptions().interval());
    }

    private Optional<Notification> full() {
        try {
            return Optional.of(source.full());
        } catch (RuntimeException broken) {
            return noMore(broken);
        }
    }

    private Optional<Notification> changes() {
        try {
            return source.changes();
        } catch (RuntimeException broken) {
            return noMore(broken);
        }
    }

    private Optional<Notification> noMore(RuntimeException broken) {
        dialog.agent().report(broken);
        terminate("noresource", Notification.of(SipBody.NONE), SubscriptionEnd.ENDED);
        return Optional.empty();
    }

    private void send(Notification document) {
        if (extensions.extendsItself()) {
            expiry = now().plus(granted);
        }
        long left = Math.max(0, Duration.between(now(), expiry).toSeconds());
        notify("active;expires=" + left, document, response -> {
            unanswered--;
            if (ENDING.contains(response.status())) {
                finish(SubscriptionEnd.GONE);
                return;
            }
            if (ending.isPresent()) {
                Ending due = ending.get();
                ending = Optional.empty();
                due.begin();
                return;
            }
            if (!response.isSuccess()) {
                // He has not seen it, so that changes against it would mean nothing to him.
                stale = true;
                Headers.seconds(response, "Retry-After").ifPresent(seconds -> {
                    changed = true;
                    earliest = now().plusSeconds(seconds);
                });
            }
            tell();
        });
    }

    private void terminate(String reason, Notification last, SubscriptionEnd end) {
        terminate(reason, last, end, () -> {});
    }

    /** Ends it. Where documents take turns, the last one does as well: it could overtake one that is on its way. */
    private void terminate(String reason, Notification last, SubscriptionEnd end, Runnable sent) {
        if (!active) {
            sent.run();
            return;
        }
        active = false;
        pace.cancel();
        expiration.cancel();
        Ending due = new Ending(
                () -> {
                    notify("terminated;reason=" + reason, last, response -> finish(end));
                    if (extensions.bestEffort()) {
                        finish(end);
                    }
                },
                sent);
        if (inTurn && unanswered > 0) {
            ending = Optional.of(due);
        } else {
            due.begin();
        }
    }

    private void notify(String state, Notification document, Consumer<SipResponse> answered) {
        SipHeaders headers = SipHeaders.NONE.and("Event", event.toString()).and("Subscription-State", state);
        for (SipHeaders.Field field : document.headers().fields()) {
            headers = headers.and(field.name(), field.value());
        }
        if (extensions.bestEffort()) {
            dialog.sendOnce("BENOTIFY", headers, document.body());
        } else {
            unanswered++;
            dialog.send("NOTIFY", headers, document.body(), answered);
        }
    }

    private void expire() {
        expiry = now().plus(granted);
        expiration.cancel();
        if (!granted.isZero()) {
            expiration = after(granted, this::expired);
        }
    }

    private void expired() {
        Duration left = Duration.between(now(), expiry);
        if (left.isNegative() || left.isZero()) {
            terminate("timeout", Notification.of(SipBody.NONE), SubscriptionEnd.EXPIRED);
        } else {
            // Documents have extended it since.
            expiration = after(left, this::expired);
        }
    }

    void finish(SubscriptionEnd end) {
        if (!over) {
            over = true;
            active = false;
            pace.cancel();
            expiration.cancel();
            dialog.usages().end(event, this);
            dialog.agent().tell(() -> source.ended(end));
            ending.ifPresent(due -> due.sent().run());
            ending = Optional.empty();
        }
    }

    private Instant now() {
        return dialog.agent().timers().now();
    }

    private Timers.Timer after(Duration delay, Runnable task) {
        return dialog.agent().timers().after(delay, dialog.turns(), task);
    }
}
