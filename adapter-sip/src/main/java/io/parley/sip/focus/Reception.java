package io.parley.sip.focus;

import io.parley.c3p.Carrier;
import io.parley.c3p.SipEnvelope;
import io.parley.identity.SipUri;
import io.parley.ports.out.MediaSessions;
import io.parley.ports.out.Scheduler;
import io.parley.sip.authentication.Identified;
import io.parley.sip.chat.ChatMcus;
import io.parley.sip.chat.ChatSettings;
import io.parley.sip.dialog.UserAgent;
import io.parley.sip.message.NameAddress;
import io.parley.sip.message.SipBody;
import io.parley.sip.message.SipRequest;
import io.parley.sip.message.SipResponse;
import io.parley.sip.stack.Peer;
import io.parley.sip.stack.Transport;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What all calls of a focus share: the ports, the settings, and what is the same in many responses. */
final class Reception {

    /** What a device may send to the focus that it has called. */
    private static final String IN_CALLS = "INVITE, ACK, BYE, CANCEL, UPDATE, INFO, OPTIONS, SUBSCRIBE";

    private final SipFocusSettings settings;
    private final FocusPorts ports;
    private final Calls calls;
    private final Scheduler scheduler;
    private final InstantSource clock;
    private final Replies replies;
    private final Optional<ChatMcus> chat;
    private final Optional<MediaSessions> media;
    private final CompletableFuture<UserAgent> agent = new CompletableFuture<>();

    Reception(
            SipFocusSettings settings,
            FocusPorts ports,
            Calls calls,
            Scheduler scheduler,
            InstantSource clock,
            Optional<ChatMcus> chat,
            Optional<MediaSessions> media) {
        this.settings = settings;
        this.ports = ports;
        this.calls = calls;
        this.scheduler = scheduler;
        this.clock = clock;
        this.replies = settings.replies();
        this.chat = chat;
        this.media = media;
    }

    /** By which user agent requests come. */
    void at(UserAgent started) {
        chat.ifPresent(mcus -> mcus.callBy(started, ChatSettings.at(server(started))));
        agent.complete(started);
    }

    /** Where MCUs are reached: by TCP if we listen there, since messages are long. */
    private SipUri server(UserAgent started) {
        Transport transport = Stream.of(Transport.TCP, Transport.TLS, Transport.UDP)
                .filter(it -> started.stack().listening(it).isPresent())
                .findFirst()
                .orElse(Transport.TCP);
        return SipUri.of("sip:" + place(started, transport));
    }

    private String place(UserAgent started, Transport transport) {
        InetSocketAddress address =
                started.stack().listening(transport).orElseGet(() -> new InetSocketAddress("localhost", 5060));
        String host = settings.host().orElseGet(() -> host(address.getAddress()));
        return host + ":" + address.getPort() + ";transport=" + transport.name().toLowerCase(Locale.ROOT);
    }

    SipFocusSettings settings() {
        return settings;
    }

    FocusPorts ports() {
        return ports;
    }

    Calls calls() {
        return calls;
    }

    /** The MCUs of messages, if there are any. */
    Optional<ChatMcus> chat() {
        return chat;
    }

    /** The MCUs of media that answer SDP, if there are any. */
    Optional<MediaSessions> media() {
        return media;
    }

    Replies replies() {
        return replies;
    }

    void after(Duration delay, Runnable task) {
        scheduler.at(clock.instant().plus(delay), task);
    }

    Optional<Dialect> dialect(SipBody body) {
        return Dialect.of(body, settings.dialects());
    }

    /** What {@code request} says around its body; empty if From or To is no URI of SIP. */
    Optional<SipEnvelope> envelope(Carrier carrier, SipRequest request) {
        Optional<SipUri> from = uri(request, "From");
        Optional<SipUri> to = uri(request, "To");
        return from.isPresent() && to.isPresent()
                ? Optional.of(new SipEnvelope(carrier, from.get(), to.get(), settings.domain()))
                : Optional.empty();
    }

    private static Optional<SipUri> uri(SipRequest request, String header) {
        return request.header(header)
                .flatMap(NameAddress::parse)
                .map(NameAddress::uri)
                .flatMap(SipUri::parse);
    }

    /** What conference-URI {@code request} is about: that of its To, since a Request-URI may be our Contact. */
    static Optional<SipUri> target(SipRequest request) {
        return uri(request, "To");
    }

    /** Where we are reached in the conference {@code uri} by whoever is at {@code peer}. */
    String contact(SipUri uri, Peer peer) {
        String user = uri.user().map(name -> name + "@").orElse("");
        String opaque =
                uri.parameter("opaque").map(text -> ";gruu;opaque=" + text).orElse("");
        return "<sip:" + user + place(agent.join(), peer.transport()) + opaque + ">;isfocus";
    }

    private static String host(InetAddress address) {
        InetAddress reachable = address.isAnyLocalAddress() ? InetAddress.getLoopbackAddress() : address;
        String text = reachable.getHostAddress().replaceFirst("%.*", "");
        return text.contains(":") ? "[" + text + "]" : text;
    }

    /** What an OPTIONS is told (RFC 3261 section 11.2). */
    SipResponse capabilities(SipUri uri, Peer peer) {
        return SipResponse.of(200, "OK")
                .with("Contact", contact(uri, peer))
                .with("Allow", agent.join().settings().allow())
                .with("Allow-Events", agent.join().settings().allowEvents())
                .with("Supported", agent.join().settings().supportedText())
                .with("Accept", accepted());
    }

    /** To a method that the focus itself does not know, or not there. */
    SipResponse notAllowed() {
        return SipResponse.of(405, "Method Not Allowed").with("Allow", IN_CALLS);
    }

    /** 415 to a body that is no command. */
    SipResponse unsupportedType() {
        return SipResponse.of(415, "Unsupported Media Type").with("Accept", accepted());
    }

    /**
     * 401 has to challenge (RFC 3261 section 20.44). If nobody is asked for a password here, no answer to the challenge will help.
     */
    SipResponse challenging(SipResponse unauthorized, SipRequest request) {
        SipRequest unproved = new SipRequest(
                request.method(), request.uri(), request.headers().without("Authorization"), request.body());
        Peer nobody = new Peer(Transport.UDP, new InetSocketAddress(0), OptionalLong.empty(), List.of());
        if (settings.authentication().identify(unproved, nobody, Optional.empty())
                instanceof Identified.Refused refused) {
            SipResponse challenged = unauthorized;
            for (String challenge : refused.response().headers().all("WWW-Authenticate")) {
                challenged = challenged.and("WWW-Authenticate", challenge);
            }
            return challenged;
        }
        return unauthorized.with(
                "WWW-Authenticate", "Digest realm=\"" + settings.domain() + "\", nonce=\"none\", algorithm=SHA-256");
    }

    private String accepted() {
        return settings.dialects().stream().map(Dialect::commands).distinct().collect(Collectors.joining(", "));
    }

    /** What a 200 to INVITE has, whatever it is about. */
    SipResponse accepted(SipUri uri, Peer peer) {
        return SipResponse.of(200, "OK")
                .with("Contact", contact(uri, peer))
                .with("Allow", IN_CALLS)
                .with("Allow-Events", agent.join().settings().allowEvents());
    }
}
