package io.parley.http;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandler.Sharable;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Has the {@link Exchange} answer the body of a request. Every answer of CCMP is an HTTP 200, whatever its own code (RFC 6503 section 9).
 *
 * <p>A fault of the exchange is a 500 that names an incident and nothing else; the log has the same incident. When the executor takes
 * no more work the answer is 503, before any work.
 */
@Sharable
@SuppressWarnings("FutureReturnValueIgnored")
final class CcmpRequests extends SimpleChannelInboundHandler<ByteBuf> {

    private static final String CONTENT_TYPE = "application/ccmp+xml; charset=utf-8";
    private static final Logger LOG = LoggerFactory.getLogger(CcmpRequests.class);

    private final Exchange exchange;
    private final Executor executor;
    private final Refusal busy;

    CcmpRequests(ServerSettings settings) {
        super(ByteBuf.class);
        this.exchange = settings.exchange();
        this.executor = settings.executor();
        this.busy = settings.unavailable();
    }

    @Override
    protected void channelRead0(ChannelHandlerContext context, ByteBuf body) {
        byte[] request = ByteBufUtil.getBytes(body);
        try {
            executor.execute(() -> context.writeAndFlush(answer(request)));
        } catch (RejectedExecutionException full) {
            LOG.warn("The executor takes no more work: answering {}", busy.status());
            context.writeAndFlush(busy.response());
        }
    }

    private FullHttpResponse answer(byte[] request) {
        byte[] answer;
        try {
            answer = exchange.answer(request);
        } catch (RuntimeException | Error fault) {
            // Errors as well: the connection would wait for its answer for ever.
            Incident incident = Incident.of(fault);
            incident.report(LOG, "A request could not be answered");
            return incident.response();
        }
        FullHttpResponse response = new DefaultFullHttpResponse(
                HttpVersion.HTTP_1_1, HttpResponseStatus.OK, Unpooled.wrappedBuffer(answer));
        response.headers().set(HttpHeaderNames.CONTENT_TYPE, CONTENT_TYPE);
        return response;
    }
}
