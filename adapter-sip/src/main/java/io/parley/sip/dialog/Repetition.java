package io.parley.sip.dialog;

import java.time.Duration;

/**
 * Sends a 2xx to an INVITE until its ACK comes (RFC 3261 section 13.3.1.4): after T1, then twice as late each time up to T2, whatever the
 * transport, since what carries it behind the next hop is not known. After 64 times T1 it gives up.
 */
final class Repetition {

    private final Session session;
    private final UserAgentSettings settings;
    private final Runnable send;
    private final Timers.Timer patience;
    private Timers.Timer next = Timers.Timer.NONE;

    Repetition(Session session, UserAgentSettings settings, Runnable send, Runnable givenUp) {
        this.session = session;
        this.settings = settings;
        this.send = send;
        send.run();
        this.patience = session.after(settings.patience(), () -> {
            stop();
            givenUp.run();
        });
        again(settings.t1());
    }

    private void again(Duration pause) {
        next = session.after(pause, () -> {
            send.run();
            Duration longer = pause.multipliedBy(2);
            again(longer.compareTo(settings.t2()) < 0 ? longer : settings.t2());
        });
    }

    void stop() {
        next.cancel();
        patience.cancel();
    }
}
