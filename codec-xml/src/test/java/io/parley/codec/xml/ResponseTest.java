package io.parley.codec.xml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.parley.ccmp.Body;
import io.parley.ccmp.CcmpRequest;
import io.parley.ccmp.CcmpResponse;
import io.parley.ccmp.Message;
import io.parley.ccmp.Operation;
import io.parley.ccmp.Options;
import io.parley.ccmp.ResponseCode;
import io.parley.identity.Version;
import io.parley.spec.Requirement;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Responses as a server writes and a client reads them (RFC 6503 sections 5.2 and 11). */
class ResponseTest {

    private static final CcmpCodec CODEC = new CcmpCodec(Limits.defaults());

    private static final CcmpResponse RETRIEVED = CcmpResponse.to(
                    CcmpRequest.of(Message.CONF, "xcon-userid:alice@example.com")
                            .on("xcon:1@example.com")
                            .operation(Operation.RETRIEVE),
                    ResponseCode.SUCCESS,
                    "Success")
            .version(new Version(7));

    private static String written(CcmpResponse response) {
        return new String(CODEC.writeResponse(response, Dialect.RFC_6503), StandardCharsets.UTF_8);
    }

    private static CcmpResponse read(String message) throws UnreadableException {
        return CODEC.readResponse(message.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    @Requirement({"CCMP-4.4-07", "CCMP-11-05"})
    void aResponseIsWrittenLikeThis() {
        assertThat(written(RETRIEVED))
                .isEqualTo("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>"
                        + "<ccmp:ccmpResponse xmlns:ccmp=\"urn:ietf:params:xml:ns:xcon-ccmp\""
                        + " xmlns:info=\"urn:ietf:params:xml:ns:conference-info\""
                        + " xmlns:xcon=\"urn:ietf:params:xml:ns:xcon-conference-info\""
                        + " xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\">"
                        + "<ccmpResponse xsi:type=\"ccmp:ccmp-conf-response-message-type\">"
                        + "<confUserID>xcon-userid:alice@example.com</confUserID>"
                        + "<confObjID>xcon:1@example.com</confObjID>"
                        + "<operation>retrieve</operation>"
                        + "<response-code>200</response-code><response-string>Success</response-string>"
                        + "<version>7</version>"
                        + "<ccmp:confResponse/></ccmpResponse></ccmp:ccmpResponse>");
    }

    @Test
    @Requirement("CCMP-4.4-07")
    void charactersBeyondAsciiComeBack() throws UnreadableException {
        CcmpResponse response = new CcmpResponse(
                RETRIEVED.message(),
                "",
                Optional.empty(),
                Optional.empty(),
                ResponseCode.BAD_REQUEST,
                "Zo\u00eb \u4f1a\u8b70 \uD83D\uDE00 <&>\"' ]]> \u0085\u2028 \r \r\n",
                Optional.empty(),
                Body.none());
        byte[] bytes = CODEC.writeResponse(response, Dialect.RFC_6503);
        assertThat(new String(bytes, StandardCharsets.UTF_8).getBytes(StandardCharsets.UTF_8))
                .isEqualTo(bytes);
        assertThat(CODEC.readResponse(bytes)).isEqualTo(response);
    }

    @Test
    @Requirement("CCMP-11-03")
    void theNamespaceIsThatOfTheDialect() {
        for (Dialect dialect : Dialect.values()) {
            assertThat(new String(CODEC.writeResponse(RETRIEVED, dialect), StandardCharsets.UTF_8))
                    .contains("xmlns:ccmp=\"" + dialect.namespace() + "\"")
                    .contains("<ccmp:confResponse");
        }
    }

    @ParameterizedTest
    @EnumSource(Message.class)
    @Requirement("CCMP-11-04")
    void theTypeIsThatOfTheMessage(Message message) throws UnreadableException {
        CcmpResponse response = CcmpResponse.to(
                CcmpRequest.of(message, "xcon-userid:alice@example.com"), ResponseCode.NOT_IMPLEMENTED, "no");
        String text = written(response);
        assertThat(text).contains("xsi:type=\"ccmp:" + message.responseType() + "\"");
        assertThat(Schemas.message(text.getBytes(StandardCharsets.UTF_8))).isEmpty();
        assertThat(read(text).message()).contains(message);
        CcmpRequest request = message == Message.EXTENDED
                ? CcmpRequest.of(message, "a").body(new Body.Extension("x", List.of()))
                : CcmpRequest.of(message, "a");
        assertThat(new String(CODEC.writeRequest(request, Dialect.RFC_6503), StandardCharsets.UTF_8))
                .contains("xsi:type=\"ccmp:" + message.requestType() + "\"");
    }

    @Test
    @Requirement("CCMP-D1-19")
    void anUntypedResponseHasNeitherTypeNorSpecialisedElement() throws UnreadableException {
        CcmpResponse response =
                io.parley.ccmp.MalformedRequest.untyped("not well-formed").response();
        String text = written(response);
        assertThat(text)
                .contains("<ccmpResponse><confUserID></confUserID><response-code>400</response-code>")
                .contains("not well-formed</response-string></ccmpResponse>");
        assertThat(read(text)).isEqualTo(response);
    }

    @ParameterizedTest
    @EnumSource(ResponseCode.class)
    @Requirement("CCMP-11-07")
    void aCodeIsWrittenAsThreeDigits(ResponseCode code) throws UnreadableException {
        CcmpResponse response = CcmpResponse.to(CcmpRequest.of(Message.CONF, "a"), code, "x");
        assertThat(written(response)).containsPattern("<response-code>[1-9][0-9][0-9]</response-code>");
        assertThat(read(written(response)).code()).isEqualTo(code);
    }

    @ParameterizedTest
    @ValueSource(strings = {"000", "20", "1000", "2x0", "", "-20", "+20"})
    @Requirement("CCMP-11-07")
    void anotherCodeIsInvalid(String code) {
        String text = written(RETRIEVED).replace(">200<", ">" + code + "<");
        assertThatThrownBy(() -> read(text))
                .isInstanceOf(UnreadableException.class)
                .hasMessageContaining("response-code '" + code + "'");
    }

    @Test
    void anUnknownCodeIsReadAs500() throws UnreadableException {
        CcmpResponse response = read(written(RETRIEVED).replace(">200<", "> 599 <"));
        assertThat(response.code()).isEqualTo(ResponseCode.SERVER_INTERNAL_ERROR);
        assertThat(response.reason()).isEqualTo("response-code 599: Success");
    }

    @ParameterizedTest
    @CsvSource({
        "<version>7,<version>0,version '0'",
        "<operation>retrieve,<operation>Retrieve,operation 'Retrieve'",
        "<version>,<bogus/><version>,unknown element bogus",
        "<version>,<version>1</version><version>,version occurs more than once",
        "</ccmpResponse>,,close tag",
        "ccmp:ccmpResponse,ccmp:ccmpRequest,ccmpResponse",
        "<ccmp:confResponse/>,<ccmp:confRequest/>,ccmp:confRequest"
    })
    void whatIsNoResponseIsRefusedWithTheReason(String was, String is, String reason) {
        String text = written(RETRIEVED).replace(was, is == null ? "" : is);
        assertThatThrownBy(() -> read(text))
                .isInstanceOf(UnreadableException.class)
                .hasMessageContaining(reason);
    }

    @Test
    @Requirement({"CCMP-11-17", "CCMP-11-18", "CCMP-11-19"})
    void optionsAreWrittenLikeThis() throws UnreadableException {
        Options options = new Options(
                List.of(
                        new Options.StandardMessage(Message.CONFS, Set.of(), Optional.empty()),
                        new Options.StandardMessage(
                                Message.CONF, Set.of(Operation.DELETE, Operation.CREATE), Optional.of("d"))),
                List.of(new Options.ExtendedMessage("e", Set.of(Operation.RETRIEVE), "s", Optional.empty())));
        CcmpResponse response = CcmpResponse.to(CcmpRequest.of(Message.OPTIONS, "a"), ResponseCode.SUCCESS, "ok")
                .body(options);
        String text = written(response);
        assertThat(text)
                .contains("<ccmp:optionsResponse><options><standard-message-list>"
                        + "<standard-message><name>confsRequest</name></standard-message>"
                        + "<standard-message><name>confRequest</name><operations><operation>create</operation>"
                        + "<operation>delete</operation></operations><description>d</description></standard-message>"
                        + "</standard-message-list><extended-message-list><extended-message><name>e</name>"
                        + "<operations><operation>retrieve</operation></operations><schema-def>s</schema-def>"
                        + "</extended-message></extended-message-list></options></ccmp:optionsResponse>");
        assertThat(Schemas.message(text.getBytes(StandardCharsets.UTF_8))).isEmpty();
        assertThat(read(text)).isEqualTo(response);
        assertThat(read(text.replace("confsRequest", "futureRequest")).body())
                .isEqualTo(new Options(options.standard().subList(1, 2), options.extended()));
    }

    @Test
    @Requirement("CCMP-11-17")
    void optionsThatTheSchemaHasNoFormForAreNotWritten() {
        CcmpResponse response = CcmpResponse.to(CcmpRequest.of(Message.OPTIONS, "a"), ResponseCode.SUCCESS, "ok");
        Options none = new Options(List.of(), List.of());
        Options extended = new Options(
                List.of(new Options.StandardMessage(Message.EXTENDED, Set.of(), Optional.empty())), List.of());
        assertThatThrownBy(() -> written(response.body(none))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> written(response.body(extended)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("extendedRequest");
    }

    @Test
    void aBodyOfAnotherMessageIsNotWritten() {
        assertThatThrownBy(() -> written(RETRIEVED.body(new Body.Extension("x", List.of()))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("confRequest");
    }
}
