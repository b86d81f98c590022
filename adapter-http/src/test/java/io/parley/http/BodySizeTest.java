package io.parley.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.spec.Requirement;
import org.junit.jupiter.api.Test;

/** Bodies up to the limit and beyond. */
@Requirement("CCMP-D10-03")
class BodySizeTest {

    private static final String HEAD =
            "POST /Xcon/Ccmp HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/ccmp+xml\r\n";

    private final Echo echo = new Echo();
    private final CcmpHttpServerBuilder server = echo.server().maxBodyBytes(1000);

    @Test
    void aBodyOfTheLimitIsAccepted() {
        try (Pipe pipe = new Pipe(server)) {
            pipe.send(Post.of("x".repeat(1000)) + Post.chunked("x".repeat(600), "x".repeat(400)));
            assertThat(pipe.answers()).extracting(Answer::status).containsExactly(200, 200);
        }
    }

    @Test
    void oneByteMoreIs413AndTheEnd() {
        try (Pipe pipe = new Pipe(server)) {
            refused(pipe.send(Post.of("x".repeat(1001)) + Post.of("next")), 413);
        }
    }

    @Test
    void anAnnouncedLengthIsRefusedBeforeTheBodyComes() {
        try (Pipe pipe = new Pipe(server)) {
            refused(pipe.send(HEAD + "Content-Length: 100000000\r\n\r\n"), 413);
        }
    }

    @Test
    void chunksAreRefusedWhenTheyCrossTheLimit() {
        try (Pipe pipe = new Pipe(server)) {
            String crossing = Post.chunked("x".repeat(1000), "y");
            int upToTheLimit = crossing.indexOf('y');
            pipe.send(crossing.substring(0, upToTheLimit));
            assertThat(pipe.answers()).isEmpty();
            refused(pipe.send(crossing.substring(upToTheLimit) + Post.of("next")), 413);
        }
    }

    @Test
    void aRefusedRequestIsNotSkippedBeyondTheLimit() {
        try (Pipe pipe = new Pipe(server)) {
            refused(pipe.send("GET / HTTP/1.1\r\nHost: a\r\nContent-Length: 1001\r\n\r\n"), 404);
        }
        try (Pipe pipe = new Pipe(server)) {
            refused(
                    pipe.send("GET / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n3E9\r\n"
                            + "x".repeat(1001)),
                    404);
        }
    }

    @Test
    void eachRefusedRequestIsSkippedByItself() {
        String refused = Post.with("Range: x\r\n", "x".repeat(900));
        try (Pipe pipe = new Pipe(server)) {
            pipe.send(refused + refused + refused);
            assertThat(pipe.answers()).extracting(Answer::status).containsExactly(501, 501, 501);
            assertThat(pipe.isOpen()).isTrue();
        }
    }

    @Test
    void overASocketNothingOfAHugeBodyIsAwaited() {
        try (CcmpHttpServer running = echo.server().build()) {
            running.start();
            try (Wire wire = new Wire(running.address())) {
                Answer answer = wire.send(HEAD + "Content-Length: 100000000\r\n\r\n" + "x".repeat(10_000))
                        .answer();
                assertThat(answer.status()).isEqualTo(413);
                assertThat(answer.closes()).isTrue();
                assertThat(wire.ends()).isTrue();
            }
        }
        assertThat(echo.seen()).isEmpty();
    }

    @Test
    void theAnswerSurvivesWhatWasAlreadyOnItsWay() {
        try (CcmpHttpServer running = server.build()) {
            running.start();
            try (Wire wire = new Wire(running.address())) {
                // More than fits into the buffers on the way: a close without lingering would reset it while the client
                // still sends.
                Answer answer = wire.send(Post.of("x".repeat(900_000))).answer();
                assertThat(answer.status()).isEqualTo(413);
                assertThat(wire.ends()).isTrue();
            }
        }
        assertThat(echo.seen()).isEmpty();
    }

    private void refused(Pipe pipe, int status) {
        Answer answer = pipe.answer();
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.closes()).isTrue();
        assertThat(pipe.isOpen()).isFalse();
        assertThat(echo.seen()).isEmpty();
    }
}
