package io.parley.http.client;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;

/** The answer to a Digest challenge (RFC 7616 section 3.4), without protection of the content and without sessions. */
final class Digest {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int CNONCE_BYTES = 16;

    private final Challenge challenge;
    private final String username;
    private final String password;
    private final String cnonce;

    Digest(Challenge challenge, String username, String password) {
        this(challenge, username, password, fresh());
    }

    Digest(Challenge challenge, String username, String password, String cnonce) {
        this.challenge = challenge;
        this.username = username;
        this.password = password;
        this.cnonce = cnonce;
    }

    /** Whether {@code challenge} can be answered. */
    static boolean understands(Challenge challenge) {
        boolean plain = challenge.parameter("qop").isEmpty() || qops(challenge).contains("auth");
        return challenge.scheme().equals("digest")
                && challenge.parameter("nonce").isPresent()
                && challenge.parameter("realm").isPresent()
                && plain
                && List.of("MD5", "SHA-256").contains(algorithm(challenge));
    }

    /** The value of the field, for the {@code count}-th request with this nonce. */
    String answer(int count, String method, String target) {
        String realm = challenge.parameter("realm").orElse("");
        String nonce = challenge.parameter("nonce").orElse("");
        boolean counted = challenge.parameter("qop").isPresent();
        String nc = String.format("%08x", count);
        String secret = hash(username + ":" + realm + ":" + password);
        String request = hash(method + ":" + target);
        String response = counted
                ? hash(String.join(":", secret, nonce, nc, cnonce, "auth", request))
                : hash(String.join(":", secret, nonce, request));
        StringBuilder value = new StringBuilder("Digest username=").append(quoted(username));
        value.append(", realm=").append(quoted(realm)).append(", nonce=").append(quoted(nonce));
        value.append(", uri=").append(quoted(target)).append(", response=").append(quoted(response));
        challenge
                .parameter("algorithm")
                .ifPresent(name -> value.append(", algorithm=").append(name));
        challenge.parameter("opaque").ifPresent(it -> value.append(", opaque=").append(quoted(it)));
        if (counted) {
            value.append(", qop=auth, nc=").append(nc).append(", cnonce=").append(quoted(cnonce));
        }
        return value.toString();
    }

    private static List<String> qops(Challenge challenge) {
        return List.of(
                challenge.parameter("qop").orElse("").toLowerCase(Locale.ROOT).split("[\\s,]+"));
    }

    private static String algorithm(Challenge challenge) {
        return challenge.parameter("algorithm").orElse("MD5").toUpperCase(Locale.ROOT);
    }

    private static String quoted(String text) {
        return '"' + text.replaceAll("([\"\\\\])", "\\\\$1") + '"';
    }

    private String hash(String text) {
        try {
            byte[] hash = MessageDigest.getInstance(algorithm(challenge)).digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JDK has MD5 and SHA-256", impossible);
        }
    }

    private static String fresh() {
        byte[] bytes = new byte[CNONCE_BYTES];
        RANDOM.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
