package io.parley.sip.stack;

import gov.nist.javax.sip.header.Via;
import gov.nist.javax.sip.stack.SIPServerTransaction;
import gov.nist.javax.sip.stack.SIPTransaction;
import io.parley.sip.message.SipHeaders;
import io.parley.sip.message.SipMessage;
import io.parley.sip.message.SipRequest;
import io.parley.sip.message.SipResponse;
import io.parley.sip.stack.ResponseListener.Failure;
import java.net.InetSocketAddress;
import java.text.ParseException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import javax.sip.PeerUnavailableException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings together what comes from the network, the transaction layer and the handler (RFC 3261 section 17).
 *
 * <p>What JAIN's layer leaves to its dialogs, or to nobody, is done here: CANCEL and the ACK to a 2xx find what they belong to by one
 * look-up; an INVITE that was accepted stays known for 64 times T1, in either direction (RFC 6026), so that one that is sent again is not
 * taken for a new one and every 2xx can have its ACK; what nobody answers is dropped after a while; and there is a bound on all of it.
 */
final class Transactions implements TransactionLayer.Listener {

    private static final Logger LOG = LoggerFactory.getLogger(Transactions.class);
    private static final int SWEEPS_OF_A_REQUEST = 5;
    private static final int SWEEPS_OF_AN_INVITE = 100;

    private final TransactionLayer layer;
    private final SipHandler handler;
    private final Lanes lanes;
    private final StackTimes times;
    private final StackObserver observer;
    private final ScheduledExecutorService scheduler;
    private final Places places;
    private final Map<String, IncomingTransaction> pending = new ConcurrentHashMap<>();
    private final Map<String, OutgoingTransaction> outgoing = new ConcurrentHashMap<>();
    private final Map<Flow, Set<OutgoingTransaction>> byConnection = new ConcurrentHashMap<>();
    private final Future<?> sweeping;

    Transactions(StackSettings settings, ScheduledExecutorService scheduler) {
        this.handler = settings.handler();
        this.lanes = new Lanes(settings.executor(), settings.bounds().waiting());
        this.times = settings.times();
        this.observer = settings.observer();
        this.scheduler = scheduler;
        this.places =
                new Places(settings.bounds().transactions(), settings.bounds().transactionsOfOne());
        try {
            this.layer = new TransactionLayer(new JainTimer(scheduler, times.t1()), this);
        } catch (PeerUnavailableException refused) {
            throw new IllegalStateException("the JAIN stack refuses its properties", refused);
        }
        long sweep = times.transaction().toNanos() / (SWEEPS_OF_A_REQUEST - 1);
        this.sweeping = scheduler.scheduleWithFixedDelay(this::sweep, sweep, sweep, TimeUnit.NANOSECONDS);
    }

    TransactionLayer layer() {
        return layer;
    }

    Lanes lanes() {
        return lanes;
    }

    int serverTransactions() {
        return places.taken();
    }

    int clientTransactions() {
        return Math.max(outgoing.size(), layer.getClientTransactionTableSize());
    }

    /** Something was read from the network. */
    void received(Reading reading, Flow flow) {
        if (reading instanceof Reading.Refused refused) {
            refuse(refused, flow);
        } else if (reading instanceof Reading.Read read) {
            SipMessage message = read.message();
            if (message instanceof SipRequest request) {
                received(request, flow);
            } else if (message instanceof SipResponse response) {
                received(response, flow);
            }
        }
    }

    private void refuse(Reading.Refused refused, Flow flow) {
        observer.messageMalformed(flow.peer().transport());
        LOG.debug("From {}: {}", flow.peer().address(), refused.reason());
        if (refused.isAnswerable()) {
            SipHeaders asked = refused.headers();
            InetSocketAddress source = flow.peer().address();
            replyTo(asked, flow)
                    .ifPresent(reply -> reply.send(Asked.answer(
                            SipResponse.of(refused.status(), refused.reason()),
                            asked,
                            source,
                            asked.list("Via").toString())));
        }
    }

    /** By UDP an answer needs a Via that says where to. */
    private static Optional<Flow> replyTo(SipHeaders asked, Flow flow) {
        try {
            Via via = JainMessages.via(asked);
            return Optional.of(flow.answering(ViaLine.replyTo(via, flow.peer().address())));
        } catch (ParseException none) {
            return flow.peer().transport().isReliable() ? Optional.of(flow) : Optional.empty();
        }
    }

    private void received(SipRequest request, Flow flow) {
        Asked asked;
        JainRequest jain;
        try {
            Via via = JainMessages.via(request.headers());
            String name = ViaLine.transactionOf(via, request.headers(), request.uri());
            Flow reply = flow.answering(ViaLine.replyTo(via, flow.peer().address()));
            asked = new Asked(request, flow.peer(), reply, name);
            jain = JainMessages.received(request, via, name, reply);
        } catch (ParseException bad) {
            String reason = Optional.ofNullable(bad.getMessage()).orElse("Bad Request");
            refuse(new Reading.Refused(400, reason, request.method(), request.headers()), flow);
            return;
        }
        switch (request.method()) {
            case "ACK" -> acknowledged(asked, jain);
            case "CANCEL" -> cancelled(asked);
            default -> begun(asked, jain);
        }
    }

    private void acknowledged(Asked asked, JainRequest jain) {
        if (layer.awaitsAck(asked.transaction())) {
            layer.receive(jain);
        } else {
            lanes.call(asked.callId(), () -> handler.acknowledged(asked.request(), asked.peer()));
        }
    }

    /** RFC 3261 section 9.2. The answer depends on nothing but what is there, so it needs no transaction to be sent again. */
    private void cancelled(Asked asked) {
        IncomingTransaction found = pending.get(asked.transaction());
        if (found == null && !layer.serves(asked.transaction())) {
            answer(asked, SipResponse.of(481, "Call/Transaction Does Not Exist"));
            return;
        }
        answer(asked, SipResponse.of(200, "OK"));
        if (found != null && found.isInvite()) {
            lanes.call(asked.callId(), found::cancel);
        }
    }

    private void begun(Asked asked, JainRequest jain) {
        if (!layer.serves(asked.transaction())) {
            if (pending.containsKey(asked.transaction())) {
                // An INVITE that was accepted is sent again: its 2xx is on its way.
                return;
            }
            if (lanes.full() || !places.hasRoom(senderOf(asked))) {
                observer.requestRefused(asked.peer().transport());
                answer(
                        asked,
                        SipResponse.of(503, "Service Unavailable")
                                .with(
                                        "Retry-After",
                                        Long.toString(
                                                Math.max(1, times.retryAfter().toSeconds()))));
                return;
            }
        }
        jain.asked(asked);
        layer.receive(jain);
        IncomingTransaction begun = jain.begun();
        if (begun != null) {
            observer.requestReceived(asked.request().method(), asked.peer().transport());
            lanes.call(asked.callId(), () -> hand(begun));
        }
    }

    private void hand(IncomingTransaction begun) {
        try {
            handler.received(begun);
        } catch (RuntimeException thrown) {
            LOG.error("Handling {} has failed", begun.request(), thrown);
            begun.respond(SipResponse.of(500, "Server Internal Error"));
        }
    }

    private static Sender senderOf(Asked asked) {
        return Sender.of(asked.peer().address().getAddress());
    }

    private static void answer(Asked asked, SipResponse response) {
        asked.reply().send(asked.answer(response));
    }

    @Override
    public void began(JainRequest request, SIPServerTransaction machine) {
        Asked asked = request.asked();
        Sender sender = senderOf(asked);
        machine.setApplicationData(sender);
        places.take(sender);
        IncomingTransaction begun = new IncomingTransaction(request, asked, machine, this::answered);
        if (pending.putIfAbsent(begun.name(), begun) == null) {
            request.begin(begun);
        }
    }

    @Override
    public void responded(JainAnswer answer) {
        OutgoingTransaction found = outgoing.get(branchOf(answer.getTopmostVia()));
        if (found != null && found.expects(answer.getCSeq().getMethod())) {
            found.responded(answer.response, answer.peer);
        }
    }

    @Override
    public void ended(SIPTransaction machine) {
        if (machine instanceof SIPServerTransaction) {
            Object sender;
            synchronized (machine) {
                sender = machine.getApplicationData();
                machine.setApplicationData(null);
            }
            if (sender instanceof Sender known) {
                places.leave(known);
            }
        }
    }

    /** A final response was sent. */
    private void answered(IncomingTransaction transaction) {
        if (transaction.isAccepted()) {
            afterTransaction(() -> drop(transaction));
        } else {
            drop(transaction);
        }
    }

    private void drop(IncomingTransaction transaction) {
        pending.remove(transaction.name(), transaction);
    }

    /** Drops what nobody has answered for so long that nobody waits for it any more (RFC 4320 section 4.2). */
    private void sweep() {
        pending.forEach((name, transaction) -> {
            int most = transaction.isInvite() ? SWEEPS_OF_AN_INVITE : SWEEPS_OF_A_REQUEST;
            if (transaction.growOlder() > most && !transaction.isAnswered()) {
                LOG.warn("{} was never answered", transaction.request());
                drop(transaction);
                layer.removeTransaction(transaction.machine());
            }
        });
    }

    private void received(SipResponse response, Flow flow) {
        JainAnswer answer;
        try {
            answer = JainMessages.received(response, flow.peer());
        } catch (ParseException bad) {
            observer.messageMalformed(flow.peer().transport());
            return;
        }
        OutgoingTransaction found = outgoing.get(branchOf(answer.getTopmostVia()));
        String method = answer.getCSeq().getMethod();
        if (found != null && found.isAccepted() && response.isSuccess() && found.expects(method)) {
            found.responded(response, flow.peer());
        } else if (found == null || found.expects(method) || method.equals("CANCEL")) {
            // One that we have forgotten may be known to the layer: a refusal that is sent again wants its ACK again.
            layer.receive(answer, flow);
        }
    }

    private static String branchOf(Via via) {
        return Optional.ofNullable(via.getBranch()).orElse("").toLowerCase(Locale.ROOT);
    }

    /** Sends a request in a transaction. */
    ClientTransaction send(SipRequest request, Flow flow, String sentBy, ResponseListener listener) {
        String branch = Tags.branch();
        OutgoingTransaction transaction =
                new OutgoingTransaction(this, request, flow, branch, via(flow, sentBy, branch), listener);
        outgoing.put(branch.toLowerCase(Locale.ROOT), transaction);
        if (flow.peer().transport().isReliable()) {
            byConnection.compute(flow, (same, known) -> {
                Set<OutgoingTransaction> set = known == null ? ConcurrentHashMap.newKeySet() : known;
                set.add(transaction);
                return set;
            });
        }
        try {
            transaction.begin();
        } catch (IllegalArgumentException bad) {
            forget(transaction);
            throw bad;
        }
        if (!flow.isOpen()) {
            transaction.fail(Failure.UNREACHABLE);
        }
        return transaction;
    }

    /** Sends a request without a transaction. */
    void sendOnce(SipRequest request, Flow flow, String sentBy) {
        flow.send(MessageWriter.request(request, via(flow, sentBy, Tags.branch())));
    }

    private static String via(Flow flow, String sentBy, String branch) {
        return "SIP/2.0/" + flow.peer().transport() + " " + sentBy + ";branch=" + branch + ";rport";
    }

    /** A client transaction has had its final response. */
    void answered(OutgoingTransaction transaction) {
        if (transaction.isAccepted()) {
            leaveConnection(transaction);
            afterTransaction(() -> forget(transaction));
        } else {
            forget(transaction);
        }
    }

    /** A client transaction is over. */
    void forget(OutgoingTransaction transaction) {
        outgoing.remove(transaction.branch().toLowerCase(Locale.ROOT), transaction);
        leaveConnection(transaction);
    }

    private void leaveConnection(OutgoingTransaction transaction) {
        byConnection.computeIfPresent(transaction.flow(), (same, known) -> {
            known.remove(transaction);
            return known.isEmpty() ? null : known;
        });
    }

    /** A connection has broken. */
    void closed(Flow flow) {
        Set<OutgoingTransaction> lost = byConnection.remove(flow);
        if (lost != null) {
            List.copyOf(lost).forEach(transaction -> transaction.fail(Failure.UNREACHABLE));
        }
    }

    /** Nobody hears of anything any more. */
    void close() {
        sweeping.cancel(false);
        byConnection.clear();
        outgoing.clear();
        pending.clear();
    }

    /** Has somebody of the rooms above told, in the order of the call that {@code request} belongs to. */
    void tell(SipRequest request, Runnable told) {
        lanes.call(request.header("Call-ID").orElse(""), told);
    }

    /** Does something when nobody sends anything of a transaction again. */
    void afterTransaction(Runnable action) {
        try {
            scheduler.schedule(action, times.transaction().toNanos(), TimeUnit.NANOSECONDS);
        } catch (RejectedExecutionException closed) {
            LOG.trace("The stack is closed", closed);
        }
    }
}
