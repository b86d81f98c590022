package io.parley.engine;

import io.parley.cloning.Consequences;
import io.parley.conference.Cause;
import io.parley.conference.Conference;
import io.parley.conference.Outcome;
import io.parley.dialout.Dialling;
import io.parley.dialout.Redialling;
import io.parley.focus.CallId;
import io.parley.focus.DialOut;
import io.parley.focus.OutgoingCall;
import io.parley.focus.SipStatus;
import io.parley.identity.SipUri;
import io.parley.identity.XconUri;
import io.parley.identity.XconUserId;
import io.parley.participation.Caller;
import io.parley.participation.Coming;
import io.parley.participation.JoinRequest;
import io.parley.participation.Joining;
import io.parley.participation.Refusal;
import io.parley.ports.in.FocusService.Device;
import io.parley.ports.out.OutPorts;
import io.parley.user.RegisteredUser;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The calls that the focus places, and what becomes of them: each step is one transaction of the store. */
final class DialOuts {

    private final OutPorts ports;
    private final FocusEngine focus;
    private final Identities identities;
    private final Redialling redialling;

    DialOuts(OutPorts ports, FocusEngine focus, Identities identities, Redialling redialling) {
        this.ports = ports;
        this.focus = focus;
        this.identities = identities;
        this.redialling = redialling;
    }

    /** Somebody to be called. */
    record Wanted(RegisteredUser callee, DialOut dialOut) {}

    /** Calls those whom the list of {@code conference} still names, or who have been added to it, all at once; who is there or is being called is not called again. */
    void begin(XconUri conference, List<Wanted> wanted, Optional<XconUserId> by) {
        change(conference, "focus/dial-out", by, state -> {
            Conference next = state;
            for (Wanted one : wanted) {
                next = begun(next, one);
            }
            return next == state ? Optional.empty() : Optional.of(next.asNextOf(state));
        });
    }

    private Conference begun(Conference state, Wanted one) {
        boolean wanted = one.dialOut()
                .entry()
                .map(state.users().allowed()::contains)
                .orElseGet(() -> state.attendance().hasJoined(one.callee().id()));
        return state.info().isActive()
                        && wanted
                        && dial(
                                        state,
                                        one.callee(),
                                        one.dialOut(),
                                        fresh(),
                                        ports.clock().instant())
                                instanceof Dialling.Answer.Begun begun
                ? begun.conference()
                : state;
    }

    /** What becomes of the wish to call {@code callee}. */
    Dialling.Answer dial(Conference state, RegisteredUser callee, DialOut wanted, CallId id, Instant now) {
        return Dialling.begin(state, focus.focus(state), callee, wanted, id, focus.settings(), now);
    }

    /** An identifier that no call has had. */
    CallId fresh() {
        return new CallId(ports.ids().token());
    }

    /** Takes back the calls whose entries are gone from the list. */
    void withdraw(XconUri conference, Optional<XconUserId> by) {
        change(conference, "focus/cancel", by, Dialling::withdrawn);
    }

    void alerting(XconUri conference, CallId call) {
        Instant now = ports.clock().instant();
        change(conference, "focus/alerting", Optional.empty(), state -> Dialling.alerting(state, call, now));
    }

    void followed(XconUri conference, CallId call) {
        change(conference, FOLLOWED, Optional.empty(), state -> Dialling.followed(state, call));
    }

    void failed(XconUri conference, CallId call, SipStatus status) {
        Instant now = ports.clock().instant();
        change(
                conference,
                "focus/failed",
                Optional.empty(),
                state -> Dialling.failed(state, call, status, redialling, now));
    }

    /** The time of a call that failed has come. */
    void due(XconUri conference, CallId call) {
        Instant now = ports.clock().instant();
        change(conference, "focus/redial", Optional.empty(), state -> Dialling.due(state, call, fresh(), now));
    }

    /** Somebody whom a list or a REFER names; he is given an identifier if he has none. */
    RegisteredUser callee(SipUri target) {
        return identities.shown(target);
    }

    Joining.Answer answered(XconUri conference, CallId id, Device device) {
        Optional<Caller> caller = call(conference, id).map(this::caller);
        Joining.Answer answer = caller.isEmpty()
                ? wantedNoMore(id)
                : focus.admit(
                        conference,
                        state -> Dialling.answerable(state, id)
                                .map(call -> request(caller.get(), device, call))
                                .<FocusEngine.Wish>map(FocusEngine.Wish.ToJoin::new)
                                .orElseGet(() -> new FocusEngine.Wish.Refused(
                                        wantedNoMore(id).refusal())));
        if (answer instanceof Joining.Refused) {
            failed(conference, id, SipStatus.DECLINE);
        }
        return answer;
    }

    private Optional<OutgoingCall> call(XconUri conference, CallId id) {
        return ports.store()
                .transact(snapshot -> Outcome.unchanged(
                        snapshot.find(conference).flatMap(FocusEngine::instance).flatMap(live -> live.call(id))));
    }

    private static Joining.Refused wantedNoMore(CallId id) {
        return new Joining.Refused(
                new Refusal(Refusal.Kind.FORBIDDEN, "the call " + id.value() + " is wanted no more"));
    }

    private Caller caller(OutgoingCall call) {
        SipUri target = call.wanted().target();
        RegisteredUser user = ports.users().registered(call.user()).orElseGet(() -> RegisteredUser.of(call.user()));
        return new Caller(target.addressOfRecord(), user, identities.method(target), false, false);
    }

    private static JoinRequest request(Caller caller, Device device, OutgoingCall call) {
        return new JoinRequest(
                caller,
                device.dialog(),
                device.contact(),
                device.entity(),
                device.displayName(),
                device.asked(),
                device.managesLobby(),
                device.conceals(),
                new Coming.Answering(call));
    }

    /** Whether there is a way to call anybody. */
    boolean arePlaced() {
        return ports.signalling().callsPeople();
    }

    /** What a change is called by which somebody who was referred has followed. */
    static final String FOLLOWED = "focus/followed";

    private void change(
            XconUri conference,
            String action,
            Optional<XconUserId> by,
            Function<Conference, Optional<Conference>> work) {
        Instant now = ports.clock().instant();
        ports.store()
                .transact(snapshot -> snapshot.find(conference)
                        .flatMap(work)
                        .map(next -> new Outcome<>(
                                true,
                                Consequences.of(snapshot, next.withPseudonyms(ports.ids())),
                                List.of(),
                                Optional.of(new Cause(action, by, now))))
                        .orElseGet(() -> Outcome.unchanged(false)));
    }
}
