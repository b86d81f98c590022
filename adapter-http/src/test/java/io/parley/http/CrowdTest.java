package io.parley.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.spec.Requirement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** More clients than there is room for, over real sockets: the good ones are served, and nothing stays behind. */
class CrowdTest {

    private final Echo echo = new Echo();
    private CcmpHttpServer server;

    private void start(CcmpHttpServerBuilder builder) {
        server = builder.build();
        server.start();
    }

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    @Requirement("CCMP-D10-05")
    void anyNumberOfSilentAndSlowConnectionsKeepsNobodyOut() {
        start(echo.server().maxConnections(10));
        List<Wire> slow = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            slow.add(new Wire(server.address()));
            if (i % 2 == 0) {
                slow.get(i).send("POST /Xcon/Ccmp HTTP/1.1\r\nHo");
            }
            if (i % 10 == 9) {
                try (Wire good = new Wire(server.address())) {
                    assertThat(good.send(Post.of("good")).answer().status()).isEqualTo(200);
                }
            }
        }
        assertThat(echo.seen()).hasSize(10);
        assertThat(server.seats().taken()).isLessThanOrEqualTo(10);
        slow.forEach(Wire::close);
        awaitEmpty();
    }

    @Test
    void bodiesThatNeverEndAreNotHeldWhenOthersNeedTheRoom() {
        start(echo.server().bounds(ServerBounds.defaults().heldBytes(100_000)));
        List<Wire> slow = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            String begun = Post.of("x".repeat(30_000));
            slow.add(new Wire(server.address()).send(begun.substring(0, begun.length() - 1)));
        }
        try (Wire good = new Wire(server.address())) {
            assertThat(good.send(Post.of("y".repeat(50_000))).answer().status()).isEqualTo(200);
        }
        assertThat(server.seats().held()).isLessThanOrEqualTo(100_000);
        assertThat(server.seats().taken()).as("those who had to leave").isLessThan(10);
        slow.forEach(Wire::close);
        awaitEmpty();
        assertThat(server.seats().held()).isZero();
    }

    private void awaitEmpty() {
        long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (server.seats().taken() > 0 && System.nanoTime() < end) {
            Thread.onSpinWait();
        }
        assertThat(server.seats().taken()).isZero();
    }

    @Test
    @Requirement("CCMP-D10-06")
    void aSenderWithTooManyRequestsIsToldToWait() {
        AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2030-01-01T00:00:00Z"));
        start(echo.server().clock(now::get).bounds(ServerBounds.defaults().requestsOfOne(5)));
        try (Wire one = new Wire(server.address());
                Wire two = new Wire(server.address())) {
            List<Integer> statuses = new ArrayList<>();
            for (int i = 0; i < 20; i++) {
                Answer answer = (i % 2 == 0 ? one : two).send(Post.of("hello")).answer();
                statuses.add(answer.status());
                assertThat(answer.field("retry-after")).isEqualTo(answer.status() == 429 ? "1" : null);
                assertThat(answer.closes()).isFalse();
            }
            assertThat(statuses.subList(0, 5)).containsOnly(200);
            assertThat(statuses.subList(5, 20)).containsOnly(429);
            try (Wire other = new Wire("127.0.0.2", server.address())) {
                assertThat(other.send(Post.of("hello")).answer().status()).isEqualTo(200);
            }
            now.updateAndGet(it -> it.plusSeconds(1));
            assertThat(one.send(Post.of("hello")).answer().status()).isEqualTo(200);
        }
        assertThat(echo.seen()).hasSize(7);
    }

    @Test
    void aConnectionMayHaveALimitOfItsOwn() {
        start(echo.server()
                .bounds(ServerBounds.defaults().requestsOfConnection(1))
                .clock(() -> Instant.EPOCH));
        try (Wire one = new Wire(server.address());
                Wire two = new Wire(server.address())) {
            assertThat(one.send(Post.of("hello")).answer().status()).isEqualTo(200);
            assertThat(one.send(Post.of("hello")).answer().status()).isEqualTo(429);
            assertThat(two.send(Post.of("hello")).answer().status()).isEqualTo(200);
        }
    }

    @Test
    void whenTheWorkersTakeNoMoreTheAnswerIs503() {
        start(echo.server().executor(task -> {
            throw new RejectedExecutionException("full");
        }));
        try (Wire wire = new Wire(server.address())) {
            Answer answer = wire.send(Post.of("hello")).answer();
            assertThat(answer.status()).isEqualTo(503);
            assertThat(answer.field("retry-after")).isEqualTo("2");
        }
        assertThat(echo.seen()).isEmpty();
    }
}
