package io.parley.sip.authentication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.parley.sip.message.SipHeaders;
import io.parley.sip.message.SipRequest;
import io.parley.sip.message.SipResponse;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.domains.Domain;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a client answers to a challenge (RFC 3261 sections 22.2 to 22.4, RFC 8760 section 2.4). */
class DigestCredentialsTest {

    private static final String CNONCE = "f2/wE4q74E6zIJEtWaHKaf5wv/H5QzzpXusqGemxURZJ";
    private static final SipRequest GET = SipRequest.of("GET", "/dir/index.html");
    private static final String RFC_7616 =
            "Digest realm=\"http-auth@example.org\", qop=\"auth, auth-int\", algorithm=%s,"
                    + " nonce=\"7ypf/xlj9XXwfDPEoM4URrv/xwf94BcCAzFZH4GiTo0v\","
                    + " opaque=\"FQhe/qaU925kfnzjCev0ciny7QMkPqMAFRtzCUYo5tdS\"";

    private final DigestCredentials mufasa = new DigestCredentials("Mufasa", "Circle of Life", () -> CNONCE);

    private static SipResponse unauthorized(String... challenges) {
        return new SipResponse(
                401,
                "Unauthorized",
                SipHeaders.of(List.of(challenges).stream()
                        .map(it -> new SipHeaders.Field("WWW-Authenticate", it))
                        .toList()),
                SipResponse.of(401, "").body());
    }

    private Optional<String> answer(String... challenges) {
        return mufasa.answer(GET, unauthorized(challenges)).map(SipHeaders.Field::value);
    }

    @Test
    void theAnswerOfRfc7616Section3p9p1() {
        assertThat(answer(RFC_7616.formatted("SHA-256")))
                .contains("Digest username=\"Mufasa\", realm=\"http-auth@example.org\","
                        + " nonce=\"7ypf/xlj9XXwfDPEoM4URrv/xwf94BcCAzFZH4GiTo0v\", uri=\"/dir/index.html\","
                        + " response=\"753927fa0e85d155564e2e272a28d1802ca10daf4496794697cf8db5856cb6c1\","
                        + " algorithm=SHA-256, opaque=\"FQhe/qaU925kfnzjCev0ciny7QMkPqMAFRtzCUYo5tdS\","
                        + " qop=auth, nc=00000001, cnonce=\"" + CNONCE + "\"");
    }

    @Test
    void theTopmostChallengeThatIsUnderstoodIsAnswered() {
        assertThat(answer(RFC_7616.formatted("SHA-512-256"), RFC_7616.formatted("SHA-256"), RFC_7616.formatted("MD5")))
                .hasValueSatisfying(it -> assertThat(it).contains("algorithm=SHA-256,"));
    }

    @Test
    void md5IsAnsweredWhereItIsNamedFirst() {
        assertThat(answer("Basic realm=\"x\"", RFC_7616.formatted("MD5"), RFC_7616.formatted("SHA-256")))
                .hasValueSatisfying(it -> assertThat(it).contains("response=\"8ca523f5e9506fed4657c9700eebdbec\""));
    }

    @Test
    void withoutAlgorithmItIsMd5AndWithoutQopRfc2069() {
        DigestCredentials old = new DigestCredentials("Mufasa", "CircleOfLife", () -> CNONCE);
        String challenge = "Digest realm=\"testrealm@host.com\", nonce=\"dcd98b7102dd2f0e8b11d0f600bfb0c093\"";
        assertThat(old.answer(GET, unauthorized(challenge)).orElseThrow().value())
                .contains("response=\"1949323746fe6a43ef61f9606e7febea\"")
                .doesNotContain("cnonce", "nc=", "qop", "algorithm");
    }

    @Test
    void aProxyIsAnsweredInAHeaderOfItsOwn() {
        SipResponse challenge = SipResponse.of(407, "Proxy Authentication Required")
                .and("Proxy-Authenticate", RFC_7616.formatted("MD5"))
                .and("WWW-Authenticate", RFC_7616.formatted("SHA-256"));
        SipHeaders.Field field = mufasa.answer(GET, challenge).orElseThrow();
        assertThat(field.name()).isEqualTo("Proxy-Authorization");
        assertThat(field.value()).contains("algorithm=MD5");
    }

    @Test
    void requestsWithOneNonceAreCounted() {
        for (String count : List.of("nc=00000001", "nc=00000002", "nc=00000003")) {
            assertThat(answer(RFC_7616.formatted("MD5")).orElseThrow()).contains(count);
        }
        assertThat(answer("Digest realm=\"r\", qop=\"auth\", nonce=\"another\"").orElseThrow())
                .contains("nc=00000001");
    }

    @Test
    void aRefusedAnswerIsNotGivenAgainUnlessOnlyItsNonceWasTooOld() {
        SipRequest answered =
                GET.with("Authorization", answer(RFC_7616.formatted("MD5")).orElseThrow());
        assertThat(mufasa.answer(answered, unauthorized(RFC_7616.formatted("MD5"))))
                .isEmpty();
        assertThat(mufasa.answer(answered, unauthorized(RFC_7616.formatted("MD5") + ", stale=TRUE")))
                .isPresent();
        assertThat(mufasa.answer(answered, unauthorized("Digest realm=\"another\", qop=\"auth\", nonce=\"n\"")))
                .isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Basic realm=\"x\"",
                "Digest realm=\"x\"",
                "Digest nonce=\"x\"",
                "Digest realm=\"x\", nonce=\"y\", qop=\"auth-int\"",
                "Digest realm=\"x\", nonce=\"y\", algorithm=MD5-sess",
                "Digest realm=\"x"
            })
    void whatCannotBeAnsweredIsNot(String challenge) {
        assertThat(answer(challenge)).isEmpty();
    }

    @Test
    void onlyAChallengeIsAnswered() {
        assertThat(mufasa.answer(
                        GET, SipResponse.of(403, "Forbidden").and("WWW-Authenticate", RFC_7616.formatted("MD5"))))
                .isEmpty();
        assertThat(mufasa.answer(GET, unauthorized())).isEmpty();
    }

    @Test
    void eachAnswerHasANonceOfItsOwn() {
        DigestCredentials real = new DigestCredentials("Mufasa", "Circle of Life");
        SipResponse challenge = unauthorized(RFC_7616.formatted("MD5"));
        assertThat(cnonce(real.answer(GET, challenge))).isNotEqualTo(cnonce(real.answer(GET, challenge)));
    }

    private static String cnonce(Optional<SipHeaders.Field> answer) {
        return DigestParameters.parse(answer.orElseThrow().value())
                .orElseThrow()
                .text("cnonce");
    }

    @Test
    void aNameWithAColonIsNone() {
        assertThatIllegalArgumentException().isThrownBy(() -> new DigestCredentials("a:b", "c"));
        assertThatIllegalArgumentException().isThrownBy(() -> new DigestCredentials("a", "c\r\nFrom: x"));
    }

    @Test
    void thePasswordIsNotShown() {
        assertThat(mufasa).hasToString("Mufasa");
    }

    @Property
    @Domain(Arbitraries.class)
    void anyChallengeIsAnsweredOrNot(@ForAll String text) {
        String challenge = "Digest realm=\"x\", nonce=\"y\", " + text;
        assertThat(mufasa.answer(GET, unauthorized(challenge)).isPresent()).isIn(true, false);
    }
}
