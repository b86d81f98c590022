package io.parley.http;

import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.parley.ports.out.DigestSecrets;
import io.parley.ports.out.DigestSecrets.Algorithm;
import io.parley.ports.out.DigestSecrets.Known;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * HTTP Digest (RFC 7616) with quality of protection {@code auth}, SHA-256 offered before MD5. The password itself never travels, a nonce is
 * good for a time, and no request can be played again.
 *
 * <p>A wrong answer, an unknown name and no answer are all challenged alike, with 401; an answer that would be right but for its nonce is
 * told so ({@code stale}), so that no user is asked again. Somebody who was wrong too often gets 429 unread.
 */
final class DigestAuthentication implements Authentication {

    private final DigestSecrets secrets;
    private final Nonces nonces;
    private final PasswordAttempts attempts;

    DigestAuthentication(DigestSecrets secrets, PasswordAttempts attempts, InstantSource clock) {
        if (!secrets.realm().matches("[ !#-\\[\\]-~]+")) {
            throw new IllegalArgumentException("Not a realm that can be written between quotes: " + secrets.realm());
        }
        this.secrets = secrets;
        this.nonces = new Nonces(clock);
        this.attempts = attempts;
    }

    @Override
    public Proof prove(HttpRequest head, Sender sender) {
        Optional<String> text = Authentication.credentials(head.headers(), "Digest");
        if (text.isEmpty()) {
            return challenge(false);
        }
        Optional<DigestCredentials> credentials = DigestCredentials.parse(text.get());
        if (credentials.isEmpty() || !credentials.get().get("uri").equals(head.uri())) {
            return new Proof.Refused(Refusal.of(HttpResponseStatus.BAD_REQUEST));
        }
        Optional<Duration> wait = attempts.wait(credentials.get().username(), sender);
        return wait.isPresent()
                ? new Proof.Refused(RequestRates.tooMany(wait.get()))
                : prove(credentials.get(), head, sender);
    }

    private Proof prove(DigestCredentials credentials, HttpRequest head, Sender sender) {
        Optional<Algorithm> algorithm = algorithm(credentials.get("algorithm"));
        if (algorithm.isEmpty() || !credentials.get("realm").equals(secrets.realm())) {
            return challenge(false);
        }
        Optional<Known> known = secrets.find(credentials.username(), algorithm.get());
        String wanted = response(
                algorithm.get(),
                known.map(Known::secret).orElse(""),
                credentials,
                head.method().name());
        boolean right = MessageDigest.isEqual(ascii(wanted), ascii(credentials.get("response"))) && known.isPresent();
        if (!right) {
            attempts.wrong(credentials.username(), sender);
            return challenge(false);
        }
        attempts.right(credentials.username(), sender);
        return nonces.use(credentials.get("nonce"), credentials.count())
                ? new Proof.Of(known.map(Known::user))
                : challenge(true);
    }

    /** RFC 7616 section 3.4.1. */
    private static String response(Algorithm algorithm, String secret, DigestCredentials given, String method) {
        return hash(
                algorithm,
                String.join(
                        ":",
                        secret,
                        given.get("nonce"),
                        given.get("nc"),
                        given.get("cnonce"),
                        given.get("qop"),
                        hash(algorithm, method + ":" + given.get("uri"))));
    }

    private Proof challenge(boolean stale) {
        return Authentication.challenge(List.of(challenge("SHA-256", stale), challenge("MD5", stale)));
    }

    private String challenge(String algorithm, boolean stale) {
        return "Digest realm=\"" + secrets.realm() + "\", qop=\"auth\", algorithm=" + algorithm + ", nonce=\""
                + nonces.next() + "\", charset=UTF-8" + (stale ? ", stale=true" : "");
    }

    private static Optional<Algorithm> algorithm(String name) {
        return switch (name) {
            case "SHA-256" -> Optional.of(Algorithm.SHA_256);
            case "MD5", "" -> Optional.of(Algorithm.MD5);
            default -> Optional.empty();
        };
    }

    private static String hash(Algorithm algorithm, String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance(algorithm == Algorithm.MD5 ? "MD5" : "SHA-256")
                            .digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("This Java has no " + algorithm, missing);
        }
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
