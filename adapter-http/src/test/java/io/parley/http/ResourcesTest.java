package io.parley.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** The server carries more than CCMP, each resource with its own paths and checks. */
class ResourcesTest {

    private final Echo echo = new Echo();

    /** Answers with the path and the body, and knows no check but that on the method. */
    private static final Resource MIRROR = new Resource() {
        @Override
        public boolean isAt(String path) {
            return path.startsWith("/mirror/");
        }

        @Override
        public RequestChecks checks() {
            return new RequestChecks(new OnlyPost());
        }

        @Override
        public Reply answer(Call call) {
            String text = call.path() + " " + new String(call.body(), StandardCharsets.ISO_8859_1);
            return Reply.of(new DefaultFullHttpResponse(
                    HttpVersion.HTTP_1_1,
                    HttpResponseStatus.OK,
                    Unpooled.copiedBuffer(text, StandardCharsets.ISO_8859_1)));
        }
    };

    @Test
    void eachAnswersOnItsOwnPath() {
        try (Pipe pipe = new Pipe(echo.server().resource(MIRROR))) {
            Answer mirrored = pipe.send(to("POST", "/mirror/a%3Ab?query=1")).answer();
            assertThat(mirrored.status()).isEqualTo(200);
            assertThat(mirrored.body()).isEqualTo("/mirror/a%3Ab body");
            assertThat(pipe.send(Post.of("ccmp")).answer().body()).isEqualTo("<ccmp>");
            assertThat(pipe.send(to("POST", "/mirror")).answer().status()).isEqualTo(404);
            assertThat(echo.seen()).containsExactly("ccmp");
        }
    }

    @Test
    void eachHasItsOwnChecks() {
        try (Pipe pipe = new Pipe(echo.server().resource(MIRROR))) {
            assertThat(pipe.send(to("GET", "/mirror/")).answer().status()).isEqualTo(405);
            assertThat(pipe.send(to("POST", "/Xcon/Ccmp")).answer().status()).isEqualTo(406);
        }
    }

    private static String to(String method, String path) {
        return method + " " + path + " HTTP/1.1\r\nHost: localhost\r\nContent-Length: 4\r\n\r\nbody";
    }
}
