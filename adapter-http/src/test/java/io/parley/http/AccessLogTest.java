package io.parley.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.ccmp.CcmpRequest;
import io.parley.ccmp.CcmpResponse;
import io.parley.ccmp.Message;
import io.parley.ccmp.Operation;
import io.parley.ccmp.ResponseCode;
import io.parley.codec.xml.CcmpCodec;
import io.parley.codec.xml.Dialect;
import io.parley.codec.xml.Limits;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** One line a request, whoever answers it. */
class AccessLogTest {

    private final List<String> lines = new ArrayList<>();
    private final ServerObserver observer = new ServerObserver() {
        @Override
        public void served(ServedRequest request) {
            lines.add(AccessLog.line(request));
        }
    };
    private final Echo echo = new Echo();
    private final CcmpCodec codec = new CcmpCodec(Limits.defaults());

    private static CcmpHttpServerBuilder ccmp(CcmpCodec codec, ResponseCode code, String reason) {
        return CcmpHttpServer.builder().codec(codec).service(asked -> CcmpResponse.to(asked, code, reason));
    }

    private String request(String conference) {
        CcmpRequest request = CcmpRequest.of(Message.CONF, "xcon-userid:alice@example.com")
                .on(conference)
                .operation(Operation.UPDATE)
                .conferencePassword("a-secret");
        return new String(codec.writeRequest(request, Dialect.RFC_6503), StandardCharsets.ISO_8859_1);
    }

    @Test
    void saysWhatWasAskedAndWhatCameOfIt() {
        try (Pipe pipe = new Pipe(ccmp(codec, ResponseCode.CONFLICT, "because").observer(observer))) {
            String text = Post.of(request("xcon:c@example.com"));
            pipe.send(text.substring(0, 20)).pass(Duration.ofMillis(70)).send(text.substring(20));
            int bytes = pipe.answer().body().length();
            assertThat(lines)
                    .containsExactly("method=POST path=/Xcon/Ccmp message=confRequest operation=update "
                            + "conference=xcon:c@example.com code=409 status=200 bytes=" + bytes
                            + " ms=70 peer=- incident=-");
        }
    }

    @Test
    void leavesOutTheQueryAndWhateverCouldForgeALine() {
        try (Pipe pipe = new Pipe(ccmp(codec, ResponseCode.SUCCESS, "").observer(observer))) {
            pipe.send(Post.of(request("x status=500\n INFO forged")));
            pipe.send(Get.of("/nothing?password=a-secret"));
            pipe.send(Get.of("http://user:a-secret@localhost/nothing"));
        }
        assertThat(lines).hasSize(3).noneMatch(line -> line.contains("secret") || line.contains("forged"));
        assertThat(lines.get(0)).contains(" conference=- code=200 ");
        assertThat(lines.get(1))
                .startsWith("method=GET path=/nothing message=- operation=- conference=- code=- status=404 ");
        assertThat(lines.get(2)).startsWith("method=GET path=/nothing message=-");
    }

    @Test
    void namesTheIncidentOfAFault() {
        Exchange broken = (body, origin) -> {
            throw new IllegalStateException("a-secret");
        };
        try (Pipe pipe = new Pipe(CcmpHttpServer.builder().exchange(broken).observer(observer))) {
            String incident = pipe.send(Post.of("x")).answer().body().replaceAll("Incident |\n", "");
            assertThat(lines).hasSize(1);
            assertThat(lines.get(0)).contains(" status=500 ").endsWith(" incident=" + incident);
        }
    }

    @Test
    void namesTheIncidentOfTheEngine() {
        String incident = "123e4567-e89b-12d3-a456-426614174000";
        try (Pipe pipe =
                new Pipe(ccmp(codec, ResponseCode.SERVER_INTERNAL_ERROR, "the server is at fault; incident " + incident)
                        .observer(observer))) {
            pipe.send(Post.of(request("xcon:c@example.com")));
        }
        assertThat(lines).hasSize(1);
        assertThat(lines.get(0)).contains(" code=500 status=200 ").endsWith(" incident=" + incident);
    }

    @Test
    void everyRequestOfAConnectionHasItsOwnLine() {
        try (Pipe pipe = new Pipe(echo.server().observer(observer))) {
            pipe.send(Post.of("one") + Get.of("/") + Post.of("three"));
        }
        assertThat(lines)
                .extracting(line -> line.replaceAll(".* (status=\\d+).*", "$1"))
                .containsExactly("status=200", "status=404", "status=200");
    }

    @Test
    void aRequestWithoutAnAnswerHasALineToo() {
        Later later = new Later();
        Pipe pipe = new Pipe(echo.server().executor(later).observer(observer));
        pipe.send(Post.of("one"));
        assertThat(lines).isEmpty();
        pipe.close();
        assertThat(lines).hasSize(1);
        assertThat(lines.get(0)).contains(" status=- bytes=0 ");
    }
}
