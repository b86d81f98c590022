package io.parley.sip.focus;

import io.parley.focus.DialogId;
import io.parley.identity.SipUri;
import io.parley.identity.XconUri;
import io.parley.ports.in.FocusService.Departure;
import io.parley.ports.in.FocusService.Signaller;
import io.parley.sip.authentication.Identified;
import io.parley.sip.dialog.IncomingRequest;
import io.parley.sip.dialog.Session;
import io.parley.sip.dialog.SessionEnd;
import io.parley.sip.dialog.SessionHandler;
import io.parley.sip.message.SipResponse;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The call of one device with a focus, from its INVITE on, with the subscriptions that stand on it.
 *
 * <table>
 *   <caption>states</caption>
 *   <tr><th>state</th><th>what happens</th><th>then</th></tr>
 *   <tr><td>open</td><td>INFO, UPDATE, re-INVITE, OPTIONS</td><td>open</td></tr>
 *   <tr><td>open</td><td>the focus ends it</td><td>ending: until the sender of the command that does so has his answer</td></tr>
 *   <tr><td>ending</td><td>the answer is there, or is not worth waiting for</td><td>the last NOTIFY of each subscription, then BYE: over</td></tr>
 *   <tr><td>open</td><td>BYE, the lease runs out, nobody answers</td><td>the last NOTIFY of each subscription: over</td></tr>
 * </table>
 *
 * <p>All in the turn of its dialog, except what says otherwise.
 */
final class Call implements SessionHandler {

    private final Reception reception;
    private final DialogId id;
    private final XconUri conference;
    private final SipUri uri;
    private final Signaller caller;
    private final Optional<Dialect> spoken;
    private final String contact;
    private final Executor turn;
    private final Commands commands;
    private final Set<Watch> watches = ConcurrentHashMap.newKeySet();
    private Optional<Session> session = Optional.empty();
    private Optional<Departure> ending = Optional.empty();
    private boolean over;

    /**
     * A call that is being answered.
     *
     * @param uri the conference-URI that was called
     * @param spoken in what its device speaks C3P; empty if it knows none
     * @param contact where requests to the device go
     * @param turn runs what is to be done in the turn of its dialog
     */
    Call(
            Reception reception,
            DialogId id,
            XconUri conference,
            SipUri uri,
            Signaller caller,
            Optional<Dialect> spoken,
            String contact,
            Executor turn) {
        this.reception = reception;
        this.id = id;
        this.conference = conference;
        this.uri = uri;
        this.caller = caller;
        this.spoken = spoken;
        this.contact = contact;
        this.turn = turn;
        this.commands = new Commands(reception, this);
    }

    DialogId id() {
        return id;
    }

    XconUri conference() {
        return conference;
    }

    SipUri uri() {
        return uri;
    }

    Signaller caller() {
        return caller;
    }

    Dialect dialect() {
        return spoken.orElseGet(() -> reception.settings().dialects().get(0));
    }

    boolean speaksC3p() {
        return spoken.isPresent();
    }

    String contact() {
        return contact;
    }

    /** Runs {@code task} in the turn of the dialog; called by any thread. */
    void execute(Runnable task) {
        turn.execute(task);
    }

    /** It was accepted; called by any thread. */
    void accepted(Session begun) {
        turn.execute(() -> {
            session = Optional.of(begun);
            settle();
        });
    }

    Optional<Session> session() {
        return session;
    }

    @Override
    public void requested(IncomingRequest request) {
        Identified proof = reception.proof(request, uri, caller);
        if (proof instanceof Identified.Refused refused) {
            request.respond(refused.response());
        } else {
            heard(request.answeredWith(((Identified.As) proof)::confirmed));
        }
    }

    private void heard(IncomingRequest request) {
        switch (request.request().method()) {
            case "INFO" -> commands.came(request);
            case "INVITE", "UPDATE" -> request.respond(refreshed(request));
            case "OPTIONS" -> request.respond(reception.capabilities(Optional.of(uri), request));
            default -> request.respond(reception.notAllowed());
        }
    }

    /** A refresh, which has nothing to negotiate: the focus itself has no media. */
    private SipResponse refreshed(IncomingRequest request) {
        boolean offers = !request.request().body().isEmpty()
                && Dialect.of(request.request().body(), List.of(dialect())).isEmpty();
        return offers
                ? SipResponse.of(488, "Not Acceptable Here")
                : SipResponse.of(200, "OK").with("Contact", reception.contact(uri, request));
    }

    /** Ends it because {@code why}; called by any thread. Has no effect the second time. */
    void end(Departure why) {
        turn.execute(() -> {
            if (ending.isEmpty() && !over) {
                ending = Optional.of(why);
                commands.hurry();
                settle();
            }
        });
    }

    /** Goes, if it is time to go. */
    void settle() {
        if (ending.isPresent() && session.isPresent() && !over && commands.areSettled()) {
            over = true;
            Farewell farewell = Farewell.of(ending.get());
            Session open = session.get();
            takeLeave(ending.get(), () -> open.end(farewell.headers()));
        }
    }

    /** Ends the subscriptions, and runs {@code then} when the last NOTIFY of each is on its way. */
    private void takeLeave(Departure why, Runnable then) {
        List<Watch> told = List.copyOf(watches);
        AtomicInteger left = new AtomicInteger(told.size() + 1);
        Runnable sent = () -> {
            if (left.decrementAndGet() == 0) {
                then.run();
            }
        };
        told.forEach(watch -> watch.end(why, sent));
        sent.run();
    }

    @Override
    public void ended(SessionEnd end) {
        over = true;
        reception.calls().remove(this);
        takeLeave(Departure.LEFT, () -> {});
        reception.ports().focus().leave(conference, id, departure(end));
    }

    private static Departure departure(SessionEnd end) {
        return switch (end) {
            case ENDED, LEFT, CANCELLED, CLOSED -> Departure.LEFT;
            case EXPIRED, UNACKNOWLEDGED, GONE -> Departure.EXPIRED;
        };
    }

    /** A subscription stands on it; called by any thread. */
    void watchedBy(Watch watch) {
        watches.add(watch);
        turn.execute(() -> {
            if (over) {
                watch.end(ending.orElse(Departure.LEFT), () -> {});
            }
        });
    }

    void watchedNoMore(Watch watch) {
        watches.remove(watch);
    }
}
