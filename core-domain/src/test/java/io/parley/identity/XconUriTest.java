package io.parley.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.parley.spec.Requirement;
import java.util.Locale;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class XconUriTest {

    private static final String UNRESERVED_AND_MORE = "-._~+=/";

    @ParameterizedTest
    @CsvSource({
        "xcon:Ji092i@example.com, Ji092i, example.com",
        "xcon:conf223, , conf223",
        "xcon:a/b=c+d@example.com, a/b=c+d, example.com",
        "XCON:A@Example.COM, A, Example.COM"
    })
    @Requirement("DM-3.3.1-01")
    void anObjectIdIsOptionalAndTheHostIsNot(String text, String objectId, String host) {
        XconUri uri = XconUri.of(text);
        assertThat(uri.objectId()).isEqualTo(Optional.ofNullable(objectId));
        assertThat(uri.host()).isEqualTo(host);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "xcon:@example.com",
                "xcon:",
                "",
                "xcon:a@",
                "xcon:a@b@example.com",
                "conf223",
                "sip:a@example.com",
                "xcon-userid:a@example.com",
                "xcon:a@example.com/path",
                "xcon:a@example.com:5060",
                "see xcon:a@example.com"
            })
    @Requirement("DM-3.3.1-01")
    void everyOtherFormIsRefused(String text) {
        assertThat(XconUri.parse(text)).isEmpty();
    }

    @Property(tries = 200)
    @Requirement("DM-3.3.1-02")
    void anObjectIdIsMadeOfLettersDigitsAndSevenMarks(@ForAll("objectIds") String objectId) {
        assertThat(XconUri.of("xcon:" + objectId + "@example.com").objectId()).contains(objectId);
    }

    @Test
    @Requirement("DM-3.3.1-02")
    void eachAdmittedCharacterIsAnObjectIdOfItsOwn() {
        UNRESERVED_AND_MORE
                .chars()
                .mapToObj(Character::toString)
                .forEach(mark -> assertThat(XconUri.parse("xcon:" + mark + "@example.com"))
                        .as(mark)
                        .isPresent());
    }

    @ParameterizedTest
    @ValueSource(strings = {"%41", ":", " ", "é", "a b", "a:b", "ß", "a,b", "*", "$", "a;b", "\u212A"})
    @Requirement("DM-3.3.1-02")
    void noOtherCharacterStandsInAnObjectId(String objectId) {
        assertThat(XconUri.parse("xcon:" + objectId + "@example.com")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "example.com",
                "192.0.2.1",
                "[2001:db8::1]",
                "[::ffff:192.0.2.1]",
                "[v1.fe80::a+en1]",
                "host",
                "a%20b",
                "xn--e1afmkfd.example"
            })
    @Requirement("DM-3.3.1-03")
    void theHostIsARegisteredNameOrAnAddress(String host) {
        assertThat(XconUri.of("xcon:a@" + host).host()).isEqualTo(host);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"[2001:db8::1", "2001:db8::1]", "[]", "[2001:db8::g]", "[v1]", "exa mple", "é.example", "a%2"})
    @Requirement("DM-3.3.1-03")
    void whatIsNoHostIsRefused(String host) {
        assertThat(XconUri.parse("xcon:a@" + host)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"XCON:ABC@Example.COM, xcon:abc@example.com", "xcon:Conf@[2001:DB8::1], xcon:conf@[2001:db8::1]"})
    @Requirement("DM-3.3.2-01")
    void caseTellsNoTwoApart(String one, String other) {
        assertThat(XconUri.of(one)).isEqualTo(XconUri.of(other)).hasSameHashCodeAs(XconUri.of(other));
        assertThat(XconUri.of(one)).isEqualByComparingTo(XconUri.of(other));
        assertThat(XconUri.of(one).key()).isEqualTo(other);
    }

    @ParameterizedTest
    @CsvSource({
        "xcon:a+b@example.com, xcon:a=b@example.com",
        "xcon:a@b%2ec.example, xcon:a@b.c.example",
        "xcon:a/./b@example.com, xcon:a/b@example.com",
        "xcon:a@example.com, xcon:a@example.com.",
        "xcon:a@example.com, xcon:example.com"
    })
    @Requirement("DM-3.3.2-02")
    void nothingButCaseIsNormalised(String one, String other) {
        assertThat(XconUri.of(one)).isNotEqualTo(XconUri.of(other));
        assertThat(XconUri.of(one).compareTo(XconUri.of(other))).isNotZero();
    }

    @ParameterizedTest
    @CsvSource({"xcon:a@[::1], xcon:a@[0:0:0:0:0:0:0:1]", "xcon:a@192.0.2.1, xcon:a@192.0.2.01"})
    @Requirement("DM-3.3.2-03")
    void addressesAreComparedAsText(String one, String other) {
        assertThat(XconUri.of(one)).isNotEqualTo(XconUri.of(other));
    }

    @Test
    void theSpellingIsKept() {
        assertThat(XconUri.of("xcon:AbC@Example.com")).hasToString("xcon:AbC@Example.com");
    }

    @Test
    void whiteSpaceAroundItIsDropped() {
        assertThat(XconUri.of("\n xcon:a@example.com\t")).hasToString("xcon:a@example.com");
    }

    @Test
    void itBelongsToADomainWhateverTheCase() {
        assertThat(XconUri.of("a", "Example.com").isOf("example.COM")).isTrue();
        assertThat(XconUri.of("a", "sub.example.com").isOf("example.com")).isFalse();
    }

    @Test
    void whatIsNoneIsNamedInTheException() {
        assertThatThrownBy(() -> XconUri.of("conf 223"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("conf 223");
    }

    @Property(tries = 200)
    void equalityIsThatOfTheLowerCaseForms(@ForAll("uris") XconUri one, @ForAll("uris") XconUri other) {
        boolean same =
                one.toString().toLowerCase(Locale.ROOT).equals(other.toString().toLowerCase(Locale.ROOT));
        assertThat(one.equals(other)).isEqualTo(same);
        assertThat(one.compareTo(other) == 0).isEqualTo(same);
    }

    @Provide
    static Arbitrary<String> objectIds() {
        return Arbitraries.strings()
                .alpha()
                .numeric()
                .withChars(UNRESERVED_AND_MORE)
                .ofMinLength(1)
                .ofMaxLength(12)
                .withoutEdgeCases();
    }

    @Provide
    static Arbitrary<XconUri> uris() {
        return Combinators.combine(Arbitraries.of("a", "A", "b", "B"), Arbitraries.of("d.example", "D.Example", "e"))
                .as(XconUri::of);
    }
}
