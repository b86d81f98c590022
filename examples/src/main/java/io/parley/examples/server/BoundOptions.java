package io.parley.examples.server;

import io.parley.http.ServerBounds;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options of {@code serve} about how much of it its clients can take. */
final class BoundOptions {

    @Option(
            names = "--max-connections",
            paramLabel = "N",
            description = "The most connections at a time; beyond that those that keep the server waiting are closed, "
                    + "or else the new one. Default: 1024.")
    private @Nullable String connections;

    @Option(
            names = "--max-connections-per-address",
            paramLabel = "N",
            description = "The most of them of one address, or of one /64 of IPv6. Default: 512.")
    private @Nullable String connectionsOfOne;

    @Option(
            names = "--max-rate",
            paramLabel = "N",
            description = "The most requests a second of one address; beyond that HTTP 429. Default: no limit.")
    private @Nullable String rate;

    @Option(
            names = "--max-connection-rate",
            paramLabel = "N",
            description = "The most requests a second on one connection; beyond that HTTP 429. Default: no limit.")
    private @Nullable String connectionRate;

    /** What they say; a {@link StartException} names the one that says nothing sensible. */
    ServerBounds plan() {
        ServerBounds usual = ServerBounds.defaults();
        return new ServerBounds(
                number("--max-connections", connections, usual.connections()),
                number("--max-connections-per-address", connectionsOfOne, usual.connectionsOfOne()),
                number("--max-rate", rate, usual.requestsOfOne()),
                number("--max-connection-rate", connectionRate, usual.requestsOfConnection()),
                usual.heldBytes(),
                usual.streams());
    }

    private static int number(String option, @Nullable String text, int otherwise) {
        return text == null ? otherwise : ServeOptions.read(option, text, ServeOptions::bytes);
    }
}
