package io.parley.sip.focus;

import io.parley.c3p.Carrier;
import io.parley.c3p.SipEnvelope;
import io.parley.identity.SipUri;
import io.parley.identity.XconUri;
import io.parley.ports.in.FocusService.Signaller;
import io.parley.ports.out.MediaSessions;
import io.parley.ports.out.Scheduler;
import io.parley.sip.authentication.Identified;
import io.parley.sip.chat.ChatMcus;
import io.parley.sip.chat.ChatSettings;
import io.parley.sip.dialog.Incoming;
import io.parley.sip.dialog.UserAgent;
import io.parley.sip.dialog.UserAgentSettings;
import io.parley.sip.message.NameAddress;
import io.parley.sip.message.SipBody;
import io.parley.sip.message.SipRequest;
import io.parley.sip.message.SipResponse;
import io.parley.sip.stack.Transport;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

/** What all calls of a focus share: the ports, the settings, and what is the same in many responses. */
final class Reception {

    /** What a device may send to the focus that it has called. */
    private static final String IN_CALLS = "INVITE, ACK, BYE, CANCEL, UPDATE, INFO, OPTIONS, SUBSCRIBE, NOTIFY, REFER";

    private final SipFocusSettings settings;
    private final FocusPorts ports;
    private final Calls calls;
    private final Scheduler scheduler;
    private final InstantSource clock;
    private final Replies replies;
    private final Documents documents;
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
        this.documents = settings.documents();
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
        return host(started, transport) + ":"
                + address(started, transport).getPort() + ";transport="
                + transport.name().toLowerCase(Locale.ROOT);
    }

    private String host(UserAgent started, Transport transport) {
        return settings.host().orElseGet(() -> host(address(started, transport).getAddress()));
    }

    private static InetSocketAddress address(UserAgent started, Transport transport) {
        return started.stack().listening(transport).orElseGet(() -> new InetSocketAddress("localhost", 5060));
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

    /** By which user agent calls are placed. */
    UserAgent agent() {
        return agent.join();
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

    Documents documents() {
        return documents;
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
                .flatMap(SipUri::parse)
                .map(SipUri::asSip);
    }

    /**
     * What {@code request} is for: its Request-URI (RFC 3261 section 8.2.2.1), as the URI of our domain for which it stands if it is one
     * of our Contacts; its To if that is neither of our domain nor at an address of ours. Empty if it is no URI of SIP.
     */
    Optional<SipUri> target(SipRequest request) {
        return SipUri.parse(request.uri())
                .filter(uri -> uri.user().isPresent() && isOurs(uri))
                .or(() -> uri(request, "To"))
                .map(this::named);
    }

    private boolean isOurs(SipUri uri) {
        UserAgent started = agent.join();
        return uri.isOf(settings.domain())
                || Stream.of(Transport.values())
                        .filter(it -> started.stack().listening(it).isPresent())
                        .anyMatch(it -> uri.isOf(host(started, it)));
    }

    /** Without the way to it, and without what tells the focus from other holders of its URI (RFC 5627). */
    private SipUri named(SipUri uri) {
        if (!uri.isSip() || uri.user().isEmpty()) {
            return uri;
        }
        String domain = isOurs(uri) ? settings.domain() : uri.host().orElse("");
        return SipUri.of("sip:" + uri.user().get() + "@" + domain + opaque(uri));
    }

    private static String opaque(SipUri uri) {
        return uri.parameter("opaque").map(text -> ";gruu;opaque=" + text).orElse("");
    }

    /**
     * Where the focus of the conference {@code uri}, and it alone, is reached by the sender of {@code incoming}: the URI of the
     * conference at this server, as a GRUU (RFC 6665 section 4.5.1), and a SIPS URI if he has used one (RFC 3261 section 12.1.1).
     */
    String contact(SipUri uri, Incoming incoming) {
        return contact(uri, incoming.peer().transport(), asksForSips(incoming.request()));
    }

    /** Likewise for whoever is called at {@code callee}, by {@code transport}. */
    String contact(SipUri uri, Transport transport, SipUri callee) {
        return contact(uri, transport, isSips(callee.toString()));
    }

    private String contact(SipUri uri, Transport transport, boolean asksForSips) {
        return "<" + reached(uri, transport, asksForSips)
                + (uri.parameter("opaque").isPresent() ? opaque(uri) : ";gr=focus") + ">;isfocus";
    }

    private String reached(SipUri uri, Transport transport, boolean asksForSips) {
        String user = uri.user().map(name -> name + "@").orElse("");
        UserAgent started = agent.join();
        boolean secure = asksForSips && started.stack().listening(Transport.TLS).isPresent();
        return secure
                ? "sips:" + user + place(started, Transport.TLS).replaceFirst(";transport=tls$", "")
                : "sip:" + user + place(started, transport);
    }

    /** Whether our Contact has to be one of sips (RFC 3261 section 12.1.1). */
    private static boolean asksForSips(SipRequest request) {
        List<String> routes = request.headers().list("Record-Route");
        List<String> next = routes.isEmpty() ? request.headers().list("Contact") : routes;
        return isSips(request.uri())
                || next.stream()
                        .findFirst()
                        .flatMap(NameAddress::parse)
                        .filter(hop -> isSips(hop.uri()))
                        .isPresent();
    }

    private static boolean isSips(String uri) {
        return uri.regionMatches(true, 0, "sips:", 0, 5);
    }

    private static String host(InetAddress address) {
        InetAddress reachable = address.isAnyLocalAddress() ? InetAddress.getLoopbackAddress() : address;
        String text = reachable.getHostAddress().replaceFirst("%.*", "");
        return text.contains(":") ? "[" + text + "]" : text;
    }

    /** By which XCON-URI {@code conference} is controlled (RFC 7082 section 2.1), if that is told. */
    Optional<String> callInfo(XconUri conference) {
        return settings.ccmp() ? Optional.of("<" + conference + ">;purpose=ccmp") : Optional.empty();
    }

    /** {@code response} of the focus {@code uri}, with that. */
    private SipResponse withCallInfo(SipResponse response, SipUri uri) {
        return ports.focus()
                .find(uri)
                .flatMap(conference -> callInfo(conference.id()))
                .map(info -> response.with("Call-Info", info))
                .orElse(response);
    }

    /** What an OPTIONS is told (RFC 3261 section 11.2), with the Contact of the focus that is asked, if it is one. */
    SipResponse capabilities(Optional<SipUri> focus, Incoming incoming) {
        UserAgentSettings told = agent.join().settings();
        SipResponse response = SipResponse.of(200, "OK")
                .with("Allow", told.allow())
                .with("Allow-Events", told.allowEvents())
                .with("Supported", told.supportedText())
                .with("Accept", told.acceptText());
        return focus.map(uri -> withCallInfo(response.with("Contact", contact(uri, incoming)), uri))
                .orElse(response);
    }

    /** To a method that the focus itself does not know, or not there. */
    SipResponse notAllowed() {
        return SipResponse.of(405, "Method Not Allowed").with("Allow", IN_CALLS);
    }

    /** 415 to a body that is no command. */
    SipResponse unsupportedType() {
        return SipResponse.of(415, "Unsupported Media Type")
                .with("Accept", agent.join().settings().acceptText());
    }

    /**
     * 401 has to challenge (RFC 3261 section 20.44). If nobody is asked for a password here, no answer to the challenge will help.
     */
    SipResponse challenging(SipResponse unauthorized) {
        List<String> challenges = settings.authentication().challenges();
        List<String> told = challenges.isEmpty()
                ? List.of("Digest realm=\"" + settings.domain() + "\", nonce=\"none\", algorithm=SHA-256")
                : challenges;
        SipResponse challenged = unauthorized;
        for (String challenge : told) {
            challenged = challenged.and("WWW-Authenticate", challenge);
        }
        return challenged;
    }

    /**
     * Who sent a request within the call that {@code caller} has with the conference {@code uri}. He has proved who he is when it began, so
     * he is asked for nothing; but a proof that he gives is looked at, and answered by ours.
     */
    Identified proof(Incoming request, SipUri uri, Signaller caller) {
        if (request.request().header("Authorization").isEmpty()) {
            return new Identified.As(caller, Optional.empty());
        }
        Optional<String> key = ports.focus().find(uri).flatMap(Invitations::key);
        return settings.authentication().identify(request.request(), request.peer(), key);
    }

    /** What a 200 to INVITE has, whatever it is about. */
    SipResponse accepted(SipUri uri, Incoming incoming) {
        UserAgentSettings told = agent.join().settings();
        SipResponse response = SipResponse.of(200, "OK")
                .with("Contact", contact(uri, incoming))
                .with("Allow", IN_CALLS)
                .with("Allow-Events", told.allowEvents())
                .with("Supported", told.supportedText())
                .with("Accept", told.acceptText());
        return withCallInfo(response, uri);
    }
}
