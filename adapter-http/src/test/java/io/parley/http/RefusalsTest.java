package io.parley.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.spec.Requirement;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What never reaches the service, row by row of the table in {@code ccmp.md} section 10. */
class RefusalsTest {

    private static final String URI = "POST /Xcon/Ccmp HTTP/1.1\r\n";
    private static final String HOST = "Host: localhost\r\n";
    private static final String TYPE = "Content-Type: application/ccmp+xml\r\n";
    private static final String BODY = "Content-Length: 4\r\n\r\nbody";

    private final Echo echo = new Echo();

    @ParameterizedTest
    @Requirement("CCMP-9-11")
    @ValueSource(
            strings = {
                "",
                "Content-Type: text/xml\r\n",
                "Content-Type: application/xml\r\n",
                "Content-Type: application/ccmp\r\n",
                "Content-Type: ccmp+xml\r\n",
                "Content-Type:\r\n",
                "Content-Type: application/*\r\n",
                "Content-Type: application/ccmp+xml, text/xml\r\n",
                "Content-Type: application/ccmp+xml; charset\r\n",
                "Content-Type: application/ccmp+xml\r\nContent-Type: application/ccmp+xml\r\n"
            })
    void anotherContentTypeIs406(String type) {
        refusedAndTheConnectionGoesOn(406, URI + HOST + type + BODY);
    }

    @ParameterizedTest
    @Requirement("CCMP-D10-01")
    @ValueSource(
            strings = {
                "ISO-8859-1",
                "utf8",
                "utf-16",
                "\"iso-8859-1\"",
                "\"\"",
                "utf-8; charset=ISO-8859-1",
                "utf-8; charset=utf-8"
            })
    void anotherCharsetIs406(String charset) {
        String type = "Content-Type: application/ccmp+xml; charset=" + charset + "\r\n";
        refusedAndTheConnectionGoesOn(406, URI + HOST + type + BODY);
    }

    @ParameterizedTest
    @Requirement("CCMP-12-01")
    @ValueSource(
            strings = {
                "application/ccmp+xml",
                "application/ccmp+xml;charset=utf-8",
                "Application/CCMP+XML ; Charset=UTF-8",
                "application/ccmp+xml; charset=\"utf-8\"",
                "application/ccmp+xml; charset=\"Utf\\-8\"",
                "application/ccmp+xml; version=1; charset=UTF-8;"
            })
    void ccmpInUtf8IsAccepted(String type) {
        accepted(URI + HOST + "Content-Type: " + type + "\r\n" + BODY);
    }

    @ParameterizedTest
    @Requirement("CCMP-9-12")
    @ValueSource(
            strings = {
                "text/html",
                "application/ccmp+xml;q=0",
                "*/*;q=0",
                "*/*, application/ccmp+xml;q=0.000",
                "application/*, application/ccmp+xml;q=0",
                "*/*, application/*;q=0",
                "application/ccmp+xml;charset=iso-8859-1",
                "application/ccmp+xml, application/ccmp+xml;charset=utf-8;q=0",
                "*/ccmp+xml",
                "application/ccmp+xml;q=2",
                "application/ccmp+xml;q=high",
                "text/plain;foo=\", */*, \"",
                "nonsense"
            })
    void anAcceptThatExcludesCcmpIs406(String accept) {
        refusedAndTheConnectionGoesOn(406, Post.with("Accept: " + accept + "\r\n", "body"));
    }

    @ParameterizedTest
    @Requirement("CCMP-9-12")
    @ValueSource(
            strings = {
                "*/*",
                "application/*",
                "application/ccmp+xml",
                "APPLICATION/CCMP+XML",
                "text/html, application/ccmp+xml;q=0.001",
                "text/html, */*;q=0.1",
                "*/*;q=0, application/ccmp+xml",
                "application/*;q=0, application/ccmp+xml;q=1.000",
                "application/ccmp+xml;charset=\"UTF-8\";q=0.5",
                "text/plain;foo=\"a,b\\\"c\", application/ccmp+xml",
                "nonsense, , application/ccmp+xml",
                "text/html\r\nAccept: application/ccmp+xml",
                ""
            })
    void anAcceptThatAdmitsCcmpIsAccepted(String accept) {
        accepted(Post.with("Accept: " + accept + "\r\n", "body"));
    }

    @ParameterizedTest
    @Requirement("CCMP-9-15")
    @ValueSource(strings = {"Expect: 100-continue\r\n", "expect: something-else\r\n"})
    void expectIs501AndTheBodyIsNotAskedFor(String expect) {
        refusedAndTheConnectionEnds(501, Post.with(expect, "body"));
        try (Pipe pipe = new Pipe(echo.server())) {
            Answer answer = pipe.send(URI + HOST + TYPE + expect + "Content-Length: 4\r\n\r\n")
                    .answer();
            assertThat(answer.status()).as("before any of the body has come").isEqualTo(501);
        }
    }

    @Test
    @Requirement("CCMP-9-16")
    void rangeIs501() {
        refusedAndTheConnectionGoesOn(501, Post.with("Range: bytes=0-10\r\n", "body"));
    }

    @ParameterizedTest
    @Requirement("CCMP-9-17")
    @ValueSource(
            strings = {
                "If-Match: *",
                "If-None-Match: \"x\"",
                "If-Modified-Since: Sat, 29 Oct 1994 19:43:31 GMT",
                "If-Unmodified-Since: Sat, 29 Oct 1994 19:43:31 GMT",
                "If-Range: \"x\"",
                "if-none-match: *",
                "If-Schedule-Tag-Match: \"x\""
            })
    void anyConditionIs412(String condition) {
        refusedAndTheConnectionGoesOn(412, Post.with(condition + "\r\n", "body"));
    }

    @ParameterizedTest
    @Requirement("CCMP-9-18")
    @ValueSource(strings = {"GET", "HEAD", "PUT", "DELETE", "OPTIONS", "TRACE", "PATCH", "post", "BREW"})
    void otherMethodsAre405(String method) {
        Answer answer = refusedAndTheConnectionGoesOn(405, method + " /Xcon/Ccmp HTTP/1.1\r\n" + HOST + "\r\n");
        assertThat(answer.field("allow")).isEqualTo("POST");
        assertThat(answer.fields()).containsOnlyKeys("allow", "date", "cache-control", "content-length");
        refusedAndTheConnectionGoesOn(405, method + " /Xcon/Ccmp HTTP/1.1\r\n" + HOST + BODY);
    }

    @ParameterizedTest
    @Requirement("CCMP-I-01")
    @ValueSource(strings = {"/", "/Xcon", "/Xcon/Ccmp/", "/xcon/ccmp", "/Xcon/Ccmp/x", "*", "//Xcon/Ccmp", "http://h"})
    void elsewhereIs404(String path) {
        refusedAndTheConnectionGoesOn(404, "POST " + path + " HTTP/1.1\r\n" + HOST + TYPE + BODY);
        refusedAndTheConnectionGoesOn(404, "GET " + path + " HTTP/1.1\r\n" + HOST + "\r\n");
    }

    @ParameterizedTest
    @Requirement("CCMP-I-01")
    @ValueSource(strings = {"/a/b", "/a/b?c=d", "http://localhost/a/b", "HTTPS://other.example:8080/a/b?c"})
    void anyPathCanBeConfigured(String target) {
        try (Pipe pipe = new Pipe(echo.server().path("/a/b"))) {
            pipe.send("POST " + target + " HTTP/1.1\r\n" + HOST + TYPE + BODY);
            assertThat(pipe.answer().status()).isEqualTo(200);
            pipe.send(Post.of("body"));
            assertThat(pipe.answer().status()).isEqualTo(404);
        }
    }

    @ParameterizedTest
    @Requirement("CCMP-D10-02")
    @ValueSource(
            strings = {
                "",
                "Host: a\r\nHost: b\r\n",
                "Host: localhost\r\nHost: localhost\r\n",
                "Host:\r\n",
                "Host: a b\r\n",
                "Host: a, b\r\n",
                "Host: user@a\r\n",
                "Host: a/b\r\n",
                "Host: a:b\r\n",
                "Host: [::1\r\n"
            })
    void noOrSeveralOrImpossibleHostsAre400(String host) {
        refusedAndTheConnectionEnds(400, URI + host + TYPE + BODY);
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "a.example:8080", "127.0.0.1:1", "[::1]:8080", "[::1]", "a_b.example", "a:"})
    void oneHostIsAccepted(String host) {
        accepted(URI + "Host: " + host + "\r\n" + TYPE + BODY);
    }

    @Test
    @Requirement("CCMP-D10-02")
    void anHttp10RequestNeedsNoHostAndMayNotHaveTwo() {
        try (Pipe pipe = new Pipe(echo.server())) {
            pipe.send("POST /Xcon/Ccmp HTTP/1.0\r\n" + TYPE + BODY);
            assertThat(pipe.answer().status()).isEqualTo(200);
        }
        try (Pipe pipe = new Pipe(echo.server())) {
            pipe.send("POST /Xcon/Ccmp HTTP/1.0\r\nHost: a\r\nHost: b\r\n" + TYPE + BODY);
            assertThat(pipe.answer().status()).isEqualTo(400);
        }
    }

    @Test
    void aRequestLineOverTheLimitIs414() {
        refusedAndTheConnectionEnds(414, "POST /" + "x".repeat(9000) + " HTTP/1.1\r\n" + HOST + TYPE + BODY);
    }

    @Test
    void aHeaderSectionOverTheLimitIs431() {
        refusedAndTheConnectionEnds(431, Post.with("X: " + "x".repeat(17_000) + "\r\n", "body"));
        refusedAndTheConnectionEnds(431, Post.with("X: y\r\n".repeat(5000), "body"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"HTTP/2.0", "HTTP/3.0", "HTTP/0.9"})
    void anotherMajorVersionIs505(String version) {
        refusedAndTheConnectionEnds(505, "POST /Xcon/Ccmp " + version + "\r\n" + HOST + TYPE + BODY);
    }

    @Test
    void halfAPrefaceOfHttp2Is505() {
        refusedAndTheConnectionEnds(505, "PRI * HTTP/2.0\r\n\r\nXY\r\n\r\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "POST\r\n\r\n",
                "POST /Xcon/Ccmp\r\n\r\n",
                "POST /Xcon/Ccmp HTTP/1.1 x\r\nHost: a\r\n\r\n",
                "POST /Xcon/Ccmp HTTP/1.1\nHost: a\n\n",
                "POST /Xcon/Ccmp HTTP/1.1\r\nHost : a\r\n\r\n",
                "POST /Xcon/Ccmp HTTP/1.1\r\nHost: a\r\nnonsense\r\n\r\n",
                "POST /Xcon/Ccmp HTTP/1.1\r\nHost: a\r\nX: a\u0000b\r\n\r\n",
                "POST /Xcon/Ccmp HTTP/1.1\r\nHost: a\r\nX\u0001: a\r\n\r\n",
                "\u0016\u0003\u0001\u0002\u0000\u0001\u0000\u0001\r\n\r\n"
            })
    void whatIsNotHttpIs400(String text) {
        refusedAndTheConnectionEnds(400, text);
    }

    private void accepted(String request) {
        try (Pipe pipe = new Pipe(echo.server())) {
            Answer answer = pipe.send(request).answer();
            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.body()).isEqualTo("<body>");
            assertThat(pipe.isOpen()).isTrue();
        }
    }

    private Answer refusedAndTheConnectionGoesOn(int status, String request) {
        try (Pipe pipe = new Pipe(echo.server())) {
            List<Answer> answers = pipe.send(request + Post.of("next")).answers();
            assertThat(answers).extracting(Answer::status).containsExactly(status, 200);
            assertThat(echo.seen()).as("bodies processed").containsOnly("next");
            assertThat(answers.get(0).closes()).isFalse();
            assertThat(pipe.isOpen()).isTrue();
            return sayingNothing(answers.get(0));
        }
    }

    private void refusedAndTheConnectionEnds(int status, String request) {
        try (Pipe pipe = new Pipe(echo.server())) {
            Answer answer = pipe.send(request).send(Post.of("next")).answer();
            assertThat(answer.status()).isEqualTo(status);
            assertThat(answer.closes()).isTrue();
            assertThat(echo.seen()).as("bodies processed").isEmpty();
            assertThat(pipe.isOpen()).isFalse();
            sayingNothing(answer);
        }
    }

    private static Answer sayingNothing(Answer answer) {
        assertThat(answer.body()).isEmpty();
        assertThat(answer.field("content-length")).isEqualTo("0");
        assertThat(answer.field("cache-control")).isEqualTo("no-store");
        assertThat(answer.fields()).doesNotContainKeys("server", "content-type");
        return answer;
    }
}
