package io.parley.http;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.parley.conference.Change;
import io.parley.conference.Conference;
import io.parley.conference.Kind;
import io.parley.ports.out.ChangeListener;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The metrics of a server and of its conferences. Those of the conferences follow from the changes alone, so it has to listen from the
 * first one on.
 *
 * <p>Tags take their values from fixed sets: the messages, operations and codes of CCMP, the statuses of HTTP.
 */
public final class ServerMetrics implements ServerObserver, ChangeListener {

    private static final Duration[] BUCKETS = {
        Duration.ofMillis(1),
        Duration.ofMillis(5),
        Duration.ofMillis(10),
        Duration.ofMillis(50),
        Duration.ofMillis(100),
        Duration.ofMillis(500),
        Duration.ofSeconds(1),
        Duration.ofSeconds(5),
        Duration.ofSeconds(30)
    };

    /** What is told apart of the requests of CCMP. */
    private record Asked(String message, String operation, String code) {}

    private final MeterRegistry registry;
    private final Map<Integer, Counter> responses = new ConcurrentHashMap<>();
    private final Map<Asked, Timer> requests = new ConcurrentHashMap<>();
    private final AtomicLong connections;
    private final AtomicLong streams;
    private final AtomicLong callbacks;
    private final AtomicLong reservations;
    private final AtomicLong active;
    private final AtomicLong participants;
    private final Counter connectionsRefused;
    private final Counter callbackFailures;
    private final Counter callbacksGivenUp;

    /** Metrics that are kept in {@code registry}. */
    public ServerMetrics(MeterRegistry registry) {
        this.registry = registry;
        connections = gauge("parley.connections", "Connections that are served.");
        streams = gauge("parley.feed.subscribers", "Who follows conferences.", "kind", "stream");
        callbacks = gauge("parley.feed.subscribers", "Who follows conferences.", "kind", "callback");
        reservations = gauge("parley.conferences", "Conferences that there are.", "state", "reservation");
        active = gauge("parley.conferences", "Conferences that there are.", "state", "active");
        participants = gauge("parley.participants", "Users who have joined a conference, each once for each.");
        connectionsRefused = counter("parley.connections.refused", "Connections beyond the limit.");
        callbackFailures = counter("parley.callback.failures", "Attempts to call back that were not acknowledged.");
        callbacksGivenUp = counter("parley.callbacks.given.up", "Call-backs removed after too many failures.");
    }

    private AtomicLong gauge(String name, String description, String... tags) {
        AtomicLong value = new AtomicLong();
        Gauge.builder(name, value, AtomicLong::doubleValue)
                .description(description)
                .tags(tags)
                .strongReference(true)
                .register(registry);
        return value;
    }

    private Counter counter(String name, String description) {
        return Counter.builder(name).description(description).register(registry);
    }

    @Override
    public void served(ServedRequest request) {
        responses.computeIfAbsent(request.status(), this::responses).increment();
        request.code()
                .map(code -> new Asked(
                        request.message().orElse("unreadable"),
                        request.operation().orElse("none"),
                        code))
                .ifPresent(
                        asked -> requests.computeIfAbsent(asked, this::requests).record(request.time()));
    }

    private Counter responses(int status) {
        return Counter.builder("parley.http.responses")
                .description("Answers by their status; 0 where the connection ended first.")
                .tag("status", Integer.toString(status))
                .register(registry);
    }

    private Timer requests(Asked asked) {
        return Timer.builder("parley.requests")
                .description("Requests of CCMP, from their first byte until the answer has left.")
                .tag("message", asked.message())
                .tag("operation", asked.operation())
                .tag("code", asked.code())
                .serviceLevelObjectives(BUCKETS)
                .register(registry);
    }

    @Override
    public void connectionOpened() {
        connections.incrementAndGet();
    }

    @Override
    public void connectionClosed() {
        connections.decrementAndGet();
    }

    @Override
    public void connectionRefused() {
        connectionsRefused.increment();
    }

    @Override
    public void streamOpened() {
        streams.incrementAndGet();
    }

    @Override
    public void streamClosed() {
        streams.decrementAndGet();
    }

    @Override
    public void callbackRegistered() {
        callbacks.incrementAndGet();
    }

    @Override
    public void callbackRemoved() {
        callbacks.decrementAndGet();
    }

    @Override
    public void callbackFailed() {
        callbackFailures.increment();
    }

    @Override
    public void callbackGivenUp() {
        callbacksGivenUp.increment();
    }

    @Override
    public void changed(Change change) {
        count(change.before(), -1);
        count(change.after(), 1);
    }

    private void count(Optional<Conference> state, int by) {
        if (state.isEmpty() || !state.get().kind().isConference()) {
            return;
        }
        (state.get().kind() == Kind.ACTIVE_CONFERENCE ? active : reservations).addAndGet(by);
        participants.addAndGet((long) by * state.get().attendance().size());
    }
}
