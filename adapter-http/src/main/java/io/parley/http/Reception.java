package io.parley.http;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.ReferenceCountUtil;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Refuses a request by its header section, before any work. Its body is skipped first, so that the connection can go on, unless the
 * refusal closes or the body is larger than one that would be accepted: then the answer goes at once and is the last.
 */
@SuppressWarnings("FutureReturnValueIgnored")
final class Reception extends ChannelInboundHandlerAdapter {

    private static final Logger LOG = LoggerFactory.getLogger(Reception.class);
    private static final Refusal BROKEN_BODY =
            Refusal.of(HttpResponseStatus.BAD_REQUEST).closing();

    private final RequestChecks checks;
    private final WithinSize skippable;
    private Optional<Refusal> refusal = Optional.empty();
    private int skipped;

    Reception(RequestChecks checks, ServerSettings settings) {
        this.checks = checks;
        this.skippable = new WithinSize(settings.maxBodyBytes());
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        if (message instanceof HttpRequest request) {
            skipped = 0;
            refusal = checks.refuse(request)
                    .map(found -> skippable.refuse(request).isPresent() ? found.closing() : found);
            if (refusal.isEmpty()) {
                context.fireChannelRead(message);
                return;
            }
            ReferenceCountUtil.release(message);
            if (refusal.get().closes()) {
                answer(context, refusal.get());
            }
        } else if (message instanceof HttpContent content) {
            if (content.decoderResult().isFailure()) {
                content.release();
                answer(context, BROKEN_BODY);
            } else if (refusal.isPresent()) {
                skip(context, content, refusal.get());
            } else {
                context.fireChannelRead(message);
            }
        } else {
            context.fireChannelRead(message);
        }
    }

    private void skip(ChannelHandlerContext context, HttpContent content, Refusal answer) {
        skipped += content.content().readableBytes();
        content.release();
        if (skipped > skippable.maxBodyBytes()) {
            answer(context, answer.closing());
        } else if (content instanceof LastHttpContent) {
            answer(context, answer);
        }
    }

    private static void answer(ChannelHandlerContext context, Refusal answer) {
        LOG.debug("Refusing a request of {}: {}", context.channel().remoteAddress(), answer.status());
        context.writeAndFlush(answer.response());
    }
}
