package io.parley.codec.c3p;

import static io.parley.codec.c3p.Messages.fault;
import static io.parley.codec.c3p.Messages.request;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.parley.c3p.C3pRequest;
import io.parley.codec.xml.Limits;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What strangers send. */
class HostileC3pTest {

    private static final String ADD_USER =
            "<addUser><conferenceKeys confEntity='$C'/><ci:user entity='$U'>%s</ci:user></addUser>";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!DOCTYPE request><request requestId='7'/>",
                "<!DOCTYPE request SYSTEM 'file:///etc/passwd'><request requestId='7'/>",
                "<!DOCTYPE r [<!ENTITY a 'aaaaaaaaaa'><!ENTITY b '&a;&a;&a;'>]><request requestId='7'>&b;</request>"
            })
    void aDocumentTypeIsRefused(String message) {
        assertThat(fault(C3pTrees.utf8(message)).fault()).contains("DTD");
        assertThatThrownBy(() -> C3pTrees.CODEC.readResponse(C3pTrees.utf8(message)))
                .hasMessageContaining("DTD");
        assertThatThrownBy(() -> C3pTrees.CODEC.readDocument(C3pTrees.utf8(message)))
                .hasMessageContaining("DTD");
    }

    @Test
    void depthLengthAndNumbersAreLimited() {
        assertThat(fault(request("<x>".repeat(300) + "</x>".repeat(300))).fault())
                .contains("Depth");
        assertThat(fault(request(ADD_USER.formatted("<x/>".repeat(100_001)))).fault())
                .contains("Element");
        assertThat(fault(request("<x>" + "y".repeat(1 << 20) + "</x>")).fault()).isEqualTo("longer than 1048576 bytes");
        Limits small = new Limits(2000, 256, 64, 300, 100);
        assertThat(((C3pReading.Unreadable) new C3pCodec(small).readRequest(request("<x>" + "y".repeat(301) + "</x>")))
                        .fault()
                        .fault())
                .contains("300");
    }

    @Test
    void asMuchAsTheLimitsAdmitIsReadAndWritten() {
        C3pRequest separated =
                C3pTrees.request(request(ADD_USER.formatted("<cis:separator/><x:y xmlns:x='urn:x'/>".repeat(5_000))));
        C3pRequest doubled = C3pTrees.request(request(
                ADD_USER.formatted("<ci:endpoint entity='{A}'><ci:media id='1'/></ci:endpoint>".repeat(2_000))));
        assertThat(C3pTrees.request(C3pTrees.CODEC.writeRequest(separated))).isEqualTo(separated);
        assertThat(C3pTrees.request(C3pTrees.CODEC.writeRequest(doubled))).isEqualTo(doubled);
    }

    @Test
    void whatIsReflectedIsShortAndXml() {
        String fault = fault(request("<deleteUser><userKeys confEntity='$C' userEntity='" + "b".repeat(100_000)
                        + "'/></deleteUser>"))
                .fault();
        assertThat(fault).hasSizeLessThan(300);
        assertThat(fault(request("<modifyUserRoles><userKeys confEntity='$C' userEntity='$U'/><ci:user-roles><ci:entry>"
                                + "r".repeat(100_000) + "</ci:entry></ci:user-roles></modifyUserRoles>"))
                        .fault())
                .hasSizeLessThan(300);
        assertThat(fault(C3pTrees.utf8("<" + "r".repeat(100_000) + "/>")).fault())
                .hasSizeLessThan(300);
        assertThat(fault(request("<addUser><conferenceKeys confEntity='$C'/><ci:user entity='" + "u".repeat(100_000)
                                + "'/></addUser>"))
                        .fault())
                .hasSizeLessThan(300);
    }
}
