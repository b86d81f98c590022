package io.parley.examples.server;

import io.parley.focus.McuType;
import io.parley.focus.ServerMode;
import io.parley.identity.SipUri;
import io.parley.sip.authentication.Credentials;
import io.parley.sip.stack.StackBounds;
import java.net.InetAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options of {@code serve} for SIP. */
final class SipOptions {

    private static final int SHORTEST_LEASE = 90;

    @Option(
            names = "--sip",
            paramLabel = "HOST:PORT",
            description = "Where to listen for SIP by UDP and TCP; with port 0 the two may differ. Default: nowhere.")
    private @Nullable String sip;

    @Option(
            names = "--sips",
            paramLabel = "HOST:PORT",
            description = "Where to listen for SIP by TLS, with --tls-cert and --tls-key. Default: nowhere.")
    private @Nullable String sips;

    @Option(
            names = "--sip-auth",
            paramLabel = "off|digest|certificate",
            description =
                    "Whether senders of SIP prove who they are: digest with the names and passwords of --user, unless "
                            + "their certificate (--tls-client-ca) or a trusted proxy (--sip-trusted) names them; certificate by "
                            + "these alone. off: the From is believed. Default: off.")
    private String authentication = "off";

    @Option(
            names = "--sip-trusted",
            paramLabel = "ADDRESS",
            description =
                    "The address of a proxy or gateway whose P-Asserted-Identity is believed; may be repeated. Default: none.")
    private List<String> trusted = List.of();

    @Option(
            names = "--sip-host",
            paramLabel = "HOST",
            description =
                    "By what clients reach the server: a name, or an address, IPv6 in brackets. Default: the address of "
                            + "--sip or --sips.")
    private @Nullable String host;

    @Option(
            names = "--sip-proxy",
            paramLabel = "HOST:PORT",
            description =
                    "Where calls of the focus go whose URI names a host by name: a proxy that knows the way, by the transport "
                            + "of the URI. Default: nowhere, and only addresses are called.")
    private @Nullable String proxy;

    @Option(
            names = "--sip-credentials",
            paramLabel = "FILE",
            description =
                    "With what calls of the focus answer challenges: a file of lines NAME:REALM:PASSWORD. Default: with nothing.")
    private @Nullable Path credentials;

    @Option(
            names = "--sip-factory",
            paramLabel = "URI",
            description =
                    "The URI of the conference factory: whoever calls it is in a new conference. Default: sip:conference-factory@DOMAIN.")
    private @Nullable String factory;

    @Option(
            names = "--lease",
            paramLabel = "SECONDS",
            description = "After how long without a sign of it a device is gone; 90 at least. Default: 7200.")
    private String lease = "7200";

    @Option(
            names = "--notify-interval",
            paramLabel = "MILLIS",
            description = "The least time between two notifications of a subscription. Default: 200.")
    private String interval = "200";

    @Option(
            names = "--server-mode",
            paramLabel = "13|14",
            description = "Whether conferences have a lobby: 14 with, 13 without. Default: 14.")
    private String mode = "14";

    @Option(
            names = "--mcu",
            paramLabel = "TYPE,...",
            description =
                    "The MCUs of a conference, of chat, audio-video, data-conf; they know who is in and carry no media. "
                            + "Default: chat,audio-video.")
    private String mcus = "chat,audio-video";

    @Option(
            names = "--media",
            paramLabel = "silence|echo",
            description = "What phones hear, since nothing is mixed here: nothing, or themselves. Default: silence.")
    private String media = "silence";

    void listeningOn(String address) {
        sip = address;
    }

    /** Whether SIP by TLS is wanted. */
    boolean encrypts() {
        return sips != null;
    }

    /** What they say, with the keys of {@code tls} and within {@code bounds}; a {@link StartException} names the one that says nothing sensible. */
    SipPlan plan(TlsOptions tls, StackBounds bounds) {
        return new SipPlan(
                Optional.ofNullable(sip).map(text -> ServeOptions.read("--sip", text, ServeOptions::reachable)),
                Optional.ofNullable(sips)
                        .map(text ->
                                tls.sip("--sips " + text, ServeOptions.read("--sips", text, ServeOptions::reachable))),
                Optional.ofNullable(host).map(text -> ServeOptions.read("--sip-host", text, SipOptions::hostOf)),
                ServeOptions.read("--lease", lease, SipOptions::leaseOf),
                ServeOptions.read("--notify-interval", interval, SipOptions::millis),
                ServeOptions.read("--server-mode", mode, SipOptions::modeOf),
                proof(tls),
                trusted.stream()
                        .map(text -> ServeOptions.read("--sip-trusted", text, SipOptions::address))
                        .collect(Collectors.toUnmodifiableSet()),
                Optional.ofNullable(proxy).map(text -> ServeOptions.read("--sip-proxy", text, ServeOptions::reachable)),
                Optional.ofNullable(credentials).map(SipCredentials::read).orElse(Credentials.NONE),
                Optional.ofNullable(factory)
                        .map(text -> ServeOptions.read("--sip-factory", text, SipOptions::factoryOf)),
                bounds,
                ServeOptions.read("--mcu", mcus, SipOptions::types),
                ServeOptions.read("--media", media, word -> ServeOptions.oneOf(word, "silence", "echo"))
                        .equals("echo"));
    }

    private SipPlan.Proof proof(TlsOptions tls) {
        String word = ServeOptions.read(
                "--sip-auth", authentication, text -> ServeOptions.oneOf(text, "off", "digest", "certificate"));
        if (word.equals("certificate") && trusted.isEmpty() && !(sips != null && tls.knowsClients())) {
            throw new StartException(
                    "--sip-auth certificate: --sips with --tls-client-ca, or --sip-trusted, is wanted with it");
        }
        return switch (word) {
            case "digest" -> SipPlan.Proof.PASSWORD;
            case "certificate" -> SipPlan.Proof.CERTIFICATE;
            default -> SipPlan.Proof.NONE;
        };
    }

    private static SipUri factoryOf(String text) {
        return SipUri.parse(text)
                .filter(uri -> uri.user().isPresent())
                .orElseThrow(() -> new IllegalArgumentException("a SIP URI with a user is wanted"));
    }

    private static String hostOf(String text) {
        return HostAndPort.parse(text + ":0").host();
    }

    private static Duration leaseOf(String text) {
        if (!text.matches("\\d{1,7}") || Integer.parseInt(text) < SHORTEST_LEASE) {
            throw new IllegalArgumentException("a number of seconds from " + SHORTEST_LEASE + " is wanted");
        }
        return Duration.ofSeconds(Integer.parseInt(text));
    }

    private static InetAddress address(String text) {
        return ServeOptions.reachable((text.contains(":") ? "[" + text + "]" : text) + ":0")
                .address()
                .getAddress();
    }

    private static Duration millis(String text) {
        if (!text.matches("\\d{1,7}")) {
            throw new IllegalArgumentException("a number of milliseconds is wanted");
        }
        return Duration.ofMillis(Integer.parseInt(text));
    }

    private static ServerMode modeOf(String text) {
        return ServeOptions.oneOf(text, "13", "14").equals("13") ? ServerMode.WITHOUT_LOBBY : ServerMode.WITH_LOBBY;
    }

    private static List<McuType> types(String text) {
        return Stream.of(text.split(",", -1))
                .map(word -> new McuType(ServeOptions.oneOf(word, "chat", "audio-video", "data-conf")))
                .distinct()
                .toList();
    }
}
