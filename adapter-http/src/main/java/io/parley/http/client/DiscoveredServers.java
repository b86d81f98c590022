package io.parley.http.client;

import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Supplier;

/** The servers of a domain, looked up before the first request, and again when the records have expired or all servers have failed. */
final class DiscoveredServers implements Servers {

    private record Known(List<URI> servers, Instant until) {}

    private final Discovery discovery;
    private final Supplier<InstantSource> clock;
    private volatile Optional<Known> known = Optional.empty();

    DiscoveredServers(Discovery discovery, Supplier<InstantSource> clock) {
        this.discovery = discovery;
        this.clock = clock;
    }

    @Override
    public CompletableFuture<List<URI>> candidates(Executor executor) {
        Optional<Known> kept = known.filter(it -> clock.get().instant().isBefore(it.until()));
        return kept.isPresent()
                ? CompletableFuture.completedFuture(kept.get().servers())
                : CompletableFuture.supplyAsync(this::look, executor);
    }

    private List<URI> look() {
        try {
            UnaptrLookup.Found found = discovery.lookup().servers(discovery.domain());
            known = Optional.of(new Known(found.servers(), clock.get().instant().plus(found.validity())));
            return found.servers();
        } catch (UnreachableException nobody) {
            throw Failures.wrapped(nobody);
        }
    }

    @Override
    public void unreachable() {
        known = Optional.empty();
    }
}
