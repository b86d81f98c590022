package io.parley.http.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.parley.ccmp.CcmpResponse;
import io.parley.ccmp.ResponseCode;
import io.parley.spec.Requirement;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where a server sends a client, and where the client goes (RFC 6503 section 9). */
class RedirectTest {

    private static final Sender ALICE = Sender.of("xcon-userid:alice@example.com");
    private static final TestIdentity LOCALHOST = TestIdentity.of("dns:localhost");
    private static final TestIdentity ELSEWHERE = TestIdentity.of("dns:elsewhere.example.com");

    private final Stub first = Stub.https(LOCALHOST);
    private final Stub second = Stub.https(LOCALHOST);
    private final ManualTimers timers = new ManualTimers();
    private final CcmpClient client = client(first.uri("localhost"));

    private CcmpClient client(URI server) {
        return CcmpClient.builder()
                .server(server)
                .trust(LOCALHOST.certificate(), ELSEWHERE.certificate())
                .timers(timers)
                .credentials(HttpCredentials.bearer("token"))
                .build();
    }

    @AfterEach
    void end() {
        client.close();
        first.close();
        second.close();
    }

    private String secondUri() {
        return second.uri("localhost").toString();
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 307, 308})
    @Requirement("CCMP-9-23")
    void theSamePostGoesWhereTheServerSays(int status) throws CcmpException {
        first.answers(status, "Location", secondUri());

        assertThat(client.send(ALICE.confs()).isAccepted()).isTrue();

        assertThat(second.only().method()).isEqualTo("POST");
        assertThat(second.only().body()).isEqualTo(first.only().body());
        assertThat(second.only().field("Host"))
                .isEqualTo("localhost:" + second.address().getPort());
        assertThat(timers.pauses()).isEmpty();
    }

    @Test
    void aRelativeLocationIsOneOfTheSameServer() throws CcmpException {
        first.answers(307, "Location", "/elsewhere?a=b");

        assertThat(client.send(ALICE.confs()).isAccepted()).isTrue();
        assertThat(first.seen().get(1).uri()).isEqualTo(URI.create("/elsewhere?a=b"));
    }

    @Test
    void theAnswerThatIsElsewhereIsFetchedAndNothingIsPosted() throws CcmpException {
        first.answers(303, "Location", secondUri());
        second.answers(any -> Stub.ccmp(CcmpResponse.to(ALICE.confs(), ResponseCode.SUCCESS, "Success")));

        assertThat(client.send(ALICE.confs()).isAccepted()).isTrue();
        assertThat(second.only().method()).isEqualTo("GET");
        assertThat(second.only().body()).isEmpty();
    }

    @Test
    void whatTheFirstServerIsShownByHttpIsNotForTheSecond() throws CcmpException {
        first.answers(307, "Location", secondUri());

        client.send(ALICE.confs());

        assertThat(first.only().field("Authorization")).isEqualTo("Bearer token");
        assertThat(second.only().fields()).doesNotContainKey("Authorization");
    }

    @Test
    @Requirement("CCMP-9-24")
    void thePauseThatTheServerAsksForIsMade() throws CcmpException {
        first.answers(307, "Location", secondUri(), "Retry-After", "2");

        assertThat(client.send(ALICE.confs()).isAccepted()).isTrue();
        assertThat(timers.pauses()).containsExactly(Duration.ofSeconds(2));
    }

    @Test
    void aPauseThatIsTooLongIsTheCallersToMake() {
        first.answers(307, "Location", secondUri(), "Retry-After", "600");

        RefusedException refused = catchThrowableOfType(RefusedException.class, () -> client.send(ALICE.confs()));

        assertThat(refused.retryAfter()).contains(Duration.ofMinutes(10));
        assertThat(second.seen()).isEmpty();
    }

    @Test
    @Requirement("CCMP-9-25")
    void aServerThatIsNotAuthenticatedSendsNobodyAnywhere() {
        try (Stub clear = Stub.http();
                Stub stranger = Stub.https(TestIdentity.of("dns:localhost,dns:untrusted"));
                CcmpClient toClear = client(clear.uri());
                CcmpClient toStranger = client(stranger.uri("localhost"))) {
            clear.answers(307, "Location", secondUri());
            stranger.answers(307, "Location", secondUri());

            assertThatThrownBy(() -> toClear.send(ALICE.confs()))
                    .isInstanceOf(RefusedException.class)
                    .hasMessageContaining("not authenticated");
            assertThatThrownBy(() -> toStranger.send(ALICE.confs())).isInstanceOf(UnreachableException.class);
            assertThat(second.seen()).isEmpty();
        }
    }

    @Test
    @Requirement("CCMP-9-26")
    void theServerThatARedirectLeadsToIsAuthenticatedToo() {
        try (Stub wrong = Stub.https(ELSEWHERE)) {
            first.answers(307, "Location", wrong.uri("localhost").toString());

            assertThatThrownBy(() -> client.send(ALICE.confs()))
                    .isInstanceOf(UnreachableException.class)
                    .hasMessageContaining("could not be authenticated");
            assertThat(wrong.seen()).isEmpty();
        }
    }

    @Test
    void nobodyLeadsFromHttpsToHttp() {
        try (Stub clear = Stub.http()) {
            first.answers(307, "Location", clear.uri("localhost").toString());

            assertThatThrownBy(() -> client.send(ALICE.confs()))
                    .isInstanceOf(RefusedException.class)
                    .hasMessageContaining("no https URI");
            assertThat(clear.seen()).isEmpty();
        }
    }

    @Test
    void aCircleHasAnEnd() {
        for (int i = 0; i < 10; i++) {
            first.answers(307, "Location", first.uri("localhost").toString());
        }

        assertThatThrownBy(() -> client.send(ALICE.confs()))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("5");
        assertThat(first.seen()).hasSize(6);
    }

    @Test
    void aRedirectToNowhereIsARefusal() {
        first.answers(307);

        assertThatThrownBy(() -> client.send(ALICE.confs())).isInstanceOf(RefusedException.class);
    }
}
