package io.parley.sip.stack;

import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Supplier;
import javax.net.ssl.SSLContext;

/** Describes a {@link JainSipStack}. It listens nowhere unless told to; everything else has a default, and the defaults are all here. */
public final class JainSipStackBuilder {

    private final SipHandler handler;
    private final Map<Transport, List<InetSocketAddress>> addresses = new EnumMap<>(Transport.class);
    private Optional<TlsSide> tls = Optional.empty();
    private Optional<String> host = Optional.empty();
    private StackBounds bounds = StackBounds.defaults();
    private StackTimes times = StackTimes.defaults();
    private StackObserver observer = StackObserver.NONE;
    private Executor executor = Runnable::run;
    private Optional<ScheduledExecutorService> scheduler = Optional.empty();
    private int threads = Runtime.getRuntime().availableProcessors();

    JainSipStackBuilder(SipHandler handler) {
        this.handler = handler;
    }

    /** Where to listen by UDP; port 0 is any free one. May be said several times. What is sent by UDP leaves from here, too. */
    public JainSipStackBuilder udp(InetSocketAddress address) {
        return listen(Transport.UDP, address);
    }

    /** Where to listen by TCP; port 0 is any free one. May be said several times. Connections by TCP can be opened without. */
    public JainSipStackBuilder tcp(InetSocketAddress address) {
        return listen(Transport.TCP, address);
    }

    /** Where to listen by TLS, with what {@link #keys} gives; port 0 is any free one. May be said several times. */
    public JainSipStackBuilder tls(InetSocketAddress address) {
        return listen(Transport.TLS, address);
    }

    private JainSipStackBuilder listen(Transport transport, InetSocketAddress address) {
        if (address.isUnresolved()) {
            throw new IllegalArgumentException("Unknown host: " + address.getHostString());
        }
        addresses.computeIfAbsent(transport, first -> new ArrayList<>()).add(address);
        return this;
    }

    /**
     * By what to prove who we are and to judge peers, on either side of TLS. The supplier is asked for every connection, so that what it
     * gives can change; it must return soon. Of what a context can do, TLS 1.2 and 1.3 with AES-GCM are used.
     *
     * @param clients whether those who connect are asked for a certificate
     */
    public JainSipStackBuilder keys(Supplier<SSLContext> contexts, ClientCertificates clients) {
        this.tls = Optional.of(new TlsSide(contexts, clients));
        return this;
    }

    /** The host that stands in the Via of what is sent, an IPv6 address in brackets. Default: the address that it leaves from. */
    public JainSipStackBuilder host(String name) {
        this.host = Optional.of(name);
        return this;
    }

    /** How much peers may take. */
    public JainSipStackBuilder bounds(StackBounds most) {
        this.bounds = most;
        return this;
    }

    /** How long to wait. */
    public JainSipStackBuilder times(StackTimes waiting) {
        this.times = waiting;
        return this;
    }

    /** Who hears what the stack does. Default: nobody. */
    public JainSipStackBuilder observer(StackObserver hearing) {
        this.observer = hearing;
        return this;
    }

    /**
     * By what the handler and the listeners are called. Default: by the threads of the network, which must not be kept waiting; so if
     * they do anything that may block, give an executor.
     */
    public JainSipStackBuilder executor(Executor calling) {
        this.executor = calling;
        return this;
    }

    /** What the timers of transactions run on, which is then not closed with the stack. Default: a thread of its own. */
    public JainSipStackBuilder scheduler(ScheduledExecutorService timing) {
        this.scheduler = Optional.of(timing);
        return this;
    }

    /** How many threads the network has. Default: as many as there are processors. */
    public JainSipStackBuilder threads(int number) {
        if (number <= 0) {
            throw new IllegalArgumentException("Not a positive number: " + number);
        }
        this.threads = number;
        return this;
    }

    /**
     * Starts a stack.
     *
     * @throws java.io.UncheckedIOException if it cannot listen at one of the addresses
     */
    public JainSipStack build() {
        if (addresses.containsKey(Transport.TLS) && tls.isEmpty()) {
            throw new IllegalArgumentException("TLS needs keys");
        }
        return new JainSipStack(new StackSettings(
                handler, addresses, tls, host, bounds, times, observer, executor, scheduler, threads));
    }
}
