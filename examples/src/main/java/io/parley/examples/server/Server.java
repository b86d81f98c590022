package io.parley.examples.server;

import io.parley.ccmp.ConferenceSummary;
import io.parley.codec.ical.Icalendar;
import io.parley.codec.xml.CcmpCodec;
import io.parley.codec.xml.Limits;
import io.parley.engine.Parley;
import io.parley.http.CcmpHttpServer;
import java.io.UncheckedIOException;
import java.util.concurrent.CompletableFuture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The composition root of a running server: the ports in memory, the engine over them, CCMP over HTTP before it. */
final class Server implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Server.class);
    private static final String SUMMARY_SCHEMA = "http://example.com/ccmp-extension-schema.xsd";

    private final HostAndPort http;
    private final CcmpHttpServer server;
    private final ServerPorts ports;

    private Server(HostAndPort http, CcmpHttpServer server, ServerPorts ports) {
        this.http = http;
        this.server = server;
        this.ports = ports;
    }

    /** Starts a server; a {@link StartException} says why it cannot. */
    static Server start(ServerPlan plan) {
        // The codec builds its tables while the rest is put together.
        CompletableFuture<CcmpCodec> codec = CompletableFuture.supplyAsync(() -> new CcmpCodec(limits(plan.maxBody())));
        ServerPorts ports = Accounts.in(plan);
        Parley parley = parley(plan, ports);
        CcmpHttpServer server = CcmpHttpServer.builder()
                .address(plan.http().address())
                .path(plan.path())
                .maxBodyBytes(plan.maxBody())
                .service(parley.ccmp())
                .codec(codec.join())
                .build();
        listen(server, plan.http());
        return new Server(plan.http().at(server.address().getPort()), server, ports);
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
                .extension(new ConferenceSummary(SUMMARY_SCHEMA));
        blueprints.documents().forEach(builder::blueprint);
        LOG.info(
                "{} blueprints and {} accounts in {}",
                blueprints.documents().size(),
                plan.accounts().size(),
                plan.domain());
        return builder.build();
    }

    private static void listen(CcmpHttpServer server, HostAndPort where) {
        try {
            server.start();
        } catch (UncheckedIOException refused) {
            Throwable root = refused;
            while (root.getCause() != null) {
                root = root.getCause();
            }
            throw new StartException("--http " + where + ": " + root.getMessage(), refused);
        }
    }

    private static Limits limits(int bytes) {
        Limits usual = Limits.defaults();
        return new Limits(bytes, usual.depth(), usual.attributes(), usual.characters(), usual.elements());
    }

    /** Where it listens, with the real port. */
    HostAndPort http() {
        return http;
    }

    @Override
    public void close() {
        server.close();
        ports.preset().close();
    }
}
