package io.parley.sip.authentication;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.ports.out.DigestSecrets.Algorithm;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The examples of the specifications. */
class DigestTest {

    private static final String SECTION_3_9_1_NONCE = "7ypf/xlj9XXwfDPEoM4URrv/xwf94BcCAzFZH4GiTo0v";
    private static final String SECTION_3_9_1_CNONCE = "f2/wE4q74E6zIJEtWaHKaf5wv/H5QzzpXusqGemxURZJ";

    private static DigestParameters answer(String nonce, String cnonce) {
        return new DigestParameters(
                Map.of("uri", "/dir/index.html", "nonce", nonce, "nc", "00000001", "cnonce", cnonce, "qop", "auth"));
    }

    private static String rfc7616(Algorithm algorithm) {
        String secret = Digest.secret(algorithm, "Mufasa", "http-auth@example.org", "Circle of Life");
        return Digest.response(algorithm, secret, answer(SECTION_3_9_1_NONCE, SECTION_3_9_1_CNONCE), "GET");
    }

    @Test
    void theExampleOfRfc2617Section3p5() {
        String secret = Digest.secret(Algorithm.MD5, "Mufasa", "testrealm@host.com", "Circle Of Life");
        DigestParameters answer = answer("dcd98b7102dd2f0e8b11d0f600bfb0c093", "0a4f113b");
        assertThat(Digest.response(Algorithm.MD5, secret, answer, "GET")).isEqualTo("6629fae49393a05397450978507c4ef1");
    }

    @Test
    void theExampleOfRfc7616Section3p9p1WithMd5() {
        assertThat(rfc7616(Algorithm.MD5)).isEqualTo("8ca523f5e9506fed4657c9700eebdbec");
    }

    @Test
    void theExampleOfRfc7616Section3p9p1WithSha256() {
        assertThat(rfc7616(Algorithm.SHA_256))
                .isEqualTo("753927fa0e85d155564e2e272a28d1802ca10daf4496794697cf8db5856cb6c1");
    }

    @Test
    void theExampleOfRfc2069AsErratum749CorrectsIt() {
        String secret = Digest.secret(Algorithm.MD5, "Mufasa", "testrealm@host.com", "CircleOfLife");
        DigestParameters answer =
                new DigestParameters(Map.of("uri", "/dir/index.html", "nonce", "dcd98b7102dd2f0e8b11d0f600bfb0c093"));
        assertThat(Digest.response(Algorithm.MD5, secret, answer, "GET")).isEqualTo("1949323746fe6a43ef61f9606e7febea");
    }

    @Test
    void aResponseIsComparedWholeAndWithoutCase() {
        assertThat(Digest.isSame("ab12", "AB12")).isTrue();
        assertThat(Digest.isSame("ab12", "ab13")).isFalse();
        assertThat(Digest.isSame("ab12", "ab1")).isFalse();
        assertThat(Digest.isSame("ab12", "")).isFalse();
    }
}
