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
 */
public final class JainSipStack implements SipStack {

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
        return transactions.clients().send(request, flow, sentBy.to(flow.peer()), listener);
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
