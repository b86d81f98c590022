package io.parley.engine;

import io.parley.authorization.AccessPolicy;
import io.parley.ccmp.BlueprintChoice;
import io.parley.ccmp.CcmpRequest;
import io.parley.ccmp.CcmpResponse;
import io.parley.ccmp.Dispatcher;
import io.parley.ccmp.Message;
import io.parley.ccmp.Operation;
import io.parley.conference.Cause;
import io.parley.conference.Change;
import io.parley.conference.Conference;
import io.parley.conference.Outcome;
import io.parley.conference.Snapshot;
import io.parley.focus.Focus;
import io.parley.focus.FocusInstance;
import io.parley.identity.XconUri;
import io.parley.identity.XconUserId;
import io.parley.participation.Caller;
import io.parley.participation.Dissolving;
import io.parley.participation.JoinRequest;
import io.parley.participation.Joining;
import io.parley.participation.Refusal;
import io.parley.ports.in.FocusService.Device;
import io.parley.ports.in.FocusService.Signaller;
import io.parley.ports.out.ChangeListener;
import io.parley.ports.out.OutPorts;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The conference factory (RFC 4579 section 5.4): what CCMP would make for the caller of a blueprint, and the caller in it, in one transaction; and the
 * end of what was made so.
 */
final class FactoryCalls implements ChangeListener {

    private final OutPorts ports;
    private final FocusEngine focus;
    private final Identities identities;
    private final AccessPolicy policy;
    private final Dispatcher dispatcher;

    FactoryCalls(OutPorts ports, FocusEngine focus, Identities identities, AccessPolicy policy, Dispatcher dispatcher) {
        this.ports = ports;
        this.focus = focus;
        this.identities = identities;
        this.policy = policy;
        this.dispatcher = dispatcher;
    }

    Joining.Answer create(Signaller signaller, Device device, Set<String> media) {
        Optional<Caller> known = identities.caller(signaller).filter(Caller::authenticated);
        if (known.isEmpty() || device.replaces().isPresent()) {
            return refused(signaller.uri() + " cannot make a conference by this call");
        }
        Caller caller = known.get();
        JoinRequest request = FocusEngine.request(caller, device);
        Instant now = focus.now();
        return ports.store().transact(snapshot -> {
            Outcome<CcmpResponse> made = made(snapshot, caller, media, now);
            Optional<Conference> founded = founded(made);
            if (founded.isEmpty()) {
                return Outcome.unchanged(refused(made.result().reason()));
            }
            Joining.Answer answer = focus.joined(snapshot, founded.get(), request, now);
            if (!(answer instanceof Joining.Joined joined)) {
                return Outcome.unchanged(answer);
            }
            Conference begun = madeBy(joined.conference(), caller.id()).asFoundedLike(founded.get());
            return new Outcome<>(
                    new Joining.Joined(begun, joined.presenter(), joined.onHold()),
                    with(made.stored(), begun),
                    List.of(),
                    Optional.of(new Cause("focus/create", Optional.of(caller.id()), now)));
        });
    }

    /** What CCMP makes of the wish for a conference; of it the response is not sent, and what would be stored is not stored yet. */
    private Outcome<CcmpResponse> made(Snapshot snapshot, Caller caller, Set<String> media, Instant now) {
        XconUri blueprint = BlueprintChoice.of(
                snapshot, DefaultBlueprint.idIn(focus.settings().domain()), caller.requester(), policy, media);
        CcmpRequest request = CcmpRequest.of(Message.CONF, caller.id().toString())
                .operation(Operation.CREATE)
                .on(blueprint.toString())
                .authenticatedAs(caller.id());
        Dispatcher.Arrived arrived =
                dispatcher.arrive(request, (user, password) -> Optional.empty(), ports.users()::find);
        return arrived instanceof Dispatcher.Arrived.In in
                ? dispatcher.decide(in.request(), Optional.empty(), snapshot, now, ports.ids())
                : Outcome.unchanged(((Dispatcher.Arrived.Refused) arrived).response());
    }

    private static Optional<Conference> founded(Outcome<CcmpResponse> made) {
        return made.result()
                .confObjId()
                .filter(id -> made.result().isSuccess())
                .flatMap(id -> made.stored().stream()
                        .filter(state -> state.id().toString().equals(id))
                        .findFirst());
    }

    private static Conference madeBy(Conference conference, XconUserId creator) {
        Focus focus = conference.focus().orElseThrow();
        FocusInstance instance = focus.instance().orElseThrow();
        return conference.withFocus(focus.with(instance.madeBy(creator)));
    }

    private static List<Conference> with(List<Conference> stored, Conference begun) {
        List<Conference> all = new ArrayList<>(stored);
        all.replaceAll(state -> state.id().equals(begun.id()) ? begun : state);
        return all;
    }

    private static Joining.Refused refused(String reason) {
        return new Joining.Refused(new Refusal(Refusal.Kind.FORBIDDEN, reason));
    }

    @Override
    public void changed(Change change) {
        Optional<XconUserId> creator =
                change.before().flatMap(FocusEngine::instance).flatMap(FocusInstance::creator);
        if (creator.isEmpty()) {
            return;
        }
        boolean over = change.after()
                .filter(state ->
                        Dissolving.isOver(state, creator.get(), focus.settings().factory()))
                .isPresent();
        if (over) {
            ports.store()
                    .transact(snapshot -> Dissolving.decide(
                            snapshot,
                            change.conference(),
                            creator.get(),
                            focus.settings().factory(),
                            focus.now()));
        }
    }
}
