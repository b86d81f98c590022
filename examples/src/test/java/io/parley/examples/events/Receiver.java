package io.parley.examples.events;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.IntPredicate;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Receives call-backs as anybody would who read the operator's guide: checks the signature, and acknowledges what it has kept. */
public final class Receiver implements AutoCloseable {

    public static final String SECRET = "0123456789abcdef";

    /** A call-back that came. */
    public record Received(long sequence, String event, String body, boolean genuine, boolean acknowledged) {}

    private final HttpServer server;
    private final IntPredicate acknowledges;
    private final List<Received> received = new ArrayList<>();
    private final CompletableFuture<List<Received>> complete = new CompletableFuture<>();

    /** Acknowledges of the attempts, by their number, those that {@code acknowledges} says. */
    public Receiver(IntPredicate acknowledges) throws IOException {
        this.acknowledges = acknowledges;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 50);
        server.createContext("/hook", this::receive);
        server.start();
    }

    public int port() {
        return server.getAddress().getPort();
    }

    /** All that came, when the end of the conference has been acknowledged. */
    public CompletableFuture<List<Received>> complete() {
        return complete;
    }

    private void receive(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        boolean acknowledged = acknowledges.test(received.size());
        Received last = new Received(
                Long.parseLong(exchange.getRequestHeaders().getFirst("Parley-Sequence")),
                exchange.getRequestHeaders().getFirst("Parley-Event"),
                new String(body, StandardCharsets.UTF_8),
                isGenuine(exchange, body),
                acknowledged);
        received.add(last);
        exchange.sendResponseHeaders(acknowledged ? 204 : 503, -1);
        exchange.close();
        if (acknowledged && last.event().equals("deleted")) {
            complete.complete(List.copyOf(received));
        }
    }

    private static boolean isGenuine(HttpExchange exchange, byte[] body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            String prefix = exchange.getRequestHeaders().getFirst("Parley-Timestamp") + "."
                    + exchange.getRequestHeaders().getFirst("Parley-Sequence") + ".";
            mac.update(prefix.getBytes(StandardCharsets.UTF_8));
            String expected = "v1=" + HexFormat.of().formatHex(mac.doFinal(body));
            return MessageDigest.isEqual(
                    expected.getBytes(StandardCharsets.UTF_8),
                    exchange.getRequestHeaders().getFirst("Parley-Signature").getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
