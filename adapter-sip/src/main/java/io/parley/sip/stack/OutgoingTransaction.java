package io.parley.sip.stack;

import gov.nist.javax.sip.stack.SIPClientTransaction;
import gov.nist.javax.sip.stack.SIPTransactionErrorEvent;
import io.parley.sip.message.SipRequest;
import io.parley.sip.message.SipResponse;
import io.parley.sip.stack.ResponseListener.Failure;
import java.io.IOException;
import java.text.ParseException;
import javax.sip.ObjectInUseException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A request that was sent, with JAIN's state machine for it.
 *
 * <table>
 *   <caption>Transitions</caption>
 *   <tr><th>in</th><th>on</th><th>to</th><th>the listener hears</th></tr>
 *   <tr><td>waiting, proceeding</td><td>1xx</td><td>proceeding</td><td>the response</td></tr>
 *   <tr><td>waiting, proceeding</td><td>2xx to INVITE</td><td>accepted</td><td>the response</td></tr>
 *   <tr><td>waiting, proceeding</td><td>another final response</td><td>done</td><td>the response</td></tr>
 *   <tr><td>waiting, proceeding</td><td>time-out, connection broken</td><td>done</td><td>the failure</td></tr>
 *   <tr><td>accepted</td><td>2xx</td><td>accepted</td><td>the response, since it wants its ACK</td></tr>
 *   <tr><td>accepted</td><td>64 times T1 later</td><td>done</td><td>-</td></tr>
 * </table>
 */
final class OutgoingTransaction implements ClientTransaction {

    private static final Logger LOG = LoggerFactory.getLogger(OutgoingTransaction.class);

    private enum State {
        WAITING,
        PROCEEDING,
        ACCEPTED,
        DONE
    }

    private final ClientTransactions owner;
    private final SipRequest request;
    private final Flow flow;
    private final String name;
    private final String via;
    private final ResponseListener listener;
    private @Nullable SIPClientTransaction machine;
    private State state = State.WAITING;
    private boolean cancelWanted;
    private boolean cancelSent;

    OutgoingTransaction(
            ClientTransactions owner,
            SipRequest request,
            Flow flow,
            String name,
            String via,
            ResponseListener listener) {
        this.owner = owner;
        this.request = request;
        this.flow = flow;
        this.name = name;
        this.via = via;
        this.listener = listener;
    }

    /** By what it is known: its branch, in lower case. */
    String name() {
        return name;
    }

    Flow flow() {
        return flow;
    }

    boolean isInvite() {
        return request.method().equals("INVITE");
    }

    boolean expects(String method) {
        return request.method().equals(method);
    }

    synchronized boolean isAccepted() {
        return state == State.ACCEPTED;
    }

    /** Sends the request. */
    void begin() {
        JainRequest jain = jain(request);
        try {
            SIPClientTransaction begun = owner.layer().begin(jain, () -> fail(Failure.UNREACHABLE), this::failed);
            synchronized (this) {
                machine = begun;
                if (state != State.DONE) {
                    return;
                }
            }
            forget();
        } catch (IOException refused) {
            LOG.debug("{} cannot be sent", request, refused);
            fail(Failure.UNREACHABLE);
        }
    }

    private JainRequest jain(SipRequest sent) {
        try {
            return JainMessages.sent(sent, via, flow, MessageWriter.request(sent, via));
        } catch (ParseException bad) {
            throw new IllegalArgumentException("cannot be sent: " + sent + ": " + bad.getMessage(), bad);
        }
    }

    private void failed(SIPTransactionErrorEvent event) {
        fail(event.getErrorID() == SIPTransactionErrorEvent.TIMEOUT_ERROR ? Failure.TIMEOUT : Failure.UNREACHABLE);
    }

    /** A response has come, other than one that was sent again. */
    void responded(SipResponse response, Peer peer) {
        boolean cancelNow = false;
        synchronized (this) {
            boolean again = state == State.ACCEPTED && response.isSuccess();
            if (!again && state != State.WAITING && state != State.PROCEEDING) {
                return;
            }
            if (response.isProvisional()) {
                state = State.PROCEEDING;
                cancelNow = cancelWanted;
            } else {
                state = isInvite() && response.isSuccess() ? State.ACCEPTED : State.DONE;
            }
        }
        if (cancelNow) {
            sendCancel();
        }
        owner.tell(request, () -> listener.responded(response, peer));
        if (!response.isProvisional()) {
            owner.answered(this);
        }
    }

    /** It has come to nothing. */
    void fail(Failure failure) {
        synchronized (this) {
            if (state == State.ACCEPTED || state == State.DONE) {
                return;
            }
            state = State.DONE;
        }
        forget();
        owner.tell(request, () -> listener.failed(failure));
    }

    private void forget() {
        SIPClientTransaction known;
        synchronized (this) {
            known = machine;
        }
        owner.forget(this);
        if (known != null) {
            try {
                known.terminate();
            } catch (ObjectInUseException never) {
                LOG.debug("JAIN will not let go of {}", request, never);
            }
            owner.layer().removeTransaction(known);
        }
    }

    @Override
    public void cancel() {
        synchronized (this) {
            if (!isInvite() || state == State.ACCEPTED || state == State.DONE) {
                return;
            }
            cancelWanted = true;
            if (state == State.WAITING) {
                return;
            }
        }
        sendCancel();
    }

    /** RFC 3261 section 9.1: the headers of the request, in a transaction of its own by the same branch. */
    private void sendCancel() {
        synchronized (this) {
            if (cancelSent) {
                return;
            }
            cancelSent = true;
        }
        SipRequest cancel = SipRequest.of("CANCEL", request.uri());
        for (String name : new String[] {"Route", "From", "To", "Call-ID", "CSeq", "Max-Forwards"}) {
            for (String value : request.headers().all(name)) {
                cancel = cancel.and(
                        name, name.equals("CSeq") ? value.substring(0, value.indexOf(' ')) + " CANCEL" : value);
            }
        }
        try {
            owner.layer().begin(jain(cancel), () -> {}, ignored -> {});
        } catch (IOException lost) {
            LOG.debug("The CANCEL of {} cannot be sent", request, lost);
        }
        // A peer that does not answer the INVITE all the same has had its time.
        owner.aftermath().later(() -> fail(Failure.TIMEOUT));
    }
}
