package io.parley.sip.stack;

import gov.nist.javax.sip.SipProviderImpl;
import gov.nist.javax.sip.SipStackImpl;
import gov.nist.javax.sip.message.SIPRequest;
import gov.nist.javax.sip.message.SIPResponse;
import gov.nist.javax.sip.stack.MessageChannel;
import gov.nist.javax.sip.stack.MessageProcessor;
import gov.nist.javax.sip.stack.SIPClientTransaction;
import gov.nist.javax.sip.stack.SIPDialog;
import gov.nist.javax.sip.stack.SIPServerTransaction;
import gov.nist.javax.sip.stack.SIPTransaction;
import gov.nist.javax.sip.stack.SIPTransactionEventListener;
import gov.nist.javax.sip.stack.ServerRequestInterface;
import gov.nist.javax.sip.stack.ServerResponseInterface;
import gov.nist.javax.sip.stack.StackMessageFactory;
import gov.nist.javax.sip.stack.timers.SipTimer;
import java.io.IOException;
import java.util.EnumMap;
import java.util.Map;
import java.util.Properties;
import javax.sip.IOExceptionEvent;
import javax.sip.InvalidArgumentException;
import javax.sip.ListeningPoint;
import javax.sip.ObjectInUseException;
import javax.sip.PeerUnavailableException;
import javax.sip.TransactionState;
import javax.sip.TransportNotSupportedException;

/**
 * The transaction layer of JAIN (RFC 3261 section 17) without what it has above and below: its {@link StackMessageFactory} is ours, so that
 * neither dialogs nor its event queue are involved, and so are its message processors, so that it opens no socket and starts no thread.
 */
final class TransactionLayer extends SipStackImpl {

    /** Told by the layer, while it holds the lock of the transaction. */
    interface Listener {
        /** A request has begun a transaction. */
        void began(JainRequest request, SIPServerTransaction transaction);

        /** A response has passed the filter of its transaction. */
        void responded(JainAnswer answer);

        /** A transaction is over and forgotten. */
        void ended(SIPTransaction transaction);
    }

    // JAIN reads it while it constructs itself, before it could be set here.
    private boolean threadOfEventsEnds;
    private final Listener listener;
    private final Map<Transport, MessageProcessor> processors = new EnumMap<>(Transport.class);

    TransactionLayer(SipTimer timer, Listener listener) throws PeerUnavailableException {
        super(properties());
        this.listener = listener;
        getTimer().stop();
        setTimer(timer);
        setMessageFactory(new Factory());
        setMessageProcessorFactory((stack, address, port, transport) -> {
            MessageProcessor processor = new FlowProcessor(address, port, transport, stack);
            processors.put(Transport.valueOf(transport), processor);
            return processor;
        });
        try {
            for (Transport transport : Transport.values()) {
                // An address that nobody has, so that no message seems to go to ourselves.
                ListeningPoint point = createListeningPoint("0.0.0.0", 5060, transport.name());
                createSipProvider(point);
            }
        } catch (TransportNotSupportedException | InvalidArgumentException | ObjectInUseException refused) {
            throw new IllegalStateException("the JAIN stack knows its own transports", refused);
        }
        endThreadOfEvents();
    }

    private static Properties properties() {
        Properties properties = new Properties();
        properties.setProperty("javax.sip.STACK_NAME", "parley");
        properties.setProperty("javax.sip.AUTOMATIC_DIALOG_SUPPORT", "off");
        properties.setProperty("gov.nist.javax.sip.AUTOMATIC_DIALOG_ERROR_HANDLING", "false");
        properties.setProperty("gov.nist.javax.sip.STACK_LOGGER", JainLog.class.getName());
        properties.setProperty("gov.nist.javax.sip.SERVER_LOGGER", JainMessageLog.class.getName());
        properties.setProperty("gov.nist.javax.sip.SECURITY_MANAGER_PROVIDER", JainKeys.class.getName());
        properties.setProperty("gov.nist.javax.sip.REENTRANT_LISTENER", "true");
        properties.setProperty("gov.nist.javax.sip.LINGER_TIMER", "0");
        // What only waits for retransmissions forgets its request.
        properties.setProperty("gov.nist.javax.sip.RELEASE_REFERENCES_STRATEGY", "Aggressive");
        return properties;
    }

    /** The thread is started by JAIN's constructor, waits for an event for ever, and would keep the process alive. */
    private void endThreadOfEvents() {
        getEventScanner().forceStop();
        SipProviderImpl any = getSipProviders().next();
        threadOfEventsEnds = true;
        any.handleEvent(new IOExceptionEvent(any, "nobody", 0, "none"), null);
        threadOfEventsEnds = false;
    }

    @Override
    public boolean isReEntrantListener() {
        return !threadOfEventsEnds;
    }

    MessageChannel channel(Flow flow, Runnable failed) {
        MessageProcessor processor = processors.get(flow.peer().transport());
        if (processor == null) {
            throw new IllegalStateException("no processor for " + flow.peer());
        }
        return new FlowChannel(processor, flow, failed);
    }

    /** Hands in a request that has come. */
    void receive(JainRequest request) {
        MessageChannel channel = channel(request.flow, () -> {});
        if (newSIPServerRequest(request, channel) instanceof SIPServerTransaction transaction) {
            try {
                transaction.processRequest(request, channel);
            } finally {
                transaction.releaseSem();
            }
        }
    }

    /** Hands in a response that has come; one without a transaction is dropped. */
    void receive(JainAnswer answer, Flow flow) {
        MessageChannel channel = channel(flow, () -> {});
        ServerResponseInterface found = newSIPServerResponse(answer, channel);
        if (found instanceof SIPTransaction transaction) {
            try {
                found.processResponse(answer, channel);
            } finally {
                transaction.releaseSem();
            }
        }
    }

    /** Whether there is a server transaction of that name. */
    boolean serves(String transaction) {
        return findTransaction(transaction, true) != null;
    }

    /** Whether there is an INVITE that was refused, and waits for its ACK or has had it. */
    boolean awaitsAck(String transaction) {
        SIPTransaction found = findTransaction(transaction, true);
        return found != null
                && (found.getInternalState() == TransactionState._COMPLETED
                        || found.getInternalState() == TransactionState._CONFIRMED);
    }

    /** Begins a client transaction by sending its request. */
    SIPClientTransaction begin(JainRequest request, Runnable failed, SIPTransactionEventListener listening)
            throws IOException {
        SIPClientTransaction transaction = createClientTransaction(request, channel(request.flow, failed));
        transaction.addEventListener(listening);
        addTransaction(transaction);
        transaction.sendMessage(request);
        return transaction;
    }

    /** JAIN would wait for a second here; there is nothing to stop but the timer, which is not ours either. */
    @Override
    public void stopStack() {}

    @Override
    public SIPServerTransaction createServerTransaction(MessageChannel channel) {
        return new ServerMachine(this, (FlowChannel) channel);
    }

    @Override
    public void removeTransaction(SIPTransaction transaction) {
        super.removeTransaction(transaction);
        listener.ended(transaction);
    }

    private final class Factory implements StackMessageFactory {

        @Override
        public ServerRequestInterface newSIPServerRequest(SIPRequest first, SIPTransaction transaction) {
            return (request, channel) -> {
                if (request instanceof JainRequest ours && transaction instanceof SIPServerTransaction server) {
                    try {
                        addTransaction(server);
                    } catch (IOException impossible) {
                        throw new IllegalStateException("a timer cannot be set", impossible);
                    }
                    listener.began(ours, server);
                }
            };
        }

        @Override
        public ServerResponseInterface newSIPServerResponse(SIPResponse first, MessageChannel channel) {
            return new ServerResponseInterface() {
                @Override
                public void processResponse(SIPResponse response, MessageChannel incoming, SIPDialog none) {
                    processResponse(response, incoming);
                }

                @Override
                public void processResponse(SIPResponse response, MessageChannel incoming) {
                    if (response instanceof JainAnswer answer) {
                        listener.responded(answer);
                    }
                }
            };
        }
    }
}
