package io.parley.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.spec.Requirement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Ten connections and no more. */
@Requirement("CCMP-D10-05")
class ConnectionLimitTest {

    private final Echo echo = new Echo();
    private final CcmpHttpServer server =
            echo.server().maxConnections(10).retryAfter(Duration.ofSeconds(7)).build();
    private final List<Wire> ten = new ArrayList<>();

    @BeforeEach
    void connect() {
        server.start();
        for (int i = 0; i < 10; i++) {
            ten.add(new Wire(server.address()));
            assertThat(ten.get(i).send(Post.of("hello")).answer().status()).isEqualTo(200);
        }
    }

    @AfterEach
    void close() {
        ten.forEach(Wire::close);
        server.close();
    }

    @Test
    void theEleventhIsTurnedAwayAndTheTenStillWork() {
        for (int i = 0; i < 3; i++) {
            try (Wire eleventh = new Wire(server.address())) {
                Answer answer = eleventh.send(Post.of("unheard")).answer();
                assertThat(answer.status()).isEqualTo(503);
                assertThat(answer.field("retry-after")).isEqualTo("7");
                assertThat(answer.field("cache-control")).isEqualTo("no-store");
                assertThat(answer.closes()).isTrue();
                assertThat(eleventh.ends()).isTrue();
            }
        }
        for (Wire wire : ten) {
            assertThat(wire.send(Post.of("hello")).answer().status()).isEqualTo(200);
        }
        assertThat(echo.seen()).hasSize(20).containsOnly("hello");
    }

    @Test
    void aConnectionThatEndsMakesRoom() {
        Answer last = ten.get(0).send(Post.with("Connection: close\r\n", "bye")).answer();
        assertThat(last.closes()).isTrue();
        ten.get(0).close();
        long end = System.nanoTime() + Duration.ofSeconds(5).toNanos();
        int status = 503;
        while (status == 503 && System.nanoTime() < end) {
            try (Wire next = new Wire(server.address())) {
                status = next.send(Post.of("hello")).answer().status();
            }
        }
        assertThat(status).isEqualTo(200);
    }
}
