package io.parley.http;

import io.netty.handler.codec.http2.Http2SecurityUtil;
import io.netty.handler.ssl.ApplicationProtocolConfig;
import io.netty.handler.ssl.ApplicationProtocolConfig.Protocol;
import io.netty.handler.ssl.ApplicationProtocolConfig.SelectedListenerFailureBehavior;
import io.netty.handler.ssl.ApplicationProtocolConfig.SelectorFailureBehavior;
import io.netty.handler.ssl.ApplicationProtocolNames;
import io.netty.handler.ssl.ClientAuth;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.handler.ssl.SslProvider;
import io.netty.handler.ssl.SupportedCipherSuiteFilter;
import java.nio.file.Path;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.SSLException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * TLS as this server speaks it: versions 1.2 and 1.3, suites with forward secrecy and authenticated encryption only (those that HTTP/2
 * allows, RFC 9113 section 9.2.2), HTTP/2 or HTTP/1.1 by ALPN. By the JDK, so that there is no native library.
 */
final class TlsContext {

    private static final Logger LOG = LoggerFactory.getLogger(TlsContext.class);
    private static final int MOST_SESSIONS = 4096;

    private TlsContext() {}

    /** What {@code settings} say, and anew when its files change. */
    static Reloaded<SslContext> of(TlsSettings settings, InstantSource clock) {
        List<Path> files = new ArrayList<>(List.of(settings.certificates(), settings.key()));
        settings.clientAuthorities().ifPresent(files::add);
        return new Reloaded<>(files, () -> read(settings), clock);
    }

    private static SslContext read(TlsSettings settings) {
        X509Certificate[] chain = PemFiles.certificates(settings.certificates());
        warnOfNamelessness(settings.certificates(), chain[0]);
        SslContextBuilder builder = SslContextBuilder.forServer(PemFiles.key(settings.key(), chain[0]), chain)
                .sslProvider(SslProvider.JDK)
                .protocols("TLSv1.3", "TLSv1.2")
                .ciphers(Http2SecurityUtil.CIPHERS, SupportedCipherSuiteFilter.INSTANCE)
                .sessionCacheSize(MOST_SESSIONS)
                .applicationProtocolConfig(new ApplicationProtocolConfig(
                        Protocol.ALPN,
                        SelectorFailureBehavior.NO_ADVERTISE,
                        SelectedListenerFailureBehavior.ACCEPT,
                        ApplicationProtocolNames.HTTP_2,
                        ApplicationProtocolNames.HTTP_1_1));
        settings.clientAuthorities()
                .ifPresent(file -> builder.trustManager(PemFiles.certificates(file))
                        .clientAuth(settings.clientsMust() ? ClientAuth.REQUIRE : ClientAuth.OPTIONAL));
        try {
            return builder.build();
        } catch (SSLException | IllegalArgumentException refused) {
            throw new IllegalArgumentException(
                    settings.certificates() + ": cannot be used for TLS: " + refused.getMessage(), refused);
        }
    }

    /** RFC 2818 section 3.1: clients look for the server's name in {@code subjectAltName}. */
    private static void warnOfNamelessness(Path file, X509Certificate certificate) {
        try {
            if (certificate.getSubjectAlternativeNames() == null) {
                LOG.warn("{}: the certificate has no subjectAltName, so clients will not find the server's name", file);
            }
        } catch (CertificateParsingException broken) {
            LOG.warn("{}: the subjectAltName of the certificate cannot be read", file);
        }
    }
}
