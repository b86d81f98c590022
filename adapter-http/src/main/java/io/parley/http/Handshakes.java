package io.parley.http;

import io.netty.channel.Channel;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslHandler;
import io.netty.util.concurrent.DefaultThreadFactory;
import io.parley.http.Connections.Admission;
import io.parley.http.Seats.Seat;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * The handshakes of TLS. What they cost is spent on threads of their own, in the order in which it was asked for, so that strangers who
 * begin handshakes, however many, hold up neither the requests of others nor new connections. A handshake for which the server has still
 * to do its part does not have to leave for others as long as there is one of {@link Places} for it; those behind them wait as well, and
 * may have to leave. None waits for who has left.
 */
final class Handshakes {

    private static final long IDLE_SECONDS = 10;

    private final Reloaded<SslContext> context;
    private final ServerSettings settings;
    private final Executor executor;
    private final Places places;

    /** Those of {@code context}, worked out by {@code executor}. */
    Handshakes(Reloaded<SslContext> context, ServerSettings settings, Executor executor) {
        this.context = context;
        this.settings = settings;
        this.executor = executor;
        this.places = new Places(Integer.MAX_VALUE, settings.bounds());
    }

    /** So many threads, as long as there are handshakes. */
    static ExecutorService threads(int count) {
        ThreadPoolExecutor threads = new ThreadPoolExecutor(
                count,
                count,
                IDLE_SECONDS,
                TimeUnit.SECONDS,
                new LinkedBlockingQueue<>(),
                new DefaultThreadFactory("parley-tls", true));
        threads.allowCoreThreadTimeOut(true);
        return threads;
    }

    /** TLS for one connection. */
    SslHandler on(Channel connection) {
        SslHandler handler =
                context.get().newHandler(connection.alloc(), task -> workOut(task, connection, Seats.of(connection)));
        handler.setHandshakeTimeoutMillis(settings.handshakeTime().toMillis());
        return handler;
    }

    private void workOut(Runnable task, Channel connection, Seat seat) {
        boolean placed = places.take(seat.sender()) == Admission.SERVED;
        if (placed) {
            seat.takeInHand();
        }
        executor.execute(() -> {
            try {
                if (connection.isOpen()) {
                    task.run();
                }
            } finally {
                seat.greeted();
                if (placed) {
                    places.leave(seat.sender());
                }
            }
        });
    }
}
