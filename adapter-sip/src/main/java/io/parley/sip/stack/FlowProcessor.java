package io.parley.sip.stack;

import gov.nist.core.HostPort;
import gov.nist.javax.sip.stack.MessageChannel;
import gov.nist.javax.sip.stack.MessageProcessor;
import gov.nist.javax.sip.stack.SIPTransactionStack;
import java.io.IOException;
import java.net.InetAddress;

/**
 * The transport layer as JAIN knows it, one for each transport: a name only. Sockets, connections and reading are the matter of
 * {@link Transports}, which hands in what has come, and choosing a {@link Flow} that of {@link JainSipStack}.
 */
final class FlowProcessor extends MessageProcessor {

    FlowProcessor(InetAddress address, int port, String transport, SIPTransactionStack stack) {
        super(address, port, transport, stack);
    }

    @Override
    public SIPTransactionStack getSIPStack() {
        return sipStack;
    }

    @Override
    public MessageChannel createMessageChannel(HostPort target) throws IOException {
        throw new IOException("a channel comes with its transaction");
    }

    @Override
    public MessageChannel createMessageChannel(InetAddress target, int port) throws IOException {
        throw new IOException("a channel comes with its transaction");
    }

    @Override
    public void start() {}

    @Override
    public void stop() {}

    @Override
    public int getDefaultTargetPort() {
        return isSecure() ? 5061 : 5060;
    }

    @Override
    public boolean isSecure() {
        return getTransport().equals(Transport.TLS.name());
    }

    @Override
    public int getMaximumMessageSize() {
        return Integer.MAX_VALUE;
    }

    @Override
    public boolean inUse() {
        return true;
    }
}
