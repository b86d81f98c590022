package io.parley.http;

import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.function.Supplier;

/**
 * Serves metrics and health on an address of its own, which the clients of the system need not reach: {@code /metrics} in the text format
 * of Prometheus, {@code /health/live} and {@code /health/ready}. Since it can outlive the {@link CcmpHttpServer}, it can tell that one
 * is closing.
 *
 * <p>It is started once and closed once, each by any thread but its own.
 */
public final class OperationsServer implements AutoCloseable {

    private static final int MOST_CONNECTIONS = 64;

    private final CcmpHttpServer server;

    /** Listens on {@code address}, port 0 being any free one, and has {@code scrape} write the metrics. Not yet started. */
    public OperationsServer(InetSocketAddress address, Supplier<String> scrape, Health health) {
        server = new CcmpHttpServer(CcmpHttpServer.builder()
                .address(address)
                .threads(1)
                .maxConnections(MOST_CONNECTIONS)
                .settings(
                        List.of(new MetricsResource(scrape), HealthResource.live(), HealthResource.ready(health)),
                        new ServerObserver() {}));
    }

    /**
     * Begins to serve.
     *
     * @throws UncheckedIOException if the address cannot be bound
     */
    public void start() {
        server.start();
    }

    /** The address that it is bound to, with the real port. */
    public InetSocketAddress address() {
        return server.address();
    }

    @Override
    public void close() {
        server.close();
    }
}
