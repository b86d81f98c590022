package io.parley.sip.stack;

import gov.nist.javax.sip.header.Via;
import io.parley.sip.message.SipRequest;
import io.parley.sip.stack.ResponseListener.Failure;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The requests that were sent (RFC 3261 section 17.1). An INVITE that was accepted stays known for 64 times T1 (RFC 6026), so that each of
 * its 2xx can have its ACK, and what waits for an answer by a connection fails with that.
 */
final class ClientTransactions {

    private final TransactionLayer layer;
    private final Lanes lanes;
    private final Aftermath aftermath;
    private final Map<String, OutgoingTransaction> known = new ConcurrentHashMap<>();
    private final Map<Flow, Set<OutgoingTransaction>> byConnection = new ConcurrentHashMap<>();

    ClientTransactions(TransactionLayer layer, Lanes lanes, Aftermath aftermath) {
        this.layer = layer;
        this.lanes = lanes;
        this.aftermath = aftermath;
    }

    TransactionLayer layer() {
        return layer;
    }

    Aftermath aftermath() {
        return aftermath;
    }

    /** Those that wait for an answer, and those that JAIN's layer keeps for retransmissions. */
    int count() {
        return Math.max(known.size(), layer.getClientTransactionTableSize());
    }

    /** Sends a request in a transaction. */
    ClientTransaction send(SipRequest request, Flow flow, String sentBy, ResponseListener listener) {
        String branch = Tags.branch();
        String name = branch.toLowerCase(Locale.ROOT);
        OutgoingTransaction transaction =
                new OutgoingTransaction(this, request, flow, name, via(flow, sentBy, branch), listener);
        known.put(name, transaction);
        if (flow.peer().transport().isReliable()) {
            byConnection.compute(flow, (same, others) -> {
                Set<OutgoingTransaction> set = others == null ? ConcurrentHashMap.newKeySet() : others;
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
            // It may have broken before the transaction was among those of the connection.
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

    /** A response has come. */
    void received(JainAnswer answer, Flow flow) {
        OutgoingTransaction found = known.get(branchOf(answer));
        String method = answer.getCSeq().getMethod();
        if (found != null && found.isAccepted() && answer.response.isSuccess() && found.expects(method)) {
            found.responded(answer.response, answer.peer);
        } else if (found == null || found.expects(method) || method.equals("CANCEL")) {
            // One that we have forgotten may be known to the layer: a refusal that is sent again wants its ACK again.
            layer.receive(answer, flow);
        }
    }

    /** A response has passed JAIN's layer. */
    void responded(JainAnswer answer) {
        OutgoingTransaction found = known.get(branchOf(answer));
        if (found != null && found.expects(answer.getCSeq().getMethod())) {
            found.responded(answer.response, answer.peer);
        }
    }

    private static String branchOf(JainAnswer answer) {
        Via via = answer.getTopmostVia();
        return Optional.ofNullable(via.getBranch()).orElse("").toLowerCase(Locale.ROOT);
    }

    /** A transaction has had its final response. */
    void answered(OutgoingTransaction transaction) {
        if (transaction.isAccepted()) {
            leaveConnection(transaction);
            aftermath.later(() -> forget(transaction));
        } else {
            forget(transaction);
        }
    }

    /** A transaction is over. */
    void forget(OutgoingTransaction transaction) {
        known.remove(transaction.name(), transaction);
        leaveConnection(transaction);
    }

    private void leaveConnection(OutgoingTransaction transaction) {
        byConnection.computeIfPresent(transaction.flow(), (same, others) -> {
            others.remove(transaction);
            return others.isEmpty() ? null : others;
        });
    }

    /** A connection has broken. */
    void closed(Flow flow) {
        Set<OutgoingTransaction> lost = byConnection.remove(flow);
        if (lost != null) {
            List.copyOf(lost).forEach(transaction -> transaction.fail(Failure.UNREACHABLE));
        }
    }

    /** Has somebody of the rooms above told, in the order of the call that {@code request} belongs to. */
    void tell(SipRequest request, Runnable told) {
        lanes.call(request.header("Call-ID").orElse(""), told);
    }

    void close() {
        known.clear();
        byConnection.clear();
    }
}
