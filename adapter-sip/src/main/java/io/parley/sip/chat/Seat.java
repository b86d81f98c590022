package io.parley.sip.chat;

import io.parley.focus.Provisioning;
import io.parley.identity.SipUri;
import io.parley.sip.dialog.Session;
import io.parley.sip.message.NameAddress;
import io.parley.sip.message.SipHeaders;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** A participant of an MCU with the session by which his messages come and go. Any thread may use it. */
final class Seat {

    private static final int LONGEST_NAME = 128;

    private final SipUri user;
    private final NameAddress sender;
    private final Session session;
    private final int mostUnanswered;
    private final AtomicInteger unanswered = new AtomicInteger();

    Seat(SipUri user, Optional<String> displayName, Session session, int mostUnanswered) {
        this.user = user;
        this.sender = new NameAddress(displayName.flatMap(Seat::oneLine), user.toString(), Map.of());
        this.session = session;
        this.mostUnanswered = mostUnanswered;
    }

    private static Optional<String> oneLine(String name) {
        String line = name.codePoints()
                .filter(c -> !Character.isISOControl(c))
                .limit(LONGEST_NAME)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString()
                .strip();
        return line.isEmpty() ? Optional.empty() : Optional.of(line);
    }

    SipUri user() {
        return user;
    }

    /** By what participants are told apart. */
    String key() {
        return Provisioning.key(user);
    }

    /** How others are told that a message is his. */
    NameAddress sender() {
        return sender;
    }

    /**
     * Passes on to him what somebody else wrote. Whoever has left so much unanswered that he must be taken for gone is sent away; what is of
     * the moment is dropped well before that.
     */
    void hear(Relayed relayed) {
        int open = unanswered.get();
        if (relayed.isOfTheMoment() && 2 * open >= mostUnanswered) {
            return;
        }
        if (open >= mostUnanswered) {
            leave("Too Many Unanswered Messages");
            return;
        }
        unanswered.incrementAndGet();
        session.send(relayed.method(), relayed.headers(), relayed.body(), response -> unanswered.decrementAndGet());
    }

    /** Ends his session with that reason. */
    void leave(String why) {
        session.end(reason(why));
    }

    /** {@code Reason} (RFC 3326) of a BYE for that reason. */
    static SipHeaders reason(String why) {
        return SipHeaders.NONE.and("Reason", "SIP;cause=200;text=\"" + why + "\"");
    }
}
