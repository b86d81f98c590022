package io.parley.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.parley.identity.XconUserId;
import io.parley.ports.out.DigestSecrets;
import io.parley.spec.Requirement;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** HTTP Digest (RFC 7616): alice, whose password is wonderland, in the realm "conferences". */
class DigestTest {

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2030-01-01T00:00:00Z"));
    private final Echo echo = new Echo();
    private final Pipe pipe = new Pipe(echo.server().clock(now::get).digest(new Secrets()));

    @AfterEach
    void close() {
        pipe.close();
    }

    @Test
    @Requirement("CCMP-I-03")
    void whoShowsNothingIsChallengedInBothAlgorithmsTheBetterFirst() {
        Answer answer = pipe.send(Post.of("x")).answer();

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.body()).isEmpty();
        assertThat(answer.closes()).isFalse();
        List<String> challenges = answer.fields().get("www-authenticate");
        assertThat(challenges)
                .hasSize(2)
                .allMatch(it -> it.startsWith("Digest realm=\"conferences\", qop=\"auth\", algorithm="))
                .noneMatch(it -> it.contains("stale"));
        assertThat(challenges.get(0)).contains("algorithm=SHA-256");
        assertThat(challenges.get(1)).contains("algorithm=MD5");
        assertThat(echo.seen()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"SHA-256", "MD5"})
    @Requirement("CCMP-I-03")
    void whoKnowsThePasswordIsServedAsTheUserWhoHeIs(String algorithm) {
        String nonce = nonce();

        for (int count = 1; count < 4; count++) {
            assertThat(post(authorization(algorithm, nonce, count, "wonderland"))
                            .status())
                    .isEqualTo(200);
        }
        assertThat(echo.users()).hasSize(3).containsOnly("xcon-userid:alice@example.com");
    }

    @Test
    void aWrongPasswordAndAnUnknownNameAreTheSame() {
        String nonce = nonce();
        Answer wrong = post(authorization("SHA-256", nonce, 1, "looking-glass"));
        Answer unknown = post(authorization("SHA-256", nonce, 2, "wonderland").replace("alice", "alicia"));

        for (Answer answer : List.of(wrong, unknown)) {
            assertThat(answer.status()).isEqualTo(401);
            assertThat(answer.fields().get("www-authenticate")).noneMatch(it -> it.contains("stale"));
        }
        assertThat(echo.seen()).isEmpty();
    }

    @Test
    void aRequestIsNotPlayedAgain() {
        String nonce = nonce();
        assertThat(post(authorization("SHA-256", nonce, 1, "wonderland")).status())
                .isEqualTo(200);

        Answer again = post(authorization("SHA-256", nonce, 1, "wonderland"));

        assertThat(again.status()).isEqualTo(401);
        assertThat(again.fields().get("www-authenticate")).allMatch(it -> it.endsWith("stale=true"));
        assertThat(echo.seen()).hasSize(1);
    }

    @Test
    void requestsMayOvertakeOneAnother() {
        String nonce = nonce();
        for (int count : new int[] {3, 1, 2, 66, 4}) {
            assertThat(post(authorization("SHA-256", nonce, count, "wonderland"))
                            .status())
                    .as("%s", count)
                    .isEqualTo(200);
        }
        for (int count : new int[] {1, 2, 3, 66, 4}) {
            assertThat(post(authorization("SHA-256", nonce, count, "wonderland"))
                            .status())
                    .as("%s once more", count)
                    .isEqualTo(401);
        }
    }

    @Test
    void aNonceIsGoodForItsTimeAndThenStale() {
        String nonce = nonce();
        now.updateAndGet(it -> it.plus(Nonces.GOOD_FOR).minusMillis(1));
        assertThat(post(authorization("SHA-256", nonce, 1, "wonderland")).status())
                .isEqualTo(200);
        now.updateAndGet(it -> it.plusMillis(1));

        Answer late = post(authorization("SHA-256", nonce, 2, "wonderland"));

        assertThat(late.status()).isEqualTo(401);
        assertThat(late.fields().get("www-authenticate")).allMatch(it -> it.contains("stale=true"));
        String fresh = nonceIn(late);
        assertThat(post(authorization("SHA-256", fresh, 1, "wonderland")).status())
                .isEqualTo(200);
    }

    @Test
    void aNonceThatWeNeverMadeIsStale() {
        Answer answer = post(authorization("SHA-256", "A".repeat(43), 1, "wonderland"));

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.fields().get("www-authenticate")).allMatch(it -> it.contains("stale=true"));
    }

    @Test
    void aReplayOfWhatIsNotRememberedAnyMoreIsStaleToo() {
        Nonces few = new Nonces(now::get, 2);
        String first = few.next();
        assertThat(few.use(first, 1)).isTrue();
        for (int i = 0; i < 3; i++) {
            now.updateAndGet(it -> it.plusMillis(1));
            assertThat(few.use(few.next(), 1)).isTrue();
        }

        assertThat(few.use(first, 1)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Digest",
                "Digest username=\"alice\"",
                "Digest username=\"alice\", username=\"bob\"",
                "Digest ,,,",
                "Basic YWxpY2U6d29uZGVybGFuZA=="
            })
    void whatIsNoAnswerIsRefused(String authorization) {
        assertThat(post(authorization).status()).isIn(400, 401);
        assertThat(echo.seen()).isEmpty();
    }

    @Test
    void anAnswerForAnotherTargetIs400() {
        String answer = authorization("SHA-256", nonce(), 1, "wonderland").replace("uri=\"/Xcon", "uri=\"/Elsewhere");

        assertThat(post(answer).status()).isEqualTo(400);
    }

    @Test
    @Requirement("XF-11.1-01")
    void afterFiveWrongAnswersNoneIsLookedAtForAMinute() {
        String nonce = nonce();
        for (int count = 1; count <= 5; count++) {
            assertThat(post(authorization("SHA-256", nonce, count, "guess" + count))
                            .status())
                    .isEqualTo(401);
        }

        Answer sixth = post(authorization("SHA-256", nonce, 6, "wonderland"));
        assertThat(sixth.status()).isEqualTo(429);
        assertThat(sixth.field("retry-after")).isEqualTo("60");
        now.updateAndGet(it -> it.plus(Duration.ofMinutes(1)));
        assertThat(post(authorization("SHA-256", nonce, 7, "wonderland")).status())
                .isEqualTo(200);
    }

    @Test
    void aNameMayBeWrittenInTheExtendedForm() {
        String answer = authorization("SHA-256", nonce(), 1, "wonderland")
                .replace("username=\"alice\"", "username*=UTF-8''%61lice");

        assertThat(post(answer).status()).isEqualTo(200);
    }

    @Test
    void aRealmThatCannotBeWrittenIsRefused() {
        assertThatThrownBy(() -> echo.server().digest(new Secrets("a\"b")).build())
                .isInstanceOf(IllegalArgumentException.class);
    }

    private String nonce() {
        return nonceIn(pipe.send(Post.of("x")).answer());
    }

    private static String nonceIn(Answer challenge) {
        Matcher nonce = Pattern.compile("nonce=\"([^\"]+)\"")
                .matcher(challenge.fields().get("www-authenticate").get(0));
        assertThat(nonce.find()).isTrue();
        return nonce.group(1);
    }

    private Answer post(String authorization) {
        return pipe.send(Post.with("Authorization: " + authorization + "\r\n", "x"))
                .answer();
    }

    private static String authorization(String algorithm, String nonce, int count, String password) {
        String uri = "/Xcon/Ccmp";
        String counted = String.format("%08x", count);
        String response = hash(
                algorithm,
                hash(algorithm, "alice:conferences:" + password) + ":" + nonce + ":" + counted + ":c0ffee:auth:"
                        + hash(algorithm, "POST:" + uri));
        return "Digest username=\"alice\", realm=\"conferences\", uri=\"" + uri + "\", algorithm=" + algorithm
                + ", nonce=\"" + nonce + "\", nc=" + counted + ", cnonce=\"c0ffee\", qop=auth, response=\"" + response
                + "\"";
    }

    private static String hash(String algorithm, String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance(algorithm).digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private record Secrets(String realm) implements DigestSecrets {
        Secrets() {
            this("conferences");
        }

        @Override
        public Optional<Known> find(String username, Algorithm algorithm) {
            String name = algorithm == Algorithm.MD5 ? "MD5" : "SHA-256";
            return username.equals("alice")
                    ? Optional.of(new Known(
                            XconUserId.of("xcon-userid:alice@example.com"), hash(name, "alice:conferences:wonderland")))
                    : Optional.empty();
        }
    }
}
