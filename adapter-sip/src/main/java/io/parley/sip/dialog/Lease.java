package io.parley.sip.dialog;

import io.parley.sip.dialog.SessionExpires.Refresher;
import io.parley.sip.message.SipHeaders;
import io.parley.sip.message.SipMessage;
import io.parley.sip.message.SipRequest;
import io.parley.sip.message.SipResponse;
import java.time.Duration;
import java.util.Optional;

/**
 * How long a session lives without a sign of the peer (RFC 4028 section 10). All in the turn of the dialog.
 *
 * <table>
 * <caption>what a 2xx says, and who looks after the session from then on</caption>
 * <tr><td>the peer refreshes</td><td>it is over a little before the interval has passed</td></tr>
 * <tr><td>we refresh</td><td>we do so at half of the interval, and it is over at its end</td></tr>
 * <tr><td>nothing, by a peer who never had a timer</td><td>we refresh as before, of our own accord</td></tr>
 * <tr><td>nothing, by a peer who had a timer</td><td>there is none any more, and a probe asks whether he is still there</td></tr>
 * </table>
 *
 * <p>However long an interval he demands, we look after him within the longest that we grant.
 */
final class Lease {

    private static final Duration MARGIN = Duration.ofSeconds(32);
    private static final int ATTEMPTS = 3;

    private final Session session;
    private final SessionTimers settings;
    private Optional<Duration> interval = Optional.empty();
    private boolean ours;
    private boolean hadTimer;
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
        least(message);
    }

    private void least(SipMessage message) {
        Headers.seconds(message, "Min-SE")
                .ifPresent(seconds -> minimum = Math.max(minimum, Math.max(seconds, SessionTimers.FLOOR.toSeconds())));
    }

    /** What the INVITE asked for that began a session of ours. */
    void asked(SipRequest invite) {
        least(invite);
        interval = invite.header("Session-Expires")
                .flatMap(SessionExpires::parse)
                .map(it -> Duration.ofSeconds(it.seconds()));
    }

    /** We have answered a 2xx that began or refreshed the session: the lease is as it says from now on. */
    void granted(Negotiation.Agreed agreed) {
        hadTimer |= agreed.supported() && agreed.granted().isPresent();
        interval = agreed.granted().map(it -> Duration.ofSeconds(it.seconds()));
        ours = agreed.granted()
                .flatMap(SessionExpires::refresher)
                .filter(Refresher.UAS::equals)
                .isPresent();
        begin();
    }

    /** The peer has answered a 2xx that began or refreshed the session. */
    void accepted(SipResponse response) {
        Optional<SessionExpires> told = response.header("Session-Expires").flatMap(SessionExpires::parse);
        if (told.isPresent() || hadTimer) {
            interval = told.map(it -> Duration.ofSeconds(it.seconds()));
        }
        hadTimer |= told.isPresent();
        ours = told.flatMap(SessionExpires::refresher)
                .filter(Refresher.UAS::equals)
                .isEmpty();
        begin();
    }

    private void begin() {
        stop();
        failures = 0;
        if (interval.isPresent()) {
            begin(interval.get());
        } else {
            probeLater();
        }
    }

    private void begin(Duration whole) {
        boolean tooLong = whole.compareTo(settings.maximum()) > 0;
        if (ours) {
            Duration bound = tooLong ? settings.maximum() : whole;
            next = session.after(bound.dividedBy(2), this::refresh);
            end = session.after(bound, session::expired);
        } else {
            Duration third = whole.dividedBy(3);
            end = session.after(whole.minus(third.compareTo(MARGIN) < 0 ? third : MARGIN), session::expired);
            if (tooLong) {
                probeLater();
            }
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
        if (session.isOver() || response.isSuccess() || ++failures >= ATTEMPTS) {
            return;
        }
        if (updates && (response.status() == 405 || response.status() == 501)) {
            updates = false;
            refresh();
        } else {
            Duration pause = Headers.seconds(response, "Retry-After").isPresent()
                    ? Duration.ofSeconds(
                            Headers.seconds(response, "Retry-After").getAsLong())
                    : interval.orElse(MARGIN).dividedBy(10);
            next = session.after(pause, this::refresh);
        }
    }

    private void probeLater() {
        if (!settings.probe().isZero()) {
            next = session.after(settings.probe(), this::probe);
        }
    }

    private void probe() {
        session.probe(response -> {
            if (response.status() == Rejections.UNREACHABLE.status()) {
                session.expired();
            } else if (!session.isOver()) {
                probeLater();
            }
        });
    }

    void stop() {
        next.cancel();
        end.cancel();
    }
}
