package io.parley.sip.stack;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.handler.ssl.SslHandler;
import java.net.InetSocketAddress;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A connection by TCP or TLS, from the moment that it is wanted. What is sent by it waits in one queue, whichever thread sends it, so that
 * the order of sending is that of writing; the queue has a bound, and a peer who lets it fill up loses the connection.
 */
final class Connection implements Flow {

    private static final Logger LOG = LoggerFactory.getLogger(Connection.class);

    /** A message that waits, or the end of the connection behind all others. */
    private record Waiting(ByteBuf message, int size, Runnable failed, boolean last) {}

    private final int most;
    private final StackObserver observer;
    private final Queue<Waiting> queue = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean drainScheduled = new AtomicBoolean();
    private final AtomicLong waitingBytes = new AtomicLong();
    private volatile Peer peer;
    private volatile @Nullable Channel channel;
    private volatile boolean ready;
    private volatile boolean closed;

    Connection(long number, Transport transport, InetSocketAddress address, int most, StackObserver observer) {
        this.peer = new Peer(transport, address, OptionalLong.of(number), List.of());
        this.most = most;
        this.observer = observer;
    }

    @Override
    public Peer peer() {
        return peer;
    }

    @Override
    public boolean isOpen() {
        return !closed;
    }

    @Override
    public boolean wasReached() {
        return ready;
    }

    long number() {
        return peer.connection().orElseThrow();
    }

    /** It has a channel, by which it can be closed. */
    void attach(Channel opened) {
        channel = opened;
        if (closed) {
            opened.close();
        }
    }

    /** It is established, and the handshake done: what was sent before can go. */
    void established() {
        Channel opened = channel;
        if (opened == null) {
            throw new IllegalStateException("established without a channel");
        }
        SslHandler tls = opened.pipeline().get(SslHandler.class);
        if (tls != null) {
            peer = new Peer(peer.transport(), peer.address(), peer.connection(), certificates(tls));
        }
        ready = true;
        schedule(opened);
    }

    private static List<X509Certificate> certificates(SslHandler tls) {
        try {
            Certificate[] shown = tls.engine().getSession().getPeerCertificates();
            return Arrays.stream(shown)
                    .filter(X509Certificate.class::isInstance)
                    .map(X509Certificate.class::cast)
                    .toList();
        } catch (SSLPeerUnverifiedException none) {
            return List.of();
        }
    }

    @Override
    public void send(byte[] message, Runnable failed) {
        if (closed) {
            failed.run();
            return;
        }
        if (waitingBytes.addAndGet(message.length) > most) {
            waitingBytes.addAndGet(-message.length);
            LOG.debug("Closing the connection of {}: it does not take what is sent", peer.address());
            observer.peerTooSlow(peer.transport());
            failed.run();
            close();
            return;
        }
        enqueue(new Waiting(Unpooled.wrappedBuffer(message), message.length, failed, false));
    }

    /** Closes it when all that was sent has been written. */
    void closeBehind() {
        enqueue(new Waiting(Unpooled.EMPTY_BUFFER, 0, () -> {}, true));
    }

    private void enqueue(Waiting waiting) {
        queue.add(waiting);
        Channel opened = channel;
        if (closed) {
            fail();
        } else if (ready && opened != null) {
            schedule(opened);
        }
    }

    private void schedule(Channel opened) {
        if (opened.eventLoop().inEventLoop()) {
            drain(opened);
        } else if (drainScheduled.compareAndSet(false, true)) {
            opened.eventLoop().execute(() -> {
                drainScheduled.set(false);
                drain(opened);
            });
        }
    }

    private void drain(Channel opened) {
        Waiting next = queue.poll();
        boolean any = next != null;
        while (next != null) {
            Waiting waiting = next;
            ChannelFuture written = opened.write(waiting.message());
            written.addListener(done -> {
                waitingBytes.addAndGet(-waiting.size());
                if (!done.isSuccess()) {
                    waiting.failed().run();
                } else if (waiting.last()) {
                    opened.close();
                }
            });
            next = queue.poll();
        }
        if (any) {
            opened.flush();
        }
    }

    /** Closes it now. */
    void close() {
        closed = true;
        Channel opened = channel;
        if (opened != null) {
            opened.close();
        }
        fail();
    }

    /** It has ended, from whichever side. */
    void ended() {
        closed = true;
        fail();
    }

    private void fail() {
        for (Waiting waiting = queue.poll(); waiting != null; waiting = queue.poll()) {
            waitingBytes.addAndGet(-waiting.size());
            waiting.failed().run();
        }
    }
}
