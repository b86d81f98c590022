package io.parley.sip.focus;

import io.parley.focus.CallId;
import io.parley.focus.DialogId;
import io.parley.focus.OutgoingCall;
import io.parley.identity.ContactUri;
import io.parley.identity.SipUri;
import io.parley.identity.XconUri;
import io.parley.ports.in.FocusService.Departure;
import io.parley.ports.out.Signalling;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** The calls that devices have with foci, by their dialogs and by whose they are. */
final class Calls implements Signalling {

    private final String domain;
    private final Signalling others;
    private final Map<DialogId, Call> calls = new ConcurrentHashMap<>();
    private final Map<Owner, Set<Call>> owned = new ConcurrentHashMap<>();
    private final AtomicInteger subscriptions = new AtomicInteger();
    private volatile Optional<PlacedCalls> placed = Optional.empty();

    /** Who called what. */
    private record Owner(XconUri conference, String user) {}

    /** Users of {@code domain} are told apart without regard to case; calls to people are placed by {@code others} before there is {@link #placedBy}. */
    Calls(String domain, Signalling others) {
        this.domain = domain;
        this.others = others;
    }

    void add(Call call) {
        calls.put(call.id(), call);
        owned.compute(owner(call.conference(), call.caller().uri()), (who, known) -> {
            Set<Call> set = known == null ? ConcurrentHashMap.newKeySet() : known;
            set.add(call);
            return set;
        });
    }

    void remove(Call call) {
        calls.remove(call.id(), call);
        owned.computeIfPresent(owner(call.conference(), call.caller().uri()), (who, known) -> {
            known.remove(call);
            return known.isEmpty() ? null : known;
        });
    }

    Optional<Call> find(DialogId id) {
        return Optional.ofNullable(calls.get(id));
    }

    /** The call of {@code user} with {@code conference} from {@code contact}. */
    Optional<Call> of(XconUri conference, SipUri user, Optional<String> contact) {
        return owned.getOrDefault(owner(conference, user), Set.of()).stream()
                .filter(call -> contact.filter(call.contact()::equals).isPresent())
                .findFirst();
    }

    /** A call of {@code user} with {@code conference} in which C3P is spoken, from wherever it is. */
    Optional<Call> speakingC3p(XconUri conference, SipUri user) {
        return owned.getOrDefault(owner(conference, user), Set.of()).stream()
                .filter(Call::speaksC3p)
                .findFirst();
    }

    private Owner owner(XconUri conference, SipUri user) {
        return new Owner(conference, user.addressOfRecord().folded(domain).key());
    }

    int size() {
        return calls.size();
    }

    /** A subscription has begun. */
    void watched() {
        subscriptions.incrementAndGet();
    }

    /** A subscription is over. */
    void watchedNoMore() {
        subscriptions.decrementAndGet();
    }

    int subscriptions() {
        return subscriptions.get();
    }

    /** From now on calls to people are {@code ours}. */
    void placedBy(PlacedCalls ours) {
        placed = Optional.of(ours);
    }

    @Override
    public boolean callsPeople() {
        return placed.isPresent() || others.callsPeople();
    }

    @Override
    public void call(XconUri conference, SipUri focus, OutgoingCall call) {
        placed.ifPresentOrElse(ours -> ours.call(conference, focus, call), () -> others.call(conference, focus, call));
    }

    @Override
    public void cancel(XconUri conference, CallId call) {
        placed.ifPresent(ours -> ours.cancel(call));
        others.cancel(conference, call);
    }

    @Override
    public void bye(XconUri conference, ContactUri endpoint) {
        others.bye(conference, endpoint);
    }

    @Override
    public void end(XconUri conference, DialogId dialog, Departure why) {
        find(dialog).ifPresent(call -> call.end(why));
    }
}
