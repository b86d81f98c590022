package io.parley.http.client;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Connections that wait for their next request, the youngest first. Used on the event loop only. */
final class IdleConnections {

    /** Shorter than any server of today waits, so that a request seldom meets a server that is closing. */
    static final Duration LONGEST = Duration.ofSeconds(4);

    private static final int MOST = 8;

    private record Waiting(Connection connection, Runnable stay) {}

    private final Timers timers;
    private final Map<Origin, Deque<Waiting>> servers = new HashMap<>();

    IdleConnections(Timers timers) {
        this.timers = timers;
    }

    /** One to {@code server}, if there is one. */
    Optional<Connection> take(Origin server) {
        Deque<Waiting> here = servers.getOrDefault(server, new ArrayDeque<>());
        for (Waiting next = here.pollFirst(); next != null; next = here.pollFirst()) {
            next.stay().run();
            if (next.connection().isReusable()) {
                return Optional.of(next.connection());
            }
        }
        return Optional.empty();
    }

    /** Keeps {@code connection} for a while, if it can be used again. */
    void keep(Origin server, Connection connection) {
        Deque<Waiting> here = servers.computeIfAbsent(server, none -> new ArrayDeque<>());
        if (!connection.isReusable() || here.size() >= MOST) {
            connection.close();
            return;
        }
        Runnable stay = timers.after(LONGEST, () -> {
            here.removeIf(it -> it.connection() == connection);
            connection.close();
        });
        here.addFirst(new Waiting(connection, stay));
    }
}
