package io.parley.bench.load;

import io.netty.bootstrap.Bootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioSocketChannel;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Loads one HTTP server from one thread, by a number of connections that stay open. */
public final class HttpLoad implements AutoCloseable {

    private static final long TICK = Duration.ofMillis(1).toNanos();

    private final InetSocketAddress server;
    private final int connections;
    private final MultiThreadIoEventLoopGroup thread = new MultiThreadIoEventLoopGroup(1, NioIoHandler.newFactory());

    /** A load on {@code server} by so many connections. */
    public HttpLoad(InetSocketAddress server, int connections) {
        this.server = server;
        this.connections = connections;
    }

    /** How many connections ask. */
    public int connections() {
        return connections;
    }

    /** Has every connection ask again as soon as it is answered. */
    public Measured closed(Traffic traffic, Duration warmup, Duration time) {
        return run(traffic, true, 0, warmup, time);
    }

    /**
     * Asks {@code rate} times a second, whether or not the server keeps up. Requests are due in ticks of a millisecond, in turn on each
     * connection.
     */
    public Measured open(Traffic traffic, double rate, Duration warmup, Duration time) {
        if (rate <= 0) {
            throw new IllegalArgumentException("no rate: " + rate);
        }
        return run(traffic, false, rate, warmup, time);
    }

    private Measured run(Traffic traffic, boolean closed, double rate, Duration warmup, Duration time) {
        Observation observation = new Observation(connections, warmup, time);
        List<Connection> open = new ArrayList<>();
        List<Channel> channels = new ArrayList<>();
        for (int i = 0; i < connections; i++) {
            Connection connection = new Connection(i, traffic, observation, closed);
            open.add(connection);
            channels.add(connect(connection));
        }
        try {
            thread.next().execute(() -> {
                if (closed) {
                    open.forEach(Connection::begin);
                } else {
                    tick(open, observation, rate, System.nanoTime(), 0);
                }
            });
            return observation.measured().join();
        } finally {
            channels.forEach(channel -> channel.pipeline().removeLast());
            channels.forEach(channel -> channel.close().syncUninterruptibly());
        }
    }

    /** Hands out what is due by now; a tick that comes late makes nobody's waiting shorter. */
    private void tick(List<Connection> open, Observation observation, double rate, long start, long sent) {
        if (observation.isOver()) {
            open.stream().filter(Connection::isIdle).forEach(idle -> observation.finished(0));
            return;
        }
        long now = System.nanoTime();
        long ticks = (now - start) / TICK;
        long next = sent;
        for (; next < (long) (rate * ticks * TICK / 1e9); next++) {
            long due = start + Math.round(Math.ceil((next + 1) / rate * 1e9 / TICK)) * TICK;
            open.get((int) (next % open.size())).due(Math.min(due, now));
        }
        long handed = next;
        long wait = start + (ticks + 1) * TICK - System.nanoTime();
        var unused = thread.next()
                .schedule(() -> tick(open, observation, rate, start, handed), Math.max(0, wait), TimeUnit.NANOSECONDS);
    }

    private Channel connect(Connection connection) {
        return new Bootstrap()
                .group(thread)
                .channel(NioSocketChannel.class)
                .option(ChannelOption.TCP_NODELAY, true)
                .handler(new ChannelInitializer<SocketChannel>() {
                    @Override
                    protected void initChannel(SocketChannel channel) {
                        channel.pipeline().addLast(new Responses(), connection);
                    }
                })
                .connect(server)
                .syncUninterruptibly()
                .channel();
    }

    @Override
    public void close() {
        thread.shutdownGracefully(0, 1, TimeUnit.SECONDS).syncUninterruptibly();
    }
}
