package io.parley.examples.server;

import io.parley.ccmp.CcmpResponse;
import io.parley.codec.xml.CcmpCodec;
import io.parley.codec.xml.Limits;
import io.parley.codec.xml.Reading;
import io.parley.ports.in.CcmpService;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Nested;

/** The call flows of RFC 6504 come to the same whatever lies between the client and the engine. */
class Rfc6504Test {

    private static ServerPlan plan() {
        return new ServeOptions().listeningOn("127.0.0.1:0").plan();
    }

    /** The codec and method calls. */
    @Nested
    class InMemory implements CallFlows {

        private final CcmpCodec codec = new CcmpCodec(Limits.defaults());
        private final CcmpService service = Server.parley(plan()).ccmp();
        private final Conversation conversation = new Conversation(this::answer);

        @Override
        public Conversation conversation() {
            return conversation;
        }

        private byte[] answer(byte[] request) {
            if (codec.readRequest(request) instanceof Reading.Read read) {
                CcmpResponse response = service.handle(read.request());
                return codec.writeResponse(response, read.dialect());
            }
            throw new IllegalArgumentException("a message of the RFC is not understood");
        }
    }

    /** POST requests over a connection. */
    @Nested
    class OverHttp implements CallFlows {

        private final Server server = Server.start(plan());
        private final HttpClient client = HttpClient.newHttpClient();
        private final Conversation conversation = new Conversation(this::answer);

        @AfterAll
        void end() {
            server.close();
        }

        @Override
        public Conversation conversation() {
            return conversation;
        }

        private byte[] answer(byte[] request) {
            HttpRequest post = HttpRequest.newBuilder(URI.create("http://" + server.http() + "/Xcon/Ccmp"))
                    .header("Content-Type", "application/ccmp+xml")
                    .POST(HttpRequest.BodyPublishers.ofByteArray(request))
                    .build();
            try {
                return client.send(post, HttpResponse.BodyHandlers.ofByteArray())
                        .body();
            } catch (IOException broken) {
                throw new UncheckedIOException(broken);
            } catch (InterruptedException hurried) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(hurried);
            }
        }
    }
}
