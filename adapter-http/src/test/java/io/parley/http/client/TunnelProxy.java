package io.parley.http.client;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A proxy that opens ways to servers (CONNECT) to those who show what it wants. */
final class TunnelProxy implements AutoCloseable {

    private final ServerSocket acceptor;
    private final String wanted;
    private final List<String> seen = new CopyOnWriteArrayList<>();

    /** One that wants {@code wanted} in {@code Proxy-Authorization}, or nothing. */
    TunnelProxy(String wanted) {
        this.wanted = wanted;
        try {
            acceptor = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        run(() -> {
            while (true) {
                Socket client = acceptor.accept();
                run(() -> serve(client));
            }
        });
    }

    private interface Task {
        void run() throws IOException;
    }

    private static void run(Task task) {
        Thread thread = new Thread(
                () -> {
                    try {
                        task.run();
                    } catch (IOException over) {
                        // One of the two has closed.
                    }
                },
                "proxy");
        thread.setDaemon(true);
        thread.start();
    }

    private void serve(Socket client) throws IOException {
        try (client) {
            StringBuilder head = new StringBuilder();
            InputStream in = client.getInputStream();
            while (head.indexOf("\r\n\r\n") < 0) {
                head.append((char) in.read());
            }
            seen.add(head.toString());
            OutputStream out = client.getOutputStream();
            if (!wanted.isEmpty() && head.indexOf("proxy-authorization: " + wanted + "\r\n") < 0) {
                out.write(("HTTP/1.1 407 Proxy Authentication Required\r\nContent-Length: 0\r\n"
                                + "Proxy-Authenticate: Basic realm=\"proxy\"\r\n\r\n")
                        .getBytes(StandardCharsets.US_ASCII));
                return;
            }
            String[] target = head.toString().split(" ")[1].split(":");
            // The name is looked up here, where a proxy does.
            try (Socket server = new Socket(InetAddress.getLoopbackAddress(), Integer.parseInt(target[1]))) {
                out.write("HTTP/1.1 200 Connection established\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
                run(() -> server.getInputStream().transferTo(out));
                in.transferTo(server.getOutputStream());
            }
        }
    }

    InetSocketAddress address() {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), acceptor.getLocalPort());
    }

    /** The heads of the requests that came. */
    List<String> seen() {
        return List.copyOf(seen);
    }

    @Override
    public void close() {
        try {
            acceptor.close();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
