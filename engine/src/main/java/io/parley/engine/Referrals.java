package io.parley.engine;

import io.parley.authorization.AccessPolicy;
import io.parley.authorization.Requester;
import io.parley.cloning.Consequences;
import io.parley.conference.Cause;
import io.parley.conference.Conference;
import io.parley.conference.Outcome;
import io.parley.dialout.Dialling;
import io.parley.dialout.Referral;
import io.parley.dialout.Referring;
import io.parley.focus.AuthMethod;
import io.parley.focus.CallId;
import io.parley.focus.DialOut;
import io.parley.focus.OutgoingCall;
import io.parley.focus.OutgoingCall.State;
import io.parley.focus.SipStatus;
import io.parley.identity.SipUri;
import io.parley.identity.XconUri;
import io.parley.identity.XconUserId;
import io.parley.participation.Refusal;
import io.parley.ports.in.FocusService.Signaller;
import io.parley.ports.out.OutPorts;
import io.parley.schedule.Schedules;
import io.parley.user.RegisteredUser;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Consumer;

/** Who asks by REFER that somebody be called, referred or sent away, and is told how it went. */
final class Referrals {

    private final OutPorts ports;
    private final FocusEngine focus;
    private final Identities identities;
    private final Schedules schedules;
    private final AccessPolicy policy;
    private final DialOuts dialOuts;
    private final ConcurrentMap<CallId, Queue<Consumer<SipStatus>>> waiting = new ConcurrentHashMap<>();

    Referrals(
            OutPorts ports,
            FocusEngine focus,
            Identities identities,
            Schedules schedules,
            AccessPolicy policy,
            DialOuts dialOuts) {
        this.ports = ports;
        this.focus = focus;
        this.identities = identities;
        this.schedules = schedules;
        this.policy = policy;
        this.dialOuts = dialOuts;
    }

    /** Tells those who wait for {@code call} how it goes; they are forgotten with a final status. */
    void tell(CallId call, SipStatus status) {
        Queue<Consumer<SipStatus>> told = status.isFinal() ? waiting.remove(call) : waiting.get(call);
        if (told != null) {
            told.forEach(one -> one.accept(status));
        }
    }

    Optional<Refusal> refer(Signaller signaller, SipUri conference, Referral referral, Consumer<SipStatus> progress) {
        if (focus.isFactory(conference)) {
            return refuse(Refusal.Kind.FORBIDDEN, "the conference factory refers nobody");
        }
        Optional<Conference> found = focus.find(conference);
        if (found.isEmpty()) {
            return refuse(Refusal.Kind.NO_CONFERENCE, "there is no conference " + conference);
        }
        Optional<Requester> referrer = identities
                .known(signaller.uri())
                .map(user -> new Requester(
                        user, signaller.authenticated() && identities.method(signaller.uri()) != AuthMethod.ANONYMOUS));
        if (referrer.isEmpty()) {
            return refuse(
                    Refusal.Kind.FORBIDDEN,
                    signaller.uri() + " is no user of " + found.get().id());
        }
        Request request = new Request(referrer.get(), signaller.uri().addressOfRecord(), referral);
        // Nobody is registered because somebody without a right to it names him.
        Optional<Refusal> refusal = refusal(found.get(), request);
        if (refusal.isPresent()) {
            return refusal;
        }
        return referral.method() == Referral.Method.BYE
                ? dismiss(found.get().id(), request, progress)
                : call(found.get().id(), request, progress);
    }

    private record Request(Requester referrer, SipUri address, Referral referral) {
        DialOut dialOut() {
            return new DialOut(
                    referral.target(),
                    referral.method() == Referral.Method.REFER ? DialOut.Method.REFER : DialOut.Method.DIAL_OUT,
                    Optional.empty(),
                    Optional.of(address.toString()),
                    referral.referredBy().or(() -> Optional.of(address)),
                    referral.headers());
        }
    }

    private Optional<Refusal> refusal(Conference state, Request request) {
        Referral referral = request.referral();
        Optional<Refusal> refusal = Referring.refusal(
                state,
                focus.focus(state).provisioning(),
                request.referrer(),
                referral,
                target(state, referral.target()),
                policy,
                focus.settings().domain());
        return refusal.isPresent() || referral.method() == Referral.Method.BYE
                ? refusal
                : schedules
                        .of(state.document())
                        .closed(focus.now(), state.info().isActive())
                        .flatMap(closed -> refuse(Refusal.Kind.FORBIDDEN, state.id() + " " + closed));
    }

    /** Whom {@code target} names: a user, or whoever has that device in the conference. */
    private Optional<XconUserId> target(Conference state, SipUri target) {
        return identities
                .known(target)
                .map(RegisteredUser::id)
                .or(() -> FocusEngine.instance(state).flatMap(live -> Referring.owner(live, target)));
    }

    private Optional<Refusal> dismiss(XconUri conference, Request request, Consumer<SipStatus> progress) {
        Done done = ports.store().transact(snapshot -> {
            Optional<Conference> state = snapshot.find(conference);
            Optional<Refusal> refusal = state.isEmpty() ? gone(conference) : refusal(state.get(), request);
            if (refusal.isPresent()) {
                return Outcome.unchanged(new Done(refusal, SipStatus.NOT_FOUND));
            }
            return target(state.get(), request.referral().target())
                    .flatMap(user -> Referring.dismissed(state.get(), user))
                    .map(next -> new Outcome<>(
                            new Done(Optional.empty(), SipStatus.OK),
                            Consequences.of(snapshot, next),
                            List.of(),
                            Optional.of(cause("refer/bye", request))))
                    .orElseGet(() -> Outcome.unchanged(new Done(Optional.empty(), SipStatus.NOT_FOUND)));
        });
        if (done.refusal().isEmpty()) {
            progress.accept(done.status());
        }
        return done.refusal();
    }

    private record Done(Optional<Refusal> refusal, SipStatus status) {}

    private Optional<Refusal> call(XconUri conference, Request request, Consumer<SipStatus> progress) {
        DialOut wanted = request.dialOut();
        RegisteredUser callee = dialOuts.callee(wanted.target());
        CallId id = dialOuts.fresh();
        wait(id, progress);
        Dialling.Answer answer = ports.store().transact(snapshot -> {
            Optional<Conference> state = snapshot.find(conference);
            Optional<Refusal> refusal = state.isEmpty() ? gone(conference) : refusal(state.get(), request);
            Instant now = focus.now();
            Dialling.Answer dialled = refusal.<Dialling.Answer>map(Dialling.Answer.Refused::new)
                    .orElseGet(() -> dialOuts.dial(state.orElseThrow(), callee, wanted, id, now));
            return dialled instanceof Dialling.Answer.Begun begun
                    ? new Outcome<>(
                            dialled,
                            Consequences.of(snapshot, begun.conference().withPseudonyms(ports.ids())),
                            List.of(),
                            Optional.of(cause("refer/invite", request)))
                    : Outcome.unchanged(dialled);
        });
        if (answer instanceof Dialling.Answer.Begun) {
            return Optional.empty();
        }
        waiting.remove(id);
        if (answer instanceof Dialling.Answer.Refused refused) {
            return Optional.of(refused.refusal());
        }
        if (answer instanceof Dialling.Answer.UnderWay known) {
            joinIn(conference, known.call(), progress);
        } else {
            progress.accept(SipStatus.OK);
        }
        return Optional.empty();
    }

    private void wait(CallId id, Consumer<SipStatus> progress) {
        waiting.compute(id, (call, others) -> {
            Queue<Consumer<SipStatus>> all = others == null ? new ConcurrentLinkedQueue<>() : others;
            all.add(progress);
            return all;
        });
    }

    /** He is told of a call that somebody else has begun; if that has ended meanwhile, of its outcome as far as that can be seen. */
    private void joinIn(XconUri conference, OutgoingCall known, Consumer<SipStatus> progress) {
        wait(known.id(), progress);
        Optional<Conference> state = ports.store().transact(snapshot -> Outcome.unchanged(snapshot.find(conference)));
        Optional<OutgoingCall> call = state.flatMap(FocusEngine::instance).flatMap(live -> live.call(known.id()));
        if (call.isEmpty()) {
            boolean isThere =
                    state.filter(now -> Dialling.isThere(now, known.user())).isPresent();
            tell(known.id(), isThere ? SipStatus.OK : SipStatus.REQUEST_TERMINATED);
        } else if (call.get().state() instanceof State.Failed failed) {
            tell(known.id(), failed.status());
        }
    }

    private Cause cause(String action, Request request) {
        return new Cause(action, Optional.of(request.referrer().id()), focus.now());
    }

    private static Optional<Refusal> gone(XconUri conference) {
        return refuse(Refusal.Kind.NO_CONFERENCE, "there is no conference " + conference);
    }

    private static Optional<Refusal> refuse(Refusal.Kind kind, String reason) {
        return Optional.of(new Refusal(kind, reason));
    }
}
