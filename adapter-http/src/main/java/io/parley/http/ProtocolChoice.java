package io.parley.http;

import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.ssl.ApplicationProtocolNames;
import io.netty.handler.ssl.ApplicationProtocolNegotiationHandler;
import io.netty.handler.ssl.SslHandler;
import java.security.cert.X509Certificate;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Waits for the end of the handshake, then puts the handlers of the protocol behind TLS that was agreed on (ALPN, RFC 7301); HTTP/1.1
 * if the client knows nothing of that. A handshake that fails is the end of the connection and no fault of the server.
 */
@SuppressWarnings("FutureReturnValueIgnored")
final class ProtocolChoice extends ApplicationProtocolNegotiationHandler {

    private static final Logger LOG = LoggerFactory.getLogger(ProtocolChoice.class);

    private final TlsSettings settings;
    private final Protocols protocols;

    ProtocolChoice(TlsSettings settings, Protocols protocols) {
        super(ApplicationProtocolNames.HTTP_1_1);
        this.settings = settings;
        this.protocols = protocols;
    }

    @Override
    protected void configurePipeline(ChannelHandlerContext context, String protocol) {
        identify(context);
        Seats.of(context.channel()).agreed();
        if (protocol.equals(ApplicationProtocolNames.HTTP_2)) {
            protocols.addHttp2(context.pipeline());
        } else {
            protocols.addHttp1(context.pipeline());
            // They have come too late for the event itself, and begin with it.
            context.fireChannelActive();
        }
    }

    private void identify(ChannelHandlerContext context) {
        try {
            SslHandler tls = (SslHandler) context.pipeline().get("tls");
            if (tls.engine().getSession().getPeerCertificates()[0] instanceof X509Certificate certificate) {
                settings.clients()
                        .userOf(certificate)
                        .ifPresent(
                                user -> context.channel().attr(Sender.CERTIFIED).set(user));
            }
        } catch (SSLPeerUnverifiedException none) {
            LOG.trace("No certificate from {}", context.channel().remoteAddress());
        }
    }

    @Override
    public void userEventTriggered(ChannelHandlerContext context, Object event) throws Exception {
        if (event == ConnectionEvent.DRAIN) {
            context.close();
        }
        super.userEventTriggered(context, event);
    }

    @Override
    protected void handshakeFailure(ChannelHandlerContext context, Throwable cause) {
        LOG.debug("No TLS with {}: {}", context.channel().remoteAddress(), cause.getMessage());
        context.close();
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        handshakeFailure(context, cause);
    }
}
