package io.parley.http.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.parley.ccmp.CcmpRequest;
import io.parley.ccmp.CcmpResponse;
import io.parley.ccmp.Message;
import io.parley.ccmp.ResponseCode;
import io.parley.codec.xml.CcmpCodec;
import io.parley.codec.xml.Limits;
import io.parley.conference.Conferences;
import io.parley.http.CcmpHttpServer;
import io.parley.identity.XconUri;
import io.parley.spec.Requirement;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The exchange itself: what a request looks like on the wire, and what becomes of the answers. */
class OverHttpTest {

    private static final Sender ALICE = Sender.of("xcon-userid:alice@example.com");
    private static final XconUri CONFERENCE = XconUri.of("xcon:1@example.com");

    private final Stub server = Stub.http();
    private final ManualTimers timers = new ManualTimers();
    private final CcmpClient client =
            CcmpClient.builder().server(server.uri()).timers(timers).build();

    @AfterEach
    void end() {
        client.close();
        server.close();
    }

    @ParameterizedTest
    @MethodSource("io.parley.http.client.RequestsTest#everyMessage")
    @Requirement({"CCMP-9-07", "CCMP-9-08", "CCMP-9-09", "CCMP-9-10", "CCMP-9-14", "CCMP-4.4-11"})
    void aRequestIsAPostWithTheFieldsThatItNeedsAndNoOthers(CcmpRequest request) throws CcmpException {
        assertThat(client.send(request).isAccepted()).isTrue();

        Stub.Seen seen = server.only();
        assertThat(seen.method()).isEqualTo("POST");
        assertThat(seen.uri()).isEqualTo(URI.create("/Xcon/Ccmp"));
        assertThat(seen.field("Host")).isEqualTo("127.0.0.1:" + server.address().getPort());
        assertThat(seen.field("Accept")).isEqualTo("application/ccmp+xml");
        assertThat(seen.field("Content-type")).isEqualTo("application/ccmp+xml; charset=UTF-8");
        assertThat(seen.fields()).containsOnlyKeys("Host", "Accept", "Content-type", "Content-length");
    }

    @Test
    @Requirement("CCMP-9-14")
    void aLargeBodyIsSentAsItIs() throws CcmpException {
        String title = "x".repeat(200_000);

        client.send(ALICE.update(
                CONFERENCE, Conferences.changes(CONFERENCE).title(title).build()));

        assertThat(server.only().fields()).doesNotContainKeys("Expect", "Range");
        assertThat(server.only().body()).contains(title);
    }

    @Test
    @Requirement("CCMP-4.4-08")
    void requestsAreInUtf8() throws CcmpException {
        String title = "Grüße an ciccio ☎ 𝄞";

        client.send(ALICE.update(
                CONFERENCE, Conferences.changes(CONFERENCE).title(title).build()));

        assertThat(server.only().body()).startsWith("<?xml version=").contains(title);
    }

    @Test
    @Requirement("FLOW-4.2-03")
    void theDeclarationOfTheDocumentCountsMoreThanTheLabelOfTheMessage() throws CcmpException {
        server.answers(request -> new Stub.Answering(
                200,
                Stub.ccmp(CcmpResponse.to(request.request(), ResponseCode.SUCCESS, "Erfüllt ☎"))
                        .body(),
                "Content-Type",
                "application/ccmp+xml;charset=ISO-8859-1"));

        assertThat(client.send(ALICE.confs()).response().reason()).isEqualTo("Erfüllt ☎");
    }

    @Test
    @Requirement("CCMP-9-05")
    void cookiesAreLeftAlone() throws CcmpException {
        server.answers(request -> {
            Stub.Answering ccmp = Stub.ccmp(CcmpResponse.to(request.request(), ResponseCode.SUCCESS, "Success"));
            return new Stub.Answering(
                    200, ccmp.body(), "Set-Cookie", "session=1", "Content-Type", "application/ccmp+xml");
        });

        assertThat(client.send(ALICE.confs()).isAccepted()).isTrue();
        assertThat(client.send(ALICE.confs()).isAccepted()).isTrue();
        assertThat(server.seen().get(1).fields()).doesNotContainKey("Cookie");
    }

    @Test
    @Requirement("CCMP-5.4-25")
    void aRequestThatIsWrongIsNotRepeated() throws CcmpException {
        server.responds(ResponseCode.BAD_REQUEST);

        assertThat(client.send(ALICE.confs())).isInstanceOfSatisfying(CcmpResult.Rejected.class, refused -> {
            assertThat(refused.code()).isEqualTo(ResponseCode.BAD_REQUEST);
            assertThat(refused.reason()).isEqualTo("because");
        });
        assertThat(server.seen()).hasSize(1);
    }

    @Test
    @Requirement("CCMP-5.4-26")
    void aRequestThatIsNotAllowedIsNotRepeated() throws CcmpException {
        server.responds(ResponseCode.UNAUTHORIZED).responds(ResponseCode.FORBIDDEN);

        assertThat(client.send(ALICE.confs()).response().code()).isEqualTo(ResponseCode.UNAUTHORIZED);
        assertThat(server.seen()).hasSize(1);
        assertThat(client.send(ALICE.confs()).response().code()).isEqualTo(ResponseCode.FORBIDDEN);
        assertThat(server.seen()).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"299", "599"})
    @Requirement("CCMP-5.4-27")
    void aCodeThatNobodyHasRegisteredIsAFaultOfTheServer(String number) throws CcmpException {
        server.answers(request -> {
            byte[] known = Stub.ccmp(CcmpResponse.to(request.request(), ResponseCode.SUCCESS, "Strange"))
                    .body();
            String unknown = new String(known, StandardCharsets.UTF_8)
                    .replace("<response-code>200<", "<response-code>" + number + "<");
            return new Stub.Answering(200, unknown.getBytes(StandardCharsets.UTF_8));
        });

        assertThat(client.send(ALICE.confs())).isInstanceOfSatisfying(CcmpResult.Rejected.class, refused -> {
            assertThat(refused.code()).isEqualTo(ResponseCode.SERVER_INTERNAL_ERROR);
            assertThat(refused.reason()).contains(number, "Strange");
        });
    }

    @Test
    @Requirement("CCMP-5.4-24")
    void behindATimeoutOfTheServerItIsRepeatedIfThatIsWanted() throws CcmpException {
        server.responds(ResponseCode.REQUEST_TIMEOUT);
        assertThat(client.send(ALICE.confs()).response().code()).isEqualTo(ResponseCode.REQUEST_TIMEOUT);
        assertThat(server.seen()).hasSize(1);

        server.responds(ResponseCode.REQUEST_TIMEOUT);
        try (CcmpClient patient = CcmpClient.builder()
                .server(server.uri())
                .timers(timers)
                .repeatsTimeouts(true)
                .build()) {
            assertThat(patient.send(ALICE.confs()).isAccepted()).isTrue();
        }
        assertThat(server.seen()).hasSize(3);
        assertThat(timers.pauses()).containsExactly(Duration.ofSeconds(1));
    }

    @ParameterizedTest
    @ValueSource(ints = {429, 503})
    @Requirement("CCMP-D10-11")
    void whoIsTooBusyIsAskedAgainWhenHeSays(int status) throws CcmpException {
        server.answers(status, "Retry-After", "2");

        assertThat(client.send(ALICE.confs()).isAccepted()).isTrue();

        assertThat(timers.pauses()).containsExactly(Duration.ofSeconds(2));
        assertThat(server.seen()).hasSize(2);
    }

    @Test
    void whoIsBusyForTooLongIsTheCallersToAskAgain() {
        server.answers(503, "Retry-After", "3600");

        RefusedException refused = catchThrowableOfType(RefusedException.class, () -> client.send(ALICE.confs()));

        assertThat(refused.status()).isEqualTo(503);
        assertThat(refused.retryAfter()).contains(Duration.ofHours(1));
        assertThat(server.seen()).hasSize(1);
        assertThat(timers.pauses()).isEmpty();
    }

    @Test
    void theWaitingOfOneCallIsBounded() {
        IntStream.range(0, 9).forEach(i -> server.answers(503, "Retry-After", "3"));

        assertThatThrownBy(() -> client.send(ALICE.confs())).isInstanceOf(RefusedException.class);
        assertThat(timers.pauses()).hasSize(3);
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 401, 404, 406, 413, 501, 503})
    void anHttpRefusalHadNoEffect(int status) {
        server.answers(status);

        RefusedException refused = catchThrowableOfType(RefusedException.class, () -> client.send(ALICE.confs()));

        assertThat(refused.status()).isEqualTo(status);
        assertThat(server.seen()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {204, 500, 502, 504})
    void anHttpFaultMayHaveHadOne(int status) {
        server.answers(status);

        assertThatThrownBy(() -> client.send(ALICE.confs()))
                .isInstanceOf(OutcomeUnknownException.class)
                .hasMessageContaining(String.valueOf(status));
    }

    @Test
    void anAnswerThatIsNoCcmpLeavesTheOutcomeUnknown() {
        server.answers(any ->
                new Stub.Answering(200, "<html/>".getBytes(StandardCharsets.UTF_8), "Content-Type", "text/html"));

        assertThatThrownBy(() -> client.send(ALICE.confs()))
                .isInstanceOf(OutcomeUnknownException.class)
                .hasMessageContaining("text/html");
    }

    @Test
    void theResponseToAnotherMessageIsNone() {
        server.answers(any -> Stub.ccmp(CcmpResponse.to(ALICE.blueprints(), ResponseCode.SUCCESS, "Success")));

        assertThatThrownBy(() -> client.send(ALICE.confs()))
                .isInstanceOf(OutcomeUnknownException.class)
                .hasMessageContaining("blueprintsResponse");
    }

    @Test
    void anAnswerBeyondTheLimitIsNotRead() {
        server.answers(any -> new Stub.Answering(200, new byte[5000]));
        try (CcmpClient small =
                CcmpClient.builder().server(server.uri()).maxResponseBytes(1000).build()) {
            assertThatThrownBy(() -> small.send(ALICE.confs())).isInstanceOf(OutcomeUnknownException.class);
        }
    }

    @Test
    void manyCallsAtOnceAreAnsweredEachByItsOwn() {
        CcmpHttpServer real = CcmpHttpServer.builder()
                .codec(new CcmpCodec(Limits.defaults()))
                .service(request -> CcmpResponse.to(
                        request, ResponseCode.SUCCESS, request.confUserId().orElse("")))
                .build();
        real.start();
        try (real;
                CcmpClient many = CcmpClient.builder()
                        .server(URI.create("http://127.0.0.1:" + real.address().getPort() + "/Xcon/Ccmp"))
                        .build()) {
            List<CompletableFuture<CcmpResult>> calls = IntStream.range(0, 100)
                    .mapToObj(i -> many.sendAsync(CcmpRequest.of(Message.CONFS, "xcon-userid:u" + i + "@example.com")))
                    .toList();

            assertThat(calls.stream().map(call -> call.join().response().reason()))
                    .containsExactlyElementsOf(IntStream.range(0, 100)
                            .mapToObj(i -> "xcon-userid:u" + i + "@example.com")
                            .toList());
        }
    }

    @Test
    void whoeverFollowsACallMayWaitForAnother() {
        CompletableFuture<Boolean> second = client.sendAsync(ALICE.confs()).thenApply(first -> {
            try {
                return client.send(ALICE.blueprints()).isAccepted();
            } catch (CcmpException fault) {
                throw new AssertionError(fault);
            }
        });

        assertThat(second.join()).isTrue();
    }

    @Test
    void aServerThatIsNotThereIsUnreachable() {
        server.close();

        assertThatThrownBy(() -> client.send(ALICE.confs())).isInstanceOf(UnreachableException.class);
    }

    @Test
    void aClosedClientSendsNothing() {
        client.close();

        assertThatThrownBy(() -> client.send(ALICE.confs()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("closed");
    }
}
