package io.parley.sip.dialog;

import io.parley.ports.out.Scheduler;
import io.parley.sip.authentication.Credentials;
import io.parley.sip.message.NameAddress;
import io.parley.sip.message.SipHeaders;
import io.parley.sip.message.SipRequest;
import io.parley.sip.message.SipResponse;
import io.parley.sip.stack.ClientTransaction;
import io.parley.sip.stack.Peer;
import io.parley.sip.stack.ServerTransaction;
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
    private final RequestHandler handler;
    private final Executor executor;
    private final RandomGenerator random;
    private final Locator locator;
    private final Credentials credentials;
    private final Consumer<Throwable> reporter;
    private final Timers timers;
    private final Merged merged;
    private final Disconnections disconnections;
    private final Map<DialogId, Dialog> dialogs = new ConcurrentHashMap<>();
    private final Map<DialogId, Subscriber> expected = new ConcurrentHashMap<>();
    private final CompletableFuture<SipStack> stack = new CompletableFuture<>();
    private volatile boolean closed;

    private UserAgent(UserAgentBuilder given) {
        this.settings = given.settings;
        this.handler = given.handler;
        this.executor = given.executor;
        this.random = given.random;
        this.locator = given.locator;
        this.credentials = given.credentials;
        this.reporter = given.reporter;
        this.timers = new Timers(given.scheduler, given.clock);
        this.merged = new Merged(given.clock, settings.patience());
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
        SipHandler entrance = new SipHandler() {
            @Override
            public void received(ServerTransaction transaction) {
                agent.received(transaction);
            }

            @Override
            public void acknowledged(SipRequest ack, Peer peer) {
                agent.acknowledged(ack);
            }

            @Override
            public void disconnected(long connection) {
                agent.disconnected(connection);
            }
        };
        agent.stack.complete(stack.apply(entrance));
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
        return NextHop.of(uri, locator);
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
        return complete.and("Supported", settings.supportedText());
    }

    private void received(ServerTransaction transaction) {
        SipRequest request = transaction.request();
        boolean answers = !request.method().equals("BENOTIFY");
        if (closed || !stack.isDone()) {
            refuse(transaction, Rejections.UNREACHABLE);
            return;
        }
        Optional<SipResponse> refusal = Examination.of(request, settings);
        if (refusal.isPresent()) {
            if (answers) {
                refuse(transaction, refusal.get());
            }
            return;
        }
        Optional<DialogId> id =
                Methods.NEVER_WITHIN.contains(request.method()) ? Optional.empty() : DialogId.ofReceived(request);
        if (id.isPresent()) {
            within(id.get(), transaction);
        } else if (Methods.ONLY_WITHIN.contains(request.method())) {
            if (answers) {
                refuse(transaction, Rejections.NOT_FOUND);
            }
        } else if (merged.is(request)) {
            refuse(transaction, SipResponse.of(482, "Loop Detected"));
        } else {
            outside(transaction);
        }
    }

    private void refuse(ServerTransaction transaction, SipResponse response) {
        transaction.respond(Headers.tagged(transaction.request(), response, freshTag()));
    }

    private void within(DialogId id, ServerTransaction transaction) {
        Dialog dialog = dialogs.get(id);
        Subscriber half = expected.get(new DialogId(id.callId(), id.localTag(), ""));
        String method = transaction.request().method();
        if (dialog != null) {
            dialog.execute(() -> dialog.received(transaction));
        } else if (half != null && method.endsWith("NOTIFY")) {
            half.execute(() -> half.early(transaction));
        } else if (!method.equals("BENOTIFY")) {
            transaction.respond(Rejections.NOT_FOUND);
        }
    }

    private void outside(ServerTransaction transaction) {
        SipRequest request = transaction.request();
        Turns turns = turns();
        switch (request.method()) {
            case "INVITE" -> {
                Negotiation negotiation = Negotiation.answer(request, settings.timers());
                if (negotiation instanceof Negotiation.Refused refused) {
                    refuse(transaction, refused.response());
                    return;
                }
                Dialog dialog = Dialog.server(this, turns, request, transaction.peer(), freshTag());
                IncomingInvite invite = new IncomingInvite(this, transaction, dialog);
                turns.execute(() -> {
                    if (!invite.isWithdrawn()) {
                        hand(() -> handler.invited(invite), invite);
                    }
                });
            }
            case "SUBSCRIBE", "REFER" -> {
                Dialog dialog = Dialog.server(this, turns, request, transaction.peer(), freshTag());
                turns.execute(() -> subscribed(transaction, dialog, false));
            }
            default -> turns.execute(() -> requested(transaction, Optional.empty()));
        }
    }

    /** A request that no session in {@code dialog} has to see. */
    void requested(ServerTransaction transaction, Optional<Dialog> dialog) {
        String tag = freshTag();
        IncomingRequest request = new IncomingRequest(
                transaction,
                dialog,
                response -> transaction.respond(Headers.tagged(transaction.request(), response, tag)));
        hand(() -> handler.requested(request), request);
    }

    /** A SUBSCRIBE or REFER that is about no subscription which is there. */
    void subscribed(ServerTransaction transaction, Dialog dialog, boolean within) {
        SipRequest request = transaction.request();
        boolean refers = request.method().equals("REFER");
        Optional<String> number = within ? CSeq.of(request).map(it -> Long.toString(it.number())) : Optional.empty();
        Optional<EventType> event = refers
                ? Optional.of(new EventType("refer", number))
                : request.header("Event").flatMap(EventType::parse);
        Durations.Asked asked = Durations.of(request, settings.subscriptions());
        Optional<SipResponse> refusal =
                event.filter(it -> settings.subscriptions().packages().contains(it.name()))
                                .isPresent()
                        ? asked.refusal()
                        : Optional.of(SipResponse.of(489, "Bad Event").with("Allow-Events", settings.allowEvents()));
        if (refusal.isPresent()) {
            transaction.respond(within ? refusal.get() : dialog.beginning(request, refusal.get()));
            return;
        }
        IncomingSubscribe subscribe =
                new IncomingSubscribe(transaction, dialog, within, event.orElseThrow(), asked.granted());
        hand(() -> handler.subscribed(subscribe), subscribe);
    }

    private void acknowledged(SipRequest ack) {
        DialogId.ofReceived(ack)
                .flatMap(this::find)
                .ifPresent(dialog -> dialog.execute(() -> dialog.session().ifPresent(it -> it.acknowledged(ack))));
    }

    private void disconnected(long connection) {
        if (!closed && !dialogs.isEmpty()) {
            disconnections.add(connection);
        }
    }

    /** Has a handler serve {@code incoming}, which is answered 500 if that throws. */
    void hand(Runnable serve, Incoming incoming) {
        try {
            serve.run();
        } catch (RuntimeException | Error thrown) {
            reporter.accept(thrown);
            incoming.reject(Rejections.BROKEN);
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

    void expectNoMore(DialogId half) {
        expected.remove(half);
    }

    void remember(Dialog dialog) {
        dialogs.put(dialog.id(), dialog);
    }

    void forget(Dialog dialog) {
        dialogs.remove(dialog.id(), dialog);
    }

    private Turns turns() {
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
