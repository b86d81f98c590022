package io.parley.codec.c3p;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.c3p.C3pCode;
import io.parley.c3p.C3pResponse;
import io.parley.c3p.MalformedC3p;
import io.parley.c3p.Reason;
import io.parley.codec.xml.Limits;
import io.parley.identity.SipUri;
import io.parley.spec.Requirement;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What cannot be read is told with as much as was understood, so that it can be answered (design, section 2). */
class UnreadableRequestsTest {

    private static final String FOCUS = "sip:alice@example.com;gruu;opaque=app:conf:focus:id:AAAAAAAA";

    private final C3pCodec codec = new C3pCodec(Limits.defaults());

    private MalformedC3p malformed(byte[] bytes) {
        C3pReading reading = codec.readRequest(bytes);
        assertThat(reading).isInstanceOf(C3pReading.Unreadable.class);
        return ((C3pReading.Unreadable) reading).fault();
    }

    private MalformedC3p malformed(String command) {
        return malformed(("<request xmlns='urn:ietf:params:xml:ns:cccp' requestId='7' from='sip:bob@example.com' to='"
                        + FOCUS + "'>" + command + "</request>")
                .getBytes(StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<modifyConferenceLock><conferenceKeys confEntity='sip:a@b'/></modifyConferenceLock>",
                "<modifyConferenceLock><conferenceKeys confEntity='sip:a@b'/><locked>maybe</locked></modifyConferenceLock>",
                "<deleteUser><userKeys confEntity='sip:a@b' userEntity='bob'/></deleteUser>",
                "<deleteUser><userKeys confEntity='http://x' userEntity='sip:bob@b'/></deleteUser>",
                "<setLobbyAccess><conferenceKeys confEntity='sip:a@b'/></setLobbyAccess>",
                "<deleteConference><conferenceKeys confEntity='sip:a@b'/></deleteConference><deleteConference/>"
            })
    @Requirement({"C3P-2.2.2.12-02", "C3P-2.2.3.9-01", "C3P-2.2.3.1.2-01", "C3P-2.2.3.1.3-01", "C3P-2.2.3.1.1-06"})
    void whatTheSchemaDoesNotAdmitIsAnsweredAsMalformed(String command) {
        C3pResponse response = malformed(command)
                .response(SipUri.of("sip:bob@example.com"), SipUri.of(FOCUS))
                .orElseThrow();
        assertThat(response.requestId()).isEqualTo("7");
        assertThat(response.code()).isEqualTo(C3pCode.FAILURE);
        assertThat(response.reason()).contains(Reason.REQUEST_MALFORMED);
        assertThat(response.from()).isEqualTo(SipUri.of(FOCUS));
        assertThat(response.to()).isEqualTo(SipUri.of("sip:bob@example.com"));
        byte[] written = codec.writeResponse(response);
        assertThat(C3pSchemas.fault(written))
                .as(new String(written, StandardCharsets.UTF_8))
                .isEmpty();
    }

    @Test
    @Requirement("C3P-2.2.2.12-01")
    void whatIsNoXmlCannotBeAnswered() {
        assertThat(malformed("<request requestId='7'".getBytes(StandardCharsets.UTF_8))
                        .response(SipUri.of("sip:bob@example.com"), SipUri.of(FOCUS)))
                .isEmpty();
    }

    @Test
    @Requirement("C3P-2.2.2.12-03")
    void otherEncodingsThanUtf8AreRefused() {
        String request = "<?xml version='1.0' encoding='UTF-16'?><request xmlns='urn:ietf:params:xml:ns:cccp'/>";
        assertThat(malformed(request.getBytes(StandardCharsets.UTF_16)).fault()).isNotBlank();
        byte[] invalid = "<request requestId='\u00e9'/>".getBytes(StandardCharsets.ISO_8859_1);
        assertThat(malformed(invalid).fault()).isNotBlank();
    }

    @Test
    void aDoctypeIsRefused() {
        String request = "<!DOCTYPE request [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><request>&x;</request>";
        assertThat(malformed(request.getBytes(StandardCharsets.UTF_8)).fault()).isNotBlank();
    }
}
