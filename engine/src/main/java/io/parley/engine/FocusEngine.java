package io.parley.engine;

import io.parley.ccmp.Limits;
import io.parley.cloning.Consequences;
import io.parley.conference.Cause;
import io.parley.conference.Conference;
import io.parley.conference.Outcome;
import io.parley.conference.Snapshot;
import io.parley.conference.Tally;
import io.parley.document.Element;
import io.parley.focus.ConferenceUri;
import io.parley.focus.DialogId;
import io.parley.focus.Focus;
import io.parley.focus.FocusInstance;
import io.parley.focus.Provisioning;
import io.parley.identity.SipUri;
import io.parley.identity.XconUri;
import io.parley.identity.XconUserId;
import io.parley.participation.Caller;
import io.parley.participation.Coming;
import io.parley.participation.Endorsing;
import io.parley.participation.Foci;
import io.parley.participation.FocusSettings;
import io.parley.participation.JoinRequest;
import io.parley.participation.Joining;
import io.parley.participation.Leaving;
import io.parley.participation.McuReporting;
import io.parley.participation.Parting;
import io.parley.participation.Refusal;
import io.parley.ports.in.FocusService.Departure;
import io.parley.ports.in.FocusService.Device;
import io.parley.ports.in.FocusService.Endorsement;
import io.parley.ports.in.FocusService.McuId;
import io.parley.ports.in.FocusService.Signaller;
import io.parley.ports.out.OutPorts;
import io.parley.schedule.Schedules;
import io.parley.user.RegisteredUser;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Who comes to the focus of a conference and goes, and what its MCUs report: each call is one transaction of the store. */
final class FocusEngine {

    private final OutPorts ports;
    private final Identities identities;
    private final Foci foci;
    private final Schedules schedules;
    private final int users;
    private final McuReports reports;

    /**
     * The foci.
     *
     * @param users how many users may have joined in the whole system
     */
    FocusEngine(OutPorts ports, Identities identities, Foci foci, Schedules schedules, int users) {
        this.ports = ports;
        this.identities = identities;
        this.foci = foci;
        this.schedules = schedules;
        this.users = users;
        this.reports = new McuReports(ports, identities);
    }

    Optional<Conference> find(SipUri uri) {
        Optional<ConferenceUri> named = ConferenceUri.parse(uri);
        return named.isEmpty()
                ? Optional.empty()
                : ports.store()
                        .transact(snapshot ->
                                Outcome.unchanged(snapshot.find(named.get().conference())))
                        .filter(found -> isReachedBy(found, uri));
    }

    /** Sidebars are reached by their own URI; blueprints are no conferences. A conference has one conference-URI and no other. */
    private boolean isReachedBy(Conference found, SipUri uri) {
        if (!found.kind().isConference() && !found.kind().isSidebar()) {
            return false;
        }
        Provisioning provisioning = focus(found).provisioning();
        SipUri own = ConferenceUri.parse(uri)
                .flatMap(ConferenceUri::mcu)
                .map(provisioning::mcuUri)
                .orElse(provisioning.uri());
        return own.addressOfRecord()
                        .isEquivalentTo(uri.addressOfRecord(), foci.settings().domain())
                && own.parameter("opaque").equals(uri.parameter("opaque"));
    }

    Focus focus(Conference conference) {
        return foci.of(conference, ports.users()::registered, now());
    }

    Joining.Answer join(Signaller signaller, SipUri conference, Device device) {
        Optional<Caller> caller = identities.caller(signaller);
        if (caller.isEmpty()) {
            return new Joining.Refused(new Refusal(Refusal.Kind.FORBIDDEN, "no user is known as " + signaller.uri()));
        }
        JoinRequest request = request(caller.get(), device);
        Optional<Conference> found = find(conference);
        return found.isEmpty()
                ? new Joining.Refused(noConference(conference))
                : admit(
                        found.get().id(),
                        state -> closed(state, caller.get())
                                .<Wish>map(Wish.Refused::new)
                                .orElseGet(() -> new Wish.ToJoin(request)));
    }

    /** What a device that calls asks for. */
    static JoinRequest request(Caller caller, Device device) {
        return new JoinRequest(
                caller,
                device.dialog(),
                device.contact(),
                device.entity(),
                device.displayName(),
                device.asked(),
                device.managesLobby(),
                device.conceals(),
                device.replaces()
                        .<Coming>map(Coming.Replacing::new)
                        .orElseGet(() -> new Coming.Calling(device.referredBy())));
    }

    private Optional<Refusal> closed(Conference state, Caller caller) {
        return schedules
                .of(state.document())
                .closed(now(), state.info().isActive())
                .filter(closed -> !state.attendance().hasJoined(caller.id()))
                .map(closed -> new Refusal(Refusal.Kind.FORBIDDEN, state.id() + " " + closed));
    }

    /** What somebody asks of a conference as it stands. */
    sealed interface Wish {
        /** To join it. */
        record ToJoin(JoinRequest request) implements Wish {}

        /** Nothing that it could be asked. */
        record Refused(Refusal refusal) implements Wish {}
    }

    /** Lets a device into a conference, or not. */
    Joining.Answer admit(XconUri conference, Function<Conference, Wish> asked) {
        Instant now = now();
        return ports.store().transact(snapshot -> {
            Optional<Conference> state = snapshot.find(conference);
            if (state.isEmpty()) {
                return Outcome.unchanged(new Joining.Refused(
                        new Refusal(Refusal.Kind.NO_CONFERENCE, "there is no conference " + conference)));
            }
            Wish wish = asked.apply(state.get());
            if (!(wish instanceof Wish.ToJoin joins)) {
                return Outcome.unchanged(new Joining.Refused(((Wish.Refused) wish).refusal()));
            }
            Joining.Answer answer = joined(snapshot, state.get(), joins.request(), now);
            return answer instanceof Joining.Joined joined
                    ? new Outcome<>(
                            answer,
                            Consequences.of(snapshot, joined.conference()),
                            List.of(),
                            Optional.of(cause(
                                    "focus/join",
                                    Optional.of(joins.request().caller().id()),
                                    now)))
                    : refused(snapshot, state.get(), joins.request(), (Joining.Refused) answer, now);
        });
    }

    /** Who steers the conference is told whom its rules keep out. */
    private static Outcome<Joining.Answer> refused(
            Snapshot snapshot, Conference state, JoinRequest request, Joining.Refused answer, Instant now) {
        return Optional.of(answer)
                .filter(refused -> refused.refusal().kind() == Refusal.Kind.FORBIDDEN)
                .flatMap(refused -> Parting.refused(state, request, now))
                .map(noted -> new Outcome<Joining.Answer>(
                        answer,
                        Consequences.of(snapshot, noted),
                        List.of(),
                        Optional.of(cause(
                                "focus/refuse", Optional.of(request.caller().id()), now))))
                .orElseGet(() -> Outcome.unchanged(answer));
    }

    /** What becomes of {@code request}, if there is room in the whole system. */
    Joining.Answer joined(Snapshot snapshot, Conference state, JoinRequest request, Instant now) {
        Joining.Answer answer = Joining.decide(state, focus(state), request, foci.settings(), now);
        if (!(answer instanceof Joining.Joined joined)) {
            return answer;
        }
        return isFull(snapshot, request.caller().id())
                ? new Joining.Refused(new Refusal(Refusal.Kind.FULL, "the system has its " + users + " users"))
                : new Joining.Joined(
                        joined.conference().withPseudonyms(ports.ids()), joined.presenter(), joined.onHold());
    }

    /** Whether there is no room for {@code user}, who has joined nothing yet; where there is no limit nobody is counted. */
    private boolean isFull(Snapshot snapshot, XconUserId user) {
        return users != Limits.NONE
                && !snapshot.reaches(new Tally.JoinedBy(user), 1)
                && snapshot.reaches(new Tally.Participants(), users);
    }

    Optional<Refusal> endorse(Signaller signaller, SipUri conference, Endorsement endorsement) {
        Optional<Caller> endorser = identities.caller(signaller);
        Optional<Conference> found = find(conference);
        if (found.isEmpty()) {
            return Optional.of(noConference(conference));
        }
        if (endorser.isEmpty()) {
            return Optional.of(unauthorized(signaller.uri() + " cannot endorse anybody"));
        }
        Instant now = now();
        return ports.store().transact(snapshot -> {
            Optional<Conference> state = snapshot.find(found.get().id());
            Optional<Conference> next = state.flatMap(standing -> Endorsing.decide(
                    standing,
                    endorsement.endorsee(),
                    endorsement.callId(),
                    endorsement.fromTag(),
                    endorsement.toTag(),
                    endorser.get(),
                    rights(standing, endorser.get(), now)));
            return next.map(endorsed -> new Outcome<Optional<Refusal>>(
                            Optional.empty(),
                            Consequences.of(snapshot, endorsed),
                            List.of(),
                            Optional.of(cause(
                                    "focus/endorse", Optional.of(endorser.get().id()), now))))
                    .orElseGet(() -> Outcome.unchanged(Optional.of(unauthorized("no dialog of " + endorsement.endorsee()
                            + " that " + signaller.uri() + " could endorse"))));
        });
    }

    /** What the endorser would be given if he joined now. */
    private Endorsing.Rights rights(Conference conference, Caller endorser, Instant now) {
        JoinRequest trial = new JoinRequest(
                endorser,
                new DialogId("endorsement", "endorsement", "endorsement"),
                endorser.uri().toString(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                false);
        return Joining.decide(conference, focus(conference), trial, foci.settings(), now)
                        instanceof Joining.Joined joined
                ? new Endorsing.Rights(joined.presenter(), !joined.onHold())
                : new Endorsing.Rights(false, false);
    }

    void leave(XconUri conference, DialogId dialog, Departure why) {
        change(
                conference,
                "focus/" + (why == Departure.EXPIRED ? "expire" : "leave"),
                by(dialog),
                state -> Leaving.device(state, dialog));
    }

    private static Function<Conference, Optional<XconUserId>> by(DialogId dialog) {
        return state -> state.focus()
                .flatMap(Focus::instance)
                .flatMap(instance -> instance.dialogs().get(dialog));
    }

    void report(McuId mcu, Element document) {
        reports.report(mcu, document);
    }

    void failed(McuId id) {
        change(
                id.conference(),
                "focus/mcu",
                state -> Optional.empty(),
                state -> McuReporting.failed(state, id.type(), id.incarnation()));
    }

    /** Stores what {@code work} makes of a conference, if it makes something. */
    Optional<Conference> change(
            XconUri conference,
            String action,
            Function<Conference, Optional<XconUserId>> by,
            Function<Conference, Optional<Conference>> work) {
        Instant now = now();
        return ports.store().transact(snapshot -> {
            Optional<Conference> before = snapshot.find(conference);
            Optional<Conference> after = before.flatMap(work);
            return after.map(next -> new Outcome<>(
                            after,
                            Consequences.of(snapshot, next),
                            List.of(),
                            Optional.of(cause(action, by.apply(before.get()), now))))
                    .orElseGet(() -> Outcome.unchanged(Optional.empty()));
        });
    }

    /** The instance of a conference, if it is activated. */
    static Optional<FocusInstance> instance(Conference conference) {
        return conference.focus().flatMap(Focus::instance);
    }

    Optional<RegisteredUser> known(SipUri uri) {
        return identities.known(uri);
    }

    boolean isFactory(SipUri uri) {
        return settings()
                .factory()
                .uri()
                .addressOfRecord()
                .isEquivalentTo(uri.addressOfRecord(), settings().domain());
    }

    FocusSettings settings() {
        return foci.settings();
    }

    Instant now() {
        return ports.clock().instant();
    }

    private static Cause cause(String action, Optional<XconUserId> by, Instant now) {
        return new Cause(action, by, now);
    }

    private static Refusal noConference(SipUri conference) {
        return new Refusal(Refusal.Kind.NO_CONFERENCE, "there is no conference " + conference);
    }

    private static Refusal unauthorized(String reason) {
        return new Refusal(Refusal.Kind.UNAUTHORIZED, reason);
    }
}
