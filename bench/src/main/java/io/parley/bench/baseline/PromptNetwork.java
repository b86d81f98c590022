package io.parley.bench.baseline;

import gov.nist.core.net.DefaultNetworkLayer;
import gov.nist.core.net.NetworkLayer;
import gov.nist.javax.sip.SipStackImpl;
import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;

/**
 * The sockets of JAIN-SIP without Nagle's algorithm, which would have the bare agent wait for acknowledgements of TCP. Public because the
 * stack makes it by its name.
 */
public final class PromptNetwork implements NetworkLayer {

    private static final NetworkLayer USUAL = DefaultNetworkLayer.SINGLETON;

    /** Called by the JAIN stack. */
    public PromptNetwork() {}

    private static <S extends Socket> S prompt(S socket) throws SocketException {
        socket.setTcpNoDelay(true);
        return socket;
    }

    @Override
    public ServerSocket createServerSocket(int port, int backlog, InetAddress address) throws IOException {
        return new ServerSocket(port, backlog, address) {
            @Override
            public Socket accept() throws IOException {
                return prompt(super.accept());
            }
        };
    }

    @Override
    public SSLServerSocket createSSLServerSocket(int port, int backlog, InetAddress address) throws IOException {
        return USUAL.createSSLServerSocket(port, backlog, address);
    }

    @Override
    public Socket createSocket(InetAddress address, int port) throws IOException {
        return prompt(USUAL.createSocket(address, port));
    }

    @Override
    public Socket createSocket(InetAddress address, int port, InetAddress own) throws IOException {
        return prompt(USUAL.createSocket(address, port, own));
    }

    @Override
    public Socket createSocket(InetAddress address, int port, InetAddress own, int ownPort) throws IOException {
        return prompt(USUAL.createSocket(address, port, own, ownPort));
    }

    @Override
    public SSLSocket createSSLSocket(InetAddress address, int port) throws IOException {
        return prompt(USUAL.createSSLSocket(address, port));
    }

    @Override
    public SSLSocket createSSLSocket(InetAddress address, int port, InetAddress own) throws IOException {
        return prompt(USUAL.createSSLSocket(address, port, own));
    }

    @Override
    public DatagramSocket createDatagramSocket() throws SocketException {
        return USUAL.createDatagramSocket();
    }

    @Override
    public DatagramSocket createDatagramSocket(int port, InetAddress address) throws SocketException {
        return USUAL.createDatagramSocket(port, address);
    }

    @Override
    public void setSipStack(SipStackImpl stack) {
        USUAL.setSipStack(stack);
    }
}
