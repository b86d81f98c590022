package io.parley.examples.server;

import io.parley.ports.in.CcmpService;
import java.net.URI;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;

/** The story of RFC 6503 section 6 comes to the same whatever lies between Alice and the engine. */
class Rfc6503Section6Test {

    private static ServerPlan plan() {
        return new ServeOptions().listeningOn("127.0.0.1:0").plan();
    }

    /** Nothing but a method call. */
    @Nested
    class InMemory implements Story {

        @Override
        public CcmpService service() {
            return Server.parley(plan()).ccmp();
        }
    }

    /** XML in POST requests over a connection. */
    @Nested
    class OverHttp implements Story {

        private Server server;
        private CcmpOverHttp client;

        @BeforeEach
        void start() {
            server = Server.start(plan());
            client = new CcmpOverHttp(URI.create("http://" + server.http() + "/Xcon/Ccmp"));
        }

        @AfterEach
        void end() {
            client.close();
            server.close();
        }

        @Override
        public CcmpService service() {
            return client;
        }
    }
}
