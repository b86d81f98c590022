package io.parley.http;

import io.netty.channel.Channel;
import io.netty.channel.ChannelInitializer;
import io.parley.http.Newcomers.Stage;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Decides about a new connection, and puts the first handlers around it: those of HTTP in clear, or those that wait for TLS. */
@SuppressWarnings("FutureReturnValueIgnored")
final class ConnectionPipeline extends ChannelInitializer<Channel> {

    private static final Logger LOG = LoggerFactory.getLogger(ConnectionPipeline.class);

    private final ServerSettings settings;
    private final Connections connections;
    private final Protocols protocols;
    private final Optional<Handshakes> tls;

    private ConnectionPipeline(
            ServerSettings settings, Connections connections, Protocols protocols, Optional<Handshakes> tls) {
        this.settings = settings;
        this.connections = connections;
        this.protocols = protocols;
        this.tls = tls;
    }

    static ConnectionPipeline clear(ServerSettings settings, Connections connections, Protocols protocols) {
        return new ConnectionPipeline(settings, connections, protocols, Optional.empty());
    }

    static ConnectionPipeline encrypted(
            ServerSettings settings, Connections connections, Protocols protocols, Handshakes tls) {
        return new ConnectionPipeline(settings, connections, protocols, Optional.of(tls));
    }

    @Override
    protected void initChannel(Channel connection) {
        connection.config().setAutoRead(false);
        switch (connections.admit(connection, tls.isPresent() ? Stage.SILENT : Stage.AGREED)) {
            case SERVED -> serve(connection);
            case NO_ROOM -> turnAway(connection, settings.unavailable());
            case TOO_MANY_OF_ONE -> turnAway(connection, settings.tooMany());
            case CLOSED -> {
                settings.observer().connectionRefused();
                connection.close();
            }
        }
    }

    private void serve(Channel connection) {
        settings.observer().connectionOpened();
        connection.closeFuture().addListener(closed -> settings.observer().connectionClosed());
        if (tls.isPresent()) {
            connection.pipeline().addLast(new TlsEntrance(tls.get(), settings, protocols));
        } else {
            protocols.addEither(connection.pipeline());
        }
    }

    private void turnAway(Channel connection, Refusal refusal) {
        settings.observer().connectionRefused();
        LOG.debug("Turning {} away: {}", connection.remoteAddress(), refusal.status());
        if (tls.isPresent()) {
            // It could only be told after a handshake, which is work.
            connection.close();
        } else {
            protocols.addRefusal(connection.pipeline(), refusal);
        }
    }
}
