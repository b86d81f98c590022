package io.parley.http;

import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.util.AttributeKey;
import io.parley.http.Newcomers.Stage;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Who is served, and who has to leave when there is no room: nobody for whom the server is at work, but those who keep it waiting, so that
 * any number of slow or silent connections cannot keep others out (RFC 6503 section 10.4).
 *
 * <table>
 *   <caption>Transitions of a connection</caption>
 *   <tr><th>in</th><th>on</th><th>to</th><th>makes room</th></tr>
 *   <tr><td>-</td><td>admitted</td><td>new: silent for TLS, agreed in clear</td><td>at once, as {@link Newcomers} says</td></tr>
 *   <tr><td>new</td><td>its part of a handshake to be worked out</td><td>in hand</td><td>never: {@link Handshakes} bounds them</td></tr>
 *   <tr><td>in hand</td><td>worked out</td><td>new: greeted</td><td>at once, as {@link Newcomers} says</td></tr>
 *   <tr><td>new</td><td>TLS agreed on</td><td>new: agreed</td><td>at once, as {@link Newcomers} says</td></tr>
 *   <tr><td>new, waiting</td><td>a request complete</td><td>at work</td><td>never</td></tr>
 *   <tr><td>at work</td><td>an answer begun that goes on and on</td><td>at work</td><td>never: {@link Places} bounds them, and
 *       {@link EventStream} ends one that takes nothing</td></tr>
 *   <tr><td>at work</td><td>the last of its answers written</td><td>waiting</td><td>after new ones, when it has waited for
 *       {@link #PATIENCE}, the longest first</td></tr>
 *   <tr><td>any</td><td>closed, or told to leave</td><td>gone</td><td>-</td></tr>
 * </table>
 *
 * <p>The same ones leave when what is held for all connections becomes too much, then without any patience. Used by all threads; the lock
 * is held for moments, and never while a connection is closed.
 */
@SuppressWarnings("FutureReturnValueIgnored")
final class Seats {

    /** How long a connection that has been of use may keep the server waiting when others want in. */
    static final Duration PATIENCE = Duration.ofSeconds(5);

    private static final AttributeKey<Seat> SEAT = AttributeKey.valueOf(Seats.class, "seat");
    private static final Logger LOG = LoggerFactory.getLogger(Seats.class);

    private final ServerBounds bounds;
    private final Map<Sender, Integer> ofSender = new HashMap<>();
    private final Newcomers<Seat> newcomers = new Newcomers<>();
    private final Set<Seat> waiting = new LinkedHashSet<>();
    private int taken;
    private long held;

    Seats(ServerBounds bounds) {
        this.bounds = bounds;
    }

    /** The seat of a connection, or of that which a stream belongs to. */
    static Seat of(Channel channel) {
        return Sender.connection(channel).attr(SEAT).get();
    }

    /**
     * Whether {@code connection}, which begins at {@code stage}, is served; if so, somebody may have had to leave for it, and it keeps its
     * seat until it is closed.
     */
    Connections.Admission take(Channel connection, Stage stage) {
        Sender sender = Sender.on(connection);
        Optional<Seat> leaving = Optional.empty();
        synchronized (this) {
            boolean tooManyOfOne = ofSender.getOrDefault(sender, 0) >= bounds.connectionsOfOne();
            if (tooManyOfOne || taken >= bounds.connections()) {
                long now = now(connection);
                leaving = tooManyOfOne ? idlest(now, it -> it.sender.equals(sender)) : idlest(now, it -> true);
                if (leaving.isEmpty()) {
                    return tooManyOfOne ? Connections.Admission.TOO_MANY_OF_ONE : Connections.Admission.NO_ROOM;
                }
                vacate(leaving.get());
            }
            Seat seat = new Seat(connection, sender);
            taken++;
            ofSender.merge(sender, 1, Integer::sum);
            newcomers.enter(stage, seat);
            connection.attr(SEAT).set(seat);
            connection.closeFuture().addListener(closed -> leave(seat));
        }
        leaving.ifPresent(Seats::close);
        return Connections.Admission.SERVED;
    }

    private Optional<Seat> idlest(long now, Predicate<Seat> suitable) {
        Optional<Seat> newcomer = newcomers.first(suitable);
        return newcomer.isPresent()
                ? newcomer
                : first(waiting, suitable.and(it -> now - it.waitingSince >= PATIENCE.toNanos()));
    }

    private static Optional<Seat> first(Set<Seat> inOrder, Predicate<Seat> suitable) {
        for (Seat seat : inOrder) {
            if (suitable.test(seat)) {
                return Optional.of(seat);
            }
        }
        return Optional.empty();
    }

    private static void close(Seat seat) {
        LOG.debug("Closing the connection of {} to make room", seat.connection.remoteAddress());
        // Past its handlers: they would close in order, and wait for a peer who has kept us waiting.
        ChannelHandlerContext first = seat.connection.pipeline().firstContext();
        if (first == null) {
            seat.connection.close();
        } else {
            first.close();
        }
    }

    private synchronized void leave(Seat seat) {
        vacate(seat);
    }

    private void vacate(Seat seat) {
        if (!seat.gone) {
            seat.gone = true;
            taken--;
            ofSender.computeIfPresent(seat.sender, (sender, count) -> count == 1 ? null : count - 1);
            newcomers.remove(seat);
            seat.inHand = false;
            waiting.remove(seat);
            held -= seat.heldBytes;
            seat.heldBytes = 0;
        }
    }

    private static long now(Channel connection) {
        return connection.eventLoop().ticker().nanoTime();
    }

    /** How many are served. */
    synchronized int taken() {
        return taken;
    }

    /** How many bytes are held for all of them. */
    synchronized long held() {
        return held;
    }

    /** That of one connection. */
    final class Seat {
        private final Channel connection;
        private final Sender sender;
        private final Gate gate = new Gate();
        private int inWork;
        private boolean inHand;
        private long waitingSince;
        private long heldBytes;
        private boolean gone;

        private Seat(Channel connection, Sender sender) {
            this.connection = connection;
            this.sender = sender;
        }

        Sender sender() {
            return sender;
        }

        /** When the next request of this connection may come. */
        Gate gate() {
            return gate;
        }

        /** The server has something to work out for it, before there is any request. */
        void takeInHand() {
            synchronized (Seats.this) {
                inHand = newcomers.remove(this) && !gone;
            }
        }

        /** That is worked out, and it is the peer's turn. */
        void greeted() {
            synchronized (Seats.this) {
                if (inHand) {
                    inHand = false;
                    newcomers.enter(Stage.GREETED, this);
                }
            }
        }

        /** It may send requests from now on. */
        void agreed() {
            synchronized (Seats.this) {
                // The handshake may go on before it is told that its part was worked out.
                if (inHand || newcomers.remove(this)) {
                    inHand = false;
                    newcomers.enter(Stage.AGREED, this);
                }
            }
        }

        /** A request is complete. */
        void begin() {
            synchronized (Seats.this) {
                inWork++;
                inHand = false;
                newcomers.remove(this);
                waiting.remove(this);
            }
        }

        /** Its answer is written, or not wanted any more. */
        void end() {
            long now = now(connection);
            synchronized (Seats.this) {
                inWork--;
                if (inWork == 0 && !gone) {
                    waitingSince = now;
                    waiting.add(this);
                }
            }
        }

        /** Holds so many bytes more, for which others may have to leave; false if there is no room for them all the same. */
        boolean hold(long bytes) {
            @Nullable Seat leaving = null;
            synchronized (Seats.this) {
                if (gone) {
                    return false;
                }
                if (held + bytes > bounds.heldBytes()) {
                    Predicate<Seat> holder = it -> it != this && it.heldBytes >= bytes;
                    leaving = newcomers
                            .first(holder)
                            .or(() -> first(waiting, holder))
                            .orElse(null);
                    if (leaving == null) {
                        return false;
                    }
                    vacate(leaving);
                }
                held += bytes;
                heldBytes += bytes;
            }
            if (leaving != null) {
                close(leaving);
            }
            return true;
        }

        /** Holds so many bytes less. */
        void release(long bytes) {
            synchronized (Seats.this) {
                if (!gone) {
                    held -= bytes;
                    heldBytes -= bytes;
                }
            }
        }
    }
}
