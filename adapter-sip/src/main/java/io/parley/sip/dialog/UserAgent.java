package io.parley.sip.dialog;

import io.parley.ports.out.Scheduler;
import io.parley.sip.authentication.Credentials;
import io.parley.sip.message.NameAddress;
import io.parley.sip.message.SipHeaders;
import io.parley.sip.message.SipRequest;
import io.parley.sip.message.SipResponse;
import io.parley.sip.stack.ClientTransaction;
import io.parley.sip.stack.SipHandler;
import io.parley.sip.stack.SipStack;
import io.parley.sip.stack.Target;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.random.RandomGenerator;

/**
 * A user agent (RFC 3261 section 6): sends requests, and takes those that come, of which it refuses what no handler has to see, and hands
 * the rest to their dialogs or to the room above.
 *
 * <p>May be used by any number of threads at once.
 */
public final class UserAgent implements AutoCloseable {

    private static final System.Logger LOGGER = System.getLogger(UserAgent.class.getName());
    private static final int TAG_BYTES = 8;
    private static final int CALL_ID_BYTES = 16;

    private final UserAgentSettings settings;
    private final Executor executor;
    private final RandomGenerator random;
    private final Locator locator;
    private final Credentials credentials;
    private final Consumer<Throwable> reporter;
    private final Timers timers;
    private final Entrance entrance;
    private final Disconnections disconnections;
    private final Map<DialogId, Dialog> dialogs = new ConcurrentHashMap<>();
    private final Map<DialogId, Subscriber> expected = new ConcurrentHashMap<>();
    private final CompletableFuture<SipStack> stack = new CompletableFuture<>();
    private volatile boolean closed;

    private UserAgent(UserAgentBuilder given) {
        this.settings = given.settings;
        this.executor = given.executor;
        this.random = given.random;
        this.locator = given.locator;
        this.credentials = given.credentials;
        this.reporter = given.reporter;
        this.timers = new Timers(given.scheduler, given.clock);
        this.entrance = new Entrance(this, given.handler, new Merged(given.clock, settings.patience()));
        this.disconnections = new Disconnections(settings, timers, executor, this::dialogs);
    }

    /**
     * A user agent that hands requests to {@code handler}, by the threads of {@code executor}. The scheduler has to follow the clock of
     * the user agent.
     */
    public static UserAgentBuilder builder(RequestHandler handler, Scheduler scheduler, Executor executor) {
        return new UserAgentBuilder(handler, scheduler, executor);
    }

    static UserAgent start(UserAgentBuilder builder, Function<SipHandler, SipStack> stack) {
        UserAgent agent = new UserAgent(builder);
        if (agent.settings.timers().interval().compareTo(SessionTimers.LEAST_OF_OURS) < 0) {
            LOGGER.log(
                    System.Logger.Level.WARNING,
                    "Sessions are refreshed every {0}, and RFC 4028 advises against less than {1}",
                    agent.settings.timers().interval(),
                    SessionTimers.LEAST_OF_OURS);
        }
        agent.stack.complete(stack.apply(agent.entrance));
        return agent;
    }

    /** The stack that it uses. */
    public SipStack stack() {
        return stack.join();
    }

    /** What it knows and grants. */
    public UserAgentSettings settings() {
        return settings;
    }

    /** The dialog of that name, if it is there. */
    public Optional<Dialog> find(DialogId id) {
        return Optional.ofNullable(dialogs.get(id));
    }

    /** The dialogs that are there, early ones among them. */
    public Collection<Dialog> dialogs() {
        return List.copyOf(dialogs.values());
    }

    /** How many timers of sessions and subscriptions run. */
    public int armedTimers() {
        return timers.armed();
    }

    /** Where a request for {@code uri} goes outside of dialogs, as far as its locator knows; empty if that is nowhere. */
    public Optional<Target> locate(String uri) {
        return NextHop.of(SipUriParts.of(uri), locator);
    }

    /**
     * Sends a request outside of dialogs. {@code From} has to be there; what else such a request needs is added, {@code CSeq} always.
     * Challenges are answered if they can be. The final response goes to {@code answered}, on the executor: 408 without one in time, 503 if
     * none could come.
     */
    public void send(SipRequest request, Target target, Consumer<SipResponse> answered) {
        send(complete(request), target, answered, 1);
    }

    private void send(SipRequest request, Target target, Consumer<SipResponse> answered, int number) {
        SipRequest numbered = request.with("CSeq", new CSeq(number, request.method()).toString());
        send(numbered, target, turns(), (response, peer) -> {
            if (response.isProvisional()) {
                return;
            }
            Optional<SipHeaders.Field> proof = number > 1 ? Optional.empty() : credentials(numbered, response);
            if (proof.isPresent()) {
                send(request.with(proof.get().name(), proof.get().value()), target, answered, number + 1);
            } else {
                answered.accept(response);
            }
        });
    }

    /** Sends an INVITE, with the session timers of the user agent. */
    public OutgoingInvite invite(SipRequest request, Target target, OutgoingHandler hears) {
        return invite(request, target, hears, settings.timers());
    }

    /**
     * Sends an INVITE. {@code From} and {@code Contact} have to be there; what else it needs is added. Challenges and an interval that is
     * too small are answered by another INVITE.
     */
    public OutgoingInvite invite(
            SipRequest request, Target target, OutgoingHandler hears, SessionTimers sessionTimers) {
        SipRequest complete = complete(withContact(request));
        if (complete.header("Session-Expires").isEmpty()) {
            complete = complete.with(
                    "Session-Expires", Long.toString(sessionTimers.interval().toSeconds()));
        }
        Turns turns = turns();
        ClientInvite invite = new ClientInvite(this, turns, complete, target, hears, sessionTimers);
        turns.execute(invite::begin);
        return invite;
    }

    /** Sends SUBSCRIBE or REFER. {@code From} and {@code Contact} have to be there, and for SUBSCRIBE {@code Event}. */
    public Subscriber subscribe(SipRequest request, Target target, SubscriberHandler hears) {
        Turns turns = turns();
        Subscriber subscriber = Subscriber.outside(this, turns, complete(withContact(request)), target, hears);
        turns.execute(subscriber::begin);
        return subscriber;
    }

    private static SipRequest withContact(SipRequest request) {
        if (Headers.contact(request).isEmpty()) {
            throw new IllegalArgumentException("no Contact: " + request);
        }
        return request;
    }

    private SipRequest complete(SipRequest request) {
        NameAddress from = Headers.address(request, "From");
        SipRequest complete = from.tag().isPresent()
                ? request
                : request.with("From", from.with("tag", freshTag()).toString());
        if (request.header("To").isEmpty()) {
            complete = complete.with("To", NameAddress.of(request.uri()).toString());
        }
        if (request.header("Call-ID").isEmpty()) {
            complete = complete.with("Call-ID", fresh(CALL_ID_BYTES));
        }
        if (request.header("Allow").isEmpty()) {
            complete = complete.with("Allow", settings.allow());
        }
        if (request.method().equals("INVITE") && request.header("Allow-Events").isEmpty()) {
            complete = complete.with("Allow-Events", settings.allowEvents());
        }
        if (request.method().equals("INVITE")
                && request.header("Accept").isEmpty()
                && !settings.accepted().isEmpty()) {
            complete = complete.with("Accept", settings.acceptText());
        }
        return complete.and("Supported", settings.supportedText());
    }

    /** A connection is there no more: who was reached by it may be gone. */
    void disconnected(long connection) {
        if (!closed && !dialogs.isEmpty()) {
            disconnections.add(connection);
        }
    }

    /** Tells a handler something, and reports what it throws. */
    void tell(Runnable word) {
        try {
            word.run();
        } catch (RuntimeException | Error thrown) {
            reporter.accept(thrown);
        }
    }

    /** What comes from outside. */
    Entrance entrance() {
        return entrance;
    }

    /** Whether it takes requests: its stack has started and is not closed. */
    boolean serves() {
        return !closed && stack.isDone();
    }

    void report(Throwable thrown) {
        reporter.accept(thrown);
    }

    static void log(Throwable thrown) {
        LOGGER.log(System.Logger.Level.ERROR, "A handler of SIP requests failed", thrown);
    }

    ClientTransaction send(SipRequest request, Target target, Executor turns, Responses responses) {
        return stack().send(request, target, new InTurn(turns, target, responses));
    }

    Optional<SipHeaders.Field> credentials(SipRequest request, SipResponse response) {
        return response.status() == 401 || response.status() == 407
                ? credentials.answer(request, response)
                : Optional.empty();
    }

    void expect(Subscriber subscriber, DialogId half) {
        expected.put(half, subscriber);
    }

    /** Whoever waits for the peer's half of a dialog (RFC 6665 section 4.4.1). */
    Optional<Subscriber> expected(DialogId id) {
        return Optional.ofNullable(expected.get(new DialogId(id.callId(), id.localTag(), "")));
    }

    void expectNoMore(DialogId half) {
        expected.remove(half);
    }

    void remember(Dialog dialog) {
        dialogs.put(dialog.id(), dialog);
    }

    void forget(Dialog dialog) {
        dialogs.remove(dialog.id(), dialog);
    }

    /** Turns for a dialog that may come to be. */
    Turns turns() {
        return new Turns(executor, reporter);
    }

    Timers timers() {
        return timers;
    }

    Locator locator() {
        return locator;
    }

    RandomGenerator random() {
        return random;
    }

    String freshTag() {
        return fresh(TAG_BYTES);
    }

    private String fresh(int bytes) {
        byte[] drawn = new byte[bytes];
        random.nextBytes(drawn);
        return HexFormat.of().formatHex(drawn);
    }

    /**
     * Ends all sessions and subscriptions without a word to their peers, and the stack. Whoever wants to take leave does so before.
     * Handlers are told. Has no effect the second time.
     */
    @Override
    public void close() {
        closed = true;
        List.copyOf(dialogs.values())
                .forEach(dialog -> dialog.execute(() -> dialog.usages().close()));
        if (stack.isDone()) {
            stack().close();
        }
    }
}
