package io.parley.sip.authentication;

import io.parley.ports.out.DigestSecrets.Algorithm;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;

/** The arithmetic of Digest (RFC 7616 section 3.4), as both sides have to do it. */
final class Digest {

    private Digest() {}

    /** Its name on the wire. */
    static String name(Algorithm algorithm) {
        return switch (algorithm) {
            case SHA_256 -> "SHA-256";
            case MD5 -> "MD5";
        };
    }

    /** The algorithm that {@code parameters} name, MD5 if none; empty for one that we do not have. */
    static Optional<Algorithm> algorithm(DigestParameters parameters) {
        return switch (parameters.get("algorithm").orElse("MD5").toUpperCase(Locale.ROOT)) {
            case "SHA-256" -> Optional.of(Algorithm.SHA_256);
            case "MD5" -> Optional.of(Algorithm.MD5);
            default -> Optional.empty();
        };
    }

    /** {@code H(A1)}. */
    static String secret(Algorithm algorithm, String username, String realm, String password) {
        return hash(algorithm, username + ":" + realm + ":" + password);
    }

    /**
     * The {@code response} that belongs to the other parameters of an answer: by RFC 2069 if it knows no {@code qop}.
     *
     * @param method the method of the request; empty for what the server proves in turn
     */
    static String response(Algorithm algorithm, String secret, DigestParameters answer, String method) {
        String request = hash(algorithm, method + ":" + answer.text("uri"));
        return answer.get("qop").isEmpty()
                ? hash(algorithm, String.join(":", secret, answer.text("nonce"), request))
                : hash(
                        algorithm,
                        String.join(
                                ":",
                                secret,
                                answer.text("nonce"),
                                answer.text("nc"),
                                answer.text("cnonce"),
                                answer.text("qop"),
                                request));
    }

    /** Compares in a time that says nothing of where they differ. */
    static boolean isSame(String one, String other) {
        return MessageDigest.isEqual(
                one.getBytes(StandardCharsets.UTF_8),
                other.toLowerCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8));
    }

    private static String hash(Algorithm algorithm, String text) {
        try {
            return HexFormat.of()
                    .formatHex(
                            MessageDigest.getInstance(name(algorithm)).digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("this Java has no " + algorithm, missing);
        }
    }
}
