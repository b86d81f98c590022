package io.parley.sip.authentication;

import static io.parley.sip.authentication.DigestParameters.quoted;

import io.parley.ports.out.DigestSecrets.Algorithm;
import io.parley.sip.message.SipHeaders;
import io.parley.sip.message.SipMessage;
import io.parley.sip.message.SipRequest;
import io.parley.sip.message.SipResponse;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * A name and a password that answer Digest challenges (RFC 3261 section 22.4, RFC 8760) by SHA-256 or MD5, whichever the server names
 * first, with {@code qop=auth} or, where the server knows none, by RFC 2069. A challenge to what was an answer already is answered only if
 * it says that no more than the nonce was too old. Unless {@linkplain #inRealm said otherwise} every realm is answered.
 */
public final class DigestCredentials implements Credentials {

    /** So many nonces are counted on, those challenged with last. */
    private static final int COUNTED = 64;

    private static final int CNONCE_BYTES = 16;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final String username;
    private final String password;
    private final Optional<String> realm;
    private final Supplier<String> cnonces;
    private final Map<String, Integer> counts = new LinkedHashMap<>();

    /**
     * The credentials of one user.
     *
     * @throws IllegalArgumentException if the name has a colon, or either has control characters
     */
    public DigestCredentials(String username, String password) {
        this(username, password, Optional.empty(), DigestCredentials::cnonce);
    }

    DigestCredentials(String username, String password, Supplier<String> cnonces) {
        this(username, password, Optional.empty(), cnonces);
    }

    private DigestCredentials(String username, String password, Optional<String> realm, Supplier<String> cnonces) {
        if (username.indexOf(':') >= 0 || (username + password).chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException("a name without ':', and neither with control characters, is wanted");
        }
        this.username = username;
        this.password = password;
        this.realm = realm;
        this.cnonces = cnonces;
    }

    /** The same for that realm alone: whoever else asks gets nothing by which he could try passwords. */
    public DigestCredentials inRealm(String own) {
        return new DigestCredentials(username, password, Optional.of(own), cnonces);
    }

    @Override
    public Optional<SipHeaders.Field> answer(SipRequest request, SipResponse challenge) {
        return switch (challenge.status()) {
            case 401 -> answer(request, challenge, "WWW-Authenticate", "Authorization");
            case 407 -> answer(request, challenge, "Proxy-Authenticate", "Proxy-Authorization");
            default -> Optional.empty();
        };
    }

    private Optional<SipHeaders.Field> answer(
            SipRequest request, SipResponse response, String challenges, String answers) {
        List<DigestParameters> before = read(request, answers);
        return read(response, challenges).stream()
                .filter(this::isAnswerable)
                .findFirst()
                .filter(asked -> isStale(asked)
                        || before.stream()
                                .noneMatch(answered -> answered.get("realm").equals(asked.get("realm"))))
                .map(asked -> new SipHeaders.Field(answers, answer(request, asked)));
    }

    private static List<DigestParameters> read(SipMessage message, String header) {
        return message.headers().all(header).stream()
                .flatMap(field -> DigestParameters.parse(field).stream())
                .toList();
    }

    private boolean isAnswerable(DigestParameters asked) {
        return asked.get("realm")
                        .filter(asking -> realm.map(asking::equals).orElse(true))
                        .isPresent()
                && asked.get("nonce").isPresent()
                && Digest.algorithm(asked).isPresent()
                && asked.get("qop").map(DigestCredentials::listsAuth).orElse(true);
    }

    private static boolean listsAuth(String qop) {
        return List.of(qop.toLowerCase(Locale.ROOT).split("[\\s,]+")).contains("auth");
    }

    private static boolean isStale(DigestParameters asked) {
        return asked.get("stale").filter("true"::equalsIgnoreCase).isPresent();
    }

    private String answer(SipRequest request, DigestParameters asked) {
        Map<String, String> values = new LinkedHashMap<>(Map.of(
                "nonce", asked.text("nonce"),
                "uri", request.uri()));
        if (asked.get("qop").isPresent()) {
            values.put("qop", "auth");
            values.put("nc", String.format("%08x", next(asked.text("nonce"))));
            values.put("cnonce", cnonces.get());
        }
        DigestParameters answer = new DigestParameters(values);
        Algorithm algorithm = Digest.algorithm(asked).orElseThrow();
        String secret = Digest.secret(algorithm, username, asked.text("realm"), password);
        StringBuilder text = new StringBuilder("Digest username=").append(quoted(username));
        text.append(", realm=").append(quoted(asked.text("realm")));
        text.append(", nonce=").append(quoted(answer.text("nonce")));
        text.append(", uri=").append(quoted(answer.text("uri")));
        text.append(", response=").append(quoted(Digest.response(algorithm, secret, answer, request.method())));
        asked.get("algorithm").ifPresent(it -> text.append(", algorithm=").append(Digest.name(algorithm)));
        asked.get("opaque").ifPresent(it -> text.append(", opaque=").append(quoted(it)));
        if (answer.get("qop").isPresent()) {
            text.append(", qop=auth, nc=").append(answer.text("nc"));
            text.append(", cnonce=").append(quoted(answer.text("cnonce")));
        }
        return text.toString();
    }

    /** Which request with that nonce this one is, from 1. */
    private int next(String nonce) {
        synchronized (counts) {
            int count = Optional.ofNullable(counts.remove(nonce)).orElse(0) + 1;
            counts.put(nonce, count);
            if (counts.size() > COUNTED) {
                counts.remove(counts.keySet().iterator().next());
            }
            return count;
        }
    }

    private static String cnonce() {
        byte[] bytes = new byte[CNONCE_BYTES];
        RANDOM.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    /** The name, without the password. */
    @Override
    public String toString() {
        return username;
    }
}
