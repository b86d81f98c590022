package io.parley.examples.server;

import io.parley.c3p.provisioning.ProvisioningSettings;
import io.parley.ccmp.ConferenceSummary;
import io.parley.ccmp.SubjectMode;
import io.parley.codec.ical.Icalendar;
import io.parley.codec.xml.CcmpCodec;
import io.parley.codec.xml.Limits;
import io.parley.codec.xml.filter.XPathFilters;
import io.parley.engine.Parley;
import io.parley.http.CcmpHttpServer;
import io.parley.http.CcmpHttpServerBuilder;
import io.parley.http.Feeds;
import io.parley.inmemory.InMemoryDigestSecrets;
import io.parley.participation.ConferenceFactory;
import io.parley.participation.FocusSettings;
import io.parley.sip.cms.CmsEnvelopes;
import io.parley.sip.stack.Transport;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The composition root of a running server: the ports in memory, the engine over them, CCMP over HTTP before it. */
final class Server implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Server.class);
    private static final String SUMMARY_SCHEMA = "http://example.com/ccmp-extension-schema.xsd";

    /** Clients of TLS 1.2 may begin a handshake anew unless this is set, which costs us more than them. */
    private static final String RENEGOTIATION = "jdk.tls.rejectClientInitiatedRenegotiation";

    /** How often conferences are looked for that have expired. */
    private static final Duration SWEEP = Duration.ofMinutes(10);

    private final ServerPlan plan;
    private final CcmpHttpServer server;
    private final Operations operations;
    private final WorkerThreads workers;
    private final ServerPorts ports;
    private final SipServer sip;
    private final Mcus mcus;

    private Server(
            ServerPlan plan,
            CcmpHttpServer server,
            Operations operations,
            WorkerThreads workers,
            ServerPorts ports,
            SipServer sip,
            Mcus mcus) {
        this.plan = plan;
        this.server = server;
        this.operations = operations;
        this.workers = workers;
        this.ports = ports;
        this.sip = sip;
        this.mcus = mcus;
    }

    /** Starts a server; a {@link StartException} says why it cannot. */
    static Server start(ServerPlan plan) {
        // The codec builds its tables while the rest is put together.
        CompletableFuture<CcmpCodec> codec = CompletableFuture.supplyAsync(() -> new CcmpCodec(limits(plan.maxBody())));
        if (plan.tls().isPresent() && System.getProperty(RENEGOTIATION) == null) {
            System.setProperty(RENEGOTIATION, "true");
        }
        ServerPorts accounts = Accounts.in(plan);
        SipServer sip = new SipServer(plan, accounts);
        Mcus mcus = Mcus.of(plan.sip(), accounts.clock());
        ServerPorts ports = accounts.with(sip.signalling(), mcus.gateway());
        Parley parley = parley(plan, ports);
        mcus.reportTo(parley.focus());
        Operations operations = Operations.of(plan, parley);
        WorkerThreads workers = new WorkerThreads();
        CcmpHttpServerBuilder builder = CcmpHttpServer.builder()
                .withoutClear()
                .path(plan.path())
                .maxBodyBytes(plan.maxBody())
                .bounds(plan.bounds())
                .service(parley.ccmp())
                .codec(codec.join())
                .meetings(parley.meetings())
                .health(operations.health())
                .observer(operations.metrics())
                .feeds(Feeds.of(parley.events(), ports.authenticator(), plan.subjectMode(), ports.scheduler()));
        plan.callbacks().ifPresent(builder::callbacks);
        plan.http().ifPresent(where -> builder.address(where.address()));
        plan.tls().ifPresent(tls -> builder.https(tls.address().address(), tls.settings()));
        plan.authentication().bearer().ifPresent(builder::bearer);
        plan.authentication().digestRealm().ifPresent(realm -> builder.digest(secrets(plan, realm)));
        if (plan.subjectMode() != SubjectMode.OFF) {
            builder.executor(workers.executor());
        }
        Server server = new Server(plan, built(builder), operations, workers, ports, sip, mcus);
        try {
            server.listen();
            sip.start(parley, mcus, operations.sipMetrics());
            plan.exposed()
                    .forEach(where -> LOG.warn(
                            "{} is in clear and not for this machine alone: what is secret can be read on the way there",
                            where));
            return server;
        } catch (StartException refused) {
            server.close();
            throw refused;
        }
    }

    static InMemoryDigestSecrets secrets(ServerPlan plan, String realm) {
        InMemoryDigestSecrets secrets = new InMemoryDigestSecrets(realm);
        plan.accounts().forEach(account -> secrets.register(account.name(), account.password(), account.id()));
        return secrets;
    }

    /** The system behind the server; a {@link StartException} says what of the plan is wrong. */
    static Parley parley(ServerPlan plan) {
        return parley(plan, Accounts.in(plan));
    }

    private static Parley parley(ServerPlan plan, ServerPorts ports) {
        Blueprints blueprints = new Blueprints(plan.domain());
        plan.blueprints().ifPresent(blueprints::addAll);
        Parley.Builder builder = Parley.builder(plan.domain(), ports)
                .subjectMode(plan.subjectMode())
                .calendars(Icalendar.reader())
                .filters(new XPathFilters())
                .limits(plan.limits())
                .serviceTimeout(plan.serviceTimeout())
                .focus(FocusSettings.in(plan.domain())
                        .with(plan.sip().mode())
                        .with(ports.mcus().types())
                        .withParticipants(plan.limits().participants())
                        .with(factory(plan)))
                .provisioning(ProvisioningSettings.STANDARD.sweeping(SWEEP))
                .envelopes(new EnvelopesOnDemand(() ->
                        CmsEnvelopes.selfSigned(plan.domain(), ports.clock().instant())))
                .extension(new ConferenceSummary(SUMMARY_SCHEMA));
        blueprints.documents().forEach(builder::blueprint);
        LOG.info(
                "{} blueprints and {} accounts in {}",
                blueprints.documents().size(),
                plan.accounts().size(),
                plan.domain());
        try {
            return builder.build();
        } catch (IllegalArgumentException wrong) {
            throw new StartException(String.valueOf(wrong.getMessage()), wrong);
        }
    }

    private static ConferenceFactory factory(ServerPlan plan) {
        return plan.sip()
                .factory()
                .map(uri -> new ConferenceFactory(uri, false))
                .orElseGet(() -> ConferenceFactory.in(plan.domain()));
    }

    private static CcmpHttpServer built(CcmpHttpServerBuilder builder) {
        try {
            return builder.build();
        } catch (IllegalArgumentException file) {
            throw new StartException(String.valueOf(file.getMessage()), file);
        }
    }

    private void listen() {
        try {
            server.start();
        } catch (IllegalArgumentException file) {
            throw new StartException(String.valueOf(file.getMessage()), file);
        } catch (UncheckedIOException refused) {
            throw refused(where(refused, plan), refused);
        }
        try {
            operations.start();
        } catch (UncheckedIOException refused) {
            throw refused("--metrics " + plan.metrics().orElseThrow(), refused);
        }
    }

    private static StartException refused(String option, UncheckedIOException refused) {
        return new StartException(option + ": " + root(refused).getMessage(), refused);
    }

    private static String where(UncheckedIOException refused, ServerPlan plan) {
        return plan.tls()
                .filter(tls -> String.valueOf(refused.getMessage())
                        .contains(tls.address().address().toString()))
                .map(tls -> "--https " + tls.address())
                .orElseGet(
                        () -> "--http " + plan.http().map(HostAndPort::toString).orElse("off"));
    }

    static Throwable root(Throwable fault) {
        Throwable root = fault;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root;
    }

    private static Limits limits(int bytes) {
        Limits usual = Limits.defaults();
        return new Limits(bytes, usual.depth(), usual.attributes(), usual.characters(), usual.elements());
    }

    /** Where it listens in clear, with the real port. */
    HostAndPort http() {
        return plan.http().orElseThrow().at(server.address().getPort());
    }

    /** Where it takes SIP by TCP, if it does. */
    Optional<InetSocketAddress> sip() {
        return sip.listening(Transport.TCP);
    }

    /** Where it listens, with the real ports: {@code http=HOST:PORT https=HOST:PORT metrics=HOST:PORT} and those of SIP, a space before each. */
    private String addresses() {
        return plan.http().map(where -> " http=" + http()).orElse("")
                + plan.tls()
                        .map(tls -> " https="
                                + tls.address().at(server.httpsAddress().getPort()))
                        .orElse("")
                + operations.address().map(where -> " metrics=" + where).orElse("")
                + sip.addresses();
    }

    /** Says in one line that it can serve and where, and is ready from then on. */
    void announce(Consumer<String> line) {
        line.accept("READY" + addresses());
        operations.ready(true);
    }

    @Override
    public void close() {
        operations.ready(false);
        sip.close();
        mcus.close();
        server.close();
        operations.close();
        workers.close();
        ports.preset().close();
    }
}
