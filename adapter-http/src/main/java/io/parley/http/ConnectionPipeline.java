package io.parley.http;

import io.netty.channel.Channel;
import io.netty.channel.ChannelInitializer;
import io.netty.handler.codec.http.HttpResponseEncoder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Puts the handlers around a new connection, in the order of the package's description. */
@SuppressWarnings("FutureReturnValueIgnored")
final class ConnectionPipeline extends ChannelInitializer<Channel> {

    private static final Logger LOG = LoggerFactory.getLogger(ConnectionPipeline.class);

    private final ServerSettings settings;
    private final Connections connections;
    private final RequestChecks checks;
    private final ResponseHeaders responseHeaders;
    private final Resources resources;
    private final ResourceCalls resourceCalls;
    private final LastResort lastResort = new LastResort();

    ConnectionPipeline(ServerSettings settings, Connections connections) {
        this.settings = settings;
        this.connections = connections;
        this.checks = RequestChecks.ofEveryRequest();
        this.resources = new Resources(settings);
        this.responseHeaders = new ResponseHeaders(new DateField(settings.clock()));
        this.resourceCalls = new ResourceCalls(settings);
    }

    @Override
    protected void initChannel(Channel connection) {
        connection.config().setAutoRead(false);
        switch (connections.admit(connection)) {
            case SERVED -> serve(connection);
            case TURNED_AWAY -> turnAway(connection);
            case CLOSED -> connection.close();
        }
    }

    private void serve(Channel connection) {
        connection
                .pipeline()
                .addLast(new RequestDecoder(settings))
                .addLast(new HttpResponseEncoder())
                .addLast(responseHeaders)
                .addLast(new ConnectionTimes(settings))
                .addLast(new Persistence(settings))
                .addLast(new Reception(checks, resources, settings))
                .addLast(new BodyCollector(settings))
                .addLast(resourceCalls)
                .addLast(lastResort);
    }

    private void turnAway(Channel connection) {
        LOG.debug("Turning {} away: too many connections", connection.remoteAddress());
        connection
                .pipeline()
                .addLast(new HttpResponseEncoder())
                .addLast(responseHeaders)
                .addLast(new Overload(settings))
                .addLast(lastResort);
    }
}
