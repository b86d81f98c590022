package io.parley.sip.dialog;

import io.parley.sip.message.SipBody;
import io.parley.sip.message.SipHeaders;
import io.parley.sip.message.SipRequest;
import io.parley.sip.message.SipResponse;
import io.parley.sip.stack.Peer;
import io.parley.sip.stack.ServerTransaction;
import io.parley.sip.stack.Target;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executor;

/**
 * A subscription at its subscriber (RFC 6665 section 4.1), or what follows a REFER of ours (RFC 3515). It refreshes itself in time.
 *
 * <p>What is public may be called by any number of threads at once, and is done in the turn of the dialog.
 */
public final class Subscriber {

    private static final Duration MARGIN = Duration.ofSeconds(32);
    private static final int ATTEMPTS = 4;

    private final UserAgent agent;
    private final Executor turns;
    private final SubscriberHandler handler;
    private final boolean refers;
    private SipRequest request;
    private Optional<Target> target = Optional.empty();
    private volatile Optional<Dialog> dialog = Optional.empty();
    private EventType event;
    private int attempts;
    private Duration granted = Duration.ZERO;
    private boolean accepted;
    private boolean told;
    private boolean ending;
    private boolean over;
    private boolean extendsItself;
    private Timers.Timer next = Timers.Timer.NONE;
    private Timers.Timer expiry = Timers.Timer.NONE;
    private Timers.Timer first = Timers.Timer.NONE;

    private Subscriber(UserAgent agent, Executor turns, SipRequest request, SubscriberHandler handler) {
        this.agent = agent;
        this.turns = turns;
        this.request = request;
        this.handler = handler;
        this.refers = request.method().equals("REFER");
        this.event = refers
                ? EventType.of("refer")
                : request.header("Event")
                        .flatMap(EventType::parse)
                        .orElseThrow(() -> new IllegalArgumentException("a subscription to nothing: " + request));
    }

    /** One that {@code request}, complete but for its number, begins outside of any dialog. */
    static Subscriber outside(
            UserAgent agent, Executor turns, SipRequest request, Target target, SubscriberHandler handler) {
        Subscriber made = new Subscriber(agent, turns, request, handler);
        made.target = Optional.of(target);
        return made;
    }

    static Subscriber within(
            Dialog dialog, String method, SipHeaders headers, SipBody body, SubscriberHandler handler) {
        SipRequest request = new SipRequest(method, dialog.remoteTarget(), headers, body);
        Subscriber made = new Subscriber(dialog.agent(), dialog.turns(), request, handler);
        made.dialog = Optional.of(dialog);
        return made;
    }

    /** The dialog that it is in; empty before there is one. */
    public Optional<Dialog> dialog() {
        return dialog;
    }

    /** Ends it by {@code Expires: 0}; what there is to tell comes once more. Has no effect when it is over. */
    public void end() {
        turns.execute(() -> {
            if (!ending && !over) {
                ending = true;
                if (accepted) {
                    unsubscribe();
                }
            }
        });
    }

    /** Refreshes it now, which brings the whole state: for who has missed a document. Has no effect before it was accepted, or when it is over. */
    public void renew() {
        turns.execute(() -> {
            if (accepted && !ending && !over) {
                refresh();
            }
        });
    }

    void execute(Runnable task) {
        turns.execute(task);
    }

    void begin() {
        if (dialog.isPresent()) {
            if (dialog.get().session().isEmpty()) {
                handler.failed(Rejections.NOT_FOUND);
                return;
            }
            subscribeWithin(request.headers());
        } else {
            subscribe();
        }
    }

    private void subscribe() {
        attempts++;
        request = request.with("CSeq", new CSeq(attempts, request.method()).toString());
        agent.expect(this, half());
        agent.send(request, target.orElseThrow(), turns, this::answered);
    }

    private DialogId half() {
        String tag = Headers.address(request, "From").tag().orElse("");
        return new DialogId(Headers.text(request, "Call-ID"), tag, "");
    }

    private void subscribeWithin(SipHeaders headers) {
        Dialog in = dialog.orElseThrow();
        in.send(request.method(), headers, request.body(), response -> answered(response, in.peer()));
        if (refers) {
            event = new EventType("refer", Optional.of(Long.toString(in.localSequence())));
        }
        in.usages().begin(event, this);
    }

    private void answered(SipResponse response, Peer peer) {
        if (response.isProvisional() || over) {
            return;
        }
        if (response.isSuccess()) {
            accept(response, peer);
            return;
        }
        Optional<SipRequest> better =
                accepted || target.isEmpty() || attempts >= ATTEMPTS || ending ? Optional.empty() : improved(response);
        if (better.isPresent()) {
            request = better.get();
            subscribe();
        } else if (!accepted) {
            stop();
            agent.tell(() -> handler.failed(response));
        } else if (ending || response.status() == 408 || response.status() == 481) {
            finish(ending ? SubscriptionEnd.UNSUBSCRIBED : SubscriptionEnd.GONE);
        }
    }

    /** The request as {@code response} wants it; empty if that cannot be. */
    private Optional<SipRequest> improved(SipResponse response) {
        SipHeaders headers = request.headers();
        if (response.status() == 420 && response.headers().lists("Unsupported", Extensions.BEST_EFFORT)) {
            // A proxy on the way cannot forward what nobody answers (MS-SIP section 3.5.5.1).
            return Optional.of(new SipRequest(
                    request.method(),
                    request.uri(),
                    Headers.unlisting(
                            Headers.unlisting(headers, "Supported", Extensions.BEST_EFFORT),
                            "Proxy-Require",
                            Extensions.BEST_EFFORT),
                    request.body()));
        }
        if (response.status() == 423 && Headers.seconds(response, "Min-Expires").isPresent()) {
            return Optional.of(request.with(
                    "Expires",
                    Long.toString(Headers.seconds(response, "Min-Expires").getAsLong())));
        }
        return agent.credentials(request, response).map(it -> request.with(it.name(), it.value()));
    }

    private void accept(SipResponse response, Peer peer) {
        boolean fresh = !accepted;
        accepted = true;
        if (dialog.isEmpty()) {
            begin(Dialog.client(agent, turns, request, response, peer));
        }
        extendsItself = response.headers().lists("Supported", Extensions.EXTENDS_ITSELF);
        Headers.seconds(response, "Expires").ifPresent(seconds -> {
            granted = Duration.ofSeconds(seconds);
            restart(granted);
        });
        agent.tell(() -> handler.accepted(response));
        boolean carries = response.headers().lists("Supported", Extensions.FIRST_IN_RESPONSE)
                && !response.body().isEmpty();
        if (carries) {
            told = true;
            agent.tell(() -> handler.notified(response));
        }
        if (fresh && !told) {
            // Timer N (section 4.1.2.4).
            first = after(agent.settings().patience(), () -> finish(SubscriptionEnd.GONE));
        }
        if (fresh && ending) {
            unsubscribe();
        }
    }

    private void begin(Dialog begun) {
        agent.expectNoMore(half());
        dialog = Optional.of(begun);
        begun.usages().begin(event, this);
    }

    /** A NOTIFY came before the response (section 4.4.1). */
    void early(ServerTransaction notify) {
        if (over) {
            notify.respond(Rejections.NOT_FOUND);
            return;
        }
        if (dialog.isEmpty()) {
            begin(Dialog.client(agent, turns, request, notify.request(), notify.peer()));
        }
        boolean ours = DialogId.ofReceived(notify.request())
                .filter(dialog.get().id()::equals)
                .isPresent();
        if (ours) {
            dialog.get().received(notify);
        } else if (!notify.request().method().equals("BENOTIFY")) {
            notify.respond(Rejections.NOT_FOUND);
        }
    }

    void notified(ServerTransaction transaction) {
        SipRequest notify = transaction.request();
        boolean answers = notify.method().equals("NOTIFY");
        Optional<SubscriptionState> state = SubscriptionState.of(notify);
        if (state.isEmpty()) {
            if (answers) {
                transaction.respond(Rejections.malformed("no Subscription-State"));
            }
            return;
        }
        if (answers) {
            transaction.respond(handler.answer(notify));
        }
        told = true;
        first.cancel();
        dialog.ifPresent(it -> it.refreshed(notify, transaction.peer()));
        if (extendsItself) {
            restart(granted);
        } else if (granted.isZero() && state.get().expires().isPresent()) {
            restart(Duration.ofSeconds(state.get().expires().getAsLong()));
        }
        agent.tell(() -> handler.notified(notify));
        if (state.get().isTerminated()) {
            boolean timeout = state.get().reason().filter("timeout"::equals).isPresent();
            finish(ending ? SubscriptionEnd.UNSUBSCRIBED : timeout ? SubscriptionEnd.EXPIRED : SubscriptionEnd.ENDED);
        }
    }

    /** The subscription lasts that long from now on. */
    private void restart(Duration whole) {
        next.cancel();
        expiry.cancel();
        if (ending || over || whole.isZero()) {
            return;
        }
        expiry = after(whole, () -> finish(SubscriptionEnd.EXPIRED));
        if (!refers) {
            Duration tenth = whole.dividedBy(10);
            next = after(whole.minus(tenth.compareTo(MARGIN) < 0 ? tenth : MARGIN), this::refresh);
        }
    }

    private void refresh() {
        dialog.orElseThrow()
                .send(
                        "SUBSCRIBE",
                        headers(),
                        SipBody.NONE,
                        response -> answered(response, dialog.orElseThrow().peer()));
    }

    private void unsubscribe() {
        next.cancel();
        expiry.cancel();
        expiry = after(agent.settings().patience(), () -> finish(SubscriptionEnd.UNSUBSCRIBED));
        dialog.orElseThrow()
                .send(
                        "SUBSCRIBE",
                        headers().with("Expires", "0"),
                        SipBody.NONE,
                        response -> answered(response, dialog.orElseThrow().peer()));
    }

    /** What of the first SUBSCRIBE stands in later ones, too. */
    private SipHeaders headers() {
        SipHeaders headers = SipHeaders.NONE.and("Event", event.toString());
        for (SipHeaders.Field field : request.headers().fields()) {
            if (field.name().matches("(?i)Expires|Accept|Supported|Proxy-Require")) {
                headers = headers.and(field.name(), field.value());
            }
        }
        return headers;
    }

    void finish(SubscriptionEnd end) {
        if (!over) {
            stop();
            agent.tell(() -> handler.ended(end));
        }
    }

    private void stop() {
        over = true;
        next.cancel();
        expiry.cancel();
        first.cancel();
        if (target.isPresent()) {
            agent.expectNoMore(half());
        }
        dialog.ifPresent(it -> it.usages().end(event, this));
    }

    private Timers.Timer after(Duration delay, Runnable task) {
        return agent.timers().after(delay, turns, task);
    }
}
