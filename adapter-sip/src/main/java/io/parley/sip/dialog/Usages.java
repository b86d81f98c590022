package io.parley.sip.dialog;

import io.parley.sip.message.SipRequest;
import io.parley.sip.message.SipResponse;
import io.parley.sip.stack.ServerTransaction;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a dialog is used for: a session, and subscriptions in both directions (RFC 5057). When the last of them has ended, and the peer has
 * answered to that, the dialog is forgotten. All in the turn of the dialog.
 */
final class Usages {

    private final Dialog dialog;
    private volatile Optional<Session> session = Optional.empty();
    private final Map<EventType, Subscription> subscriptions = new LinkedHashMap<>();
    private final Map<EventType, Subscriber> subscribers = new LinkedHashMap<>();
    private Optional<IncomingInvite> early = Optional.empty();
    private int farewells;

    Usages(Dialog dialog) {
        this.dialog = dialog;
    }

    Optional<Session> session() {
        return session;
    }

    /** An INVITE to us has a provisional response, and no final one yet. */
    void begin(IncomingInvite invite) {
        early = Optional.of(invite);
        dialog.agent().remember(dialog);
    }

    /** It has its final response. */
    void end(IncomingInvite invite) {
        early = Optional.empty();
        release();
    }

    void begin(Session begun) {
        session = Optional.of(begun);
        dialog.agent().remember(dialog);
    }

    void end(Session ended) {
        if (session.filter(it -> it == ended).isPresent()) {
            session = Optional.empty();
        }
        release();
    }

    void begin(EventType event, Subscription begun) {
        subscriptions.put(event, begun);
        dialog.agent().remember(dialog);
    }

    void begin(EventType event, Subscriber begun) {
        subscribers.put(event, begun);
        dialog.agent().remember(dialog);
    }

    void end(EventType event, Subscription ended) {
        subscriptions.remove(event, ended);
        release();
    }

    void end(EventType event, Subscriber ended) {
        subscribers.remove(event, ended);
        release();
    }

    /** A BYE is on its way, for whose answer the dialog lives on. */
    void farewell() {
        farewells++;
    }

    void departed() {
        farewells--;
        release();
    }

    private void release() {
        if (early.isEmpty()
                && session.isEmpty()
                && subscriptions.isEmpty()
                && subscribers.isEmpty()
                && farewells == 0) {
            dialog.agent().forget(dialog);
        }
    }

    int subscriptions() {
        return subscriptions.size();
    }

    void close() {
        session.ifPresent(it -> it.finish(SessionEnd.CLOSED));
        List.copyOf(subscriptions.values()).forEach(it -> it.finish(SubscriptionEnd.CLOSED));
        List.copyOf(subscribers.values()).forEach(it -> it.finish(SubscriptionEnd.CLOSED));
    }

    void received(ServerTransaction transaction) {
        SipRequest request = transaction.request();
        boolean answers = !request.method().equals("BENOTIFY");
        if (!dialog.inOrder(request)) {
            if (answers) {
                transaction.respond(Rejections.later(0));
            }
            return;
        }
        session.ifPresent(it -> it.heardBy(transaction.peer()));
        switch (request.method()) {
            case "BYE" -> bye(transaction);
            case "INVITE", "UPDATE" ->
                session.ifPresentOrElse(it -> it.offered(transaction), () -> unknown(transaction));
            case "SUBSCRIBE" -> subscribe(transaction);
            case "REFER" -> refer(transaction);
            case "NOTIFY", "BENOTIFY" -> notified(transaction);
            default -> session.ifPresentOrElse(it -> it.requested(transaction), () -> outside(transaction));
        }
    }

    private void bye(ServerTransaction transaction) {
        if (session.isPresent()) {
            session.get().left(transaction);
        } else if (early.isPresent()) {
            early.get().left(transaction);
        } else if (farewells > 0) {
            // Ours and theirs have crossed.
            transaction.respond(SipResponse.of(200, "OK"));
        } else {
            unknown(transaction);
        }
    }

    private void subscribe(ServerTransaction transaction) {
        Optional<EventType> event = transaction.request().header("Event").flatMap(EventType::parse);
        Optional<Subscription> known = event.map(subscriptions::get);
        if (known.isPresent()) {
            known.get().refreshed(transaction);
        } else {
            dialog.agent().entrance().subscribed(transaction, dialog, true);
        }
    }

    private void refer(ServerTransaction transaction) {
        dialog.agent().entrance().subscribed(transaction, dialog, true);
    }

    private void notified(ServerTransaction transaction) {
        SipRequest request = transaction.request();
        Optional<EventType> event = request.header("Event").flatMap(EventType::parse);
        Optional<Subscriber> subscriber = event.map(subscribers::get).or(() -> event.flatMap(this::referrer));
        if (subscriber.isPresent()) {
            subscriber.get().notified(transaction);
        } else if (request.method().equals("NOTIFY")) {
            unknown(transaction);
        }
    }

    /** The first REFER in a dialog need not be named by its number (RFC 3515 section 2.4.6). */
    private Optional<Subscriber> referrer(EventType event) {
        return subscribers.entrySet().stream()
                .filter(it -> event.equals(EventType.of("refer"))
                        && it.getKey().name().equals("refer"))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    private void outside(ServerTransaction transaction) {
        if (Methods.ONLY_WITHIN.contains(transaction.request().method())) {
            unknown(transaction);
        } else {
            dialog.agent().entrance().requested(transaction, Optional.of(dialog));
        }
    }

    private static void unknown(ServerTransaction transaction) {
        transaction.respond(Rejections.NOT_FOUND);
    }
}
