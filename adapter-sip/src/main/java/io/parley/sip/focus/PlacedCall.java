package io.parley.sip.focus;

import io.parley.conference.Conference;
import io.parley.focus.CallId;
import io.parley.focus.SipStatus;
import io.parley.identity.SipUri;
import io.parley.participation.Joining;
import io.parley.ports.in.FocusService.Device;
import io.parley.ports.in.FocusService.Signaller;
import io.parley.sip.dialog.IncomingRequest;
import io.parley.sip.dialog.OutgoingHandler;
import io.parley.sip.dialog.OutgoingInvite;
import io.parley.sip.dialog.Session;
import io.parley.sip.dialog.SessionEnd;
import io.parley.sip.dialog.SessionHandler;
import io.parley.sip.focus.PlacedCalls.Order;
import io.parley.sip.message.SipBody;
import io.parley.sip.message.SipRequest;
import io.parley.sip.message.SipResponse;
import io.parley.sip.stack.Target;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A call of the focus to somebody (RFC 4579 section 5.5). Once he has answered and is in, it is a {@link Call} like those that people make.
 *
 * <table>
 *   <caption>states</caption>
 *   <tr><th>state</th><th>what happens</th><th>then</th></tr>
 *   <tr><td>new</td><td>its streams have made their offer: INVITE</td><td>calling</td></tr>
 *   <tr><td>new</td><td>nobody knows where he is; there is no offer; it is cancelled</td><td>over, failed</td></tr>
 *   <tr><td>calling</td><td>180</td><td>calling: it rings</td></tr>
 *   <tr><td>calling</td><td>it is cancelled, or has rung too long: CANCEL</td><td>calling</td></tr>
 *   <tr><td>calling</td><td>he is somewhere else, or may be: INVITE to there</td><td>calling</td></tr>
 *   <tr><td>calling</td><td>he refuses, or there is no answer</td><td>over, failed</td></tr>
 *   <tr><td>calling</td><td>he answers, and is let in: ACK</td><td>a call</td></tr>
 *   <tr><td>calling</td><td>he answers, and is wanted no more: ACK, BYE</td><td>over</td></tr>
 * </table>
 */
final class PlacedCall implements OutgoingHandler, Placed {

    private static final SipStatus UNREACHABLE = new SipStatus(503, "Service Unavailable");
    private static final SipStatus UNANSWERED = new SipStatus(408, "Request Timeout");

    /** Hears of a session that is not, or no more, to be. */
    private static final SessionHandler NOBODY = new SessionHandler() {
        @Override
        public void requested(IncomingRequest request) {
            request.reject(SipResponse.of(481, "Call/Transaction Does Not Exist"));
        }

        @Override
        public void ended(SessionEnd end) {}
    };

    private final Reception reception;
    private final Order order;
    private final Streams streams;
    private final Redirections redirections;
    private final AtomicInteger invites = new AtomicInteger();
    private volatile Optional<SipStatus> givenUp = Optional.empty();
    private volatile Optional<OutgoingInvite> invite = Optional.empty();
    private volatile SipBody offer = SipBody.NONE;
    private SessionHandler call = NOBODY;

    PlacedCall(Reception reception, Order order) {
        this.reception = reception;
        this.order = order;
        this.streams = Streams.of(reception, order);
        this.redirections = new Redirections(order.target(), order.focus());
    }

    @Override
    public void begin() {
        Optional<Target> where = reception.agent().locate(order.target().toString());
        if (where.isEmpty()) {
            failed(UNREACHABLE);
        } else {
            streams.offer(
                    made -> {
                        offer = made;
                        reception.after(PlacedCalls.PATIENCE, () -> giveUp(UNANSWERED));
                        invite(order.target(), where.get());
                    },
                    this::failed);
        }
    }

    /** Sends an INVITE, whose outcome may be there before this returns. */
    private void invite(SipUri uri, Target where) {
        if (givenUp.isPresent()) {
            failed(givenUp.get());
            return;
        }
        int number = invites.incrementAndGet();
        SipRequest request = PlacedRequest.invite(order, uri, where, reception).with(offer);
        OutgoingInvite sent = reception.agent().invite(request, where, this);
        if (number == invites.get()) {
            invite = Optional.of(sent);
        }
        if (givenUp.isPresent()) {
            sent.cancel();
        }
    }

    @Override
    public void cancel() {
        giveUp(SipStatus.REQUEST_TERMINATED);
    }

    private void giveUp(SipStatus status) {
        givenUp = givenUp.or(() -> Optional.of(status));
        invite.ifPresent(OutgoingInvite::cancel);
    }

    @Override
    public void progressed(SipResponse response) {
        if (response.status() == 180) {
            reception.ports().focus().alerting(order.conference(), id());
        }
    }

    private CallId id() {
        return order.call().id();
    }

    @Override
    public SipBody answered(Session session, SipResponse response) {
        order.over().run();
        Call begun = new Call(
                reception,
                Dialogs.of(session.dialog().id()),
                order.conference(),
                order.focus(),
                new Signaller(order.target().addressOfRecord(), false, false),
                Optional.empty(),
                Dialogs.contact(response).orElseGet(order.target()::toString),
                session.dialog()::execute);
        reception.calls().add(begun);
        Optional<Conference> joined = Optional.empty();
        try {
            joined = join(begun, response);
        } finally {
            if (joined.isEmpty()) {
                reception.calls().remove(begun);
                streams.end();
                session.end();
            }
        }
        if (joined.isEmpty()) {
            return SipBody.NONE;
        }
        Streams.Answered answered = streams.answered(session, response, joined.get(), begun);
        call = answered.handler();
        begun.accepted(session);
        return answered.acknowledgement();
    }

    private Optional<Conference> join(Call begun, SipResponse response) {
        Device device = new Device(
                begun.id(),
                begun.contact(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                false,
                Dialogs.asksForPrivacy(response));
        return reception.ports().focus().answered(order.conference(), id(), device) instanceof Joining.Joined joined
                ? Optional.of(joined.conference())
                : Optional.empty();
    }

    /** Unless it is refused for all places where he might be, the call goes on where a redirection has said. */
    @Override
    public void failed(SipResponse response) {
        redirections.add(response);
        if (response.status() >= 600 || !goesOn()) {
            failed(givenUp.orElseGet(() -> new SipStatus(response.status(), response.reason())));
        }
    }

    private boolean goesOn() {
        for (Optional<SipUri> next = redirections.next(); next.isPresent(); next = redirections.next()) {
            Optional<Target> where = reception.agent().locate(next.get().toString());
            if (where.isPresent()) {
                invite(next.get(), where.get());
                return true;
            }
        }
        return false;
    }

    private void failed(SipStatus status) {
        order.over().run();
        streams.end();
        reception.ports().focus().failed(order.conference(), id(), status);
    }

    @Override
    public void requested(IncomingRequest request) {
        call.requested(request);
    }

    @Override
    public void ended(SessionEnd end) {
        call.ended(end);
    }

    @Override
    public void departed() {
        call.departed();
    }
}
