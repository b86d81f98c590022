package io.parley.http;

import io.parley.codec.xml.CcmpCodec;
import io.parley.ports.in.CcmpService;
import io.parley.ports.in.MeetingDirectory;
import io.parley.ports.out.DigestSecrets;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * Describes a {@link CcmpHttpServer}. Everything has a default but the service and the codec; the defaults are all here.
 */
public final class CcmpHttpServerBuilder {

    private @Nullable CcmpService service;
    private @Nullable CcmpCodec codec;
    private @Nullable Exchange exchange;
    private final List<Resource> others = new ArrayList<>();
    private final List<ServerObserver> observers = new ArrayList<>();
    private @Nullable Health health;
    private @Nullable Feeds feeds;
    private @Nullable Callbacks callbacks;
    private @Nullable MeetingDirectory meetings;
    private Optional<InetSocketAddress> clear = Optional.of(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
    private Optional<ServerSettings.Https> tls = Optional.empty();
    private String path = "/Xcon/Ccmp";
    private int maxRequestLineBytes = 8 * 1024;
    private int maxHeaderBytes = 16 * 1024;
    private int maxBodyBytes = 1024 * 1024;
    private ServerBounds bounds = ServerBounds.defaults();
    private Duration handshakeTime = Duration.ofSeconds(10);
    private Duration requestTime = Duration.ofSeconds(30);
    private Duration idleTime = Duration.ofSeconds(60);
    private Duration lingerTime = Duration.ofSeconds(1);
    private Duration drainTime = Duration.ofSeconds(2);
    private Duration retryAfter = Duration.ofSeconds(2);
    private int threads = Runtime.getRuntime().availableProcessors();
    private Executor executor = Runnable::run;
    private boolean pipelining = true;
    private InstantSource clock = InstantSource.system();
    private @Nullable DigestSecrets digest;
    private @Nullable BearerSettings bearer;

    CcmpHttpServerBuilder() {}

    /** What answers the requests. */
    public CcmpHttpServerBuilder service(CcmpService answering) {
        this.service = answering;
        return this;
    }

    /** What reads the requests and writes the responses. It has limits of its own; what exceeds them is CCMP's 400. */
    public CcmpHttpServerBuilder codec(CcmpCodec reading) {
        this.codec = reading;
        return this;
    }

    /** What answers the requests, service and codec in one. */
    CcmpHttpServerBuilder exchange(Exchange instead) {
        this.exchange = instead;
        return this;
    }

    /** Something else to serve; what was named first has its paths first. */
    CcmpHttpServerBuilder resource(Resource other) {
        others.add(other);
        return this;
    }

    /** Where to listen in clear; port 0 is any free one. Default: the loopback interface, any free port. */
    public CcmpHttpServerBuilder address(InetSocketAddress where) {
        this.clear = Optional.of(resolved(where));
        return this;
    }

    /** Where to listen and speak TLS, with HTTP/2 or HTTP/1.1 in it. Default: nowhere. */
    public CcmpHttpServerBuilder https(InetSocketAddress where, TlsSettings how) {
        this.tls = Optional.of(new ServerSettings.Https(resolved(where), how));
        return this;
    }

    /** Does not listen in clear. */
    public CcmpHttpServerBuilder withoutClear() {
        this.clear = Optional.empty();
        return this;
    }

    /** Asks clients for HTTP Digest authentication (RFC 7616). Default: nobody is asked. */
    public CcmpHttpServerBuilder digest(DigestSecrets secrets) {
        this.digest = secrets;
        this.bearer = null;
        return this;
    }

    /** Asks clients for a bearer token (RFC 6750). Default: nobody is asked. */
    public CcmpHttpServerBuilder bearer(BearerSettings tokens) {
        this.bearer = tokens;
        this.digest = null;
        return this;
    }

    /** The path of CCMP, as it is written in a request line; on every other path the answer is 404. Default: {@code /Xcon/Ccmp}. */
    public CcmpHttpServerBuilder path(String absolutePath) {
        if (!absolutePath.matches("/[!$&'()*+,./0-9:;=@A-Z_a-z~%-]*")) {
            throw new IllegalArgumentException("Not an absolute path of a URI: " + absolutePath);
        }
        this.path = absolutePath;
        return this;
    }

    /** The most bytes that a request line may have before the answer is 414. Default: 8 KiB. */
    public CcmpHttpServerBuilder maxRequestLineBytes(int bytes) {
        this.maxRequestLineBytes = positive(bytes);
        return this;
    }

    /** The most bytes that the header fields of a request may have together before the answer is 431. Default: 16 KiB. */
    public CcmpHttpServerBuilder maxHeaderBytes(int bytes) {
        this.maxHeaderBytes = positive(bytes);
        return this;
    }

    /** The most bytes that the body of a request may have before the answer is 413. Default: 1 MiB. */
    public CcmpHttpServerBuilder maxBodyBytes(int bytes) {
        this.maxBodyBytes = positive(bytes);
        return this;
    }

    /**
     * How many connections are served at a time. When there are more, one that keeps the server waiting has to leave; if there is none,
     * the new one is answered 503 or closed. Default: 1024.
     */
    public CcmpHttpServerBuilder maxConnections(int connections) {
        return bounds(bounds.connections(connections));
    }

    /** How much of the server its clients can take. Default: {@link ServerBounds#defaults}. */
    public CcmpHttpServerBuilder bounds(ServerBounds all) {
        this.bounds = all;
        return this;
    }

    /** How long a client may wait before it speaks TLS, and how long a handshake may take; the connection is closed then. Default: 10 s. */
    public CcmpHttpServerBuilder handshakeTime(Duration time) {
        this.handshakeTime = positive(time);
        return this;
    }

    /**
     * How long a request may take from its first byte to its last, and an answer until the client has taken it; the connection is closed
     * then. Default: 30 s.
     */
    public CcmpHttpServerBuilder requestTime(Duration time) {
        this.requestTime = positive(time);
        return this;
    }

    /** How long a connection may stay without a request, be it the first or a further one. Default: 60 s. */
    public CcmpHttpServerBuilder idleTime(Duration time) {
        this.idleTime = positive(time);
        return this;
    }

    /** How long the server waits for the client to close a connection behind its last answer. Default: 1 s. */
    public CcmpHttpServerBuilder lingerTime(Duration time) {
        this.lingerTime = positive(time);
        return this;
    }

    /** How long {@link CcmpHttpServer#close} lets requests finish that have begun. Default: 2 s. */
    public CcmpHttpServerBuilder drainTime(Duration time) {
        this.drainTime = positive(time);
        return this;
    }

    /** What {@code Retry-After} of a 503 says, in whole seconds, one at least. Default: 2 s. */
    public CcmpHttpServerBuilder retryAfter(Duration time) {
        this.retryAfter = positive(time);
        return this;
    }

    /** How many threads serve the connections. Default: as many as there are processors. */
    public CcmpHttpServerBuilder threads(int count) {
        this.threads = positive(count);
        return this;
    }

    /**
     * Where the codec and the service run: needed as soon as an out-port may block. One request of a connection runs at a time. Must
     * run every task that it takes; one that takes no more throws {@link java.util.concurrent.RejectedExecutionException}, and the answer
     * is 503. Is not shut down with the server. Default: on the threads that serve the connections.
     */
    public CcmpHttpServerBuilder executor(Executor where) {
        this.executor = where;
        return this;
    }

    /** Whether connections persist and clients may pipeline; the one goes with the other (RFC 6503 section 9). Default: yes. */
    public CcmpHttpServerBuilder pipelining(boolean on) {
        this.pipelining = on;
        return this;
    }

    /** Who hears of what the server does, beside its log; may be called several times. Default: nobody. */
    public CcmpHttpServerBuilder observer(ServerObserver observer) {
        observers.add(observer);
        return this;
    }

    /** Serves {@code /health/live} and {@code /health/ready}, which says what {@code dependencies} say. Default: neither. */
    public CcmpHttpServerBuilder health(Health dependencies) {
        this.health = dependencies;
        return this;
    }

    /** Lets clients follow conferences by server-sent events, at {@code /events/}. Default: nobody may. */
    public CcmpHttpServerBuilder feeds(Feeds offered) {
        this.feeds = offered;
        return this;
    }

    /** Lets those who may follow conferences register call-backs, at {@code /callbacks}. Needs feeds. Default: nobody may. */
    public CcmpHttpServerBuilder callbacks(Callbacks offered) {
        this.callbacks = offered;
        return this;
    }

    /** Serves join URLs, {@code /meet/ORGANIZER/ID}, to everybody (MS-CONFBAS section 2.2.6). Default: none. */
    public CcmpHttpServerBuilder meetings(MeetingDirectory directory) {
        this.meetings = directory;
        return this;
    }

    /** What the time is read from, except for how long peers may take. Default: the system's clock. */
    public CcmpHttpServerBuilder clock(InstantSource source) {
        this.clock = source;
        return this;
    }

    /**
     * The server, not yet started.
     *
     * @throws IllegalStateException if the service or the codec is missing, it listens nowhere, or there are call-backs without
     *     feeds
     * @throws IllegalArgumentException if the keys for bearer tokens make no sense; the message names the file
     */
    public CcmpHttpServer build() {
        return new CcmpHttpServer(settings());
    }

    ServerSettings settings() {
        List<ServerObserver> all = new ArrayList<>(observers);
        all.add(new AccessLog());
        ServerObserver observer = new Observers(all);
        return settings(resources(new PasswordAttempts(clock), observer), observer);
    }

    /** The settings with other resources and another observer. */
    ServerSettings settings(List<Resource> resources, ServerObserver observer) {
        if (clear.isEmpty() && tls.isEmpty()) {
            throw new IllegalStateException("A server has to listen in clear or by TLS");
        }
        return new ServerSettings(
                resources,
                clear,
                tls,
                maxRequestLineBytes,
                maxHeaderBytes,
                maxBodyBytes,
                bounds,
                handshakeTime,
                requestTime,
                idleTime,
                lingerTime,
                drainTime,
                retryAfter,
                threads,
                executor,
                pipelining,
                observer,
                clock);
    }

    private List<Resource> resources(PasswordAttempts attempts, ServerObserver observer) {
        List<Resource> all = new ArrayList<>();
        Authentication authentication = authentication(attempts);
        all.add(new CcmpResource(path, RequestChecks.ofCcmp(maxBodyBytes), authentication, answering(attempts)));
        if (health != null) {
            all.add(HealthResource.live());
            all.add(HealthResource.ready(health));
        }
        if (callbacks != null && feeds == null) {
            throw new IllegalStateException("Call-backs need feeds");
        }
        if (feeds != null) {
            Identification identification = new TransportIdentification(
                    authentication, new BasicIdentification(feeds.authenticator(), feeds.subjectMode(), attempts));
            FollowPasswords passwords = new FollowPasswords(attempts);
            all.add(new EventsResource(feeds, identification, passwords, settings(List.of(), observer)));
            if (callbacks != null) {
                all.add(CallbacksResource.with(callbacks, feeds, identification, passwords, clock, observer));
            }
        }
        if (meetings != null) {
            all.add(new JoinResource(meetings, System::nanoTime));
        }
        all.addAll(others);
        return List.copyOf(all);
    }

    private Authentication authentication(PasswordAttempts attempts) {
        if (digest != null) {
            return new DigestAuthentication(digest, attempts, clock);
        }
        return bearer == null ? Authentication.off() : new BearerAuthentication(bearer, clock);
    }

    private Exchange answering(PasswordAttempts attempts) {
        if (exchange != null) {
            return exchange;
        }
        if (service == null || codec == null) {
            throw new IllegalStateException("A server needs a service and a codec");
        }
        return new CcmpExchange(service, codec, attempts);
    }

    private static InetSocketAddress resolved(InetSocketAddress where) {
        if (where.isUnresolved()) {
            throw new IllegalArgumentException("The host of " + where + " has no address");
        }
        return where;
    }

    private static int positive(int number) {
        if (number <= 0) {
            throw new IllegalArgumentException("Not a positive number: " + number);
        }
        return number;
    }

    private static Duration positive(Duration time) {
        if (time.isNegative() || time.isZero()) {
            throw new IllegalArgumentException("Not a positive time: " + time);
        }
        return time;
    }
}
