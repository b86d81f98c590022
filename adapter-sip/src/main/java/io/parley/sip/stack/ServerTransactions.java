package io.parley.sip.stack;

import gov.nist.javax.sip.stack.SIPServerTransaction;
import gov.nist.javax.sip.stack.SIPTransaction;
import io.parley.sip.message.SipResponse;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Future;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The requests that have come (RFC 3261 section 17.2), and a bound on them.
 *
 * <p>What JAIN's layer leaves to its dialogs, or to nobody, is done here: CANCEL and the ACK to a 2xx find what they belong to by one
 * look-up; an INVITE that was accepted stays known for 64 times T1 (RFC 6026), so that one that is sent again is not taken for a new one;
 * and what nobody answers is dropped after a while.
 */
final class ServerTransactions {

    private static final Logger LOG = LoggerFactory.getLogger(ServerTransactions.class);
    private static final int SWEEPS_OF_A_REQUEST = Aftermath.SWEEPS + 1;
    private static final int SWEEPS_OF_AN_INVITE = 25 * Aftermath.SWEEPS;

    private final SipHandler handler;
    private final StackTimes times;
    private final StackObserver observer;
    private final TransactionLayer layer;
    private final Lanes lanes;
    private final Aftermath aftermath;
    private final Places places;
    private final Map<String, IncomingTransaction> pending = new ConcurrentHashMap<>();
    private final Set<String> accepted = ConcurrentHashMap.newKeySet();
    private final Future<?> sweeping;

    ServerTransactions(StackSettings settings, TransactionLayer layer, Lanes lanes, Aftermath aftermath) {
        this.handler = settings.handler();
        this.times = settings.times();
        this.observer = settings.observer();
        this.layer = layer;
        this.lanes = lanes;
        this.aftermath = aftermath;
        StackBounds bounds = settings.bounds();
        this.places = new Places(bounds.transactions(), bounds.transactionsOfOne());
        this.sweeping = aftermath.sweep(this::sweep);
    }

    int count() {
        return places.taken();
    }

    void received(Asked asked, JainRequest jain) {
        switch (asked.request().method()) {
            case "ACK" -> acknowledged(asked, jain);
            case "CANCEL" -> cancelled(asked);
            default -> begun(asked, jain);
        }
    }

    private void acknowledged(Asked asked, JainRequest jain) {
        if (layer.awaitsAck(asked.transaction())) {
            layer.receive(jain);
        } else if (!lanes.full()) {
            lanes.call(asked.callId(), () -> handler.acknowledged(asked.request(), asked.peer()));
        }
    }

    /** RFC 3261 section 9.2. The answer depends on nothing but what is there, so it needs no transaction to be given again. */
    private void cancelled(Asked asked) {
        IncomingTransaction found = pending.get(asked.transaction());
        if (found == null && !accepted.contains(asked.transaction()) && !layer.serves(asked.transaction())) {
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
            if (accepted.contains(asked.transaction())) {
                // Its 2xx is on its way, again and again, until the ACK.
                return;
            }
            if (lanes.full() || !places.hasRoom(senderOf(asked))) {
                observer.requestRefused(asked.peer().transport());
                long seconds = Math.max(1, times.retryAfter().toSeconds());
                answer(asked, SipResponse.of(503, "Service Unavailable").with("Retry-After", Long.toString(seconds)));
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

    /** JAIN's layer has taken a request for a new one. */
    void began(JainRequest request, SIPServerTransaction machine) {
        Asked asked = request.asked();
        Sender sender = senderOf(asked);
        machine.setApplicationData(sender);
        places.take(sender);
        IncomingTransaction begun = new IncomingTransaction(request, asked, machine, this::answered);
        if (pending.putIfAbsent(begun.name(), begun) == null) {
            request.begin(begun);
        }
    }

    /** JAIN's layer has forgotten a transaction; it may say so more than once. */
    void ended(SIPTransaction machine) {
        Object sender;
        synchronized (machine) {
            sender = machine.getApplicationData();
            machine.setApplicationData(null);
        }
        if (sender instanceof Sender known) {
            places.leave(known);
        }
    }

    private void answered(IncomingTransaction transaction) {
        if (transaction.isAccepted() && accepted.add(transaction.name())) {
            Sender sender = Sender.of(transaction.peer().address().getAddress());
            places.take(sender);
            aftermath.later(() -> {
                accepted.remove(transaction.name());
                places.leave(sender);
            });
        }
        pending.remove(transaction.name(), transaction);
    }

    /** Drops what nobody has answered for so long that nobody waits for it any more (RFC 4320 section 4.2). */
    private void sweep() {
        pending.values().forEach(transaction -> {
            int most = transaction.isInvite() ? SWEEPS_OF_AN_INVITE : SWEEPS_OF_A_REQUEST;
            if (transaction.growOlder() > most && !transaction.isAnswered()) {
                LOG.warn("{} was never answered", transaction.request());
                pending.remove(transaction.name(), transaction);
                layer.removeTransaction(transaction.machine());
            }
        });
    }

    void close() {
        sweeping.cancel(false);
        pending.clear();
        accepted.clear();
    }
}
