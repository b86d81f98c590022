package io.parley.sip.stack;

import gov.nist.javax.sip.message.SIPMessage;
import gov.nist.javax.sip.stack.MessageChannel;
import gov.nist.javax.sip.stack.MessageProcessor;
import gov.nist.javax.sip.stack.RawMessageChannel;
import gov.nist.javax.sip.stack.SIPTransactionStack;
import java.io.IOException;
import java.net.InetAddress;

/** A {@link Flow} as the transaction layer of JAIN wants it. */
final class FlowChannel extends MessageChannel implements RawMessageChannel {

    private final Flow flow;
    private final Runnable failed;

    /** A channel; {@code failed} is run when something cannot be sent by it. */
    FlowChannel(MessageProcessor processor, Flow flow, Runnable failed) {
        this.messageProcessor = processor;
        this.flow = flow;
        this.failed = failed;
    }

    @Override
    public void sendMessage(SIPMessage message) {
        send(message instanceof Wire wire ? wire.bytes() : message.encodeAsBytes(getTransport()));
    }

    void send(byte[] message) {
        flow.send(message, failed);
    }

    @Override
    public void sendMessage(SIPMessage message, InetAddress receiver, int port) {
        sendMessage(message);
    }

    @Override
    protected void sendMessage(byte[] message, InetAddress receiver, int port, boolean reconnect) {
        send(message);
    }

    @Override
    public void processMessage(SIPMessage message) throws IOException {
        throw new IOException("messages to ourselves go by the network as all others do");
    }

    /** Connections live as long as their peers want, whatever becomes of transactions. */
    @Override
    public void close() {}

    @Override
    public SIPTransactionStack getSIPStack() {
        return getMessageProcessor().getSIPStack();
    }

    @Override
    public String getTransport() {
        return flow.peer().transport().name();
    }

    @Override
    public boolean isReliable() {
        return flow.peer().transport().isReliable();
    }

    @Override
    public boolean isSecure() {
        return flow.peer().transport() == Transport.TLS;
    }

    @Override
    public String getPeerAddress() {
        return getPeerInetAddress().getHostAddress();
    }

    @Override
    protected InetAddress getPeerInetAddress() {
        return flow.peer().address().getAddress();
    }

    @Override
    protected String getPeerProtocol() {
        return getTransport();
    }

    @Override
    public int getPeerPort() {
        return flow.peer().address().getPort();
    }

    @Override
    public int getPeerPacketSourcePort() {
        return getPeerPort();
    }

    @Override
    public InetAddress getPeerPacketSourceAddress() {
        return getPeerInetAddress();
    }

    @Override
    public String getKey() {
        return getKey(getPeerInetAddress(), getPeerPort(), getTransport());
    }

    @Override
    public String getViaHost() {
        return getHost();
    }

    @Override
    public int getViaPort() {
        return getPort();
    }
}
