package io.parley.bench.baseline;

import io.parley.sip.stack.JainLog;
import io.parley.sip.stack.JainMessageLog;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Properties;
import java.util.TooManyListenersException;
import javax.sip.ListeningPoint;
import javax.sip.SipException;
import javax.sip.SipFactory;
import javax.sip.SipProvider;
import javax.sip.SipStack;

/**
 * The limit of SIP: a user agent on JAIN-SIP, its dialogs and its own sockets. It gives the answers that a focus gives, and has no conference;
 * {@link SipAnswers} says which.
 */
public final class SipAgent {

    private static final String HOST = "127.0.0.1";

    private SipAgent() {}

    /** Serves until the process ends. */
    public static void main(String[] arguments) throws Exception {
        SipFactory factory = SipFactory.getInstance();
        factory.setPathName("gov.nist");
        int udp = listen(factory, ListeningPoint.UDP);
        int tcp = listen(factory, ListeningPoint.TCP);
        System.out.println("READY sip-udp=" + HOST + ":" + udp + " sip-tcp=" + HOST + ":" + tcp);
        Thread.currentThread().join();
    }

    private static Properties properties(String transport) {
        Properties properties = new Properties();
        properties.setProperty("javax.sip.STACK_NAME", "bare-" + transport);
        properties.setProperty("gov.nist.javax.sip.STACK_LOGGER", JainLog.class.getName());
        properties.setProperty("gov.nist.javax.sip.SERVER_LOGGER", JainMessageLog.class.getName());
        properties.setProperty("gov.nist.javax.sip.NETWORK_LAYER", PromptNetwork.class.getName());
        properties.setProperty("gov.nist.javax.sip.REENTRANT_LISTENER", "true");
        properties.setProperty("gov.nist.javax.sip.THREAD_POOL_SIZE", "8");
        properties.setProperty("gov.nist.javax.sip.RECEIVE_UDP_BUFFER_SIZE", "4194304");
        properties.setProperty("gov.nist.javax.sip.MAX_LISTENER_RESPONSE_TIME", "60");
        return properties;
    }

    /** A stack takes one listener only, and a listener has one address: so each transport has a stack of its own. */
    private static int listen(SipFactory factory, String transport)
            throws SipException, TooManyListenersException, IOException {
        int port = freePort();
        try {
            SipStack stack = factory.createSipStack(properties(transport));
            SipProvider provider = stack.createSipProvider(stack.createListeningPoint(HOST, port, transport));
            provider.addSipListener(new SipAnswers(
                    provider,
                    factory.createMessageFactory(),
                    factory.createHeaderFactory(),
                    factory.createAddressFactory()
                            .createAddress("<sip:focus@" + HOST + ":" + port + ";transport=" + transport + ">")));
        } catch (java.text.ParseException | javax.sip.InvalidArgumentException own) {
            throw new IllegalStateException(own);
        }
        return port;
    }

    /** JAIN-SIP takes no port 0. */
    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
