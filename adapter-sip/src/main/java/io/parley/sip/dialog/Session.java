package io.parley.sip.dialog;

import io.parley.sip.message.SipBody;
import io.parley.sip.message.SipHeaders;
import io.parley.sip.message.SipRequest;
import io.parley.sip.message.SipResponse;
import io.parley.sip.stack.Peer;
import io.parley.sip.stack.ServerTransaction;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * What an INVITE began in a dialog (RFC 3261 sections 13 to 15), with its timer (RFC 4028).
 *
 * <table>
 * <caption>states</caption>
 * <tr><th>state</th><th>what happens</th><th>then</th></tr>
 * <tr><td>open</td><td>a 2xx of ours is sent; its ACK comes</td><td>open: what was asked for meanwhile is sent</td></tr>
 * <tr><td>open</td><td>BYE; CANCEL; the lease runs out; no ACK; 408 or 481 to a request of ours; {@link #end}</td><td>over</td></tr>
 * <tr><td>over</td><td>BYE</td><td>over: 200 as long as ours is not answered, then 481</td></tr>
 * </table>
 *
 * <p>What is public may be called by any number of threads at once, and is done in the turn of the dialog.
 */
public final class Session {

    private final Dialog dialog;
    private final SessionHandler handler;
    private final SessionTimers timers;
    private final Lease lease;
    private final Absence absence;
    private final Offers offers;
    private final Map<Long, Repetition> unacknowledged = new HashMap<>();
    private final List<Runnable> held = new ArrayList<>();
    private SipBody description = SipBody.NONE;
    private boolean open;
    private volatile boolean over;

    Session(Dialog dialog, SessionHandler handler, SessionTimers timers, boolean weAreClient) {
        this.dialog = dialog;
        this.handler = handler;
        this.timers = timers;
        this.lease = new Lease(this, timers);
        this.absence = new Absence(this, dialog);
        this.offers = new Offers(this, dialog, lease, weAreClient);
    }

    /** The dialog that it is in. */
    public Dialog dialog() {
        return dialog;
    }

    /** Whether it has ended. */
    public boolean isOver() {
        return over;
    }

    /**
     * Sends a request within the dialog that changes nothing about the session: {@code INFO}, {@code MESSAGE}, {@code OPTIONS}. The final
     * response goes to {@code answered}, in the turn of the dialog: 408 without one in time, 503 if none could come, 481 if the session is
     * over. What is sent before the ACK of a session that we accepted waits for it.
     */
    public void send(String method, SipHeaders headers, SipBody body, Consumer<SipResponse> answered) {
        if (method.equals("INVITE") || method.equals("UPDATE") || method.equals("BYE")) {
            throw new IllegalArgumentException(method + " has a method of its own");
        }
        dialog.execute(() -> whenOpen(() -> {
            if (over) {
                answered.accept(Rejections.NOT_FOUND);
            } else {
                dialog.send(method, headers, body, response -> {
                    answered.accept(response);
                    heard(response);
                });
            }
        }));
    }

    /**
     * Changes the session by a re-INVITE, as soon as no other change is under way; a 491 is tried again. The final response goes to
     * {@code answered}.
     */
    public void modify(SipHeaders headers, SipBody body, Consumer<SipResponse> answered) {
        dialog.execute(() -> whenOpen(() -> {
            if (over) {
                answered.accept(Rejections.NOT_FOUND);
            } else {
                describe(body);
                offers.send("INVITE", headers, body, answered);
            }
        }));
    }

    /** Subscribes within the dialog, as {@code SUBSCRIBE} or {@code REFER} with these headers. */
    public Subscriber subscribe(String method, SipHeaders headers, SipBody body, SubscriberHandler subscriber) {
        Subscriber made = Subscriber.within(dialog, method, headers, body, subscriber);
        dialog.execute(() -> whenOpen(made::begin));
        return made;
    }

    /** Ends it by BYE. Has no effect when it is over. */
    public void end() {
        end(SipHeaders.NONE);
    }

    /** Ends it by BYE with further headers, such as {@code Reason}; as soon as its INVITE is acknowledged (RFC 3261 section 15). */
    public void end(SipHeaders headers) {
        dialog.execute(() -> whenOpen(() -> bye(headers, SessionEnd.ENDED)));
    }

    private void whenOpen(Runnable action) {
        if (open || over) {
            action.run();
        } else {
            held.add(action);
        }
    }

    private void release() {
        List<Runnable> waiting = List.copyOf(held);
        held.clear();
        waiting.forEach(Runnable::run);
    }

    /** We accept it: answers {@code invite}, and begins. */
    void accept(ServerTransaction invite, SipResponse response, Negotiation.Agreed agreed) {
        dialog.usages().begin(this);
        lease.note(invite.request());
        answer(invite, response, agreed);
    }

    /** The peer has accepted {@code invite}, and {@code answer} is what the ACK has. */
    void accepted(SipRequest invite, SipBody answer, SipResponse response) {
        open = true;
        describe(invite.body());
        describe(answer);
        lease.asked(invite);
        lease.note(response);
        lease.accepted(response);
        release();
    }

    /** A request that changes the session came: {@code INVITE} or {@code UPDATE}. */
    void offered(ServerTransaction transaction) {
        SipRequest request = transaction.request();
        Negotiation negotiation = Negotiation.answer(request, timers);
        if (negotiation instanceof Negotiation.Refused refused) {
            transaction.respond(refused.response());
            return;
        }
        Optional<SipResponse> refusal = offers.take(request.method());
        if (refusal.isPresent()) {
            transaction.respond(refusal.get());
            return;
        }
        lease.note(request);
        Consumer<SipResponse> answer = Once.of(
                SipResponse::isProvisional,
                response -> dialog.execute(() -> {
                    if (over) {
                        transaction.respond(response.isProvisional() ? response : Rejections.TERMINATED);
                        return;
                    }
                    if (response.isSuccess()) {
                        dialog.refreshed(request, transaction.peer());
                    }
                    answer(transaction, response, (Negotiation.Agreed) negotiation);
                    if (!response.isProvisional()) {
                        offers.answered();
                    }
                }));
        hand(new IncomingRequest(transaction, Optional.of(dialog), answer));
    }

    private void answer(ServerTransaction transaction, SipResponse response, Negotiation.Agreed agreed) {
        SipResponse told = agreed.into(response);
        if (!response.isSuccess()) {
            transaction.respond(told);
            return;
        }
        dialog.contactFrom(told);
        SipResponse complete = told.header("Contact").isPresent() ? told : told.with("Contact", dialog.contact());
        if (transaction.request().method().equals("INVITE")) {
            describe(response.body());
            long number = CSeq.of(transaction.request()).map(CSeq::number).orElse(0L);
            unacknowledged.put(
                    number,
                    new Repetition(
                            this,
                            dialog.agent().settings(),
                            () -> transaction.respond(complete),
                            () -> bye(SipHeaders.NONE, SessionEnd.UNACKNOWLEDGED)));
        } else {
            transaction.respond(complete);
        }
        lease.granted(agreed);
    }

    /** A request came that changes nothing about the session. */
    void requested(ServerTransaction transaction) {
        hand(new IncomingRequest(transaction, Optional.of(dialog), transaction::respond));
    }

    private void hand(IncomingRequest request) {
        dialog.agent().entrance().hand(() -> handler.requested(request), request);
    }

    void acknowledged(SipRequest ack) {
        Repetition repetition =
                unacknowledged.remove(CSeq.of(ack).map(CSeq::number).orElse(-1L));
        if (repetition == null) {
            return;
        }
        repetition.stop();
        open = true;
        dialog.agent().tell(() -> handler.acknowledged(ack));
        release();
    }

    /** BYE came (section 15.1.2). */
    void left(ServerTransaction bye) {
        bye.respond(SipResponse.of(200, "OK"));
        finish(SessionEnd.LEFT);
    }

    /** A response to any request of ours came. */
    void heard(SipResponse response) {
        if (response.status() == 408 || response.status() == 481) {
            bye(SipHeaders.NONE, SessionEnd.GONE);
        }
    }

    /** The connection by which the peer was last heard of has ended. */
    void disconnected() {
        if (open && !over) {
            absence.begin();
        }
    }

    /** A request of the peer came, by {@code peer}. */
    void heardBy(Peer peer) {
        absence.heardBy(peer);
    }

    void expired() {
        bye(SipHeaders.NONE, SessionEnd.EXPIRED);
    }

    private void bye(SipHeaders headers, SessionEnd end) {
        if (!over) {
            dialog.usages().farewell();
            dialog.send("BYE", headers, SipBody.NONE, response -> {
                dialog.usages().departed();
                dialog.agent().tell(handler::departed);
            });
            finish(end);
        }
    }

    /** It is over, without a word to the peer. */
    void finish(SessionEnd end) {
        if (over) {
            return;
        }
        over = true;
        lease.stop();
        absence.stop();
        unacknowledged.values().forEach(Repetition::stop);
        unacknowledged.clear();
        offers.stop();
        release();
        dialog.usages().end(this);
        dialog.agent().tell(() -> handler.ended(end));
    }

    /** It never came to be: another took its place, or the INVITE was refused. Nobody is told. */
    void abandon() {
        over = true;
        dialog.usages().end(this);
    }

    void refresh(boolean byUpdate, Consumer<SipResponse> answered) {
        if (byUpdate) {
            offers.send("UPDATE", SipHeaders.NONE, SipBody.NONE, answered);
        } else {
            offers.send("INVITE", SipHeaders.NONE, description, answered);
        }
    }

    void probe(Consumer<SipResponse> answered) {
        dialog.send("OPTIONS", SipHeaders.NONE, SipBody.NONE, response -> {
            if (!over) {
                heard(response);
                answered.accept(response);
            }
        });
    }

    /** What a re-INVITE that only refreshes has to repeat (RFC 4028 section 7.4). */
    private void describe(SipBody body) {
        if (body.contentType().filter(it -> it.startsWith("application/sdp")).isPresent()) {
            description = body;
        }
    }

    Timers.Timer after(Duration delay, Runnable task) {
        return dialog.agent().timers().after(delay, dialog.turns(), task);
    }
}
