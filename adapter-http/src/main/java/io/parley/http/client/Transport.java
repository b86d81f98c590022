package io.parley.http.client;

import io.netty.channel.EventLoop;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.util.concurrent.DefaultThreadFactory;
import io.netty.util.concurrent.ScheduledFuture;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/**
 * The threads and connections of a client: one thread for all connections, and some for what may take long or is the caller's. None of
 * them keeps the process alive.
 */
final class Transport implements AutoCloseable {

    private static final long SHUTDOWN_SECONDS = 2;

    private final ClientSettings settings;
    private final EventLoopGroup group = new MultiThreadIoEventLoopGroup(
            1, new DefaultThreadFactory("parley-ccmp", true), NioIoHandler.newFactory());
    private final EventLoop loop = group.next();
    private final ExecutorService executor =
            Executors.newCachedThreadPool(new DefaultThreadFactory("parley-ccmp-answers", true));
    private final Timers timers;
    private final IdleConnections idle;
    private final Authorization proxyAuthorization;
    private final Connector connector;
    private final Map<Origin, Authorization> authorizations = new HashMap<>();
    private final Set<Call> running = ConcurrentHashMap.newKeySet();
    private boolean closed;

    Transport(ClientSettings settings) {
        this.settings = settings;
        this.timers = settings.timers().map(this::endingOnTheLoop).orElse(this::onTheLoop);
        this.idle = new IdleConnections(timers);
        this.proxyAuthorization = new Authorization(settings.proxy().flatMap(Proxy::credentials));
        this.connector = new Connector(loop, executor, settings, proxyAuthorization);
    }

    private Runnable onTheLoop(Duration delay, Runnable task) {
        ScheduledFuture<?> later = loop.schedule(task, delay.toNanos(), TimeUnit.NANOSECONDS);
        return () -> later.cancel(false);
    }

    private Timers endingOnTheLoop(Timers others) {
        return (delay, task) -> others.after(delay, () -> loop.execute(task));
    }

    ClientSettings settings() {
        return settings;
    }

    EventLoop loop() {
        return loop;
    }

    ExecutorService executor() {
        return executor;
    }

    Timers timers() {
        return timers;
    }

    IdleConnections idle() {
        return idle;
    }

    Connector connector() {
        return connector;
    }

    Authorization proxyAuthorization() {
        return proxyAuthorization;
    }

    /** What is known of how {@code server} wants to be shown who we are. Used on the event loop only. */
    Authorization authorization(Origin server) {
        return authorizations.computeIfAbsent(server, first -> new Authorization(settings.credentials()));
    }

    /** Completes after {@code pause}. */
    CompletableFuture<Void> pause(Duration pause) {
        CompletableFuture<Void> over = new CompletableFuture<>();
        timers.after(pause, () -> over.complete(null));
        return over;
    }

    /** Counts {@code call} among those that end with the client; an {@link IllegalStateException} if that is over. */
    synchronized void begins(Call call) {
        if (closed) {
            throw new IllegalStateException("this client has been closed");
        }
        running.add(call);
    }

    void ended(Call call) {
        running.remove(call);
    }

    @Override
    public void close() {
        synchronized (this) {
            if (closed) {
                return;
            }
            closed = true;
        }
        running.forEach(call -> call.fail(new OutcomeUnknownException("the client was closed")));
        connector.close(Duration.ofSeconds(SHUTDOWN_SECONDS));
        group.shutdownGracefully(0, SHUTDOWN_SECONDS, TimeUnit.SECONDS)
                .awaitUninterruptibly(SHUTDOWN_SECONDS, TimeUnit.SECONDS);
        executor.shutdown();
    }

    /** What all requests go through, if anything. */
    Optional<Proxy> proxy() {
        return settings.proxy();
    }
}
