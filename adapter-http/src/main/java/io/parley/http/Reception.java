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
 * Finds what a request is for, and refuses one too many of its sender, or by its header section, before any work. Its body is skipped
 * first, so that the connection can go on, unless the refusal closes or the body is larger than one that would be accepted: then the answer goes at once and is the last.
 */
@SuppressWarnings("FutureReturnValueIgnored")
final class Reception extends ChannelInboundHandlerAdapter {

    private static final Logger LOG = LoggerFactory.getLogger(Reception.class);
    private static final Refusal BROKEN_BODY =
            Refusal.of(HttpResponseStatus.BAD_REQUEST).closing();

    private final RequestRates rates;
    private final RequestChecks checks;
    private final Resources resources;
    private final WithinSize skippable;
    private Optional<Refusal> refusal = Optional.empty();
    private int skipped;

    Reception(RequestRates rates, RequestChecks checks, Resources resources, ServerSettings settings) {
        this.rates = rates;
        this.checks = checks;
        this.resources = resources;
        this.skippable = new WithinSize(settings.maxBodyBytes());
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        if (message instanceof HttpRequest request) {
            check(context, request);
        } else if (message instanceof HttpContent content
                && content.decoderResult().isFailure()) {
            content.release();
            answer(context, BROKEN_BODY);
        } else if (message instanceof HttpContent content && refusal.isPresent()) {
            skip(context, content, refusal.get());
        } else {
            context.fireChannelRead(message);
        }
    }

    private void check(ChannelHandlerContext context, HttpRequest request) {
        skipped = 0;
        Optional<Resource> resource = resources.find(request);
        refusal = rates.refuse(Seats.of(context.channel()))
                .or(() -> checks.refuse(request))
                .or(() -> resource.isEmpty()
                        ? Optional.of(Resources.NOT_FOUND)
                        : resource.get().checks().refuse(request))
                .map(found -> skips(request, found) ? found : found.closing());
        if (refusal.isEmpty()) {
            context.fireChannelRead(new Routed(resource.orElseThrow(), request));
            return;
        }
        ReferenceCountUtil.release(request);
        if (refusal.get().closes()) {
            answer(context, refusal.get());
        }
    }

    private boolean skips(HttpRequest request, Refusal found) {
        return !found.closes() && skippable.refuse(request).isEmpty();
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
