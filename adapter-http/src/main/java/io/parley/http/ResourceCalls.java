package io.parley.http;

import io.netty.channel.ChannelHandler.Sharable;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Has the {@link Resource} answer that the request is for.
 *
 * <p>A fault of the resource is a 500 that names an incident and nothing else; the log has the same incident. When the executor takes
 * no more work the answer is 503, before any work.
 */
@Sharable
@SuppressWarnings("FutureReturnValueIgnored")
final class ResourceCalls extends SimpleChannelInboundHandler<Collected> {

    private static final Logger LOG = LoggerFactory.getLogger(ResourceCalls.class);

    private final Executor executor;
    private final Refusal busy;

    ResourceCalls(ServerSettings settings) {
        super(Collected.class);
        this.executor = settings.executor();
        this.busy = settings.unavailable();
    }

    @Override
    protected void channelRead0(ChannelHandlerContext context, Collected request) {
        Resource resource = request.resource();
        Call call = request.call(context.channel());
        try {
            (resource.waits() ? executor : (Executor) Runnable::run)
                    .execute(() -> answer(resource, call).send(context));
        } catch (RejectedExecutionException full) {
            LOG.warn("The executor takes no more work: answering {}", busy.status());
            context.writeAndFlush(busy.response());
        }
    }

    private static Reply answer(Resource resource, Call call) {
        try {
            return resource.answer(call);
        } catch (RuntimeException | Error fault) {
            // Errors as well: the connection would wait for its answer for ever.
            Incident incident = Incident.of(fault);
            incident.report(LOG, "A request could not be answered");
            return Reply.of(incident.response(), Told.ofIncident(incident.id()));
        }
    }
}
