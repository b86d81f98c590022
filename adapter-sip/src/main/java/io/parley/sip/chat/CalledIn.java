package io.parley.sip.chat;

import io.parley.c3p.C3pEndpoint;
import io.parley.c3p.C3pJoiningMethod;
import io.parley.c3p.C3pUser;
import io.parley.identity.SipUri;
import io.parley.mcu.McuCalls;
import io.parley.sip.dialog.IncomingRequest;
import io.parley.sip.dialog.Session;
import io.parley.sip.dialog.SessionEnd;
import io.parley.sip.dialog.SessionHandler;
import java.util.Optional;

/** Somebody whom the focus has called with the offer of the MCU, and who is in it by answering: one session serves both. */
final class CalledIn implements SessionHandler, Arrival {

    private final ChatMcu mcu;
    private final C3pUser user;
    private final Session session;
    private final SessionHandler besides;
    private final Conversation conversation;
    private final Seat seat;

    /**
     * Somebody who has answered.
     *
     * @param besides hears of what is none of an MCU's business
     */
    CalledIn(ChatMcu mcu, C3pUser user, Session session, SessionHandler besides, ChatSettings settings) {
        this.mcu = mcu;
        this.user = user;
        this.session = session;
        this.besides = besides;
        this.conversation = new Conversation(mcu, settings);
        this.seat = new Seat(user.entity(), user.displayText(), session, settings.mostUnanswered());
    }

    /** He comes in by {@code endpoint}. */
    void sit(C3pEndpoint endpoint) {
        mcu.expect(this);
        mcu.sit(this, seat, state -> McuCalls.connected(user, endpoint, C3pJoiningMethod.DIALED_OUT, state));
    }

    @Override
    public SipUri user() {
        return user.entity();
    }

    @Override
    public void giveUp() {
        session.end(Seat.reason("Participant Removed"));
    }

    @Override
    public void requested(IncomingRequest request) {
        if (!conversation.requested(Optional.of(seat), request)) {
            besides.requested(request.answeredWith(Conversation::allowing));
        }
    }

    @Override
    public void ended(SessionEnd end) {
        mcu.gone(this, Optional.of(seat));
        besides.ended(end);
    }

    @Override
    public void departed() {
        besides.departed();
    }
}
