package io.parley.sip.stack;

import gov.nist.javax.sip.stack.SIPServerTransaction;
import io.parley.sip.message.SipRequest;
import io.parley.sip.message.SipResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A request that has come, with JAIN's state machine for it. */
final class IncomingTransaction implements ServerTransaction {

    private static final Logger LOG = LoggerFactory.getLogger(IncomingTransaction.class);

    private final JainRequest jain;
    private final Asked asked;
    private final SIPServerTransaction machine;
    private final Consumer<IncomingTransaction> answered;
    private final List<Runnable> onCancel = new ArrayList<>();
    private boolean cancelled;
    private int age;
    private Optional<SipResponse> last = Optional.empty();

    IncomingTransaction(
            JainRequest jain, Asked asked, SIPServerTransaction machine, Consumer<IncomingTransaction> answered) {
        this.jain = jain;
        this.asked = asked;
        this.machine = machine;
        this.answered = answered;
    }

    @Override
    public SipRequest request() {
        return asked.request();
    }

    @Override
    public Peer peer() {
        return asked.peer();
    }

    String name() {
        return asked.transaction();
    }

    boolean isInvite() {
        return asked.request().method().equals("INVITE");
    }

    SIPServerTransaction machine() {
        return machine;
    }

    /** Whether its answer was a 2xx to an INVITE, of which the machine knows no more (RFC 6026 section 7.1). */
    synchronized boolean isAccepted() {
        return isInvite() && last.map(SipResponse::isSuccess).orElse(false);
    }

    synchronized boolean isAnswered() {
        return last.map(response -> !response.isProvisional()).orElse(false);
    }

    /** Another while has passed, and how many by now. */
    synchronized int growOlder() {
        return ++age;
    }

    @Override
    public void respond(SipResponse response) {
        byte[] bytes = asked.answer(response);
        synchronized (this) {
            if (isAccepted() && response.isSuccess()) {
                asked.reply().send(bytes);
                return;
            }
            if (isAnswered()) {
                LOG.debug("A second answer to {} is dropped: {}", asked.request(), response);
                return;
            }
            last = Optional.of(response);
            try {
                machine.sendMessage(new JainResponse(jain, response.status(), bytes));
            } catch (IOException lost) {
                LOG.debug("The answer to {} cannot be sent", asked.request(), lost);
            }
            if (!response.isProvisional()) {
                onCancel.clear();
                jain.settle();
            }
        }
        if (!response.isProvisional()) {
            answered.accept(this);
        }
    }

    @Override
    public void onCancel(Runnable action) {
        synchronized (this) {
            if (!cancelled) {
                if (!isAnswered()) {
                    onCancel.add(action);
                }
                return;
            }
        }
        action.run();
    }

    /** The peer has cancelled it. */
    void cancel() {
        List<Runnable> actions;
        synchronized (this) {
            if (cancelled || isAnswered()) {
                return;
            }
            cancelled = true;
            actions = List.copyOf(onCancel);
            onCancel.clear();
        }
        actions.forEach(Runnable::run);
    }
}
