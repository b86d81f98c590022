package io.parley.sip.stack;

import io.netty.bootstrap.Bootstrap;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.FixedRecvByteBufAllocator;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.SocketProtocolFamily;
import io.netty.channel.socket.nio.NioDatagramChannel;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.handler.ssl.SslHandler;
import io.netty.util.concurrent.DefaultThreadFactory;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import javax.net.ssl.SSLEngine;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The sockets and connections of a stack (RFC 3261 section 18), all on a few event loops, however many they are.
 */
final class Transports {

    private static final Logger LOG = LoggerFactory.getLogger(Transports.class);
    private static final int BACKLOG = 4096;
    private static final int DATAGRAM_BYTES = 65_535;
    private static final int DATAGRAM_BUFFER = 4 << 20;

    /** What a connection can be found by: to one address there may be several, by names that TLS has to tell apart. */
    private record Destination(Transport transport, InetSocketAddress address, String host) {
        static Destination of(Transport transport, InetSocketAddress address) {
            return new Destination(transport, address, transport == Transport.TLS ? address.getHostString() : "");
        }
    }

    private final StackSettings settings;
    private final Transactions transactions;
    private final Places places;
    private final HeldBytes unfinished;
    private final MultiThreadIoEventLoopGroup loops;
    private final ExecutorService handshakes;
    private final Map<Transport, List<Channel>> listening = new EnumMap<>(Transport.class);
    private final Map<Long, Connection> connections = new ConcurrentHashMap<>();
    private final Map<Destination, Connection> byDestination = new ConcurrentHashMap<>();
    private final AtomicLong numbers = new AtomicLong();
    private volatile boolean closed;

    Transports(StackSettings settings, Transactions transactions) {
        this.settings = settings;
        this.transactions = transactions;
        StackBounds bounds = settings.bounds();
        this.places = new Places(bounds.connections(), bounds.connectionsOfOne());
        this.unfinished = new HeldBytes(bounds.unfinishedBytes());
        this.loops = new MultiThreadIoEventLoopGroup(
                settings.threads(), new DefaultThreadFactory("parley-sip", true), NioIoHandler.newFactory());
        this.handshakes = handshakes(settings.threads());
    }

    /** So that the arithmetic of strangers' handshakes does not hold up those who are through with theirs. */
    private static ExecutorService handshakes(int threads) {
        ThreadPoolExecutor executor = new ThreadPoolExecutor(
                threads,
                threads,
                10,
                TimeUnit.SECONDS,
                new LinkedBlockingQueue<>(),
                new DefaultThreadFactory("parley-sip-tls", true));
        executor.allowCoreThreadTimeOut(true);
        return executor;
    }

    /** Listens wherever it was told to. */
    void open() {
        settings.addresses().forEach((transport, addresses) -> {
            List<Channel> sockets = new ArrayList<>();
            listening.put(transport, sockets);
            for (InetSocketAddress address : addresses) {
                ChannelFuture bound = transport == Transport.UDP ? bind(address) : accept(transport, address);
                bound.awaitUninterruptibly();
                if (!bound.isSuccess()) {
                    throw new UncheckedIOException(
                            new BindException("cannot listen on " + transport + " " + address + ": " + bound.cause()));
                }
                sockets.add(bound.channel());
            }
        });
    }

    private ChannelFuture bind(InetSocketAddress address) {
        SocketProtocolFamily family =
                address.getAddress() instanceof Inet6Address ? SocketProtocolFamily.INET6 : SocketProtocolFamily.INET;
        return new Bootstrap()
                .group(loops)
                .channelFactory(() -> new NioDatagramChannel(family))
                .option(ChannelOption.SO_RCVBUF, DATAGRAM_BUFFER)
                .option(ChannelOption.SO_SNDBUF, DATAGRAM_BUFFER)
                .option(ChannelOption.RECVBUF_ALLOCATOR, new FixedRecvByteBufAllocator(DATAGRAM_BYTES))
                .handler(new DatagramHandler(transactions, settings.bounds()))
                .bind(address);
    }

    private ChannelFuture accept(Transport transport, InetSocketAddress address) {
        return new ServerBootstrap()
                .group(loops)
                .channel(NioServerSocketChannel.class)
                .option(ChannelOption.SO_BACKLOG, BACKLOG)
                .option(ChannelOption.SO_REUSEADDR, true)
                .childOption(ChannelOption.TCP_NODELAY, true)
                .childOption(ChannelOption.SO_KEEPALIVE, true)
                .childHandler(new ChannelInitializer<>() {
                    @Override
                    protected void initChannel(Channel channel) {
                        accepted(transport, channel);
                    }
                })
                .bind(address);
    }

    private void accepted(Transport transport, Channel channel) {
        if (!(channel.remoteAddress() instanceof InetSocketAddress remote)) {
            channel.close();
            return;
        }
        Sender sender = Sender.of(remote.getAddress());
        if (closed || !places.tryTake(sender)) {
            LOG.debug("Too many connections to take that of {}", remote);
            settings.observer().connectionRefused(transport);
            channel.close();
            return;
        }
        Connection connection = connection(transport, remote);
        keep(connection, channel, sender, Destination.of(transport, remote));
        fill(channel, connection, transport == Transport.TLS ? tls().server() : null, false);
    }

    private TlsSide tls() {
        return settings.tls().orElseThrow(() -> new IllegalStateException("there are no keys for TLS"));
    }

    private Connection connection(Transport transport, InetSocketAddress remote) {
        return new Connection(
                numbers.incrementAndGet(), transport, remote, settings.bounds().outgoingBytes(), settings.observer());
    }

    private void keep(Connection connection, Channel channel, @Nullable Sender sender, Destination destination) {
        connections.put(connection.number(), connection);
        byDestination.put(destination, connection);
        settings.observer().connectionOpened(connection.peer().transport());
        connection.attach(channel);
        channel.closeFuture().addListener(ended -> {
            connections.remove(connection.number(), connection);
            byDestination.remove(destination, connection);
            places.leave(sender);
            connection.ended();
            transactions.closed(connection);
            settings.observer().connectionClosed(connection.peer().transport());
            if (!closed) {
                settings.handler().disconnected(connection.number());
            }
        });
        if (closed) {
            connection.close();
        }
    }

    private void fill(Channel channel, Connection connection, @Nullable SSLEngine tls, boolean ours) {
        if (tls != null) {
            SslHandler handler = new SslHandler(tls, handshakes);
            handler.setHandshakeTimeoutMillis(settings.times().connect().toMillis());
            channel.pipeline().addLast(handler);
        }
        channel.pipeline()
                .addLast(new StreamFramer(settings.bounds(), unfinished))
                .addLast(new ConnectionHandler(connection, transactions, settings.times(), ours));
    }

    /** The way to a target: the connection that it names, else one that is open to its address, else a new one. */
    Flow to(Target target) {
        if (target.connection().isPresent()) {
            Connection known = connections.get(target.connection().getAsLong());
            if (known != null && known.isOpen()) {
                return known;
            }
        }
        InetSocketAddress address = target.address();
        if (address.isUnresolved()) {
            throw new IllegalArgumentException("an address that is not resolved: " + address);
        }
        if (target.transport() == Transport.UDP) {
            return new DatagramFlow(socketFor(address), address);
        }
        Destination destination = Destination.of(target.transport(), address);
        Connection open = byDestination.get(destination);
        return open != null && open.isOpen() ? open : connect(destination);
    }

    private Channel socketFor(InetSocketAddress address) {
        return near(Transport.UDP, address.getAddress())
                .orElseThrow(() -> new IllegalStateException("no UDP address to send from to " + address));
    }

    /** The socket that listens by {@code transport} on an address of the same kind as {@code peer}, else any. */
    private Optional<Channel> near(Transport transport, InetAddress peer) {
        List<Channel> sockets = listening.getOrDefault(transport, List.of());
        return sockets.stream()
                .filter(socket -> local(socket).getAddress().getClass() == peer.getClass())
                .findFirst()
                .or(() -> sockets.stream().findFirst());
    }

    /** Where we listen for somebody at {@code peer}. */
    Optional<InetSocketAddress> listening(Peer peer) {
        return near(peer.transport(), peer.address().getAddress()).map(Transports::local);
    }

    private synchronized Flow connect(Destination destination) {
        Connection raced = byDestination.get(destination);
        if (raced != null && raced.isOpen()) {
            return raced;
        }
        Connection connection = connection(destination.transport(), destination.address());
        if (closed || !places.tryTake(null)) {
            settings.observer().connectionRefused(destination.transport());
            connection.ended();
            return connection;
        }
        SSLEngine engine = destination.transport() == Transport.TLS ? tls().client(destination.address()) : null;
        ChannelFuture connecting = new Bootstrap()
                .group(loops)
                .channel(NioSocketChannel.class)
                .option(ChannelOption.TCP_NODELAY, true)
                .option(ChannelOption.SO_KEEPALIVE, true)
                .option(
                        ChannelOption.CONNECT_TIMEOUT_MILLIS,
                        Math.toIntExact(settings.times().connect().toMillis()))
                .handler(new ChannelInitializer<>() {
                    @Override
                    protected void initChannel(Channel channel) {
                        fill(channel, connection, engine, true);
                    }
                })
                .register();
        keep(connection, connecting.channel(), null, destination);
        connecting.channel().connect(destination.address()).addListener(done -> {
            if (!done.isSuccess()) {
                LOG.debug("No connection to {}", destination.address(), done.cause());
                connecting.channel().close();
            }
        });
        return connection;
    }

    /** Where it listens by a transport, the first of the addresses. */
    Optional<InetSocketAddress> listening(Transport transport) {
        return listening.getOrDefault(transport, List.of()).stream().findFirst().map(Transports::local);
    }

    private static InetSocketAddress local(Channel channel) {
        if (channel.localAddress() instanceof InetSocketAddress address) {
            return address;
        }
        throw new IllegalStateException("not bound: " + channel);
    }

    int connections() {
        return places.taken();
    }

    void close() {
        closed = true;
        listening.values().forEach(sockets -> sockets.forEach(Channel::close));
        connections.values().forEach(Connection::close);
        loops.shutdownGracefully(0, 2, TimeUnit.SECONDS);
        handshakes.shutdown();
        boolean ours = false;
        for (var loop : loops) {
            ours |= loop.inEventLoop();
        }
        if (!ours) {
            loops.terminationFuture().awaitUninterruptibly(5, TimeUnit.SECONDS);
        }
    }
}
