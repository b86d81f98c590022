package io.parley.sip.network;

import io.parley.sip.message.SipRequest;
import io.parley.sip.message.SipResponse;
import io.parley.sip.stack.ClientTransaction;
import io.parley.sip.stack.Peer;
import io.parley.sip.stack.ResponseListener;
import io.parley.sip.stack.ServerTransaction;
import io.parley.sip.stack.SipHandler;
import io.parley.sip.stack.SipStack;
import io.parley.sip.stack.Target;
import io.parley.sip.stack.Transport;
import java.net.InetSocketAddress;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;

/** One of the stacks of an {@link InMemoryNetwork}. */
public final class InMemoryStack implements SipStack {

    private final InMemoryNetwork network;
    private final InetSocketAddress address;
    private final SipHandler handler;
    private List<X509Certificate> certificates = List.of();
    private boolean plugged = true;

    InMemoryStack(InMemoryNetwork network, InetSocketAddress address, SipHandler handler) {
        this.network = network;
        this.address = address;
        this.handler = handler;
    }

    /** Where it listens. */
    public InetSocketAddress address() {
        return address;
    }

    /** From now on nothing comes through, in neither direction, and nobody is told. */
    public void unplug() {
        plugged = false;
    }

    /** What it shows to whom it connects by TLS. */
    public void show(List<X509Certificate> shown) {
        certificates = List.copyOf(shown);
    }

    /** Closes all connections, and stays where it is. */
    public void hangUp() {
        network.disconnect(this);
    }

    void disconnected(long connection) {
        if (plugged) {
            handler.disconnected(connection);
        }
    }

    boolean isPlugged() {
        return plugged;
    }

    List<X509Certificate> certificates() {
        return certificates;
    }

    @Override
    public Optional<InetSocketAddress> listening(Transport transport) {
        return Optional.of(address);
    }

    @Override
    public ClientTransaction send(SipRequest request, Target target, ResponseListener listener) {
        Optional<Path> path = network.path(this, target);
        if (path.isEmpty() && target.transport().isReliable()) {
            network.later(network.now(), () -> listener.failed(ResponseListener.Failure.UNREACHABLE));
            return () -> {};
        }
        Path taken = path.orElseGet(() -> new Path(
                this, new InMemoryStack(network, target.address(), new Nobody()), Transport.UDP, Optional.empty()));
        SipRequest written = written(request, taken);
        Exchange exchange = new Exchange(network, taken, written, listener);
        network.note(taken, written);
        exchange.begin(path.isPresent());
        return exchange;
    }

    @Override
    public void sendOnce(SipRequest request, Target target) {
        network.path(this, target).ifPresent(path -> {
            SipRequest written = written(request, path);
            network.note(path, written);
            if (request.method().equals("ACK")) {
                network.once(path, () -> path.to().handler.acknowledged(written, path.sender()));
            } else {
                // What comes twice has the same branch, and the second is dropped.
                Exchange exchange = new Exchange(network, path, written, new Deaf());
                network.once(path, exchange::receivedOnce);
            }
        });
    }

    private SipRequest written(SipRequest request, Path path) {
        String via = "SIP/2.0/" + path.transport() + " " + address.getHostString() + ":" + address.getPort()
                + ";branch=" + network.branch();
        SipRequest routed = request.with("Via", via);
        return routed.header("Max-Forwards").isPresent() ? routed : routed.with("Max-Forwards", "70");
    }

    void received(Exchange exchange) {
        try {
            handler.received(exchange);
        } catch (RuntimeException | Error thrown) {
            exchange.respond(SipResponse.of(500, "Server Internal Error"));
            throw thrown;
        }
    }

    @Override
    public void close() {
        network.remove(this);
        plugged = false;
    }

    /** Drops whatever it hears. */
    private record Deaf() implements ResponseListener {
        @Override
        public void responded(SipResponse response, Peer peer) {}

        @Override
        public void failed(Failure failure) {}
    }

    /** Hears nothing. */
    private record Nobody() implements SipHandler {
        @Override
        public void received(ServerTransaction transaction) {}

        @Override
        public void acknowledged(SipRequest ack, Peer peer) {}
    }
}
