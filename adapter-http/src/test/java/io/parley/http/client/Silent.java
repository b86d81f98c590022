package io.parley.http.client;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** A server that takes one connection, reads a request, and never answers it. */
final class Silent implements AutoCloseable {

    private final ServerSocket acceptor;
    private final CompletableFuture<Void> asked = new CompletableFuture<>();
    private final CompletableFuture<Boolean> ended = new CompletableFuture<>();

    Silent() {
        try {
            acceptor = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        Thread serving = new Thread(this::serve, "silent");
        serving.setDaemon(true);
        serving.start();
    }

    private void serve() {
        try (Socket socket = acceptor.accept()) {
            InputStream in = socket.getInputStream();
            StringBuilder read = new StringBuilder();
            for (int b = in.read(); b >= 0; b = in.read()) {
                read.append((char) b);
                if (read.indexOf("</ccmp:ccmpRequest>") > 0) {
                    asked.complete(null);
                }
            }
            ended.complete(true);
        } catch (IOException reset) {
            ended.complete(true);
        }
    }

    URI uri() {
        return URI.create("http://127.0.0.1:" + acceptor.getLocalPort() + "/");
    }

    /** Waits for the whole request. */
    void awaitRequest() {
        asked.orTimeout(10, TimeUnit.SECONDS).join();
    }

    /** Waits for the client to close the connection. */
    boolean isLeft() {
        return ended.completeOnTimeout(false, 10, TimeUnit.SECONDS).join();
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
