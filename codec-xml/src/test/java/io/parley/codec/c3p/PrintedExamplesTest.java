package io.parley.codec.c3p;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.c3p.C3pJoiningMethod;
import io.parley.c3p.C3pRequest;
import io.parley.c3p.Command;
import io.parley.c3p.ConferenceCommand.DeleteConference;
import io.parley.c3p.ConferenceCommand.ModifyConferenceLock;
import io.parley.c3p.UserCommand.AddUser;
import io.parley.codec.xml.Limits;
import io.parley.focus.Autopromote;
import io.parley.identity.SipUri;
import io.parley.spec.Requirement;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** The examples of MS-CONFBAS section 4 as they are printed, which are not valid, and which clients have copied. */
class PrintedExamplesTest {

    private static final String FOCUS = "sip:Alice@fabrikam.com;gruu;opaque=app:conf:focus:id:5D3747C";
    private static final String CHAT = "sip:Alice@fabrikam.com;gruu;opaque=app:conf:chat:id:5D3747C";

    private final C3pCodec codec = new C3pCodec(Limits.defaults());

    private Command read(String command) {
        String request = """
                <request requestId="1" C3PVersion="1" from="sip:bob@fabrikam.com" to="%s"
                    xmlns="urn:ietf:params:xml:ns:cccp" xmlns:ci="urn:ietf:params:xml:ns:conference-info"
                    xmlns:msci="http://schemas.microsoft.com/rtc/2005/08/confinfoextensions"
                    xmlns:mscp="http://schemas.microsoft.com/rtc/2005/08/cccpextensions">%s</request>
                """.formatted(FOCUS, command);
        C3pReading reading = codec.readRequest(request.getBytes(StandardCharsets.UTF_8));
        assertThat(reading).as(String.valueOf(reading)).isInstanceOf(C3pReading.Read.class);
        C3pRequest read = ((C3pReading.Read) reading).request();
        assertThat(read.from()).isEqualTo(SipUri.of("sip:bob@fabrikam.com"));
        byte[] written = codec.writeRequest(read);
        assertThat(C3pSchemas.fault(written))
                .as(new String(written, StandardCharsets.UTF_8))
                .isEmpty();
        return read.command();
    }

    @Test
    @Requirement("C3P-COR-01")
    void addUserWithItsUserInTheNamespaceOfC3p() {
        AddUser read = (AddUser) read("""
                <addUser><conferenceKeys confEntity="%s"/>
                <user entity="sip:bob@fabrikam.com"><roles><entry>presenter</entry></roles>
                <endpoint entity="{339F927D-6AD4-4090-9104-8414B99EE045}" /></user></addUser>
                """.formatted(FOCUS));
        assertThat(read.user().entity()).isEqualTo(SipUri.of("sip:bob@fabrikam.com"));
        assertThat(read.user().roles()).containsExactly("presenter");
        assertThat(read.user().endpoint().orElseThrow().entity()).contains("{339F927D-6AD4-4090-9104-8414B99EE045}");
    }

    @Test
    @Requirement("C3P-COR-02")
    void modifyConferenceLockWithItsSettingsInTheNamespaceOfC3p() {
        ModifyConferenceLock read = (ModifyConferenceLock) read("""
                <modifyConferenceLock><conferenceKeys confEntity="%s"/><locked>true</locked><separator/>
                <admission-policy>anonymous</admission-policy><autopromote>2147483648</autopromote>
                <pstn-lobby-bypass>true</pstn-lobby-bypass></modifyConferenceLock>
                """.formatted(FOCUS));
        assertThat(read.locked()).isTrue();
        assertThat(read.settings().orElseThrow().autopromote()).isEqualTo(Autopromote.EVERYONE);
        assertThat(read.settings().orElseThrow().pstnLobbyBypass()).isTrue();
    }

    @Test
    @Requirement({"C3P-COR-03", "C3P-COR-04"})
    void addUserWithABareMcuUriAndTheJoiningMethodMisspelt() {
        AddUser read = (AddUser) read("""
                <addUser mcuUri="%s"><conferenceKeys confEntity="%s"/>
                <user entity="sip:cathy@fabrikam.com"><roles><entry>attendee</entry></roles>
                <endpoint entity="{A}"><joining-method>dialled-out</joining-method></endpoint></user></addUser>
                """.formatted(CHAT, FOCUS));
        assertThat(read.mcuUri()).contains(SipUri.of(CHAT));
        assertThat(read.user().endpoint().orElseThrow().joiningMethod()).contains(C3pJoiningMethod.DIALED_OUT);
    }

    @Test
    @Requirement("C3P-COR-05")
    void deleteConferenceWithItsKeysInCapitals() {
        DeleteConference read = (DeleteConference)
                read("<deleteConference><ConferenceKeys confEntity=\"%s\"/></deleteConference>".formatted(FOCUS));
        assertThat(read.confEntity()).contains(SipUri.of(FOCUS));
    }

    @Test
    @Requirement("C3P-COR-07")
    void sessionOnBehalfOfWithBlanksAroundTheUri() {
        AddUser read = (AddUser) read("""
                <addUser><conferenceKeys confEntity=" %s "/>
                <user entity="sip:bob@fabrikam.com"><roles><entry>presenter</entry></roles>
                <endpoint entity="{B}"><session-on-behalf-of><entity> sip:carol@fabrikam.com </entity>
                </session-on-behalf-of></endpoint></user></addUser>
                """.formatted(FOCUS));
        assertThat(read.confEntity()).contains(SipUri.of(FOCUS));
        assertThat(read.user().endpoint().orElseThrow().sessionOnBehalfOf())
                .contains(SipUri.of("sip:carol@fabrikam.com"));
    }
}
