package io.parley.examples.server;

import io.parley.http.client.CcmpClient;
import io.parley.http.client.CcmpClientBuilder;
import io.parley.http.client.Discovery;
import io.parley.http.client.ExchangeObserver;
import io.parley.http.client.HttpCredentials;
import io.parley.http.client.Sender;
import io.parley.identity.XconUserId;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** The options of {@code call}: which server, and as whom. */
final class CallOptions {

    @Option(
            names = "--url",
            scope = ScopeType.INHERIT,
            paramLabel = "URL",
            description = "The server, such as https://confs.example.com/Xcon/Ccmp.")
    private @Nullable String url;

    @Option(
            names = "--domain",
            scope = ScopeType.INHERIT,
            paramLabel = "DOMAIN",
            description = "Instead of --url: the domain whose server is looked up in the DNS (RFC 6503 section 7).")
    private @Nullable String domain;

    @Option(
            names = "--resolver",
            scope = ScopeType.INHERIT,
            paramLabel = "HOST:PORT",
            description = "The DNS server to ask. Default: those of this machine.")
    private @Nullable String resolver;

    @Option(
            names = "--dnssec",
            scope = ScopeType.INHERIT,
            description = "Takes only answers that the DNS server has validated.")
    private boolean dnssec;

    @Option(
            names = "--user",
            scope = ScopeType.INHERIT,
            paramLabel = "XCON-USERID",
            description = "Who asks. Somebody who has none yet can only join, with --contact.")
    private @Nullable String user;

    @Option(
            names = "--subject",
            scope = ScopeType.INHERIT,
            paramLabel = "NAME:SECRET",
            description = "How he proves it. A SECRET is a password, or env:VARIABLE or file:PATH where it is; "
                    + "whoever lists the processes sees one that stands here.")
    private @Nullable String subject;

    @Option(
            names = "--password",
            scope = ScopeType.INHERIT,
            paramLabel = "SECRET",
            description = "The same, when his name is that of the XCON-USERID.")
    private @Nullable String password;

    @Option(
            names = "--http-user",
            scope = ScopeType.INHERIT,
            paramLabel = "NAME:SECRET",
            description = "What the server is shown when it asks by HTTP, Digest or Basic.")
    private @Nullable String httpUser;

    @Option(
            names = "--bearer",
            scope = ScopeType.INHERIT,
            paramLabel = "SECRET",
            description = "The token that the server is shown by HTTP.")
    private @Nullable String bearer;

    @Option(
            names = "--cacert",
            scope = ScopeType.INHERIT,
            paramLabel = "PEM",
            description = "The certificates that the one of the server has to lead to, or be. Default: those of Java.")
    private @Nullable Path anchors;

    @Option(
            names = "--proxy",
            scope = ScopeType.INHERIT,
            paramLabel = "HOST:PORT",
            description = "The HTTP proxy to go through.")
    private @Nullable String proxy;

    @Option(
            names = "--proxy-user",
            scope = ScopeType.INHERIT,
            paramLabel = "NAME:SECRET",
            description = "What the proxy is shown when it asks.")
    private @Nullable String proxyUser;

    @Option(
            names = "--timeout",
            scope = ScopeType.INHERIT,
            paramLabel = "SECONDS",
            description = "How long a request may take, at most 60. Default: 30.")
    private String timeout = "30";

    /** Who sends; a {@link StartException} names the option that says nothing sensible. */
    Sender sender() {
        if (user == null) {
            return Sender.stranger();
        }
        XconUserId id = read("--user", user, XconUserId::of);
        Sender sender = Sender.of(id);
        if (subject != null) {
            return named("--subject", subject, sender::subject);
        }
        return password == null ? sender : sender.subject(id.name(), Secret.read("--password", password));
    }

    /** A client of that server, seen by {@code observer}; a {@link StartException} names the option that is wrong. */
    CcmpClient client(ExchangeObserver observer) {
        CcmpClientBuilder client = CcmpClient.builder().observer(observer).privileged(true);
        if (url != null && domain == null) {
            read("--url", url, text -> client.server(URI.create(text)));
        } else if (url == null && domain != null) {
            client.discovery(read("--domain", domain, this::discovery));
        } else {
            throw new StartException("one of --url and --domain is wanted");
        }
        read("--timeout", timeout, text -> client.timeout(Duration.ofSeconds(Integer.parseInt(text))));
        Optional.ofNullable(anchors).ifPresent(path -> client.trust(certificates(path)));
        Optional.ofNullable(httpUser)
                .ifPresent(text -> client.credentials(named("--http-user", text, HttpCredentials::password)));
        Optional.ofNullable(bearer)
                .ifPresent(text -> read(
                        "--bearer",
                        "...",
                        hidden -> client.credentials(HttpCredentials.bearer(Secret.read("--bearer", text)))));
        Optional.ofNullable(proxy).ifPresent(text -> client.proxy(address("--proxy", text)));
        Optional.ofNullable(proxyUser)
                .ifPresent(text -> client.proxyCredentials(named("--proxy-user", text, HttpCredentials::password)));
        return client.build();
    }

    private Discovery discovery(String of) {
        Discovery discovery = Discovery.of(of);
        discovery = resolver == null ? discovery : discovery.resolver(address("--resolver", resolver));
        return dnssec ? discovery.requiringDnssec() : discovery;
    }

    private static InetSocketAddress address(String option, String text) {
        return read(option, text, HostAndPort::parse).address();
    }

    private interface Proof<T> {
        T of(String name, String password);
    }

    private static <T> T named(String option, String text, Proof<T> proof) {
        int colon = text.indexOf(':');
        if (colon < 1) {
            throw new StartException(option + ": NAME:SECRET is wanted");
        }
        String name = text.substring(0, colon);
        return read(option, name + ":...", hidden -> proof.of(name, Secret.read(option, text.substring(colon + 1))));
    }

    private static X509Certificate[] certificates(Path path) {
        try (InputStream stream = Files.newInputStream(path)) {
            return CertificateFactory.getInstance("X.509").generateCertificates(stream).stream()
                    .map(X509Certificate.class::cast)
                    .toArray(X509Certificate[]::new);
        } catch (IOException | CertificateException unreadable) {
            throw new StartException("--cacert " + path + ": no certificates can be read", unreadable);
        }
    }

    private static <T> T read(String option, String text, Function<String, T> reading) {
        try {
            return reading.apply(text);
        } catch (IllegalArgumentException refused) {
            throw new StartException(option + " " + text + ": " + refused.getMessage(), refused);
        }
    }
}
