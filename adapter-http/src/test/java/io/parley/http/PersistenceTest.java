package io.parley.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.spec.Requirement;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Connections that stay, pipelining, and connections that end. */
class PersistenceTest {

    private static final String TEN =
            IntStream.range(0, 10).mapToObj(i -> Post.of("request " + i)).collect(Collectors.joining());
    private static final List<String> TEN_ANSWERS =
            IntStream.range(0, 10).mapToObj(i -> "<request " + i + ">").toList();

    private final Echo echo = new Echo();

    @Test
    @Requirement("CCMP-9-28")
    void tenRequestsAtOnceAreAnsweredInOrder() {
        tenInOrder(echo.server());
    }

    @Test
    @Requirement("CCMP-9-28")
    void tenRequestsAtOnceAreAnsweredInOrderOnAnExecutor() {
        ExecutorService threads = Executors.newFixedThreadPool(4);
        AtomicInteger running = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        Exchange counting = (body, origin) -> {
            most.accumulateAndGet(running.incrementAndGet(), Math::max);
            Thread.yield();
            running.decrementAndGet();
            return echo.answer(body, origin);
        };
        try {
            tenInOrder(echo.server().exchange(counting).executor(threads));
            assertThat(most).as("requests of one connection at a time").hasValue(1);
        } finally {
            threads.shutdown();
        }
    }

    private static void tenInOrder(CcmpHttpServerBuilder builder) {
        try (CcmpHttpServer server = builder.build()) {
            server.start();
            try (Wire wire = new Wire(server.address())) {
                wire.send(TEN);
                for (String expected : TEN_ANSWERS) {
                    assertThat(wire.answer().body()).isEqualTo(expected);
                }
                assertThat(wire.send(Post.of("still open")).answer().status()).isEqualTo(200);
            }
        }
    }

    @Test
    void oneRequestOfAConnectionIsWorkedOnAtATime() {
        Later later = new Later();
        try (Pipe pipe = new Pipe(echo.server().executor(later))) {
            pipe.send(TEN);
            for (int i = 0; i < 10; i++) {
                assertThat(pipe.answers()).isEmpty();
                assertThat(later.waiting()).isEqualTo(1);
                later.runNext();
                assertThat(pipe.answer().body()).isEqualTo("<request " + i + ">");
            }
            assertThat(later.waiting()).isZero();
        }
    }

    @Test
    void aRefusalWaitsForItsTurn() {
        Later later = new Later();
        try (Pipe pipe = new Pipe(echo.server().executor(later))) {
            pipe.send(Post.of("first") + "nonsense\r\n\r\n");
            assertThat(pipe.answers()).isEmpty();
            later.runNext();
            assertThat(pipe.answers()).extracting(Answer::status).containsExactly(200, 400);
        }
    }

    @Test
    void aThousandRequestsAtOnceNeedNoDeepStack() {
        try (Pipe pipe = new Pipe(echo.server())) {
            pipe.send(Post.of("x").repeat(5000));
            assertThat(pipe.answers()).hasSize(5000);
        }
    }

    @Test
    @Requirement("CCMP-9-30")
    void aConnectionEndsAsTheClientWishes() {
        ends(Post.with("Connection: close\r\n", "last"));
        ends(Post.with("Connection: x, Close\r\n", "last"));
        ends("POST /Xcon/Ccmp HTTP/1.0\r\nContent-Type: application/ccmp+xml\r\nContent-Length: 4\r\n\r\nlast");
    }

    private void ends(String request) {
        try (CcmpHttpServer server = echo.server().build()) {
            server.start();
            try (Wire wire = new Wire(server.address())) {
                Answer answer = wire.send(request + Post.of("unheard")).answer();
                assertThat(answer.status()).isEqualTo(200);
                assertThat(answer.body()).isEqualTo("<last>");
                assertThat(answer.closes()).isTrue();
                assertThat(wire.ends()).isTrue();
            }
        }
        assertThat(echo.seen()).containsOnly("last");
    }

    @Test
    void anHttp10ClientThatAsksForItKeepsItsConnection() {
        String request = "POST /Xcon/Ccmp HTTP/1.0\r\nContent-Type: application/ccmp+xml\r\n"
                + "Connection: keep-alive\r\nContent-Length: 4\r\n\r\nbody";
        try (Pipe pipe = new Pipe(echo.server())) {
            assertThat(pipe.send(request).answer().field("connection")).isEqualTo("keep-alive");
            assertThat(pipe.send(request).answer().status()).isEqualTo(200);
            assertThat(pipe.isOpen()).isTrue();
        }
    }

    @ParameterizedTest
    @Requirement("CCMP-9-29")
    @ValueSource(strings = {"", "Range: x\r\n"})
    void withoutPipeliningEveryAnswerIsTheLast(String fields) {
        try (Pipe pipe = new Pipe(echo.server().pipelining(false))) {
            Answer answer = pipe.send(Post.with(fields, "a") + Post.of("b")).answer();
            assertThat(answer.closes()).isTrue();
            assertThat(pipe.isOpen()).isFalse();
            assertThat(echo.seen()).doesNotContain("b");
        }
    }

    @Test
    void aClientThatHasEndedItsSideStillGetsItsAnswers() {
        try (CcmpHttpServer server = echo.server().build()) {
            server.start();
            try (Wire wire = new Wire(server.address())) {
                wire.send(Post.of("one") + Post.of("two")).endOutput();
                assertThat(wire.answer().body()).isEqualTo("<one>");
                assertThat(wire.answer().body()).isEqualTo("<two>");
                assertThat(wire.ends()).isTrue();
            }
        }
    }

    @Test
    void anUnfinishedRequestIsNeverProcessed() {
        try (Pipe pipe = new Pipe(echo.server())) {
            pipe.send(Post.of("body").substring(0, 90));
        }
        String complete = Post.of("body");
        try (Pipe pipe = new Pipe(echo.server())) {
            pipe.send(complete.substring(0, complete.length() - 1));
        }
        assertThat(echo.seen()).isEmpty();
    }
}
