package io.parley.examples.caller;

import io.parley.c3p.C3pRequest;
import io.parley.c3p.C3pResponse;
import io.parley.codec.c3p.C3pCodec;
import io.parley.codec.c3p.C3pReading;
import io.parley.codec.xml.Limits;
import io.parley.identity.SipUri;
import io.parley.inmemory.ThreadScheduler;
import io.parley.sip.dialog.Delivery;
import io.parley.sip.dialog.IncomingInvite;
import io.parley.sip.dialog.IncomingRequest;
import io.parley.sip.dialog.IncomingSubscribe;
import io.parley.sip.dialog.Notification;
import io.parley.sip.dialog.NotificationSource;
import io.parley.sip.dialog.RequestHandler;
import io.parley.sip.dialog.Session;
import io.parley.sip.dialog.SessionEnd;
import io.parley.sip.dialog.SessionHandler;
import io.parley.sip.dialog.Subscription;
import io.parley.sip.dialog.SubscriptionEnd;
import io.parley.sip.dialog.SubscriptionSettings;
import io.parley.sip.dialog.UserAgent;
import io.parley.sip.dialog.UserAgentSettings;
import io.parley.sip.message.SipBody;
import io.parley.sip.message.SipHeaders;
import io.parley.sip.message.SipRequest;
import io.parley.sip.message.SipResponse;
import io.parley.sip.stack.JainSipStack;
import io.parley.sip.stack.Transport;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/** A focus on this machine that takes every call and every subscription, notes what it is sent and says what the test says. */
final class ScriptedFocus implements RequestHandler, SessionHandler, NotificationSource, AutoCloseable {

    static final SipUri CONFERENCE = SipUri.of("sip:alice@example.com;gruu;opaque=app:conf:focus:id:MJMAY7RF");

    private static final int PATIENCE_SECONDS = 20;

    private final C3pCodec codec = new C3pCodec(Limits.defaults());
    private final ThreadScheduler scheduler = ThreadScheduler.start();
    private final ExecutorService turns = Executors.newSingleThreadExecutor();
    private final BlockingQueue<SipRequest> heard = new LinkedBlockingQueue<>();
    private final Queue<String> documents = new ConcurrentLinkedQueue<>();
    private final CompletableFuture<Session> session = new CompletableFuture<>();
    private final CompletableFuture<Subscription> subscription = new CompletableFuture<>();
    private final JainSipStack stack;
    private final UserAgent agent;
    private volatile Function<SipRequest, SipResponse> manner = request -> SipResponse.of(202, "Accepted");

    ScriptedFocus() {
        CompletableFuture<JainSipStack> made = new CompletableFuture<>();
        agent = UserAgent.builder(this, scheduler, turns)
                .settings(UserAgentSettings.STANDARD.with(SubscriptionSettings.STANDARD.every(Duration.ZERO)))
                .start(handler -> {
                    made.complete(JainSipStack.builder(handler)
                            .tcp(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))
                            .build());
                    return made.join();
                });
        stack = made.join();
    }

    InetSocketAddress address() {
        return stack.listening(Transport.TCP).orElseThrow();
    }

    /** From now on INFO is answered so. */
    void answers(Function<SipRequest, SipResponse> other) {
        manner = other;
    }

    @Override
    public void invited(IncomingInvite invite) {
        heard.add(invite.request());
        session.complete(invite.accept(accepted(), this));
    }

    private SipResponse accepted() {
        return SipResponse.of(200, "OK")
                .with("Contact", "<sip:127.0.0.1:" + address().getPort() + ";transport=tcp>;isfocus");
    }

    @Override
    public void subscribed(IncomingSubscribe subscribe) {
        heard.add(subscribe.request());
        subscription.complete(subscribe.accept(accepted(), this, Delivery.AS_ASKED));
    }

    @Override
    public void requested(IncomingRequest request) {
        heard.add(request.request());
        request.respond(manner.apply(request.request()));
    }

    @Override
    public void ended(SessionEnd end) {
        heard.add(SipRequest.of(end.name(), CONFERENCE.toString()));
    }

    /** The next request that comes. */
    SipRequest next() throws InterruptedException {
        return Optional.ofNullable(heard.poll(PATIENCE_SECONDS, TimeUnit.SECONDS))
                .orElseThrow(() -> new AssertionError("nothing came"));
    }

    C3pRequest command(SipRequest request) {
        C3pReading reading = codec.readRequest(request.body().bytes());
        if (reading instanceof C3pReading.Read read) {
            return read.request();
        }
        throw new AssertionError(request.body().text());
    }

    SipBody body(C3pResponse response) {
        return SipBody.of("application/cccp+xml", codec.writeResponse(response));
    }

    /** Sends a response of C3P by INFO; gives the answer to that. */
    CompletableFuture<SipResponse> tells(C3pResponse response) {
        CompletableFuture<SipResponse> answer = new CompletableFuture<>();
        session.join().send("INFO", SipHeaders.NONE, body(response), answer::complete);
        return answer.orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }

    /** Notifies of the roster by that document, the next after the first one. */
    void notifies(String document) {
        documents.add(document);
        subscription.join().changed();
    }

    /** The document that a subscription or a refresh is answered with. */
    void begins(String document) {
        documents.add(document);
    }

    private Optional<Notification> document() {
        return Optional.ofNullable(documents.poll())
                .map(text -> Notification.of(SipBody.of("application/conference-info+xml", text)));
    }

    @Override
    public Notification full() {
        return document().orElseGet(() -> Notification.of(SipBody.NONE));
    }

    @Override
    public Optional<Notification> changes() {
        Optional<Notification> next = document();
        if (!documents.isEmpty()) {
            turns.execute(() -> subscription.join().changed());
        }
        return next;
    }

    /** A refresh is taken. */
    @Override
    public Optional<SipResponse> refusal(SipRequest refresh) {
        heard.add(refresh);
        return Optional.empty();
    }

    @Override
    public void ended(SubscriptionEnd end) {}

    @Override
    public void close() {
        agent.close();
        turns.shutdown();
        scheduler.close();
    }
}
