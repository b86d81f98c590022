package io.parley.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.parley.spec.Requirement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class XconUserIdTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "xcon-userid:Alice@example.com",
                "xcon-userid:john",
                "xcon-userid:a.b-c_d~e@example.com",
                "xcon-userid:sip:alice@example.com",
                "xcon-userid:+12015550123@example.com",
                "xcon-userid:a=b/c@example.com",
                "xcon-userid:a%20b@example.com",
                "XCON-USERID:John@Example.COM"
            })
    @Requirement("DM-4.6.5-02")
    void unreservedCharactersFiveMarksAndEscapesAreAdmitted(String text) {
        assertThat(XconUserId.of(text)).hasToString(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "xcon-userid:",
                "",
                "john",
                "xcon:john@example.com",
                "xcon-userid:a b@example.com",
                "xcon-userid:<a>@example.com",
                "xcon-userid:a%2@example.com",
                "xcon-userid:é@example.com",
                "xcon-userid:a\"b",
                "xcon-userid:a,b",
                "sip:john@example.com"
            })
    @Requirement("DM-4.6.5-02")
    void everyOtherFormIsRefused(String text) {
        assertThat(XconUserId.parse(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"XCON-USERID:John, xcon-userid:john", "xcon-userid:ALICE@EXAMPLE.COM, xcon-userid:alice@example.com"})
    @Requirement("DM-4.6.5-03")
    void caseTellsNoTwoApart(String one, String other) {
        assertThat(XconUserId.of(one)).isEqualTo(XconUserId.of(other)).hasSameHashCodeAs(XconUserId.of(other));
        assertThat(XconUserId.of(one)).isEqualByComparingTo(XconUserId.of(other));
        assertThat(XconUserId.of(one).key()).isEqualTo(other);
    }

    @ParameterizedTest
    @CsvSource({
        "xcon-userid:a.b, xcon-userid:a-b",
        "xcon-userid:a%2Eb, xcon-userid:a.b",
        "xcon-userid:john, xcon-userid:john@example.com",
        "xcon-userid:a+b@example.com, xcon-userid:a@example.com"
    })
    @Requirement("DM-4.6.5-04")
    void nothingButCaseIsFolded(String one, String other) {
        assertThat(XconUserId.of(one)).isNotEqualTo(XconUserId.of(other));
        assertThat(XconUserId.of(one).compareTo(XconUserId.of(other))).isNotZero();
    }

    @Test
    void nameAndDomainStandOnEitherSideOfTheLastAt() {
        XconUserId id = XconUserId.of("xcon-userid:sip:Alice@home@Example.com");
        assertThat(id.name()).isEqualTo("sip:Alice@home");
        assertThat(id.domain()).contains("Example.com");
        assertThat(id.isOf("example.COM")).isTrue();
        assertThat(id.isOf("com")).isFalse();
    }

    @Test
    void withoutAnAtAllIsName() {
        XconUserId id = XconUserId.of("xcon-userid:John");
        assertThat(id.name()).isEqualTo("John");
        assertThat(id.domain()).isEmpty();
        assertThat(id.isOf("")).isFalse();
    }

    @Test
    void whiteSpaceAroundItIsDroppedAndTheSpellingKept() {
        assertThat(XconUserId.of(" xcon-userid:AbC@d\n")).hasToString("xcon-userid:AbC@d");
    }

    @Test
    void itIsMadeOfNameAndDomain() {
        assertThat(XconUserId.of("alice", "example.com")).hasToString("xcon-userid:alice@example.com");
    }

    @Test
    void whatIsNoneIsNamedInTheException() {
        assertThatThrownBy(() -> XconUserId.of("john doe"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("john doe");
    }
}
