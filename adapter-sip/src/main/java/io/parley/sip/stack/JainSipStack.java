package io.parley.sip.stack;

import io.parley.sip.message.SipRequest;
import java.net.InetSocketAddress;
import java.util.Optional;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * A {@link SipStack} by the transaction layer of JAIN-SIP and the sockets of Netty.
 *
 * <p>The handler and the listeners are called by the threads of the network unless the builder was given an executor. Either way, what
 * belongs to one call ({@code Call-ID}) is told in the order in which it came, one at a time.
 *
 * <p>A request of more than 1300 bytes that is to go by UDP goes by TCP if we listen by TCP as well and somebody is there to take it
 * (RFC 3261 section 18.1.1).
 */
public final class JainSipStack implements SipStack {

    private static final int MOST_BY_UDP = 1300;
    private static final String ANY_VIA = "SIP/2.0/UDP 255.255.255.255:65535;branch=" + Tags.branch() + ";rport";

    private final WithoutTcp withoutTcp = new WithoutTcp();
    private final Transports transports;
    private final Transactions transactions;
    private final SentBy sentBy;
    private final Optional<ScheduledThreadPoolExecutor> ownScheduler;
    private final AtomicBoolean closed = new AtomicBoolean();

    JainSipStack(StackSettings settings) {
        this.ownScheduler = settings.scheduler().isPresent() ? Optional.empty() : Optional.of(newScheduler());
        ScheduledExecutorService scheduler = settings.scheduler().orElseGet(() -> ownScheduler.orElseThrow());
        this.transactions = new Transactions(settings, scheduler);
        this.transports = new Transports(settings, transactions);
        this.sentBy = new SentBy(settings.host(), transports);
        try {
            transports.open();
        } catch (RuntimeException refused) {
            close();
            throw refused;
        }
    }

    private static ScheduledThreadPoolExecutor newScheduler() {
        ScheduledThreadPoolExecutor scheduler = new ScheduledThreadPoolExecutor(1, work -> {
            Thread thread = new Thread(work, "parley-sip-timer");
            thread.setDaemon(true);
            return thread;
        });
        scheduler.setRemoveOnCancelPolicy(true);
        return scheduler;
    }

    /** Describes a stack whose requests {@code handler} takes. */
    public static JainSipStackBuilder builder(SipHandler handler) {
        return new JainSipStackBuilder(handler);
    }

    @Override
    public Optional<InetSocketAddress> listening(Transport transport) {
        return transports.listening(transport);
    }

    @Override
    public ClientTransaction send(SipRequest request, Target target, ResponseListener listener) {
        if (request.method().equals("ACK") || request.method().equals("CANCEL")) {
            throw new IllegalArgumentException("has no transaction of its own: " + request);
        }
        Flow flow = transports.to(target);
        if (target.transport() == Transport.UDP && isTooLarge(request) && mayGoByTcp(target.address())) {
            Flow tcp = transports.to(Target.of(Transport.TCP, target.address()));
            return new LargeRequest(
                            tcp,
                            instead -> {
                                withoutTcp.remember(target.address());
                                return send(request, flow, instead);
                            },
                            listener)
                    .begin(first -> send(request, tcp, first));
        }
        return send(request, flow, listener);
    }

    private ClientTransaction send(SipRequest request, Flow flow, ResponseListener listener) {
        return transactions.clients().send(request, flow, sentBy.to(flow.peer()), listener);
    }

    private static boolean isTooLarge(SipRequest request) {
        return request.body().size() > MOST_BY_UDP || MessageWriter.request(request, ANY_VIA).length > MOST_BY_UDP;
    }

    /** A stack that is not told to listen by TCP speaks none; and who was not there a while ago is not kept waiting for again. */
    private boolean mayGoByTcp(InetSocketAddress address) {
        return transports.listening(Transport.TCP).isPresent() && !withoutTcp.remembers(address);
    }

    @Override
    public void sendOnce(SipRequest request, Target target) {
        Flow flow = transports.to(target);
        transactions.clients().sendOnce(request, flow, sentBy.to(flow.peer()));
    }

    /** What it holds at this moment. */
    public Occupancy occupancy() {
        return transactions.occupancy(transports.connections());
    }

    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            transactions.close();
            ownScheduler.ifPresent(ScheduledThreadPoolExecutor::shutdownNow);
            transports.close();
        }
    }
}
