package io.parley.http.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.parley.spec.Requirement;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who the client is, by the means of HTTP, for servers and for proxies. */
class AuthenticationTest {

    private static final Sender ALICE = Sender.of("xcon-userid:alice@example.com");
    private static final HttpCredentials ALADDIN = HttpCredentials.password("Aladdin", "open sesame");
    private static final String BASIC = "Basic QWxhZGRpbjpvcGVuIHNlc2FtZQ==";
    private static final String DIGEST = "Digest realm=\"r\", qop=\"auth, auth-int\", algorithm=SHA-256, nonce=\"n1\"";

    private final Stub server = Stub.http();

    @AfterEach
    void end() {
        server.close();
    }

    private CcmpClient client(HttpCredentials credentials) {
        return CcmpClient.builder()
                .server(server.uri())
                .credentials(credentials)
                .build();
    }

    @Test
    @Requirement("CCMP-9-04")
    void aDigestIsAnsweredByWhoHasCredentialsAndToldToWhoHasNone() throws CcmpException {
        server.answers(401, "WWW-Authenticate", DIGEST);
        try (CcmpClient client = client(ALADDIN)) {
            assertThat(client.send(ALICE.confs()).isAccepted()).isTrue();
            assertThat(server.seen().get(0).fields()).doesNotContainKey("Authorization");
            assertThat(server.seen().get(1).field("Authorization")).satisfies(AuthenticationTest::isRight);

            assertThat(client.send(ALICE.confs()).isAccepted()).isTrue();
            assertThat(server.seen()).hasSize(3);
            assertThat(server.seen().get(2).field("Authorization")).contains("nc=00000002");
        }

        server.answers(401, "WWW-Authenticate", DIGEST);
        try (CcmpClient nobody = CcmpClient.builder().server(server.uri()).build()) {
            RefusedException refused = catchThrowableOfType(RefusedException.class, () -> nobody.send(ALICE.confs()));
            assertThat(refused.status()).isEqualTo(401);
        }
    }

    /** Computes the answer once more, from what the field says and from the password. */
    private static void isRight(String field) {
        Challenge said = Challenge.in(List.of(field)).get(0);
        assertThat(said.scheme()).isEqualTo("digest");
        assertThat(said.parameters())
                .containsEntry("username", "Aladdin")
                .containsEntry("realm", "r")
                .containsEntry("nonce", "n1")
                .containsEntry("uri", "/Xcon/Ccmp")
                .containsEntry("qop", "auth")
                .containsEntry("algorithm", "SHA-256")
                .containsEntry("nc", "00000001");
        Challenge asked = Challenge.in(List.of(DIGEST)).get(0);
        assertThat(field)
                .isEqualTo(new Digest(
                                asked,
                                "Aladdin",
                                "open sesame",
                                said.parameters().get("cnonce"))
                        .answer(1, "POST", "/Xcon/Ccmp"));
    }

    /** RFC 7616 section 3.9.1. */
    @ParameterizedTest
    @CsvSource({
        "MD5, 8ca523f5e9506fed4657c9700eebdbec",
        "SHA-256, 753927fa0e85d155564e2e272a28d1802ca10daf4496794697cf8db5856cb6c1"
    })
    void theAnswersAreThoseOfTheRfc(String algorithm, String response) {
        Challenge challenge = new Challenge(
                "digest",
                Map.of(
                        "realm", "http-auth@example.org",
                        "qop", "auth, auth-int",
                        "algorithm", algorithm,
                        "nonce", "7ypf/xlj9XXwfDPEoM4URrv/xwf94BcCAzFZH4GiTo0v",
                        "opaque", "FQhe/qaU925kfnzjCev0ciny7QMkPqMAFRtzCUYo5tdS"));
        String cnonce = "f2/wE4q74E6zIJEtWaHKaf5wv/H5QzzpXusqGemxURZJ";

        String answer = new Digest(challenge, "Mufasa", "Circle of Life", cnonce).answer(1, "GET", "/dir/index.html");

        assertThat(answer)
                .contains("response=\"" + response + "\"", "opaque=\"FQhe/qaU925kfnzjCev0ciny7QMkPqMAFRtzCUYo5tdS\"");
    }

    @Test
    void basicIsAnsweredWhereThereIsNothingBetter() throws CcmpException {
        server.answers(401, "WWW-Authenticate", "Basic realm=\"r\"");
        try (CcmpClient client = client(ALADDIN)) {
            assertThat(client.send(ALICE.confs()).isAccepted()).isTrue();
            assertThat(server.seen().get(1).field("Authorization")).isEqualTo(BASIC);
        }
    }

    @Test
    void ofSeveralChallengesADigestIsAnswered() throws CcmpException {
        server.answers(401, "WWW-Authenticate", "Basic realm=\"a, b\", Unheard x=y, " + DIGEST);
        try (CcmpClient client = client(ALADDIN)) {
            client.send(ALICE.confs());
            assertThat(server.seen().get(1).field("Authorization")).startsWith("Digest ");
        }
    }

    @Test
    void aTokenGoesWithEveryRequest() throws CcmpException {
        try (CcmpClient client = client(HttpCredentials.bearer("abc.def-_~+/=="))) {
            client.send(ALICE.confs());
            assertThat(server.only().field("Authorization")).isEqualTo("Bearer abc.def-_~+/==");
        }
        assertThatThrownBy(() -> HttpCredentials.bearer("a\r\nb")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aWrongPasswordIsNotTriedAgain() {
        server.answers(401, "WWW-Authenticate", DIGEST).answers(401, "WWW-Authenticate", DIGEST);
        try (CcmpClient client = client(ALADDIN)) {
            assertThatThrownBy(() -> client.send(ALICE.confs())).isInstanceOf(RefusedException.class);
            assertThat(server.seen()).hasSize(2);
        }
    }

    @Test
    void aNonceThatIsTooOldIsReplaced() throws CcmpException {
        server.answers(401, "WWW-Authenticate", DIGEST)
                .answers(401, "WWW-Authenticate", DIGEST.replace("n1", "n2") + ", stale=true");
        try (CcmpClient client = client(ALADDIN)) {
            assertThat(client.send(ALICE.confs()).isAccepted()).isTrue();
            assertThat(server.seen().get(2).field("Authorization")).contains("nonce=\"n2\"", "nc=00000001");
        }
    }

    @Test
    void noneOfThemShowsItsSecret() {
        assertThat(ALADDIN + " " + HttpCredentials.bearer("token123")).doesNotContain("sesame", "token123");
    }

    @Test
    @Requirement("CCMP-9-06")
    void aProxyThatAsksIsAnswered() throws CcmpException {
        try (Stub proxy = Stub.http();
                CcmpClient client = CcmpClient.builder()
                        .server(server.uri())
                        .proxy(proxy.address())
                        .proxyCredentials(ALADDIN)
                        .build()) {
            proxy.answers(407, "Proxy-Authenticate", "Basic realm=\"proxy\"");

            assertThat(client.send(ALICE.confs()).isAccepted()).isTrue();

            assertThat(proxy.seen().get(0).uri()).isEqualTo(server.uri());
            assertThat(proxy.seen().get(0).fields()).doesNotContainKey("Proxy-authorization");
            assertThat(proxy.seen().get(1).field("Proxy-authorization")).isEqualTo(BASIC);
            assertThat(proxy.seen().get(1).field("Host"))
                    .isEqualTo("127.0.0.1:" + server.address().getPort());
        }
    }

    @Test
    @Requirement("CCMP-9-06")
    void aProxyBeforeAServerOverTlsIsAnswered() throws CcmpException {
        TestIdentity localhost = TestIdentity.of("dns:localhost");
        try (Stub secure = Stub.https(localhost);
                TunnelProxy proxy = new TunnelProxy(BASIC);
                CcmpClient client = CcmpClient.builder()
                        .server(secure.uri("localhost"))
                        .trust(localhost.certificate())
                        .proxy(proxy.address())
                        .proxyCredentials(ALADDIN)
                        .build();
                CcmpClient nobody = CcmpClient.builder()
                        .server(secure.uri("localhost"))
                        .trust(localhost.certificate())
                        .proxy(proxy.address())
                        .build()) {
            assertThat(client.send(ALICE.confs()).isAccepted()).isTrue();
            assertThat(proxy.seen()).hasSize(2).allMatch(head -> head.startsWith("CONNECT localhost:"));
            assertThat(secure.only().fields()).doesNotContainKey("Proxy-authorization");

            RefusedException refused = catchThrowableOfType(RefusedException.class, () -> nobody.send(ALICE.confs()));
            assertThat(refused.status()).isEqualTo(407);
        }
    }
}
