package io.parley.http.client;

import java.net.URI;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;

/** Where the requests go. */
interface Servers {

    /** The servers to be tried, in that order; fails with a {@link CcmpException} if there is none. */
    CompletableFuture<List<URI>> candidates(Executor executor);

    /** None of them could be reached. */
    default void unreachable() {}

    /** That one and no other. */
    static Servers fixed(URI server) {
        return executor -> CompletableFuture.completedFuture(List.of(server));
    }
}
