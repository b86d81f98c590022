package io.parley.http;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKMatcher;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.OctetKeyPair;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import io.netty.handler.codec.http.HttpRequest;
import io.parley.identity.XconUserId;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * HTTP Bearer (RFC 6750) with signed JSON Web Tokens. The token's own word for its algorithm counts only if it is one of the three, and
 * only a key of that kind is tried (RFC 8725 sections 3.1, 3.2); {@code none} is none of them.
 */
final class BearerAuthentication implements Authentication {

    private static final Set<JWSAlgorithm> ALGORITHMS =
            Set.of(JWSAlgorithm.RS256, JWSAlgorithm.ES256, JWSAlgorithm.EdDSA);

    /** How far the clocks of issuer and server may be apart. */
    private static final Duration LEEWAY = Duration.ofSeconds(30);

    private static final int MOST_KEYS = 4;

    private final BearerSettings settings;
    private final Reloaded<JWKSet> keys;
    private final InstantSource clock;

    /** An {@link IllegalArgumentException} says what is wrong with the keys. */
    BearerAuthentication(BearerSettings settings, InstantSource clock) {
        if (!settings.realm().matches("[ !#-\\[\\]-~]+")) {
            throw new IllegalArgumentException("Not a realm that can be written between quotes: " + settings.realm());
        }
        this.settings = settings;
        this.clock = clock;
        this.keys = new Reloaded<>(List.of(settings.keys()), () -> read(settings), clock);
    }

    private static JWKSet read(BearerSettings settings) {
        try {
            JWKSet all = JWKSet.parse(new String(PemFiles.bytes(settings.keys()), StandardCharsets.UTF_8));
            if (all.filter(new JWKMatcher.Builder().build()).isEmpty()) {
                throw new IllegalArgumentException(settings.keys() + ": holds no key");
            }
            return all.toPublicJWKSet();
        } catch (ParseException broken) {
            throw new IllegalArgumentException(settings.keys() + ": holds no JWK set", broken);
        }
    }

    @Override
    public Proof prove(HttpRequest head, Sender sender) {
        Optional<String> token = Authentication.credentials(head.headers(), "Bearer");
        String challenge = "Bearer realm=\"" + settings.realm() + "\"";
        if (token.isEmpty()) {
            return Authentication.challenge(List.of(challenge));
        }
        Optional<XconUserId> user = userOf(token.get());
        return user.isPresent()
                ? new Proof.Of(user)
                : Authentication.challenge(List.of(challenge + ", error=\"invalid_token\""));
    }

    private Optional<XconUserId> userOf(String token) {
        try {
            SignedJWT signed = SignedJWT.parse(token);
            return isSigned(signed) && counts(signed.getJWTClaimsSet())
                    ? user(signed.getJWTClaimsSet().getSubject())
                    : Optional.empty();
        } catch (ParseException | JOSEException | IllegalArgumentException broken) {
            return Optional.empty();
        }
    }

    private boolean isSigned(SignedJWT token) throws JOSEException {
        JWSHeader header = token.getHeader();
        JWKMatcher matcher = ALGORITHMS.contains(header.getAlgorithm()) ? JWKMatcher.forJWSHeader(header) : null;
        if (matcher == null) {
            return false;
        }
        for (JWK key : new JWKSelector(matcher)
                .select(keys.get()).stream().limit(MOST_KEYS).toList()) {
            if (verifies(key, token)) {
                return true;
            }
        }
        return false;
    }

    private static boolean verifies(JWK key, SignedJWT token) throws JOSEException {
        if (key instanceof RSAKey rsa) {
            return token.verify(new RSASSAVerifier(rsa));
        }
        if (key instanceof ECKey curve) {
            return token.verify(new ECDSAVerifier(curve));
        }
        return key instanceof OctetKeyPair pair && token.verify(new Ed25519Signatures(pair));
    }

    private boolean counts(JWTClaimsSet claims) {
        Instant now = clock.instant();
        Date expiry = claims.getExpirationTime();
        Date begin = claims.getNotBeforeTime();
        return expiry != null
                && now.isBefore(expiry.toInstant().plus(LEEWAY))
                && (begin == null || !now.plus(LEEWAY).isBefore(begin.toInstant()))
                && settings.issuer().map(it -> it.equals(claims.getIssuer())).orElse(true)
                && settings.audience().map(claims.getAudience()::contains).orElse(true);
    }

    private Optional<XconUserId> user(String subject) {
        if (subject == null || subject.isBlank()) {
            return Optional.empty();
        }
        if (subject.startsWith("xcon-userid:")) {
            return XconUserId.parse(subject);
        }
        return XconUserId.parse("xcon-userid:" + subject + (subject.contains("@") ? "" : "@" + settings.domain()));
    }
}
