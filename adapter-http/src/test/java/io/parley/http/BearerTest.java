package io.parley.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.OctetKeyPair;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import io.parley.spec.Requirement;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** HTTP Bearer (RFC 6750) with tokens of one issuer for one audience. */
class BearerTest {

    private static final RSAKey RSA = rsa("rsa");
    private static final RSAKey STRANGE = rsa("rsa");
    private static final ECKey CURVE = curve();
    private static final KeyPair EDWARDS = edwards();
    private static final Instant NOW = Instant.parse("2030-01-01T00:00:00Z");

    @TempDir
    private Path directory;

    private final AtomicReference<Instant> now = new AtomicReference<>(NOW);
    private final Echo echo = new Echo();
    private Path keys;
    private Pipe pipe;

    @BeforeEach
    void start() {
        keys = directory.resolve("keys.json");
        Pem.write(keys, new JWKSet(List.of(RSA, CURVE, publicOf(EDWARDS))).toString(true));
        pipe = new Pipe(echo.server().clock(now::get).bearer(settings()));
    }

    private BearerSettings settings() {
        return new BearerSettings(
                "conferences", keys, Optional.of("https://issuer.example"), Optional.of("parley"), "example.com");
    }

    @AfterEach
    void close() {
        pipe.close();
    }

    @Test
    @Requirement("CCMP-I-03")
    void whoShowsNoTokenIsChallenged() {
        Answer answer = pipe.send(Post.of("x")).answer();

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.field("www-authenticate")).isEqualTo("Bearer realm=\"conferences\"");
        assertThat(echo.seen()).isEmpty();
    }

    @Test
    @Requirement("CCMP-I-03")
    void aTokenOfEachAlgorithmIsAccepted() {
        assertThat(post(rsa(claims().build()))).isEqualTo(200);
        assertThat(post(curve(claims().build()))).isEqualTo(200);
        assertThat(post(edwards(claims().build()))).isEqualTo(200);
        assertThat(echo.users()).hasSize(3).containsOnly("xcon-userid:alice@example.com");
    }

    @ParameterizedTest
    @CsvSource({
        "bob, xcon-userid:bob@example.com",
        "bob@example.org, xcon-userid:bob@example.org",
        "xcon-userid:bob@example.net, xcon-userid:bob@example.net"
    })
    void theSubjectNamesTheUser(String subject, String user) {
        assertThat(post(rsa(claims().subject(subject).build()))).isEqualTo(200);
        assertThat(echo.users()).containsExactly(user);
    }

    @Test
    void aTokenHasToCount() {
        Date soon = Date.from(NOW.plusSeconds(31));
        refused(rsa(claims().issuer("https://other.example").build()));
        refused(rsa(claims().audience("other").build()));
        refused(rsa(claims().expirationTime(null).build()));
        refused(rsa(claims().expirationTime(Date.from(NOW.minusSeconds(30))).build()));
        refused(rsa(claims().notBeforeTime(soon).build()));
        refused(rsa(claims().subject(null).build()));
        refused(rsa(claims().subject(" ").build()));
        assertThat(echo.seen()).isEmpty();
        now.set(NOW.plusSeconds(1));
        assertThat(post(rsa(claims().notBeforeTime(soon).build()))).isEqualTo(200);
    }

    @Test
    void aTokenHasToBeSignedByAKeyOfTheSet() {
        String good = rsa(claims().build());
        refused(signed(STRANGE, claims().build()));
        refused(good.substring(0, good.length() - 6) + "AAAAAA");
        refused(good.substring(0, good.lastIndexOf('.') + 1));
        refused("nonsense");
        refused("a.b.c");
        assertThat(echo.seen()).isEmpty();
    }

    @Test
    void noTokenChoosesAWeakAlgorithm() throws Exception {
        refused(new PlainJWT(claims().build()).serialize());
        SignedJWT confused = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.HS256).keyID("rsa").build(), claims().build());
        confused.sign(new MACSigner(RSA.toPublicJWK().toJSONString().getBytes(StandardCharsets.UTF_8)));
        refused(confused.serialize());
        SignedJWT other = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.PS256).keyID("rsa").build(), claims().build());
        other.sign(new RSASSASigner(RSA));
        refused(other.serialize());
        assertThat(echo.seen()).isEmpty();
    }

    private void refused(String token) {
        Answer answer = pipe.send(Post.with("Authorization: Bearer " + token + "\r\n", "x"))
                .answer();
        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.field("www-authenticate")).isEqualTo("Bearer realm=\"conferences\", error=\"invalid_token\"");
    }

    @Test
    void aChangeOfTheKeysCounts() {
        String strange = signed(STRANGE, claims().build());
        refused(strange);
        Pem.write(keys, new JWKSet(STRANGE).toString(true));
        now.updateAndGet(it -> it.plus(Reloaded.INTERVAL));

        assertThat(post(strange)).isEqualTo(200);
        refused(rsa(claims().build()));
    }

    @Test
    void keysThatMakeNoSenseAreNamedAtTheStart() {
        for (String broken : List.of("", "{}", "{\"keys\":[]}")) {
            Pem.write(keys, broken);
            assertThatThrownBy(() -> echo.server().bearer(settings()).build())
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("keys.json");
        }
    }

    private int post(String token) {
        return pipe.send(Post.with("Authorization: Bearer " + token + "\r\n", "x"))
                .answer()
                .status();
    }

    private static JWTClaimsSet.Builder claims() {
        return new JWTClaimsSet.Builder()
                .issuer("https://issuer.example")
                .audience(List.of("others", "parley"))
                .subject("alice")
                .expirationTime(Date.from(NOW.plusSeconds(60)));
    }

    private static String rsa(JWTClaimsSet claims) {
        return signed(RSA, claims);
    }

    private static String signed(RSAKey key, JWTClaimsSet claims) {
        try {
            SignedJWT token = new SignedJWT(
                    new JWSHeader.Builder(JWSAlgorithm.RS256)
                            .keyID(key.getKeyID())
                            .build(),
                    claims);
            token.sign(new RSASSASigner(key));
            return token.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String curve(JWTClaimsSet claims) {
        try {
            SignedJWT token = new SignedJWT(new JWSHeader(JWSAlgorithm.ES256), claims);
            token.sign(new ECDSASigner(CURVE));
            return token.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String edwards(JWTClaimsSet claims) {
        try {
            JWSHeader header =
                    new JWSHeader.Builder(JWSAlgorithm.EdDSA).keyID("ed").build();
            String content = header.toBase64URL() + "." + claims.toPayload().toBase64URL();
            Signature signing = Signature.getInstance("Ed25519");
            signing.initSign(EDWARDS.getPrivate());
            signing.update(content.getBytes(StandardCharsets.US_ASCII));
            return content + "." + Base64URL.encode(signing.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static RSAKey rsa(String id) {
        try {
            return new RSAKeyGenerator(2048).keyID(id).generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static ECKey curve() {
        try {
            return new ECKeyGenerator(Curve.P_256).keyID("ec").generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static KeyPair edwards() {
        try {
            return KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The last 32 bytes of the encoded key are the key itself (RFC 8410 section 4). */
    private static OctetKeyPair publicOf(KeyPair pair) {
        byte[] encoded = pair.getPublic().getEncoded();
        byte[] key = Arrays.copyOfRange(encoded, encoded.length - 32, encoded.length);
        return new OctetKeyPair.Builder(Curve.Ed25519, Base64URL.encode(key))
                .keyID("ed")
                .build();
    }
}
