package io.parley.sip.dialog;

import io.parley.sip.dialog.SessionExpires.Refresher;
import io.parley.sip.message.SipHeaders;
import io.parley.sip.message.SipMessage;
import io.parley.sip.message.SipResponse;
import java.time.Duration;
import java.util.Optional;

/**
 * How long a session lives without a sign of the peer (RFC 4028 section 10). All in the turn of the dialog.
 *
 * <p>With a timer that the peer refreshes, the lease runs out a little before the interval has passed; with one that we refresh, we do so
 * at half of it, and it runs out at its end. Without a timer, a probe asks whether he is still there.
 */
final class Lease {

    private static final Duration MARGIN = Duration.ofSeconds(32);
    private static final int ATTEMPTS = 3;

    private final Session session;
    private final SessionTimers settings;
    private Optional<Duration> interval = Optional.empty();
    private boolean ours;
    private boolean updates;
    private long minimum;
    private int failures;
    private Timers.Timer next = Timers.Timer.NONE;
    private Timers.Timer end = Timers.Timer.NONE;

    Lease(Session session, SessionTimers settings) {
        this.session = session;
        this.settings = settings;
    }

    /** Notes what a message of the peer says for later: whether he takes UPDATE, and the least interval. */
    void note(SipMessage message) {
        if (message.header("Allow").isPresent()) {
            updates = message.headers().lists("Allow", "UPDATE");
        }
        minimum = Math.max(minimum, Headers.seconds(message, "Min-SE").orElse(0));
    }

    /** A 2xx began or refreshed the session: the lease is as it says from now on. */
    void agreed(Optional<SessionExpires> granted, boolean weAreClient) {
        stop();
        failures = 0;
        interval = granted.map(it -> Duration.ofSeconds(it.seconds()));
        ours = granted.flatMap(SessionExpires::refresher).orElse(Refresher.UAC)
                == (weAreClient ? Refresher.UAC : Refresher.UAS);
        if (interval.isPresent()) {
            begin(interval.get());
        } else if (!settings.probe().isZero()) {
            next = session.after(settings.probe(), this::probe);
        }
    }

    private void begin(Duration whole) {
        if (ours) {
            next = session.after(whole.dividedBy(2), this::refresh);
            end = session.after(whole, session::expired);
        } else {
            Duration third = whole.dividedBy(3);
            end = session.after(whole.minus(third.compareTo(MARGIN) < 0 ? third : MARGIN), session::expired);
        }
    }

    /** What a request of ours says about the timer (RFC 4028 section 7.4). */
    SipHeaders headers() {
        if (interval.isEmpty()) {
            return SipHeaders.NONE;
        }
        long seconds = Math.max(minimum, interval.get().toSeconds());
        Refresher refresher = ours ? Refresher.UAC : Refresher.UAS;
        SipHeaders headers = SipHeaders.NONE.and(
                "Session-Expires", SessionExpires.of(seconds, refresher).toString());
        return minimum > 0 ? headers.and("Min-SE", Long.toString(minimum)) : headers;
    }

    private void refresh() {
        session.refresh(updates, this::refreshed);
    }

    /** Only a 2xx extends the lease; after another response we try again, but not for ever. */
    private void refreshed(SipResponse response) {
        if (!session.isOver() && !response.isSuccess() && ++failures < ATTEMPTS) {
            Duration pause = Headers.seconds(response, "Retry-After").isPresent()
                    ? Duration.ofSeconds(
                            Headers.seconds(response, "Retry-After").getAsLong())
                    : interval.orElse(MARGIN).dividedBy(10);
            next = session.after(pause, this::refresh);
        }
    }

    private void probe() {
        session.probe(response -> {
            if (response.status() == Rejections.UNREACHABLE.status()) {
                session.expired();
            } else if (!session.isOver()) {
                next = session.after(settings.probe(), this::probe);
            }
        });
    }

    void stop() {
        next.cancel();
        end.cancel();
    }
}
