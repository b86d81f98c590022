package io.parley.inmemory.mcu;

import io.parley.c3p.C3pEndpoint;
import io.parley.c3p.C3pUser;
import io.parley.focus.Provisioning;
import io.parley.identity.SipUri;
import io.parley.mcu.McuCalls;
import io.parley.mcu.McuState;
import io.parley.mcu.Streams;
import io.parley.ports.out.MediaSession;
import io.parley.ports.out.MediaSessions.Leg;
import io.parley.ports.out.MediaSessions.Outcome;
import io.parley.sdp.Answering;
import io.parley.sdp.Direction;
import io.parley.sdp.SessionDescription;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** A participant's session with an MCU. What is agreed is its own business; whether he is in is the MCU's. */
final class MediaLeg implements MediaSession {

    private static final Outcome NOT_RUNNING = new Outcome.Refused(503, "Service Unavailable");
    private static final Outcome NOT_ACCEPTABLE = new Outcome.Refused(488, "Not Acceptable Here");

    private final Leg leg;
    private final Consumer<String> dismissed;
    private final Supplier<Optional<InMemoryMcu>> mcu;
    private final Negotiation negotiation;
    private Streams streams = Streams.NONE;
    private Optional<SessionDescription> offered = Optional.empty();
    private boolean in;
    private boolean over;

    /** One that begins, with the MCU that {@code mcu} finds if it runs. */
    MediaLeg(Leg leg, Consumer<String> dismissed, Supplier<Optional<InMemoryMcu>> mcu, Negotiation negotiation) {
        this.leg = leg;
        this.dismissed = dismissed;
        this.mcu = mcu;
        this.negotiation = negotiation;
    }

    /** By what participants are told apart. */
    String key() {
        return Provisioning.key(leg.user());
    }

    /** Whether the focus kept him in its lobby when he came. */
    boolean waits() {
        return leg.waits();
    }

    SipUri user() {
        return leg.user();
    }

    @Override
    public void answer(SessionDescription offer, Consumer<Outcome> outcome) {
        conclude(
                outcome,
                running -> negotiation
                        .answer(offer, running.media(), running.title())
                        .map(answer -> {
                            streams = streams.agreed(offer, answer);
                            return answer;
                        }));
    }

    @Override
    public void offer(Consumer<Outcome> outcome) {
        conclude(outcome, running -> {
            offered = negotiation.offer(running.media(), running.title());
            return offered;
        });
    }

    private interface Order {
        Optional<SessionDescription> execute(InMemoryMcu running);
    }

    private void conclude(Consumer<Outcome> outcome, Order order) {
        Optional<InMemoryMcu> running = mcu.get();
        Outcome came = NOT_RUNNING;
        boolean changed;
        synchronized (this) {
            if (over) {
                return;
            }
            if (running.isPresent()) {
                came = order.execute(running.get())
                        .<Outcome>map(Outcome.Described::new)
                        .orElse(NOT_ACCEPTABLE);
            }
            changed = in && came instanceof Outcome.Described;
        }
        if (changed) {
            running.get().renegotiated(this);
        }
        outcome.accept(came);
    }

    @Override
    public void answered(SessionDescription answer) {
        boolean agreed;
        synchronized (this) {
            if (over || offered.isEmpty()) {
                return;
            }
            agreed = Answering.unfit(offered.get(), answer).isEmpty() && answer.hasStreams();
            streams = agreed ? streams.agreed(answer, offered.get()) : streams;
            offered = Optional.empty();
        }
        if (agreed) {
            confirmed();
        } else {
            mcu.get().ifPresent(running -> running.leave(this));
            dismiss("No Stream In Common");
        }
    }

    @Override
    public void confirmed() {
        boolean first;
        synchronized (this) {
            if (over || streams.streams().isEmpty()) {
                return;
            }
            first = !in;
            in = true;
        }
        Optional<InMemoryMcu> running = mcu.get();
        if (running.isEmpty()) {
            dismiss("Conference Terminated");
        } else if (first) {
            running.get().seat(this);
        } else {
            running.get().renegotiated(this);
        }
    }

    @Override
    public void end() {
        if (close()) {
            mcu.get().ifPresent(running -> running.leave(this));
        }
    }

    /** The MCU has sent him away. */
    void dismiss(String why) {
        if (close()) {
            dismissed.accept(why);
        }
    }

    private synchronized boolean close() {
        boolean first = !over;
        over = true;
        negotiation.close();
        return first;
    }

    /** {@code state} with him in it: by the endpoint with which he was added, or by his device. */
    synchronized McuState seated(McuState state) {
        Optional<C3pUser> added = state.user(leg.user());
        C3pUser asked = added.orElseGet(() -> C3pUser.of(leg.user().addressOfRecord()));
        asked = asked.displayText().isPresent()
                ? asked
                : leg.displayName().map(asked::withDisplayText).orElse(asked);
        C3pEndpoint endpoint = added.flatMap(C3pUser::endpoint).orElseGet(this::device);
        return shown(state.with(McuCalls.connected(asked, streams.shown(endpoint), leg.method(), state)));
    }

    private C3pEndpoint device() {
        C3pEndpoint device = C3pEndpoint.of(leg.contact());
        return SipUri.parse(leg.contact()).map(device::withEndpointUri).orElse(device);
    }

    /** {@code state}, in which he is, with his streams as they are now. */
    synchronized McuState shown(McuState state) {
        Optional<C3pUser> user = state.user(leg.user());
        Optional<C3pEndpoint> endpoint = user.flatMap(C3pUser::endpoint).map(streams::shown);
        if (endpoint.isEmpty()) {
            return state;
        }
        negotiation.settle(streams);
        for (Streams.Stream stream : streams.streams()) {
            boolean heard = endpoint.get().media().stream()
                    .filter(media -> media.id().equals(Optional.of(stream.id())))
                    .flatMap(media -> media.status().flatMap(Direction::parse).stream())
                    .anyMatch(Direction::sends);
            negotiation.heard(stream.place(), heard);
        }
        return state.with(user.get().withEndpoints(List.of(endpoint.get())));
    }
}
