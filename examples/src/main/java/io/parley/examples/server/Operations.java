package io.parley.examples.server;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.binder.jvm.ClassLoaderMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.parley.engine.Parley;
import io.parley.http.Health;
import io.parley.http.OperationsServer;
import io.parley.http.ServerMetrics;
import io.parley.identity.XconUri;
import io.parley.ports.in.ConferenceWatching;
import java.util.List;
import java.util.Optional;

/** What those who run the server look at: its health, and its metrics if they are wanted. */
final class Operations implements AutoCloseable {

    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final ServerMetrics metrics = new ServerMetrics(registry);
    private final SipMetrics sipMetrics = new SipMetrics(registry);
    private final JvmGcMetrics collections = new JvmGcMetrics();
    private final Health health;
    private final Optional<HostAndPort> where;
    private final Optional<OperationsServer> server;
    private volatile boolean ready;

    private Operations(ServerPlan plan, Parley parley) {
        this.health = new Health().check("serving", () -> ready).check("store", () -> isRead(parley, plan.domain()));
        this.where = plan.metrics();
        this.server = where.map(at -> new OperationsServer(at.address(), registry::scrape, health));
    }

    /** What is to be looked at of {@code parley}; nothing is served yet. */
    static Operations of(ServerPlan plan, Parley parley) {
        Operations operations = new Operations(plan, parley);
        parley.addListener(operations.metrics);
        FunctionCounter.builder("parley.documents.composed", parley.watching(), ConferenceWatching::composed)
                .description("Documents and diffs for watchers of SIP, each once however many were told it.")
                .register(operations.registry);
        if (plan.metrics().isPresent()) {
            operations.watchTheMachine();
        }
        return operations;
    }

    private void watchTheMachine() {
        List.of(
                        new JvmMemoryMetrics(),
                        new JvmThreadMetrics(),
                        new ClassLoaderMetrics(),
                        new ProcessorMetrics(),
                        new UptimeMetrics(),
                        collections)
                .forEach(binder -> binder.bindTo(registry));
    }

    /** Whether the store answers; what it answers is all the same. */
    private static boolean isRead(Parley parley, String domain) {
        return parley.conferences().find(XconUri.of("any", domain)) != null;
    }

    Health health() {
        return health;
    }

    ServerMetrics metrics() {
        return metrics;
    }

    SipMetrics sipMetrics() {
        return sipMetrics;
    }

    /** Begins to serve metrics, if that is wanted; an {@link java.io.UncheckedIOException} says why it cannot. */
    void start() {
        server.ifPresent(OperationsServer::start);
    }

    /** Where they are served, with the real port. */
    Optional<HostAndPort> address() {
        return server.map(
                listening -> where.orElseThrow().at(listening.address().getPort()));
    }

    /** Whether the server serves. */
    void ready(boolean now) {
        ready = now;
    }

    @Override
    public void close() {
        server.ifPresent(OperationsServer::close);
        collections.close();
    }
}
