package io.parley.http;

import io.netty.channel.Channel;
import io.netty.channel.group.ChannelGroup;
import io.netty.channel.group.DefaultChannelGroup;
import io.netty.util.concurrent.GlobalEventExecutor;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The open connections: how many there may be, and how they end together. Used by all threads.
 */
@SuppressWarnings("FutureReturnValueIgnored")
final class Connections {

    /** So many of those beyond the limit are told so at a time; the others are just closed. */
    private static final int MOST_TURNED_AWAY = 64;

    /** What becomes of a new connection. */
    enum Admission {
        /** It is served. */
        SERVED,
        /** It is told that there is no room. */
        TURNED_AWAY,
        /** It is closed. */
        CLOSED
    }

    private final ChannelGroup open = new DefaultChannelGroup(GlobalEventExecutor.INSTANCE);
    private final AtomicInteger served = new AtomicInteger();
    private final AtomicInteger turnedAway = new AtomicInteger();
    private final int maxConnections;
    private volatile boolean draining;

    Connections(ServerSettings settings) {
        this.maxConnections = settings.maxConnections();
    }

    /** Decides about a new connection and counts it until it is closed. */
    Admission admit(Channel connection) {
        // First into the group, then the look at the flag: drain() does it the other way round, so none is missed.
        open.add(connection);
        if (draining) {
            return Admission.CLOSED;
        }
        if (count(connection, served, maxConnections)) {
            return Admission.SERVED;
        }
        return count(connection, turnedAway, MOST_TURNED_AWAY) ? Admission.TURNED_AWAY : Admission.CLOSED;
    }

    private static boolean count(Channel connection, AtomicInteger counter, int most) {
        if (counter.incrementAndGet() > most) {
            counter.decrementAndGet();
            return false;
        }
        connection.closeFuture().addListener(closed -> counter.decrementAndGet());
        return true;
    }

    /** Lets every connection finish what has begun, and closes those that have not done so after {@code time}. */
    void drain(Duration time) {
        draining = true;
        open.forEach(connection -> connection.pipeline().fireUserEventTriggered(ConnectionEvent.DRAIN));
        if (!open.newCloseFuture().awaitUninterruptibly(time.toNanos(), TimeUnit.NANOSECONDS)) {
            open.close().awaitUninterruptibly(time.toNanos(), TimeUnit.NANOSECONDS);
        }
    }
}
