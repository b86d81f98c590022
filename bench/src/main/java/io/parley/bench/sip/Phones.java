package io.parley.bench.sip;

import io.netty.bootstrap.Bootstrap;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioSocketChannel;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Many phones of SIP in one thread and on few TCP connections, with as little of SIP as the measurements need: they ask, accept everything
 * that they are asked, and count. Where they are reached is the address of their connection.
 */
public final class Phones implements AutoCloseable {

    private static final int AT_A_TIME = 50;
    private static final int PER_CONNECTION = 100;

    private final MultiThreadIoEventLoopGroup thread = new MultiThreadIoEventLoopGroup(1, NioIoHandler.newFactory());
    private final List<Channel> connections = new ArrayList<>();
    private final Arrivals arrivals = new Arrivals();
    private final String run = Long.toHexString(System.nanoTime());
    private int dialogs;

    /** Phones that have so many dialogs with {@code server} at most. */
    public Phones(InetSocketAddress server, int dialogs) {
        for (int i = 0; i * PER_CONNECTION < dialogs; i++) {
            connections.add(connect(server));
        }
    }

    private Channel connect(InetSocketAddress server) {
        return new Bootstrap()
                .group(thread)
                .channel(NioSocketChannel.class)
                .option(ChannelOption.TCP_NODELAY, true)
                .handler(new ChannelInitializer<SocketChannel>() {
                    @Override
                    protected void initChannel(SocketChannel channel) {
                        channel.pipeline().addLast(new SipText.Decoder(), new Answering(arrivals));
                    }
                })
                .connect(server)
                .syncUninterruptibly()
                .channel();
    }

    /** Subscribes to {@code conference} once for each of {@code users}, and waits until all know its state. */
    public void subscribe(String conference, List<String> users) {
        inTurns(users, batch -> {
            long answers = arrivals.answers() + batch.size();
            long notifications = arrivals.notifications() + batch.size();
            batch.forEach(user -> send(
                    "SUBSCRIBE",
                    conference,
                    user,
                    "Event: conference\r\nAccept: application/conference-info+xml\r\nExpires: 3600\r\n",
                    ""));
            arrivals.await(answers, notifications);
        });
    }

    /** Calls {@code conference} once for each of {@code users}, as a client of C3P does, and waits until all are in. */
    public void call(String conference, List<String> users) {
        inTurns(users, batch -> {
            long answers = arrivals.answers() + batch.size();
            batch.forEach(user -> send(
                    "INVITE",
                    conference,
                    user,
                    "Supported: timer\r\nContent-Type: application/cccp+xml\r\n",
                    "<request xmlns=\"urn:ietf:params:xml:ns:cccp\" C3PVersion=\"1\" to=\"" + conference + "\" from=\""
                            + user + "\" requestId=\"1\"><addUser><conferenceKeys confEntity=\"" + conference
                            + "\"/><ci:user xmlns:ci=\"urn:ietf:params:xml:ns:conference-info\" entity=\"" + user
                            + "\"><ci:roles><ci:entry>attendee</ci:entry></ci:roles><ci:endpoint entity=\"{device"
                            + dialogs
                            + "}\"/></ci:user></addUser></request>"));
            arrivals.await(answers, 0);
        });
    }

    private static void inTurns(List<String> users, java.util.function.Consumer<List<String>> turn) {
        for (int i = 0; i < users.size(); i += AT_A_TIME) {
            turn.accept(users.subList(i, Math.min(users.size(), i + AT_A_TIME)));
        }
    }

    /** Sends a MESSAGE, and does not wait for its answer. */
    public void message(String to, String text) {
        send("MESSAGE", to, to, "Content-Type: text/plain\r\n", text);
    }

    private void send(String method, String to, String user, String fields, String body) {
        Channel connection = connections.get(dialogs / PER_CONNECTION % connections.size());
        int number = dialogs++;
        InetSocketAddress own = (InetSocketAddress) connection.localAddress();
        String address = "127.0.0.1:" + own.getPort();
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        write(
                connection,
                method + " " + to + " SIP/2.0\r\nVia: SIP/2.0/TCP " + address + ";branch=z9hG4bK" + run + number
                        + "\r\nFrom: <" + user + ">;tag=t" + number + "\r\nTo: <" + to + ">\r\nCall-ID: " + run + "-"
                        + number + "\r\nCSeq: 1 " + method + "\r\nMax-Forwards: 70\r\nContact: <sip:phone" + number
                        + "@"
                        + address + ";transport=tcp>\r\n" + fields + "Content-Length: " + bytes.length + "\r\n\r\n"
                        + body);
    }

    private static void write(Channel connection, String text) {
        connection
                .writeAndFlush(Unpooled.copiedBuffer(text, StandardCharsets.UTF_8))
                .addListener(ChannelFutureListener.FIRE_EXCEPTION_ON_FAILURE);
    }

    /** How many notifications have come so far. */
    public long notifications() {
        return arrivals.notifications();
    }

    /** Waits until so many notifications have come; when the last one came, by the clock of {@link System#nanoTime()}. */
    public long awaitNotifications(long wanted) {
        arrivals.await(0, wanted);
        return arrivals.lastNotification();
    }

    /** How many bytes the body of the last notification had. */
    public int size() {
        return arrivals.lastSize();
    }

    @Override
    public void close() {
        connections.forEach(connection -> connection.pipeline().removeLast());
        connections.forEach(connection -> connection.close().syncUninterruptibly());
        thread.shutdownGracefully(0, 1, TimeUnit.SECONDS).syncUninterruptibly();
    }

    /** Accepts what comes, and acknowledges what is accepted. */
    private static final class Answering extends SimpleChannelInboundHandler<SipText> {
        private final Arrivals arrivals;

        Answering(Arrivals arrivals) {
            this.arrivals = arrivals;
        }

        @Override
        protected void channelRead0(ChannelHandlerContext context, SipText text) {
            if (text.isResponse()) {
                answered(context.channel(), text);
                return;
            }
            if (text.isRequest("NOTIFY")) {
                arrivals.notified(text.body());
            }
            write(context.channel(), text.accepted());
        }

        private void answered(Channel connection, SipText text) {
            if (text.status() < 200) {
                return;
            }
            if (text.status() >= 300) {
                arrivals.failed(new IllegalStateException(text.head()));
                return;
            }
            if (text.field("CSeq").endsWith(" INVITE")) {
                acknowledge(connection, text);
            }
            arrivals.answered();
        }

        private static void acknowledge(Channel connection, SipText text) {
            String to = text.field("To");
            String via = text.field("Via").replaceAll(";received.*", "");
            write(
                    connection,
                    "ACK " + to.substring(to.indexOf('<') + 1, to.indexOf('>')) + " SIP/2.0\r\nVia: " + via
                            + "ack\r\nFrom: "
                            + text.field("From") + "\r\nTo: " + to + "\r\nCall-ID: " + text.field("Call-ID")
                            + "\r\nCSeq: 1 ACK\r\nMax-Forwards: 70\r\nContent-Length: 0\r\n\r\n");
        }

        @Override
        public void exceptionCaught(ChannelHandlerContext context, Throwable thrown) {
            arrivals.failed(thrown);
        }

        @Override
        public void channelInactive(ChannelHandlerContext context) {
            arrivals.failed(new IllegalStateException("the server closed a connection"));
        }
    }
}
