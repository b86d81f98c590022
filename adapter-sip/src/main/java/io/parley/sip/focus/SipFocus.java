package io.parley.sip.focus;

import io.parley.ports.out.MediaSessions;
import io.parley.ports.out.Scheduler;
import io.parley.ports.out.Signalling;
import io.parley.sip.chat.ChatMcus;
import io.parley.sip.dialog.UserAgent;
import io.parley.sip.stack.SipHandler;
import io.parley.sip.stack.SipStack;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Function;

/**
 * The foci of all conferences at SIP. It is made before the system whose port {@link #signalling} it is, and serves when both are there.
 *
 * <pre>{@code
 * SipFocus sip = new SipFocus(SipFocusSettings.in("example.com"), scheduler, clock, executor, Signalling...);
 * Parley parley = Parley.builder("example.com", portsWith(sip.signalling())).build();
 * sip.start(new FocusPorts(parley.focus(), parley.c3p(), parley.watching()),
 *         Optional.empty(),
 *         handler -> JainSipStack.builder(handler).udp(address).tcp(address).build());
 * }</pre>
 *
 * <p>May be used by any number of threads at once.
 */
public final class SipFocus implements AutoCloseable {

    private final SipFocusSettings settings;
    private final Scheduler scheduler;
    private final InstantSource clock;
    private final Executor executor;
    private final Calls calls;
    private volatile Optional<UserAgent> agent = Optional.empty();

    /**
     * Foci that do not serve yet.
     *
     * @param scheduler runs timers, and follows {@code clock}
     * @param executor runs what requests ask for, which may take its time
     * @param others places calls to people as long as the foci do not serve, and ends those that are not the foci's
     */
    public SipFocus(
            SipFocusSettings settings, Scheduler scheduler, InstantSource clock, Executor executor, Signalling others) {
        this.settings = settings;
        this.scheduler = scheduler;
        this.clock = clock;
        this.executor = executor;
        this.calls = new Calls(settings.domain(), others);
    }

    /** What the system reaches devices by. Ends nothing before {@link #start}. */
    public Signalling signalling() {
        return calls;
    }

    /**
     * Serves without media other than messages, on the stack that {@code stack} makes for a handler of messages.
     *
     * @param chat the MCUs of messages, which are told by what they call
     * @throws IllegalStateException if it serves already
     */
    public void start(FocusPorts ports, Optional<ChatMcus> chat, Function<SipHandler, SipStack> stack) {
        start(ports, chat, Optional.empty(), stack);
    }

    /**
     * Serves, with MCUs that answer SDP.
     *
     * @param chat the MCUs of messages, which are told by what they call
     * @param media the sessions of phones with the MCUs of media
     * @throws IllegalStateException if it serves already
     */
    public void start(
            FocusPorts ports,
            Optional<ChatMcus> chat,
            Optional<MediaSessions> media,
            Function<SipHandler, SipStack> stack) {
        if (agent.isPresent()) {
            throw new IllegalStateException("a focus that serves already");
        }
        Reception reception = new Reception(settings, ports, calls, scheduler, clock, chat, media);
        UserAgent started = UserAgent.builder(new FocusRequests(reception), scheduler, executor)
                .settings(settings.userAgent(chat.isPresent() ? List.of("application/sdp") : List.of()))
                .clock(clock)
                .locator(settings.locator())
                .credentials(settings.credentials())
                .start(stack);
        reception.at(started);
        calls.placedBy(new PlacedCalls(reception, executor));
        agent = Optional.of(started);
    }

    /** How many devices have a call with a focus. */
    public int calls() {
        return calls.size();
    }

    /** How many subscriptions to conferences there are. */
    public int subscriptions() {
        return calls.subscriptions();
    }

    /** How many dialogs there are, those of subscriptions and of calls that are ending among them. */
    public int dialogs() {
        return agent.map(it -> it.dialogs().size()).orElse(0);
    }

    /** How many timers of sessions and subscriptions run. */
    public int timers() {
        return agent.map(UserAgent::armedTimers).orElse(0);
    }

    /** Ends all without a word to the peers, and the stack. Has no effect the second time. */
    @Override
    public void close() {
        agent.ifPresent(UserAgent::close);
    }
}
