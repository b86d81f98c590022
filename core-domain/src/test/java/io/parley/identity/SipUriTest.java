package io.parley.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.parley.identity.SipUri.Header;
import io.parley.identity.SipUri.Scheme;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** URIs of SIP by RFC 3261 section 19.1 and telephone numbers by RFC 3966. */
class SipUriTest {

    private static final String FOCUS = "sip:alice@fabrikam.com;gruu;opaque=app:conf:focus:id:5D3747C";

    private static SipUri uri(String text) {
        return SipUri.of(text);
    }

    @Test
    void aUriIsTakenApart() {
        SipUri uri = uri("SIP:al%69ce:secret@Example.COM:5070;Transport=TCP;lr?Subject=next%20week&to=bob%40b");
        assertThat(uri.scheme()).isEqualTo(Scheme.SIP);
        assertThat(uri.user()).contains("al%69ce");
        assertThat(uri.host()).contains("Example.COM");
        assertThat(uri.port()).hasValue(5070);
        assertThat(uri.parameters()).containsExactly(Map.entry("transport", "TCP"), Map.entry("lr", ""));
        assertThat(uri.parameter("lr")).contains("");
        assertThat(uri.parameter("maddr")).isEmpty();
        assertThat(uri.headers()).isEqualTo(List.of(new Header("Subject", "next week"), new Header("to", "bob@b")));
        assertThat(uri)
                .hasToString("SIP:al%69ce:secret@Example.COM:5070;Transport=TCP;lr?Subject=next%20week&to=bob%40b");
    }

    @Test
    void theUriOfAConferenceIsTakenApart() {
        SipUri uri = uri(" " + FOCUS + "\n");
        assertThat(uri.parameters())
                .containsExactly(Map.entry("gruu", ""), Map.entry("opaque", "app:conf:focus:id:5D3747C"));
        assertThat(uri).hasToString(FOCUS);
        assertThat(uri.addressOfRecord()).hasToString("sip:alice@fabrikam.com");
    }

    @Test
    void aTelephoneNumberIsTakenApart() {
        SipUri uri = uri("tel:+1-425-555-0100;ext=12");
        assertThat(uri.scheme()).isEqualTo(Scheme.TEL);
        assertThat(uri.isSip()).isFalse();
        assertThat(uri.user()).contains("+1-425-555-0100");
        assertThat(uri.host()).isEmpty();
        assertThat(uri.addressOfRecord()).hasToString("tel:+1-425-555-0100");
        assertThat(uri("tel:7042;phone-context=example.com").parameter("phone-context"))
                .contains("example.com");
    }

    @Test
    void escapesOfHeadersAreUndoneAsUtf8() {
        assertThat(uri("sip:a@b?s=%C3%BC%E2%82%AC%F0%9F%98%80").headers()).containsExactly(new Header("s", "ü€😀"));
        assertThat(uri("sip:a@b?s=%C3x%FF%C0%80%ED%A0%80").headers())
                .containsExactly(new Header("s", "\uFFFDx\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sip:biloxi.com",
                "sip:+12125551212@gateway.com;user=phone",
                "sips:1212@gateway.com",
                "sip:alice@192.0.2.4",
                "sip:alice@[2001:db8::1]:5060",
                "sip:user;par=u%40example.net@example.com",
                "sip:alice;day=tuesday@atlanta.com",
                "sip:carol@chicago.com.",
                "sip:a_b@host_name.example",
                "sip:alice@fabrikam.com;opaque=user:epid:HT07tI-f3F-fdDyic8rblwAA;gruu",
                "tel:*9#;phone-context=+1",
                "sip:x@y?Referred-By=z"
            })
    void theseAreUris(String text) {
        assertThat(SipUri.parse(text)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "alice",
                "bob@example.com",
                "http://x",
                "mailto:a@b",
                "sip:",
                "sip:@host",
                "sip:a@",
                "sip:a@b@c",
                "sip:a b@c",
                "sip:ü@c",
                "sip:a@b:",
                "sip:a@b:99999",
                "sip:a@b:port",
                "sip:a@-b",
                "sip:a@b..c",
                "sip:a@[::1",
                "sip:a@[]",
                "sip:a@b;",
                "sip:a@b;=x",
                "sip:a@b;x=1;X=2",
                "sip:a@b?x",
                "sip:a@b?=x",
                "sip:a@b?",
                "sip:%4@b",
                "sip:%zz@b",
                "sip:a@b;p=<script>",
                "tel:",
                "tel:+",
                "tel:+12a",
                "tel:555 0100"
            })
    void theseAreNone(String text) {
        assertThat(SipUri.parse(text)).isEmpty();
        assertThatThrownBy(() -> SipUri.of(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'" + text + "'");
    }

    /** The sets of RFC 3261 section 19.1.4, and what is decided besides. */
    @ParameterizedTest
    @CsvSource({
        "sip:%61lice@atlanta.com;transport=TCP, sip:alice@AtLanTa.CoM;Transport=tcp",
        "sip:carol@chicago.com, sip:carol@chicago.com;newparam=5",
        "sip:carol@chicago.com, sip:carol@chicago.com;security=on",
        "sip:biloxi.com;transport=tcp;method=REGISTER?to=sip:bob%40biloxi.com,"
                + " sip:biloxi.com;method=REGISTER;transport=tcp?to=sip:bob%40biloxi.com",
        "sip:alice@atlanta.com?subject=project%20x&priority=urgent,"
                + " sip:alice@atlanta.com?priority=urgent&subject=project%20x",
        "sip:a@b;gruu;opaque=x, sip:a@B;opaque=X;gruu",
        "tel:+1-425-555-0100, tel:+1(425)555.0100"
    })
    void theseAreEquivalent(String one, String other) {
        assertThat(uri(one).isEquivalentTo(uri(other))).isTrue();
        assertThat(uri(other).isEquivalentTo(uri(one))).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "SIP:ALICE@AtLanTa.CoM;Transport=udp, sip:alice@AtLanTa.CoM;Transport=UDP",
        "sip:bob@biloxi.com, sip:bob@biloxi.com:5060",
        "sip:bob@biloxi.com, sip:bob@biloxi.com;transport=udp",
        "sip:bob@biloxi.com, sip:bob@biloxi.com:6000;transport=tcp",
        "sip:carol@chicago.com, sip:carol@chicago.com?Subject=next%20meeting",
        "sip:bob@phone21.boxesbybob.com, sip:bob@192.0.2.4",
        "sip:bob@b, sips:bob@b",
        "sip:bob@b, sip:bob:secret@b",
        "sip:b, sip:bob@b",
        "sip:a%3Bb@c, sip:a;b@c",
        "sip:a@b, sip:a@b;user=phone",
        "sip:a@b, sip:a@b;ttl=1",
        "sip:a@b, sip:a@b;method=BYE",
        "sip:a@b, sip:a@b;maddr=c",
        "sip:a@b;x=1, sip:a@b;x=2",
        "sip:a@b, sip:a@b;gruu",
        "sip:a@b;gruu, sip:a@b;gruu;opaque=app:conf:focus:id:1",
        "sip:a@b;gruu;opaque=app:conf:chat:id:1, sip:a@b;gruu;opaque=app:conf:focus:id:1",
        "tel:+1425, tel:1425",
        "tel:+1425, tel:+1425;ext=1",
        "tel:1425, sip:1425@b"
    })
    void theseAreNot(String one, String other) {
        assertThat(uri(one).isEquivalentTo(uri(other))).isFalse();
        assertThat(uri(other).isEquivalentTo(uri(one))).isFalse();
        assertThat(uri(one)).isNotEqualTo(uri(other));
    }

    @Test
    void whatIsEquivalentNeedNotBeEqual() {
        SipUri plain = uri("sip:carol@chicago.com");
        SipUri on = uri("sip:carol@chicago.com;security=on");
        SipUri off = uri("sip:carol@chicago.com;security=off");
        assertThat(plain.isEquivalentTo(on)).isTrue();
        assertThat(plain.isEquivalentTo(off)).isTrue();
        assertThat(on.isEquivalentTo(off)).isFalse();
        assertThat(plain).isNotEqualTo(on).isNotEqualTo(off);
    }

    @Test
    void spellingsOfOneUriAreEqual() {
        assertThat(uri("sip:%61lice@A;b=%7ec;d"))
                .isEqualTo(uri("SIP:alice@a;D;B=~C"))
                .hasSameHashCodeAs(uri("SIP:alice@a;D;B=~C"))
                .isEqualByComparingTo(uri("SIP:alice@a;D;B=~C"));
    }

    @Test
    void usersOfTheOwnDomainAreComparedWithoutRegardToCase() {
        SipUri capital = uri("sip:Alice@Fabrikam.com;gruu;opaque=app:conf:focus:id:5D3747C");
        assertThat(capital.isEquivalentTo(uri(FOCUS))).isFalse();
        assertThat(capital.isEquivalentTo(uri(FOCUS), "fabrikam.com")).isTrue();
        assertThat(capital.isEquivalentTo(uri(FOCUS), "contoso.com")).isFalse();
        assertThat(uri("sip:%41lice@fabrikam.com").isEquivalentTo(uri("sip:alice@fabrikam.com"), "fabrikam.com"))
                .isTrue();
        assertThat(uri("sip:Alice@a.com").isEquivalentTo(uri("sip:alice@b.com"), "a.com"))
                .isFalse();
        assertThat(capital.folded("fabrikam.com"))
                .hasToString("sip:alice@Fabrikam.com;gruu;opaque=app:conf:focus:id:5D3747C");
    }

    @ParameterizedTest
    @CsvSource({
        "sips:Bob@EXAMPLE.com;transport=tcp, sip:Bob@EXAMPLE.com;transport=tcp",
        "SIPS:b, sip:b",
        "sip:bob@b, sip:bob@b",
        "tel:+1-201-555-0123, tel:+1-201-555-0123"
    })
    void sipsNamesWhomSipNames(String uri, String asSip) {
        assertThat(SipUri.of(uri).asSip()).hasToString(asSip);
    }
}
