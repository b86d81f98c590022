package io.parley.sip.dialog;

import io.parley.sip.message.SipResponse;
import io.parley.sip.stack.Peer;
import java.time.Duration;
import java.time.Instant;

/**
 * Whether a peer is still there whose connection has ended, which may mean anything: OPTIONS asks him, by a fresh connection to his Contact if
 * there is no other way, again and again. Who answers is there, and so is who comes by another connection; who cannot be reached for 64 times T1 is gone. All in
 * the turn of the dialog.
 */
final class Absence {

    private final Session session;
    private final Dialog dialog;
    private boolean asking;
    private Instant end = Instant.MAX;
    private Duration pause = Duration.ZERO;
    private Timers.Timer next = Timers.Timer.NONE;

    Absence(Session session, Dialog dialog) {
        this.session = session;
        this.dialog = dialog;
    }

    /** The connection by which he was heard of last has ended. */
    void begin() {
        if (!asking) {
            asking = true;
            pause = dialog.agent().settings().t1();
            end = dialog.agent().timers().now().plus(dialog.agent().settings().patience());
            ask();
        }
    }

    private void ask() {
        session.probe(this::answered);
    }

    private void answered(SipResponse response) {
        if (!asking || session.isOver()) {
            return;
        }
        if (!response.equals(Rejections.UNREACHABLE)) {
            stop();
            return;
        }
        Duration left = Duration.between(dialog.agent().timers().now(), end);
        if (left.compareTo(Duration.ZERO) > 0) {
            next = session.after(pause.compareTo(left) < 0 ? pause : left, this::ask);
            pause = pause.multipliedBy(2);
        } else {
            session.expired();
        }
    }

    /** He sends a request, by {@code peer}. */
    void heardBy(Peer peer) {
        if (asking && !peer.connection().equals(dialog.peer().connection())) {
            dialog.reachedBy(peer);
            stop();
        }
    }

    void stop() {
        asking = false;
        next.cancel();
    }
}
