package io.parley.sip.stack;

import io.netty.pkitesting.X509Bundle;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.UnaryOperator;
import javax.net.ssl.SSLContext;

/** Real stacks on the loopback interface, closed together. */
final class Loopback implements AutoCloseable {

    private static final X509Bundle AUTHORITY = Identity.authority();
    private static final SSLContext KEYS = Identity.of(AUTHORITY, "localhost");

    private final List<JainSipStack> stacks = new ArrayList<>();

    static InetSocketAddress anyPort() {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    }

    /** One that listens by {@code transport}. */
    JainSipStack open(Transport transport, SipHandler handler) {
        return open(handler, builder -> listening(builder, transport));
    }

    static JainSipStackBuilder listening(JainSipStackBuilder builder, Transport transport) {
        return switch (transport) {
            case UDP -> builder.udp(anyPort());
            case TCP -> builder.tcp(anyPort());
            case TLS -> builder.keys(() -> KEYS, ClientCertificates.NONE).tls(anyPort());
        };
    }

    JainSipStack open(SipHandler handler, UnaryOperator<JainSipStackBuilder> description) {
        JainSipStack stack =
                description.apply(JainSipStack.builder(handler).threads(1)).build();
        stacks.add(stack);
        return stack;
    }

    @Override
    public void close() {
        Collections.reverse(stacks);
        stacks.forEach(JainSipStack::close);
    }
}
