package io.parley.http.client;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import io.parley.ccmp.CcmpRequest;
import io.parley.ccmp.CcmpResponse;
import io.parley.ccmp.ResponseCode;
import io.parley.codec.xml.CcmpCodec;
import io.parley.codec.xml.Dialect;
import io.parley.codec.xml.Limits;
import io.parley.codec.xml.Reading;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;

/**
 * A server that answers as it is told, once each in that order, and afterwards with CCMP's 200 to everything. It remembers what it saw.
 */
final class Stub implements AutoCloseable {

    private static final CcmpCodec CODEC = new CcmpCodec(Limits.defaults());

    /** A request as it came. Names of fields are as the JDK's server spells them. */
    record Seen(String method, URI uri, Map<String, List<String>> fields, byte[] bytes) {

        String field(String name) {
            List<String> values = fields.getOrDefault(name, List.of());
            if (values.size() > 1) {
                throw new AssertionError(name + " comes " + values.size() + " times");
            }
            return values.isEmpty() ? null : values.get(0);
        }

        String body() {
            return new String(bytes, StandardCharsets.UTF_8);
        }

        CcmpRequest request() {
            return CODEC.readRequest(bytes) instanceof Reading.Read read ? read.request() : null;
        }
    }

    /** What it answers; fields are names and values in turn. */
    record Answering(int status, byte[] body, String... fields) {}

    private final HttpServer server;
    private final String scheme;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<Seen> seen = new CopyOnWriteArrayList<>();
    private final Queue<Function<Seen, Answering>> script = new ArrayDeque<>();

    private Stub(HttpServer server, String scheme) {
        this.server = server;
        this.scheme = scheme;
        server.setExecutor(threads);
        server.createContext("/", this::handle);
        server.start();
    }

    /** One in clear text. */
    static Stub http() {
        try {
            return new Stub(HttpServer.create(loopback(), 0), "http");
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** One over TLS, who shows that certificate. */
    static Stub https(TestIdentity identity) {
        try {
            HttpsServer server = HttpsServer.create(loopback(), 0);
            server.setHttpsConfigurator(new HttpsConfigurator(identity.context()));
            return new Stub(server, "https");
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static InetSocketAddress loopback() {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    }

    InetSocketAddress address() {
        return server.getAddress();
    }

    URI uri() {
        return uri("127.0.0.1");
    }

    URI uri(String host) {
        return URI.create(scheme + "://" + host + ":" + address().getPort() + "/Xcon/Ccmp");
    }

    synchronized Stub answers(Function<Seen, Answering> answer) {
        script.add(answer);
        return this;
    }

    /** An answer of HTTP alone. */
    Stub answers(int status, String... fields) {
        return answers(any -> new Answering(status, new byte[0], fields));
    }

    /** A response of CCMP. */
    Stub responds(Function<CcmpRequest, CcmpResponse> response) {
        return answers(request -> ccmp(response.apply(request.request())));
    }

    Stub responds(ResponseCode code) {
        return responds(request -> CcmpResponse.to(request, code, "because"));
    }

    static Answering ccmp(CcmpResponse response) {
        return new Answering(
                200, CODEC.writeResponse(response, Dialect.RFC_6503), "Content-Type", "application/ccmp+xml");
    }

    List<Seen> seen() {
        return List.copyOf(seen);
    }

    /** The only request that came. */
    Seen only() {
        if (seen.size() != 1) {
            throw new AssertionError(seen.size() + " requests came");
        }
        return seen.get(0);
    }

    private void handle(HttpExchange exchange) throws IOException {
        Seen request = new Seen(
                exchange.getRequestMethod(),
                exchange.getRequestURI(),
                Map.copyOf(exchange.getRequestHeaders()),
                exchange.getRequestBody().readAllBytes());
        seen.add(request);
        Function<Seen, Answering> next;
        synchronized (this) {
            next = script.isEmpty()
                    ? it -> ccmp(CcmpResponse.to(it.request(), ResponseCode.SUCCESS, "Success"))
                    : script.remove();
        }
        Answering answer = next.apply(request);
        for (int i = 0; i < answer.fields().length; i += 2) {
            exchange.getResponseHeaders().add(answer.fields()[i], answer.fields()[i + 1]);
        }
        exchange.sendResponseHeaders(answer.status(), answer.body().length == 0 ? -1 : answer.body().length);
        exchange.getResponseBody().write(answer.body());
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
