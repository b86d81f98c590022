package io.parley.sip.stack;

import gov.nist.javax.sip.message.SIPMessage;
import gov.nist.javax.sip.message.SIPResponse;
import gov.nist.javax.sip.stack.SIPServerTransactionImpl;
import gov.nist.javax.sip.stack.SIPTransactionStack;
import java.io.IOException;
import javax.sip.TransactionState;
import org.jspecify.annotations.Nullable;

/**
 * JAIN's state machine of a server transaction (RFC 3261 section 17.2), made to answer by the way that the request came, whatever its Via
 * says, and to keep the order of what several threads send.
 */
final class ServerMachine extends SIPServerTransactionImpl {

    private static final long serialVersionUID = 1L;

    private final transient FlowChannel way;
    private transient byte @Nullable [] last;

    ServerMachine(SIPTransactionStack stack, FlowChannel way) {
        super(stack, way);
        this.way = way;
    }

    @Override
    public synchronized void sendMessage(SIPMessage response) throws IOException {
        boolean trying = ((SIPResponse) response).getStatusCode() == 100;
        if (trying && getInternalState() > TransactionState._TRYING) {
            // The timer of section 17.2.1 and the handler were at it together.
            return;
        }
        super.sendMessage(response);
    }

    @Override
    protected synchronized void sendResponse(SIPResponse response) throws IOException {
        try {
            last = response.encodeAsBytes(getTransport());
            way.send(last);
            if (!isInviteTransaction()) {
                // Its bytes are all that is wanted again, by UDP for 32 s.
                lastResponse = null;
            }
        } finally {
            startTransactionTimer();
        }
    }

    @Override
    public synchronized void resendLastResponseAsBytes() {
        if (last != null) {
            way.send(last);
        }
    }
}
