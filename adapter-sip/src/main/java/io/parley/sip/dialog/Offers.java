package io.parley.sip.dialog;

import io.parley.sip.message.SipBody;
import io.parley.sip.message.SipHeaders;
import io.parley.sip.message.SipRequest;
import io.parley.sip.message.SipResponse;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.Queue;
import java.util.function.Consumer;

/**
 * The requests that change a session, one at a time (RFC 3261 section 14, RFC 3311 section 5, erratum 4744 of RFC 4028). All in the turn
 * of the dialog.
 *
 * <table>
 * <caption>what is under way when a request of the peer comes</caption>
 * <tr><td>nothing</td><td>it is handled</td></tr>
 * <tr><td>one of ours</td><td>491: he and we try again, at different times</td></tr>
 * <tr><td>his INVITE, and it is an INVITE</td><td>500 with Retry-After</td></tr>
 * <tr><td>his INVITE, and it is an UPDATE</td><td>491</td></tr>
 * <tr><td>his UPDATE</td><td>500 with Retry-After</td></tr>
 * </table>
 */
final class Offers {

    private static final int ATTEMPTS = 6;
    private static final int RETRY_AFTER_SECONDS = 10;

    private final Session session;
    private final Dialog dialog;
    private final Lease lease;
    private final boolean weOwnTheCallId;
    private final Queue<Offer> waiting = new ArrayDeque<>();
    private Optional<String> theirs = Optional.empty();
    private boolean ours;
    private Timers.Timer retry = Timers.Timer.NONE;
    private Optional<SipRequest> acknowledgement = Optional.empty();

    /** A request of ours that is to be sent. */
    private record Offer(String method, SipHeaders headers, SipBody body, Consumer<SipResponse> answered, int attempt) {

        Offer again() {
            return new Offer(method, headers, body, answered, attempt + 1);
        }
    }

    Offers(Session session, Dialog dialog, Lease lease, boolean weOwnTheCallId) {
        this.session = session;
        this.dialog = dialog;
        this.lease = lease;
        this.weOwnTheCallId = weOwnTheCallId;
    }

    /** What refuses a request of the peer now; empty if it is taken, until {@link #answered}. */
    Optional<SipResponse> take(String method) {
        if (ours) {
            return Optional.of(Rejections.PENDING);
        }
        if (theirs.isPresent()) {
            boolean crossing = theirs.get().equals("INVITE") && method.equals("UPDATE");
            int seconds = dialog.agent().random().nextInt(RETRY_AFTER_SECONDS + 1);
            return Optional.of(crossing ? Rejections.PENDING : Rejections.later(seconds));
        }
        theirs = Optional.of(method);
        return Optional.empty();
    }

    /** The request of the peer has its final response. */
    void answered() {
        theirs = Optional.empty();
        next();
    }

    /** Sends a request of ours, now or when what is under way is over. */
    void send(String method, SipHeaders headers, SipBody body, Consumer<SipResponse> answered) {
        waiting.add(new Offer(method, headers, body, answered, 1));
        next();
    }

    private void next() {
        if (!ours && theirs.isEmpty() && !waiting.isEmpty() && !session.isOver()) {
            send(waiting.remove());
        }
    }

    private void send(Offer offer) {
        ours = true;
        SipHeaders headers = offer.headers();
        for (SipHeaders.Field field : lease.headers().fields()) {
            headers = headers.with(field.name(), field.value());
        }
        dialog.send(offer.method(), headers, offer.body(), response -> heard(offer, response));
    }

    private void heard(Offer offer, SipResponse response) {
        if (offer.method().equals("INVITE") && response.isSuccess() && !acknowledge(response)) {
            return;
        }
        lease.note(response);
        boolean glare = response.status() == Rejections.PENDING.status();
        boolean tooSmall = response.status() == 422 && response.header("Min-SE").isPresent();
        if ((glare || tooSmall) && offer.attempt() < ATTEMPTS && !session.isOver()) {
            if (glare) {
                later(offer.again());
            } else {
                send(offer.again());
            }
            return;
        }
        ours = false;
        if (response.isSuccess() && !session.isOver()) {
            dialog.refreshed(response, dialog.peer());
            lease.accepted(response);
        }
        offer.answered().accept(response);
        session.heard(response);
        next();
    }

    /** While it waits, what others want may come first. */
    private void later(Offer offer) {
        ours = false;
        retry = session.after(pause(), () -> {
            waiting.add(offer);
            next();
        });
        next();
    }

    /** RFC 3261 section 14.1: the owner of the Call-ID waits from 2.1 to 4 s, the other up to 2 s, in steps of 10 ms. */
    private Duration pause() {
        int steps = weOwnTheCallId
                ? 210 + dialog.agent().random().nextInt(191)
                : 1 + dialog.agent().random().nextInt(200);
        return Duration.ofMillis(steps * 10L);
    }

    /** Acknowledges a 2xx to a re-INVITE of ours: false if that is the second time. */
    private boolean acknowledge(SipResponse response) {
        long number = CSeq.of(response).map(CSeq::number).orElse(0L);
        boolean again = acknowledgement
                .flatMap(CSeq::of)
                .filter(it -> it.number() == number)
                .isPresent();
        SipRequest ack = again ? acknowledgement.orElseThrow() : dialog.acknowledgement(number, SipBody.NONE);
        acknowledgement = Optional.of(ack);
        dialog.acknowledge(ack);
        return !again;
    }

    void stop() {
        retry.cancel();
        waiting.forEach(it -> it.answered().accept(Rejections.NOT_FOUND));
        waiting.clear();
    }
}
