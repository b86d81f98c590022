package io.parley.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/** Whether the process is alive, and whether all that it depends on is. */
class HealthTest {

    private final AtomicBoolean store = new AtomicBoolean(true);
    private final Health health = new Health().check("serving", () -> true).check("store", store::get);
    private final CcmpHttpServerBuilder server = new Echo().server().health(health);

    @Test
    void liveIsThisProcess() {
        store.set(false);
        try (Pipe pipe = new Pipe(server)) {
            Answer answer = pipe.send(Get.of("/health/live")).answer();
            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.field("content-type")).isEqualTo("application/json");
            assertThat(answer.body()).isEqualTo("{\"status\":\"live\"}");
        }
    }

    @Test
    void readyIsAllThatItDependsOn() {
        try (Pipe pipe = new Pipe(server)) {
            Answer good = pipe.send(Get.of("/health/ready")).answer();
            assertThat(good.status()).isEqualTo(200);
            assertThat(good.body())
                    .isEqualTo("{\"status\":\"ready\",\"checks\":{\"serving\":\"ok\",\"store\":\"ok\"}}");
            store.set(false);
            Answer bad = pipe.send(Get.of("/health/ready")).answer();
            assertThat(bad.status()).isEqualTo(503);
            assertThat(bad.body())
                    .isEqualTo("{\"status\":\"not ready\",\"checks\":{\"serving\":\"ok\",\"store\":\"failed\"}}");
        }
    }

    @Test
    void aCheckThatThrowsHasFailed() {
        health.check("mixer", () -> {
            throw new IllegalStateException("a-secret");
        });
        try (Pipe pipe = new Pipe(server)) {
            Answer answer = pipe.send(Get.of("/health/ready")).answer();
            assertThat(answer.status()).isEqualTo(503);
            assertThat(answer.body()).contains("\"mixer\":\"failed\"").doesNotContain("secret");
        }
    }

    @Test
    void headIsTheSameWithoutTheBody() {
        try (Pipe pipe = new Pipe(server)) {
            String length = pipe.send(Get.of("/health/ready")).answer().field("content-length");
            String text = pipe.send(Get.head("/health/ready")).text();
            assertThat(text)
                    .startsWith("HTTP/1.1 200 ")
                    .contains("content-length: " + length + "\r\n")
                    .endsWith("\r\n\r\n");
            assertThat(pipe.send(Post.of("one")).answer().body()).isEqualTo("<one>");
        }
    }

    @Test
    void nothingElseIsAllowedThere() {
        try (Pipe pipe = new Pipe(server)) {
            Answer answer = pipe.send("POST /health/live HTTP/1.1\r\nHost: a\r\nContent-Length: 0\r\n\r\n")
                    .answer();
            assertThat(answer.status()).isEqualTo(405);
            assertThat(answer.field("allow")).isEqualTo("GET, HEAD");
            assertThat(pipe.send(Get.of("/health")).answer().status()).isEqualTo(404);
        }
    }

    @Test
    void aProcessWithoutAFreeThreadIsAliveAndNotReady() {
        server.executor(task -> {
            throw new RejectedExecutionException();
        });
        try (Pipe pipe = new Pipe(server)) {
            assertThat(pipe.send(Get.of("/health/live")).answer().status()).isEqualTo(200);
            assertThat(pipe.send(Get.of("/health/ready")).answer().status()).isEqualTo(503);
        }
    }

    @Test
    void itIsNotThereUnlessItIsWanted() {
        try (Pipe pipe = new Pipe(new Echo().server())) {
            assertThat(pipe.send(Get.of("/health/live")).answer().status()).isEqualTo(404);
        }
    }

    @Test
    void namesAreSimple() {
        assertThatThrownBy(() -> health.check("the \"store\"", () -> true))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("the \"store\"");
    }
}
