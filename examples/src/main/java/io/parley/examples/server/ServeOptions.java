package io.parley.examples.server;

import io.parley.ccmp.SubjectMode;
import io.parley.http.CallbackAllow;
import io.parley.http.Callbacks;
import io.parley.http.CcmpHttpServer;
import io.parley.identity.XconUri;
import io.parley.identity.XconUserId;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options of {@code serve}; read, they are a {@link ServerPlan}. */
final class ServeOptions {

    @Option(
            names = "--http",
            paramLabel = "HOST:PORT",
            description = "Where to listen in clear, or off; port 0 takes a free one, IPv6 is written [::1]:8080. "
                    + "Default: 127.0.0.1:8080.")
    private String http = "127.0.0.1:8080";

    @Mixin
    private TlsOptions tls = new TlsOptions();

    @Mixin
    private SipOptions sip = new SipOptions();

    @Option(names = "--path", paramLabel = "PATH", description = "The path of CCMP. Default: /Xcon/Ccmp.")
    private String path = "/Xcon/Ccmp";

    @Option(
            names = "--domain",
            paramLabel = "DOMAIN",
            description = "The domain of the conferences and users. Default: example.com.")
    private String domain = "example.com";

    @Option(
            names = "--users",
            paramLabel = "open|closed",
            description = "open: any xcon-userid:NAME@DOMAIN of our domain is registered on first sight. "
                    + "closed: only those whom --user and --admin name. Default: open.")
    private String users = "open";

    @Option(
            names = "--subject",
            paramLabel = "off|optional|required",
            description = "Whether senders prove who they are by the subject of a request. Default: off.")
    private String subject = "off";

    @Mixin
    private HttpAuthOptions authentication = new HttpAuthOptions();

    @Option(
            names = "--user",
            paramLabel = "NAME:PASSWORD[:XCON-USERID[:SIP-URI]]",
            description =
                    "Registers somebody; may be repeated. Both URIs are written with their schemes: "
                            + "alice:secret:xcon-userid:alice@example.com:sip:alice@192.0.2.1. Without an XCON-USERID it is "
                            + "xcon-userid:NAME@DOMAIN. A password may not contain ':', and whoever lists the processes sees it.")
    private List<String> accounts = List.of();

    @Option(
            names = "--admin",
            paramLabel = "XCON-USERID",
            description = "Makes somebody an administrator of the whole system; may be repeated.")
    private List<String> administrators = List.of();

    @Option(
            names = "--blueprints",
            paramLabel = "DIR",
            description =
                    "Loads a blueprint from each *.xml: a conference-info document whose entity is an XCON-URI of the "
                            + "domain. One with the entity of a built-in blueprint replaces it.")
    private @Nullable Path blueprints;

    @Option(
            names = "--max-body",
            paramLabel = "BYTES",
            description = "The most bytes that a request may have. Default: 1048576.")
    private String maxBody = "1048576";

    @Mixin
    private BoundOptions bounds = new BoundOptions();

    @Mixin
    private SipBoundOptions sipBounds = new SipBoundOptions();

    @Mixin
    private LimitOptions limits = new LimitOptions();

    @Option(
            names = "--metrics",
            paramLabel = "HOST:PORT",
            description = "Where to serve /metrics for Prometheus, and health once more. Default: nowhere.")
    private @Nullable String metrics;

    @Option(
            names = "--callback-allow",
            paramLabel = "HOST[:PORT]|CIDR",
            description =
                    "Where call-backs may go; may be repeated. A name stands for public addresses only: loopback and "
                            + "private ones have to be listed as addresses or ranges. Default: nowhere, and none can be registered.")
    private List<String> callbackAllow = List.of();

    @Option(
            names = "--callback-cleartext",
            description = "Accepts http URLs for call-backs beside https. Default: https only.")
    private boolean callbackCleartext;

    /** These options with another address. */
    ServeOptions listeningOn(String address) {
        http = address;
        return this;
    }

    /** These options with an address at which SIP is spoken. */
    ServeOptions speakingSipAt(String address) {
        sip.listeningOn(address);
        return this;
    }

    /** What they say; a {@link StartException} names the one that says nothing sensible. */
    ServerPlan plan() {
        String home = read("--domain", domain, ServeOptions::host);
        Optional<TlsPlan> encrypted = tls.plan(sip.encrypts());
        if (http.equals("off") && encrypted.isEmpty()) {
            throw new StartException("--http off: nothing is left to listen on without --https");
        }
        int body = read("--max-body", maxBody, ServeOptions::bytes);
        return new ServerPlan(
                http.equals("off") ? Optional.empty() : Optional.of(read("--http", http, ServeOptions::reachable)),
                encrypted,
                sip.plan(tls, sipBounds.plan(body)),
                authentication.plan(home),
                bounds.plan(),
                read("--path", path, ServeOptions::path),
                home,
                read("--users", users, text -> oneOf(text, "open", "closed").equals("open")),
                read("--subject", subject, ServeOptions::subjectMode),
                accounts.stream().map(text -> account(text, home)).toList(),
                administrators.stream()
                        .map(text -> read("--admin", text, XconUserId::of))
                        .toList(),
                Optional.ofNullable(blueprints),
                body,
                limits.limits(),
                limits.serviceTimeout(),
                Optional.ofNullable(metrics).map(text -> read("--metrics", text, ServeOptions::reachable)),
                callbacks());
    }

    private Optional<Callbacks> callbacks() {
        if (callbackAllow.isEmpty()) {
            return Optional.empty();
        }
        Callbacks secure = Callbacks.to(callbackAllow.stream()
                .map(text -> read("--callback-allow", text, CallbackAllow::parse))
                .toList());
        return Optional.of(callbackCleartext ? secure.inCleartextToo() : secure);
    }

    private static Account account(String text, String domain) {
        String shown = text.replaceFirst(":.*", ":...");
        return read("--user", shown, hidden -> Account.parse(text, domain));
    }

    static HostAndPort reachable(String text) {
        HostAndPort read = HostAndPort.parse(text);
        if (read.address().isUnresolved()) {
            throw new IllegalArgumentException("the host has no address");
        }
        return read;
    }

    private static String path(String text) {
        CcmpHttpServer.builder().path(text);
        return text;
    }

    private static String host(String text) {
        return XconUri.parse("xcon:any@" + text)
                .map(XconUri::host)
                .orElseThrow(() -> new IllegalArgumentException("the name of a host is wanted"));
    }

    private static SubjectMode subjectMode(String word) {
        return switch (oneOf(word, "off", "optional", "required")) {
            case "optional" -> SubjectMode.OPTIONAL;
            case "required" -> SubjectMode.REQUIRED;
            default -> SubjectMode.OFF;
        };
    }

    static String oneOf(String word, String... words) {
        if (!List.of(words).contains(word)) {
            throw new IllegalArgumentException("one of " + String.join(", ", words) + " is wanted");
        }
        return word;
    }

    static int bytes(String text) {
        if (!text.matches("[1-9]\\d{0,8}")) {
            throw new IllegalArgumentException("a number from 1 to 999999999 is wanted");
        }
        return Integer.parseInt(text);
    }

    static <T> T read(String option, String text, Function<String, T> reading) {
        try {
            return reading.apply(text);
        } catch (IllegalArgumentException refused) {
            throw new StartException(option + " " + text + ": " + refused.getMessage(), refused);
        }
    }
}
