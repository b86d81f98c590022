package io.parley.sip.chat;

import io.parley.c3p.C3pEndpoint;
import io.parley.c3p.C3pJoiningMethod;
import io.parley.c3p.C3pUser;
import io.parley.identity.SipUri;
import io.parley.mcu.McuCalls;
import io.parley.sip.dialog.IncomingInvite;
import io.parley.sip.dialog.IncomingRequest;
import io.parley.sip.dialog.Session;
import io.parley.sip.dialog.SessionEnd;
import io.parley.sip.dialog.SessionHandler;
import io.parley.sip.message.SipRequest;
import io.parley.sip.message.SipResponse;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** Somebody calls the MCU. He is in as soon as he acknowledges. */
final class DialIn implements SessionHandler, Arrival {

    private final ChatMcu mcu;
    private final C3pUser asked;
    private final C3pEndpoint endpoint;
    private final boolean offersItself;
    private final boolean hasOtherStreams;
    private final SessionHandler besides;
    private final ChatSettings settings;
    private final Conversation conversation;
    private final CompletableFuture<Session> session = new CompletableFuture<>();
    private volatile Optional<Seat> seat = Optional.empty();
    private boolean waits;
    private Optional<Seat> kept = Optional.empty();

    /**
     * Somebody who has not been answered yet.
     *
     * @param asked who he is and what he asked for
     * @param endpoint as what he comes
     * @param offersItself whether the MCU makes the offer, which his ACK answers
     * @param hasOtherStreams whether {@code besides} changes the session, since there are streams in the session that are none of this MCU's
     * @param waits whether the focus has not admitted him yet
     * @param besides hears of what is none of an MCU's business
     */
    DialIn(
            ChatMcu mcu,
            C3pUser asked,
            C3pEndpoint endpoint,
            boolean offersItself,
            boolean hasOtherStreams,
            boolean waits,
            SessionHandler besides,
            ChatSettings settings) {
        this.mcu = mcu;
        this.asked = asked;
        this.endpoint = endpoint;
        this.offersItself = offersItself;
        this.hasOtherStreams = hasOtherStreams;
        this.waits = waits;
        this.besides = besides;
        this.settings = settings;
        this.conversation = new Conversation(mcu, settings);
    }

    Session accept(IncomingInvite invite, SipResponse response) {
        mcu.expect(this);
        if (waits()) {
            mcu.keep(this);
        }
        Session begun = invite.accept(Conversation.allowing(response), this);
        session.complete(begun);
        return begun;
    }

    @Override
    public SipUri user() {
        return asked.entity();
    }

    @Override
    public void giveUp() {
        session.thenAccept(begun -> begun.end(Seat.reason("Participant Removed")));
    }

    @Override
    public void acknowledged(SipRequest ack) {
        session.thenAccept(begun -> begin(begun, ack));
        besides.acknowledged(ack);
    }

    private void begin(Session begun, SipRequest ack) {
        boolean agreed = !offersItself || MessageStreams.areIn(ack.body());
        if (seat.isPresent()) {
            return;
        }
        if (!agreed) {
            begun.end(Seat.reason("No Stream Of Messages"));
            return;
        }
        Seat taken = new Seat(asked.entity(), asked.displayText(), begun, settings.mostUnanswered());
        if (isToSit(taken)) {
            sit(taken);
        }
    }

    private synchronized boolean isToSit(Seat taken) {
        kept = waits ? Optional.of(taken) : Optional.empty();
        return !waits;
    }

    private synchronized boolean waits() {
        return waits;
    }

    /** The focus has admitted him now: he sits down, or will as soon as he has acknowledged. */
    void admitted() {
        Optional<Seat> free;
        synchronized (this) {
            waits = false;
            free = kept;
            kept = Optional.empty();
        }
        free.ifPresent(this::sit);
    }

    private void sit(Seat taken) {
        seat = Optional.of(taken);
        mcu.sit(this, taken, state -> McuCalls.connected(asked, endpoint, C3pJoiningMethod.DIALED_IN, state));
    }

    @Override
    public void requested(IncomingRequest request) {
        boolean speaks = request.request().method().equals("MESSAGE") || Relayed.isKeyboardActivity(request.request());
        boolean changes = request.request().method().equals("INVITE")
                || request.request().method().equals("UPDATE");
        if (speaks && waits()) {
            request.reject(Refusals.KEPT);
        } else if (hasOtherStreams && changes || !conversation.requested(seat, request)) {
            besides.requested(request.answeredWith(Conversation::allowing));
        }
    }

    @Override
    public void ended(SessionEnd end) {
        mcu.gone(this, seat);
        besides.ended(end);
    }
}
