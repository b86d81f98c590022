package io.parley.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ContactUriTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sip:alice@example.com",
                "sips:alice@example.com;transport=tcp",
                "tel:+1-201-555-0123",
                "mailto:alice@example.com",
                "h323:alice@example.com",
                "http://example.com/a?b#c",
                "x+y-z.1:whatever"
            })
    void everyAbsoluteUriIsAContact(String text) {
        assertThat(ContactUri.of(text)).hasToString(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "alice@example.com", "sip:", ":alice", "1sip:alice", "sip:alice smith@example.com", "//host"
            })
    void whatHasNoSchemeOrHoldsBlanksIsNone(String text) {
        assertThat(ContactUri.parse(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "SIP:alice@EXAMPLE.com, sip:alice@example.com",
        "sip:alice@Example.com;transport=tcp, sip:alice@example.com;transport=tcp",
        "HTTP://Example.com/A, http://example.com/A"
    })
    void caseOfSchemeAndHostTellsNoTwoApart(String one, String other) {
        assertThat(ContactUri.of(one)).isEqualTo(ContactUri.of(other)).hasSameHashCodeAs(ContactUri.of(other));
        assertThat(ContactUri.of(one)).isEqualByComparingTo(ContactUri.of(other));
    }

    @ParameterizedTest
    @CsvSource({
        "sip:alice@example.com, sip:Alice@example.com",
        "sip:alice@example.com, sips:alice@example.com",
        "sip:alice@example.com, sip:alice@example.com:5060",
        "sip:alice@example.com, sip:alice@example.com;transport=tcp",
        "http://example.com/a, http://example.com/A"
    })
    void everythingElseCounts(String one, String other) {
        assertThat(ContactUri.of(one)).isNotEqualTo(ContactUri.of(other));
    }

    @ParameterizedTest
    @CsvSource({
        "sip:alice@Example.com, example.com",
        "sip:alice@example.com:5060, example.com",
        "sip:alice@example.com:5060;transport=tcp, example.com",
        "sip:alice@[2001:DB8::1]:5060, [2001:db8::1]",
        "sip:alice@[2001:DB8::1], [2001:db8::1]",
        "mailto:alice@example.com?subject=x, example.com",
        "tel:+12015550123, "
    })
    void theHostStandsBehindTheAtWithoutItsPort(String text, String host) {
        assertThat(ContactUri.of(text).host()).isEqualTo(Optional.ofNullable(host));
    }

    @Test
    void whiteSpaceAroundItIsDropped() {
        assertThat(ContactUri.of(" sip:a@example.com\r\n")).hasToString("sip:a@example.com");
    }

    @Test
    void whatIsNoneIsNamedInTheException() {
        assertThatThrownBy(() -> ContactUri.of("alice"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("alice");
    }
}
