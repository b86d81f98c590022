package io.parley.http.client;

import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.handler.ssl.SslProvider;
import io.parley.codec.xml.CcmpCodec;
import io.parley.codec.xml.Dialect;
import io.parley.codec.xml.Limits;
import java.net.InetSocketAddress;
import java.net.URI;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/**
 * Describes a {@link CcmpClient}. Everything has a default but the server; the defaults are all here. There is no way to switch off that
 * the name of an https server is checked.
 */
public final class CcmpClientBuilder {

    private static final Duration LONGEST_TIMEOUT = Duration.ofSeconds(60);
    private static final int ELEMENTS_PER_KIB = 100;

    private final SslContextBuilder tls = SslContextBuilder.forClient()
            .sslProvider(SslProvider.JDK)
            .protocols("TLSv1.3", "TLSv1.2")
            .endpointIdentificationAlgorithm("HTTPS");
    private Optional<Servers> servers = Optional.empty();
    private Duration timeout = Duration.ofSeconds(30);
    private Duration patience = Duration.ofSeconds(10);
    private boolean repeatsTimeouts;
    private boolean privileged;
    private Dialect dialect = Dialect.RFC_6503;
    private int maxResponseBytes = 64 << 20;
    private Optional<Origin> proxy = Optional.empty();
    private Optional<HttpCredentials> proxyCredentials = Optional.empty();
    private Optional<HttpCredentials> credentials = Optional.empty();
    private ExchangeObserver observer = ExchangeObserver.none();
    private InstantSource clock = InstantSource.system();
    private @Nullable Timers timers;

    CcmpClientBuilder() {}

    /** The server; an {@link IllegalArgumentException} if it is no http or https URI. */
    public CcmpClientBuilder server(URI uri) {
        Origin.of(uri);
        return servers(Servers.fixed(uri));
    }

    /** The server of {@code domain}, found by the DNS of this machine: {@link Discovery#of}. */
    public CcmpClientBuilder domain(String domain) {
        return discovery(Discovery.of(domain));
    }

    /** The server that {@code discovery} finds before the first request. */
    public CcmpClientBuilder discovery(Discovery discovery) {
        return servers(new DiscoveredServers(discovery, () -> clock));
    }

    /** Where the requests go. */
    CcmpClientBuilder servers(Servers source) {
        this.servers = Optional.of(source);
        return this;
    }

    /**
     * How long a request may take, from the first attempt to connect to the last byte of the response; then the connection is closed.
     * Default: 30 s. An {@link IllegalArgumentException} above 60 s.
     */
    public CcmpClientBuilder timeout(Duration time) {
        if (time.isNegative() || time.isZero() || time.compareTo(LONGEST_TIMEOUT) > 0) {
            throw new IllegalArgumentException("the timer of a request is at most 60 s, not " + time);
        }
        this.timeout = time;
        return this;
    }

    /**
     * How long one call waits altogether because servers ask for it by {@code Retry-After}; a longer pause fails the call and is told by
     * {@link RefusedException#retryAfter}. Default: 10 s.
     */
    public CcmpClientBuilder patience(Duration time) {
        if (time.isNegative()) {
            throw new IllegalArgumentException("Not a time: " + time);
        }
        this.patience = time;
        return this;
    }

    /** Whether a request that was answered 510 is sent again, after a second and within the patience. Default: no. */
    public CcmpClientBuilder repeatsTimeouts(boolean on) {
        this.repeatsTimeouts = on;
        return this;
    }

    /** Whether its users may create, change and delete blueprints; else that is refused here. Default: no. */
    public CcmpClientBuilder privileged(boolean on) {
        this.privileged = on;
        return this;
    }

    /** In which namespace requests are written. Default: the registered one. */
    public CcmpClientBuilder dialect(Dialect spelling) {
        this.dialect = spelling;
        return this;
    }

    /** The most bytes that a response may have. Default: 64 MiB. */
    public CcmpClientBuilder maxResponseBytes(int bytes) {
        if (bytes < 1 || bytes == Integer.MAX_VALUE) {
            throw new IllegalArgumentException("Not a number of bytes: " + bytes);
        }
        this.maxResponseBytes = bytes;
        return this;
    }

    /** What certificates of servers have to lead to, or be. Default: what the Java runtime trusts. */
    public CcmpClientBuilder trust(X509Certificate... anchors) {
        if (anchors.length == 0) {
            throw new IllegalArgumentException("a certificate is wanted");
        }
        tls.trustManager(anchors);
        return this;
    }

    /** The certificate by which the client shows who it is to servers that ask. Default: none. */
    public CcmpClientBuilder clientCertificate(PrivateKey key, X509Certificate... chain) {
        tls.keyManager(key, chain);
        return this;
    }

    /** What the server is shown when it asks by HTTP. Default: nothing. */
    public CcmpClientBuilder credentials(HttpCredentials shown) {
        this.credentials = Optional.of(shown);
        return this;
    }

    /** The HTTP proxy that all requests go through, with CONNECT for https. Default: none. */
    public CcmpClientBuilder proxy(InetSocketAddress where) {
        this.proxy = Optional.of(new Origin(false, where.getHostString(), where.getPort()));
        return this;
    }

    /** What the proxy is shown when it asks. Default: nothing. */
    public CcmpClientBuilder proxyCredentials(HttpCredentials shown) {
        this.proxyCredentials = Optional.of(shown);
        return this;
    }

    /** Who sees what goes over the wire. Default: nobody. */
    public CcmpClientBuilder observer(ExchangeObserver seeing) {
        this.observer = seeing;
        return this;
    }

    /** What a {@code Retry-After} with a date is compared with. Default: the system's clock. */
    public CcmpClientBuilder clock(InstantSource source) {
        this.clock = source;
        return this;
    }

    /** What makes time pass. */
    CcmpClientBuilder timers(Timers instead) {
        this.timers = instead;
        return this;
    }

    /**
     * The client. Its connections are opened when they are needed.
     *
     * @throws IllegalStateException if the server is missing
     */
    public CcmpClient build() {
        Servers source = servers.orElseThrow(() -> new IllegalStateException("A client needs a server or a domain"));
        ClientSettings settings = settings();
        Messages messages = new Messages(new CcmpCodec(limits()), settings, observer);
        return new CcmpClient(
                new Transport(settings), source, messages, new RequestRules(privileged), Optional.empty());
    }

    private ClientSettings settings() {
        return new ClientSettings(
                timeout,
                patience,
                repeatsTimeouts,
                dialect,
                maxResponseBytes,
                sslContext(),
                proxy.map(it -> new Proxy(it, proxyCredentials)),
                credentials,
                clock,
                Optional.ofNullable(timers));
    }

    private Limits limits() {
        Limits usual = Limits.defaults();
        int elements = Math.max(usual.elements(), (maxResponseBytes >> 10) * ELEMENTS_PER_KIB);
        return new Limits(maxResponseBytes, usual.depth(), usual.attributes(), usual.characters(), elements);
    }

    private SslContext sslContext() {
        try {
            return tls.build();
        } catch (SSLException fault) {
            throw new IllegalArgumentException("the certificates cannot be used: " + fault.getMessage(), fault);
        }
    }
}
