package io.parley.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.parley.ccmp.CcmpRequest;
import io.parley.ccmp.CcmpResponse;
import io.parley.ccmp.Message;
import io.parley.ccmp.ResponseCode;
import io.parley.codec.xml.CcmpCodec;
import io.parley.codec.xml.Dialect;
import io.parley.codec.xml.Limits;
import io.parley.spec.Requirement;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** HTTP, codec and service together. */
class CcmpExchangeTest {

    private final CcmpCodec codec = new CcmpCodec(Limits.defaults());
    private final CcmpRequest request = CcmpRequest.of(Message.CONFS, "xcon-userid:alice@example.com");
    private final List<CcmpRequest> handled = new ArrayList<>();
    private ResponseCode code = ResponseCode.SUCCESS;
    private final CcmpHttpServerBuilder server = CcmpHttpServer.builder()
            .codec(codec)
            .service(asked -> {
                handled.add(asked);
                return CcmpResponse.to(asked, code, "because");
            });

    @ParameterizedTest
    @Requirement({"CCMP-9-20", "CCMP-9-01"})
    @EnumSource(ResponseCode.class)
    void everyCodeTravelsInA200(ResponseCode any) throws Exception {
        code = any;
        try (Pipe pipe = new Pipe(server)) {
            Answer answer = pipe.send(post(request, Dialect.RFC_6503)).answer();
            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.field("content-type")).isEqualTo("application/ccmp+xml; charset=utf-8");
            assertThat(read(answer).code()).isEqualTo(any);
            assertThat(handled).containsExactly(request);
        }
    }

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void theAnswerIsInTheDialectOfTheRequest(Dialect dialect) {
        try (Pipe pipe = new Pipe(server)) {
            Answer answer = pipe.send(post(request, dialect)).answer();
            assertThat(answer.body()).contains('"' + dialect.namespace() + '"');
        }
    }

    @Test
    @Requirement("CCMP-9-20")
    void whatIsNoXmlIsAnsweredWithCode400AndNotHandled() throws Exception {
        try (Pipe pipe = new Pipe(server)) {
            Answer answer = pipe.send(Post.of("no XML")).answer();
            assertThat(answer.status()).isEqualTo(200);
            assertThat(read(answer).code()).isEqualTo(ResponseCode.BAD_REQUEST);
            assertThat(handled).isEmpty();
        }
    }

    @Test
    @Requirement("DM-EL-001")
    void anotherRootOrTwoAreAnsweredWithCode400AndNotHandled() throws Exception {
        String message = text(request, Dialect.RFC_6503);
        String again = message.substring(message.indexOf("?>") + 2);
        String document =
                "<conference-info xmlns='urn:ietf:params:xml:ns:conference-info' entity='xcon:a@example.com'/>";
        try (Pipe pipe = new Pipe(server)) {
            for (String wrong : List.of(document, document + document, message + again)) {
                Answer answer = pipe.send(Post.of(wrong)).answer();
                assertThat(read(answer).code()).isEqualTo(ResponseCode.BAD_REQUEST);
            }
            assertThat(handled).isEmpty();
            assertThat(read(pipe.send(Post.of(message)).answer()).code()).isEqualTo(ResponseCode.SUCCESS);
        }
    }

    @Test
    @Requirement("CCMP-D10-09")
    void nothingIsCompressed() {
        try (Pipe pipe = new Pipe(server)) {
            String fields = "Accept-Encoding: gzip, deflate, br\r\n";
            Answer answer = pipe.send(Post.with(fields, text(request, Dialect.RFC_6503)))
                    .answer();
            assertThat(answer.fields()).doesNotContainKey("content-encoding");
            assertThat(answer.body()).startsWith("<?xml");
        }
    }

    @Test
    void aServerNeedsBoth() {
        assertThatThrownBy(() -> CcmpHttpServer.builder().codec(codec).build())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("service");
        assertThatThrownBy(() -> CcmpHttpServer.builder()
                        .service(asked -> CcmpResponse.to(asked, code, ""))
                        .build())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("codec");
    }

    private String post(CcmpRequest of, Dialect dialect) {
        return Post.of(text(of, dialect));
    }

    private String text(CcmpRequest of, Dialect dialect) {
        return new String(codec.writeRequest(of, dialect), StandardCharsets.ISO_8859_1);
    }

    private CcmpResponse read(Answer answer) throws Exception {
        return codec.readResponse(answer.body().getBytes(StandardCharsets.UTF_8));
    }
}
