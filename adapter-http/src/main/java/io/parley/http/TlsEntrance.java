package io.parley.http;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http.HttpResponseEncoder;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.util.ReferenceCountUtil;
import io.netty.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The first handler of a connection that has to begin with TLS. It takes up TLS when the first byte is that of a handshake (RFC 8446
 * section 5.1); to anything else, which is most likely HTTP in clear, it answers 400 in clear and closes. Who sends no byte is cut off as
 * one is who does not go on with the handshake.
 */
@SuppressWarnings("FutureReturnValueIgnored")
final class TlsEntrance extends ChannelInboundHandlerAdapter {

    private static final Logger LOG = LoggerFactory.getLogger(TlsEntrance.class);
    private static final int HANDSHAKE = 22;

    private final Handshakes tls;
    private final ServerSettings settings;
    private final Protocols protocols;
    private @Nullable Future<?> alarm;
    private boolean refused;

    TlsEntrance(Handshakes tls, ServerSettings settings, Protocols protocols) {
        this.tls = tls;
        this.settings = settings;
        this.protocols = protocols;
    }

    @Override
    public void channelActive(ChannelHandlerContext context) {
        alarm = context.executor()
                .schedule(() -> context.close(), settings.handshakeTime().toNanos(), TimeUnit.NANOSECONDS);
        context.read();
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        if (refused || !(message instanceof ByteBuf bytes) || !bytes.isReadable()) {
            ReferenceCountUtil.release(message);
        } else if (bytes.getUnsignedByte(bytes.readerIndex()) == HANDSHAKE) {
            cancel();
            takeUp(context);
            context.fireChannelRead(message);
            context.pipeline().remove(this);
        } else {
            cancel();
            ReferenceCountUtil.release(message);
            refuse(context);
        }
    }

    private void takeUp(ChannelHandlerContext context) {
        context.pipeline()
                .addAfter(context.name(), "tls", tls.on(context.channel()))
                .addAfter(
                        "tls",
                        "protocol",
                        new ProtocolChoice(settings.tls().orElseThrow().tls(), protocols));
    }

    private void refuse(ChannelHandlerContext context) {
        LOG.debug("No TLS from {}", context.channel().remoteAddress());
        refused = true;
        context.pipeline().addFirst(new HttpResponseEncoder(), new Witness(settings.observer()));
        context.writeAndFlush(protocols.withHeaders(
                        Refusal.of(HttpResponseStatus.BAD_REQUEST).closing()))
                .addListener(written -> LingeringClose.begin(context.channel(), settings.lingerTime()));
    }

    @Override
    public void userEventTriggered(ChannelHandlerContext context, Object event) {
        if (event == ConnectionEvent.DRAIN) {
            context.close();
        }
        context.fireUserEventTriggered(event);
    }

    @Override
    public void handlerRemoved(ChannelHandlerContext context) {
        cancel();
    }

    private void cancel() {
        if (alarm != null) {
            alarm.cancel(false);
            alarm = null;
        }
    }
}
