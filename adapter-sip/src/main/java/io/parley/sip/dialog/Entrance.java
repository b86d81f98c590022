package io.parley.sip.dialog;

import io.parley.sip.message.SipRequest;
import io.parley.sip.message.SipResponse;
import io.parley.sip.stack.Peer;
import io.parley.sip.stack.ServerTransaction;
import io.parley.sip.stack.SipHandler;
import java.util.Optional;

/**
 * Where requests come in: refuses what no handler has to see (RFC 3261 section 8.2), and hands the rest to their dialogs or to the room
 * above. Used by any number of threads at once.
 */
final class Entrance implements SipHandler {

    private final UserAgent agent;
    private final RequestHandler handler;
    private final Merged merged;

    Entrance(UserAgent agent, RequestHandler handler, Merged merged) {
        this.agent = agent;
        this.handler = handler;
        this.merged = merged;
    }

    @Override
    public void received(ServerTransaction transaction) {
        SipRequest request = transaction.request();
        boolean answers = !request.method().equals("BENOTIFY");
        if (!agent.serves()) {
            refuse(transaction, Rejections.UNREACHABLE);
            return;
        }
        Optional<SipResponse> refusal = Examination.of(request, agent.settings());
        if (refusal.isPresent()) {
            if (answers) {
                refuse(transaction, refusal.get());
            }
            return;
        }
        Optional<DialogId> id =
                Methods.NEVER_WITHIN.contains(request.method()) ? Optional.empty() : DialogId.ofReceived(request);
        if (id.isPresent()) {
            within(id.get(), transaction);
        } else if (Methods.ONLY_WITHIN.contains(request.method())) {
            if (answers) {
                refuse(transaction, Rejections.NOT_FOUND);
            }
        } else if (merged.is(request)) {
            refuse(transaction, SipResponse.of(482, "Loop Detected"));
        } else {
            outside(transaction);
        }
    }

    @Override
    public void disconnected(long connection) {
        agent.disconnected(connection);
    }

    private void refuse(ServerTransaction transaction, SipResponse response) {
        transaction.respond(Headers.tagged(transaction.request(), response, agent.freshTag()));
    }

    private void within(DialogId id, ServerTransaction transaction) {
        Optional<Dialog> dialog = agent.find(id);
        Optional<Subscriber> half = agent.expected(id);
        String method = transaction.request().method();
        if (dialog.isPresent()) {
            dialog.get().execute(() -> dialog.get().received(transaction));
        } else if (half.isPresent() && method.endsWith("NOTIFY")) {
            half.get().execute(() -> half.get().early(transaction));
        } else if (!method.equals("BENOTIFY")) {
            transaction.respond(Rejections.NOT_FOUND);
        }
    }

    private void outside(ServerTransaction transaction) {
        SipRequest request = transaction.request();
        Turns turns = agent.turns();
        switch (request.method()) {
            case "INVITE" -> {
                Negotiation negotiation =
                        Negotiation.answer(request, agent.settings().timers());
                if (negotiation instanceof Negotiation.Refused refused) {
                    refuse(transaction, refused.response());
                    return;
                }
                Dialog dialog = Dialog.server(agent, turns, request, transaction.peer(), agent.freshTag());
                IncomingInvite invite = new IncomingInvite(agent, transaction, dialog);
                turns.execute(() -> {
                    if (!invite.isWithdrawn()) {
                        hand(() -> handler.invited(invite), invite);
                    }
                });
            }
            case "SUBSCRIBE", "REFER" -> {
                Dialog dialog = Dialog.server(agent, turns, request, transaction.peer(), agent.freshTag());
                turns.execute(() -> subscribed(transaction, dialog, false));
            }
            default -> turns.execute(() -> requested(transaction, Optional.empty()));
        }
    }

    /** A request that no session in {@code dialog} has to see. */
    void requested(ServerTransaction transaction, Optional<Dialog> dialog) {
        String tag = agent.freshTag();
        IncomingRequest request = new IncomingRequest(
                transaction,
                dialog,
                response -> transaction.respond(Headers.tagged(transaction.request(), response, tag)));
        hand(() -> handler.requested(request), request);
    }

    /** A SUBSCRIBE or REFER that is about no subscription which is there. */
    void subscribed(ServerTransaction transaction, Dialog dialog, boolean within) {
        SipRequest request = transaction.request();
        boolean refers = request.method().equals("REFER");
        Optional<String> number = within ? CSeq.of(request).map(it -> Long.toString(it.number())) : Optional.empty();
        Optional<EventType> event = refers
                ? Optional.of(new EventType("refer", number))
                : request.header("Event").flatMap(EventType::parse);
        Durations.Asked asked = Durations.of(request, agent.settings().subscriptions());
        // Nothing but REFER, which Allow names, subscribes to what becomes of it (RFC 3515 section 2.4.4).
        boolean known = refers
                || event.filter(it ->
                                agent.settings().subscriptions().packages().contains(it.name()))
                        .isPresent();
        Optional<SipResponse> refusal = known
                ? asked.refusal()
                : Optional.of(SipResponse.of(489, "Bad Event")
                        .with("Allow-Events", agent.settings().allowEvents()));
        if (refusal.isPresent()) {
            transaction.respond(within ? refusal.get() : dialog.beginning(request, refusal.get()));
            return;
        }
        IncomingSubscribe subscribe =
                new IncomingSubscribe(transaction, dialog, within, event.orElseThrow(), asked.granted());
        hand(() -> handler.subscribed(subscribe), subscribe);
    }

    @Override
    public void acknowledged(SipRequest ack, Peer peer) {
        DialogId.ofReceived(ack)
                .flatMap(agent::find)
                .ifPresent(dialog -> dialog.execute(() -> dialog.session().ifPresent(it -> it.acknowledged(ack))));
    }

    /** Has a handler serve {@code incoming}, which is answered 500 if that throws. */
    void hand(Runnable serve, Incoming incoming) {
        try {
            serve.run();
        } catch (RuntimeException | Error thrown) {
            agent.report(thrown);
            incoming.reject(Rejections.BROKEN);
        }
    }
}
