package io.parley.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where a request ends, and that nobody can hide one in another (RFC 9112 sections 6 and 11.2). */
class FramingTest {

    private static final String HEAD =
            "POST /Xcon/Ccmp HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/ccmp+xml\r\n";

    private final Echo echo = new Echo();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Content-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
                "Transfer-Encoding: chunked\r\nContent-Length: 4\r\n\r\n0\r\n\r\n",
                "transfer-encoding: Chunked\r\nContent-length: 0\r\n\r\n0\r\n\r\n",
                "Content-Length: 4\r\nContent-Length: 5\r\n\r\nbody",
                "Content-Length: 4\r\nContent-Length: 4\r\n\r\nbody",
                "Content-Length: 4, 4\r\n\r\nbody",
                "Content-Length: +4\r\n\r\nbody",
                "Content-Length: -1\r\n\r\nbody",
                "Content-Length: 0x4\r\n\r\nbody",
                "Content-Length: 4 4\r\n\r\nbody",
                "Content-Length:\r\n\r\nbody",
                "Content-Length: 99999999999999999999\r\n\r\nbody",
                "Transfer-Encoding: identity\r\n\r\nbody",
                "Transfer-Encoding: xchunked\r\n\r\nbody",
                "Transfer-Encoding: chunked, gzip\r\n\r\n0\r\n\r\n",
                "Transfer-Encoding: chunked, chunked\r\n\r\n0\r\n\r\n",
                "Transfer-Encoding: chunked\r\nTransfer-Encoding: identity\r\n\r\n0\r\n\r\n",
                "Transfer-Encoding : chunked\r\n\r\n0\r\n\r\n",
                "Transfer-Encoding: chunked\r\n\r\n-1\r\n\r\n",
                "Transfer-Encoding: chunked\r\n\r\nx\r\n\r\n",
                "Transfer-Encoding: chunked\r\n\r\n0x4\r\nbody\r\n0\r\n\r\n",
                "Transfer-Encoding: chunked\r\n\r\n4\r\nbodybody\r\n0\r\n\r\n",
                "Transfer-Encoding: chunked\r\n\r\n4\nbody\n0\n\n",
                "Transfer-Encoding: chunked\r\n\r\nFFFFFFFFFFFFFFFF\r\nbody\r\n0\r\n\r\n",
                "Transfer-Encoding: chunked\r\n\r\n0\r\nnonsense\r\n\r\n"
            })
    void anEndThatCanBeReadInTwoWaysIs400(String rest) {
        endsWith(400, HEAD + rest);
    }

    @ParameterizedTest
    @ValueSource(strings = {"gzip, chunked", "identity, chunked", "gzip\r\nTransfer-Encoding: chunked"})
    void anUnknownTransferCodingIs501(String coding) {
        endsWith(501, HEAD + "Transfer-Encoding: " + coding + "\r\n\r\n4\r\nbody\r\n0\r\n\r\n");
    }

    @Test
    void aTransferCodingUnderHttp10Is400() {
        endsWith(
                400,
                "POST /Xcon/Ccmp HTTP/1.0\r\nContent-Type: application/ccmp+xml\r\n"
                        + "Transfer-Encoding: chunked\r\n\r\n4\r\nbody\r\n0\r\n\r\n");
    }

    @Test
    void aBodyInChunksIsPutTogether() {
        try (Pipe pipe = new Pipe(echo.server())) {
            pipe.send(Post.chunked("a", "bcd", "e".repeat(20_000)) + Post.chunked() + Post.of("next"));
            assertThat(pipe.answers()).extracting(Answer::status).containsExactly(200, 200, 200);
            assertThat(echo.seen()).containsExactly("abcd" + "e".repeat(20_000), "", "next");
        }
    }

    @Test
    void extensionsAndTrailersAreDropped() {
        try (Pipe pipe = new Pipe(echo.server())) {
            pipe.send(HEAD + "Transfer-Encoding: chunked\r\n\r\n4;a=b\r\nbody\r\n0\r\nIf-Match: *\r\n\r\n");
            assertThat(pipe.answer().body()).isEqualTo("<body>");
        }
    }

    @Test
    void aRequestWithoutABodyHasAnEmptyOne() {
        try (Pipe pipe = new Pipe(echo.server())) {
            assertThat(pipe.send(HEAD + "\r\n").answer().body()).isEqualTo("<>");
        }
    }

    @Property(tries = 200)
    void itDoesNotMatterHowTheBytesArrive(
            @ForAll @Size(min = 1, max = 30) List<@IntRange(min = 1, max = 300) Integer> pieces) {
        String bytes = Post.of("one") + Post.chunked("tw", "o") + "\r\n" + Post.with("Range: x\r\n", "no") + Post.of("")
                + Post.with("If-Match: *\r\n", "") + Post.of("three".repeat(50));
        Echo processed = new Echo();
        try (Pipe pipe = new Pipe(processed.server())) {
            int sent = 0;
            for (int i = 0; sent < bytes.length(); i++) {
                int end = Math.min(bytes.length(), sent + pieces.get(i % pieces.size()));
                pipe.send(bytes.substring(sent, end));
                sent = end;
            }
            assertThat(pipe.answers()).extracting(Answer::status).containsExactly(200, 200, 501, 200, 412, 200);
            assertThat(processed.seen()).containsExactly("one", "two", "", "three".repeat(50));
        }
    }

    @Property(tries = 300)
    void rubbishIsRefusedOrWaitedFor(@ForAll @Size(max = 200) byte[] rubbish) {
        refusedOrWaitedFor(rubbish);
    }

    @Property(tries = 300)
    void aDamagedRequestNeverBreaksTheServer(
            @ForAll @IntRange(max = 120) int where, @ForAll @Size(min = 1, max = 3) byte[] damage) {
        byte[] request = Post.of("body").getBytes(StandardCharsets.ISO_8859_1);
        List<Byte> bytes = new ArrayList<>();
        for (int i = 0; i < request.length; i++) {
            if (i == where) {
                for (byte b : damage) {
                    bytes.add(b);
                }
            }
            bytes.add(request[i]);
        }
        byte[] damaged = new byte[bytes.size()];
        for (int i = 0; i < damaged.length; i++) {
            damaged[i] = bytes.get(i);
        }
        try (Pipe pipe = new Pipe(echo.server())) {
            assertThat(pipe.send(damaged).answers()).allMatch(answer -> answer.status() != 500);
        }
    }

    private static void refusedOrWaitedFor(byte[] rubbish) {
        Echo processed = new Echo();
        try (Pipe pipe = new Pipe(processed.server())) {
            List<Answer> answers = pipe.send(rubbish).answers();
            assertThat(processed.seen()).isEmpty();
            if (answers.isEmpty()) {
                assertThat(pipe.isOpen()).as(Arrays.toString(rubbish)).isTrue();
            } else {
                assertThat(answers).extracting(Answer::status).isSubsetOf(400, 414, 431, 505);
                assertThat(pipe.isOpen()).isFalse();
            }
        }
    }

    private void endsWith(int status, String request) {
        try (Pipe pipe = new Pipe(echo.server())) {
            Answer answer = pipe.send(request + Post.of("hidden")).answer();
            assertThat(answer.status()).isEqualTo(status);
            assertThat(answer.closes()).isTrue();
            assertThat(pipe.isOpen()).isFalse();
            assertThat(echo.seen()).doesNotContain("hidden");
        }
    }
}
