package io.parley.sip.authentication;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.NotEmpty;
import net.jqwik.api.domains.Domain;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DigestParametersTest {

    private static Optional<Map<String, String>> read(String field) {
        return DigestParameters.parse(field).map(DigestParameters::values);
    }

    @Test
    void valuesAreReadWithAndWithoutQuotes() {
        assertThat(read("Digest realm=\"a, \\\"b\\\"\", algorithm=MD5,QOP = \"auth,auth-int\" , opaque=\"\""))
                .contains(Map.of("realm", "a, \"b\"", "algorithm", "MD5", "qop", "auth,auth-int", "opaque", ""));
    }

    @Test
    void schemeAndNamesAreComparedWithoutCase() {
        assertThat(read("dIGEST\tReAlM=x")).contains(Map.of("realm", "x"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Basic dXNlcjpwYXNz",
                "Digester realm=x",
                "Digest realm",
                "Digest realm=",
                "Digest realm=\"x",
                "Digest realm=\"x\\",
                "Digest realm=\"x\\\"",
                "Digest realm=\"x\"y",
                "Digest realm=x nonce=y",
                "Digest =x",
                "Digest realm==x",
                "Digest realm=x, Realm=x"
            })
    void whatIsMalformedIsNothing(String field) {
        assertThat(read(field)).isEmpty();
    }

    @Test
    void aLongValueIsNoTroubleToTheStackOfTheThread() {
        assertThat(read("Digest realm=\"" + "\\\"".repeat(200_000) + "\"")).isPresent();
    }

    @Property
    void whatIsQuotedIsReadAgain(@ForAll String value, @ForAll @AlphaChars @NotEmpty String token) {
        assertThat(read("Digest a=" + DigestParameters.quoted(value) + ", b=" + token))
                .contains(Map.of("a", value, "b", token));
    }

    @Property
    @Domain(Arbitraries.class)
    void anyTextIsReadOrRefused(@ForAll String text) {
        assertThat(DigestParameters.parse("Digest " + text).isPresent()).isIn(true, false);
    }

    @Test
    void noValueIsShown() {
        assertThat(DigestParameters.parse("Digest response=secret").orElseThrow())
                .asString()
                .doesNotContain("secret");
    }
}
