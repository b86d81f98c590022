package io.parley.http;

import io.netty.channel.Channel;
import io.netty.channel.group.ChannelGroup;
import io.netty.channel.group.DefaultChannelGroup;
import io.netty.util.concurrent.GlobalEventExecutor;
import io.parley.http.Newcomers.Stage;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The open connections: which of them are served, and how they end together. Used by all threads.
 */
@SuppressWarnings("FutureReturnValueIgnored")
final class Connections {

    /** So many of those beyond a limit are told so at a time; the others are just closed. */
    private static final int MOST_TURNED_AWAY = 64;

    /** What becomes of a new connection. */
    enum Admission {
        /** It is served. */
        SERVED,
        /** It is told that there is no room. */
        NO_ROOM,
        /** It is told that its sender has too many. */
        TOO_MANY_OF_ONE,
        /** It is closed. */
        CLOSED
    }

    private final ChannelGroup open = new DefaultChannelGroup(GlobalEventExecutor.INSTANCE);
    private final AtomicInteger turnedAway = new AtomicInteger();
    private final Seats seats;
    private volatile boolean draining;

    Connections(ServerSettings settings) {
        this.seats = new Seats(settings.bounds());
    }

    /** Decides about a new connection, which begins at {@code stage}, and counts it until it is closed. */
    Admission admit(Channel connection, Stage stage) {
        // First into the group, then the look at the flag: drain() does it the other way round, so none is missed.
        open.add(connection);
        if (draining) {
            return Admission.CLOSED;
        }
        Admission admission = seats.take(connection, stage);
        return admission == Admission.SERVED || mayBeTold(connection) ? admission : Admission.CLOSED;
    }

    private boolean mayBeTold(Channel connection) {
        if (turnedAway.incrementAndGet() > MOST_TURNED_AWAY) {
            turnedAway.decrementAndGet();
            return false;
        }
        connection.closeFuture().addListener(closed -> turnedAway.decrementAndGet());
        return true;
    }

    Seats seats() {
        return seats;
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
