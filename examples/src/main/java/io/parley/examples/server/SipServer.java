package io.parley.examples.server;

import io.parley.codec.xml.Limits;
import io.parley.engine.Parley;
import io.parley.ports.out.Signalling;
import io.parley.sip.authentication.AssertedIdentity;
import io.parley.sip.authentication.Authentication;
import io.parley.sip.authentication.CertificateAuthentication;
import io.parley.sip.authentication.DigestAuthentication;
import io.parley.sip.dialog.Locator;
import io.parley.sip.focus.FocusPorts;
import io.parley.sip.focus.SipFocus;
import io.parley.sip.focus.SipFocusSettings;
import io.parley.sip.focus.SipFocusSettingsBuilder;
import io.parley.sip.stack.ClientCertificates;
import io.parley.sip.stack.JainSipStack;
import io.parley.sip.stack.JainSipStackBuilder;
import io.parley.sip.stack.SipHandler;
import io.parley.sip.stack.Transport;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** The foci of a server at SIP. */
final class SipServer implements AutoCloseable {

    private final SipPlan plan;
    private final SipFocus focus;
    private final ExecutorService threads;
    private Optional<JainSipStack> stack = Optional.empty();

    /** Foci that do not listen yet. */
    SipServer(ServerPlan plan, ServerPorts ports) {
        this.plan = plan.sip();
        this.threads = threads();
        Limits usual = Limits.defaults();
        SipFocusSettingsBuilder settings = SipFocusSettings.builder(plan.domain())
                .authentication(authentication(plan, ports))
                .lease(this.plan.lease())
                .interval(this.plan.interval())
                .locator(locator(this.plan.proxy()))
                .credentials(this.plan.credentials())
                .tellingOfCcmp(plan.http().isPresent() || plan.tls().isPresent())
                .limits(new Limits(
                        plan.maxBody(), usual.depth(), usual.attributes(), usual.characters(), usual.elements()));
        this.plan.host().ifPresent(settings::host);
        this.focus = new SipFocus(
                settings.build(),
                ports.scheduler(),
                ports.clock(),
                threads,
                ports.preset().signalling());
    }

    /** Addresses are called where they are, and names by {@code proxy}. */
    private static Locator locator(Optional<HostAndPort> proxy) {
        return (host, port) -> Locator.ADDRESSES.locate(host, port).or(() -> proxy.map(HostAndPort::address));
    }

    private static Authentication authentication(ServerPlan plan, ServerPorts ports) {
        SipPlan sip = plan.sip();
        Authentication authentication = switch (sip.proof()) {
            case NONE -> Authentication.OFF;
            case PASSWORD ->
                new DigestAuthentication(
                        Server.secrets(plan, plan.domain()), ports.users(), plan.domain(), ports.clock());
            case CERTIFICATE -> Authentication.NOBODY;
        };
        if (sip.tls().filter(tls -> tls.clients() != ClientCertificates.NONE).isPresent()) {
            authentication = new CertificateAuthentication(plan.domain(), authentication);
        }
        return sip.trusted().isEmpty() ? authentication : new AssertedIdentity(sip.trusted(), authentication);
    }

    /** As many as there are processors; what waits for them is bounded by the transactions that the stack admits. */
    private static ExecutorService threads() {
        AtomicInteger number = new AtomicInteger();
        return Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors(), task -> {
            Thread thread = new Thread(task, "parley-sip-" + number.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        });
    }

    Signalling signalling() {
        return focus.signalling();
    }

    SipFocus focus() {
        return focus;
    }

    /** Listens, if that is wanted; a {@link StartException} says why it cannot. */
    void start(Parley parley, Mcus mcus, SipMetrics metrics) {
        if (!plan.listens()) {
            return;
        }
        try {
            focus.start(
                    new FocusPorts(parley.focus(), parley.c3p(), parley.watching()),
                    mcus.chat(),
                    Optional.of(mcus.silent().sessions()),
                    handler -> listen(handler, metrics));
        } catch (UncheckedIOException refused) {
            throw new StartException("--sip, --sips: " + Server.root(refused).getMessage(), refused);
        }
    }

    private JainSipStack listen(SipHandler handler, SipMetrics metrics) {
        JainSipStackBuilder builder =
                JainSipStack.builder(handler).observer(metrics).bounds(plan.bounds());
        plan.host().ifPresent(builder::host);
        plan.clear().ifPresent(where -> builder.udp(where.address()).tcp(where.address()));
        plan.tls().ifPresent(tls -> builder.tls(tls.address().address()).keys(tls.keys(), tls.clients()));
        JainSipStack listening = builder.build();
        stack = Optional.of(listening);
        metrics.show(focus, listening);
        return listening;
    }

    /** Where it listens by {@code transport}, if it does. */
    Optional<InetSocketAddress> listening(Transport transport) {
        return stack.flatMap(it -> it.listening(transport));
    }

    /** Where it listens, with the real ports: {@code sip-udp=HOST:PORT sip-tcp=HOST:PORT sip-tls=HOST:PORT}, a space before each. */
    String addresses() {
        return address(Transport.UDP, plan.clear())
                + address(Transport.TCP, plan.clear())
                + address(Transport.TLS, plan.tls().map(SipPlan.Tls::address));
    }

    private String address(Transport transport, Optional<HostAndPort> where) {
        return where.flatMap(at -> stack.flatMap(it -> it.listening(transport))
                        .map(bound ->
                                " sip-" + transport.name().toLowerCase(Locale.ROOT) + "=" + at.at(bound.getPort())))
                .orElse("");
    }

    @Override
    public void close() {
        focus.close();
        threads.shutdown();
    }
}
