package io.parley.sip.network;

import io.parley.ports.out.Scheduler;
import io.parley.sip.message.SipMessage;
import io.parley.sip.stack.SipHandler;
import io.parley.sip.stack.Target;
import io.parley.sip.stack.Transport;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/**
 * SIP stacks of one JVM that hear each other. Whatever travels arrives by a task of the scheduler, so that with a scheduler that follows a
 * clock in the hands of the test everything happens in the same order each time. Used by one thread.
 *
 * <p>Datagrams are lost, doubled and overtaken as the {@link Weather} is. What a stack would send again until it is answered arrives once,
 * as late as the first copy that gets through, or never; ACK, BENOTIFY and the 2xx to INVITE, which no stack repeats, are lost for good.
 */
public final class InMemoryNetwork {

    static final Duration T1 = Duration.ofMillis(500);
    static final Duration T2 = Duration.ofSeconds(4);
    static final Duration PATIENCE = T1.multipliedBy(64);

    private final InstantSource clock;
    private final Scheduler scheduler;
    private final Random random;
    private Weather weather;
    private final Map<InetSocketAddress, InMemoryStack> stacks = new HashMap<>();
    private final List<Connection> connections = new ArrayList<>();
    private final List<Traffic> traffic = new ArrayList<>();
    private long branches;
    private long connected;

    /** A network without stacks, in which {@code seed} decides what gets lost. */
    public InMemoryNetwork(InstantSource clock, Scheduler scheduler, Weather weather, long seed) {
        this.clock = clock;
        this.scheduler = scheduler;
        this.weather = weather;
        this.random = new Random(seed);
    }

    /** A network on which nothing gets lost. */
    public InMemoryNetwork(InstantSource clock, Scheduler scheduler) {
        this(clock, scheduler, Weather.FAIR, 0);
    }

    /** A stack that listens by all transports on {@code address}, written like {@code 10.0.0.1:5060}. */
    public InMemoryStack open(String address, SipHandler handler) {
        InetSocketAddress socket = socket(address);
        InMemoryStack stack = new InMemoryStack(this, socket, handler);
        if (stacks.putIfAbsent(socket, stack) != null) {
            throw new IllegalArgumentException("somebody listens on " + address);
        }
        return stack;
    }

    /** What has been sent, in order. */
    public List<Traffic> traffic() {
        return List.copyOf(traffic);
    }

    /** From now on the weather is that. */
    public void weather(Weather other) {
        weather = other;
    }

    /** The socket address of a text like {@code 10.0.0.1:5060}. */
    public static InetSocketAddress socket(String address) {
        int colon = address.lastIndexOf(':');
        try {
            return new InetSocketAddress(
                    InetAddress.getByName(address.substring(0, colon)), Integer.parseInt(address.substring(colon + 1)));
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException("not an address: " + address, e);
        }
    }

    void remove(InMemoryStack stack) {
        stacks.remove(stack.address(), stack);
        disconnect(stack);
    }

    void disconnect(InMemoryStack stack) {
        List<Connection> broken =
                connections.stream().filter(it -> it.joins(stack)).toList();
        connections.removeAll(broken);
        broken.forEach(Connection::end);
    }

    /** The way to {@code target}; empty if nobody is there. */
    Optional<Path> path(InMemoryStack from, Target target) {
        Optional<Connection> asked = connections.stream()
                .filter(it -> it.joins(from)
                        && target.connection().isPresent()
                        && it.number == target.connection().getAsLong())
                .findFirst();
        if (asked.isPresent()) {
            return asked.map(it -> new Path(from, it.other(from), it.transport, asked));
        }
        if (!target.transport().isReliable()) {
            return Optional.ofNullable(stacks.get(target.address()))
                    .map(it -> new Path(from, it, Transport.UDP, Optional.empty()));
        }
        return connections.stream()
                .filter(it -> it.joins(from)
                        && it.transport == target.transport()
                        && it.seenBy(from).equals(target.address()))
                .findFirst()
                .or(() -> connect(from, target))
                .map(it -> new Path(from, it.other(from), it.transport, Optional.of(it)));
    }

    private Optional<Connection> connect(InMemoryStack from, Target target) {
        Optional<Connection> made = Optional.ofNullable(stacks.get(target.address()))
                .map(it -> new Connection(++connected, target.transport(), from, it));
        made.ifPresent(connections::add);
        return made;
    }

    String branch() {
        return "z9hG4bK" + ++branches;
    }

    void note(Path path, SipMessage message) {
        traffic.add(
                new Traffic(clock.instant(), path.from().address(), path.to().address(), message));
    }

    /** Sends what no stack repeats. */
    void once(Path path, Runnable arrival) {
        if (path.transport().isReliable()) {
            arrive(path, path.connection().orElseThrow().inOrder(path.from(), soon()), arrival);
            return;
        }
        if (!lost()) {
            arrive(path, soon(), arrival);
            if (random.nextInt(100) < weather.doubled()) {
                arrive(path, soon(), arrival);
            }
        }
    }

    /** Sends what a stack repeats until it is answered, or its patience ends. */
    void surely(Path path, Runnable arrival) {
        if (path.transport().isReliable()) {
            once(path, arrival);
            return;
        }
        Duration sent = Duration.ZERO;
        Duration pause = T1;
        while (lost()) {
            sent = sent.plus(pause);
            pause = pause.multipliedBy(2).compareTo(T2) < 0 ? pause.multipliedBy(2) : T2;
        }
        if (sent.compareTo(PATIENCE) < 0) {
            arrive(path, soon().plus(sent), arrival);
        }
    }

    private boolean lost() {
        return random.nextInt(100) < weather.loss();
    }

    private Instant soon() {
        long most = weather.longest().toMillis();
        long least = weather.shortest().toMillis();
        return clock.instant().plusMillis(least + (most > least ? random.nextInt((int) (most - least) + 1) : 0));
    }

    private void arrive(Path path, Instant time, Runnable arrival) {
        later(time, () -> {
            if (path.from().isPlugged() && path.to().isPlugged()) {
                arrival.run();
            }
        });
    }

    Scheduler.Task later(Instant time, Runnable task) {
        return scheduler.at(time, task);
    }

    Instant now() {
        return clock.instant();
    }
}
