package io.parley.http.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.parley.ccmp.Body;
import io.parley.ccmp.CcmpRequest;
import io.parley.ccmp.CcmpResponse;
import io.parley.ccmp.ResponseCode;
import io.parley.conference.Conferences;
import io.parley.identity.Version;
import io.parley.identity.XconUri;
import io.parley.spec.Requirement;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Nobody waits for ever (RFC 6503 section 4.4). */
class TimeoutTest {

    private static final Sender ALICE = Sender.of("xcon-userid:alice@example.com");

    private final Silent server = new Silent();
    private final ManualTimers timers = new ManualTimers();

    @AfterEach
    void end() {
        server.close();
    }

    @Test
    @Requirement({"CCMP-4.4-02", "CCMP-4.4-03"})
    void theTimerEndsTheCallAndTheConnection() {
        try (CcmpClient client = CcmpClient.builder()
                .server(server.uri())
                .timeout(Duration.ofMillis(300))
                .build()) {
            assertThatThrownBy(() -> client.send(ALICE.confs()))
                    .isInstanceOf(OutcomeUnknownException.class)
                    .hasMessageContaining("300 ms");
            assertThat(server.isLeft()).isTrue();
        }
    }

    @Test
    @Requirement("CCMP-4.4-04")
    void unlessItIsSetTheTimerIsOf30Seconds() {
        try (CcmpClient client =
                CcmpClient.builder().server(server.uri()).timers(timers).build()) {
            CompletableFuture<CcmpResult> call = client.sendAsync(ALICE.confs());
            server.awaitRequest();
            assertThat(call).isNotDone();

            // The one that was set for ManualTimers.REQUEST, which is 30 s.
            timers.expire();

            assertThat(call)
                    .failsWithin(Duration.ofSeconds(10))
                    .withThrowableThat()
                    .withMessageContaining("30000 ms");
            assertThat(server.isLeft()).isTrue();
        }
    }

    @Test
    @Requirement("CCMP-4.4-05")
    void noTimerIsLongerThanAMinute() {
        assertThat(CcmpClient.builder().timeout(Duration.ofSeconds(60))).isNotNull();
        assertThatThrownBy(() -> CcmpClient.builder().timeout(Duration.ofSeconds(61)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("60 s");
    }

    @Test
    @Requirement("CCMP-4.4-06")
    void anUnknownOutcomeIsClearedUpByARetrieve() throws CcmpException {
        XconUri id = XconUri.of("xcon:1@example.com");
        CountDownLatch never = new CountDownLatch(1);
        CountDownLatch arrived = new CountDownLatch(1);
        try (Stub slow = Stub.http();
                CcmpClient client =
                        CcmpClient.builder().server(slow.uri()).timers(timers).build()) {
            slow.responds(request -> conference(request, "Before", 3)).answers(request -> {
                arrived.countDown();
                await(never);
                return new Stub.Answering(200, new byte[0]);
            });
            slow.responds(request -> conference(request, "After", 4));
            LocalCopy copy =
                    LocalCopy.of(client.send(ALICE.retrieve(id)).response()).orElseThrow();
            CompletableFuture<CcmpResult> update = client.sendAsync(
                    ALICE.update(id, Conferences.changes(id).title("After").build()));

            await(arrived);
            timers.expire();

            assertThat(update)
                    .failsWithin(Duration.ofSeconds(10))
                    .withThrowableThat()
                    .withCauseInstanceOf(OutcomeUnknownException.class);
            LocalCopy cleared = copy.outdated().synchronised(client, ALICE);
            never.countDown();
            assertThat(cleared.version()).isEqualTo(new Version(4));
            assertThat(cleared.isCurrent()).isTrue();
        }
    }

    @Test
    void whoeverCancelsClosesTheConnection() {
        try (CcmpClient client = CcmpClient.builder().server(server.uri()).build()) {
            CompletableFuture<CcmpResult> call = client.sendAsync(ALICE.confs());
            server.awaitRequest();

            call.cancel(true);

            assertThat(server.isLeft()).isTrue();
        }
    }

    @Test
    void anInterruptedThreadGivesUpAndStaysInterrupted() {
        try (CcmpClient client = CcmpClient.builder().server(server.uri()).build()) {
            Thread.currentThread().interrupt();

            assertThatThrownBy(() -> client.send(ALICE.confs())).isInstanceOf(OutcomeUnknownException.class);
            assertThat(Thread.interrupted()).isTrue();
        }
    }

    @Test
    void callsEndWithTheClient() {
        CcmpClient client = CcmpClient.builder().server(server.uri()).build();
        CompletableFuture<CcmpResult> call = client.sendAsync(ALICE.confs());
        server.awaitRequest();

        client.close();

        assertThat(call)
                .failsWithin(Duration.ofSeconds(10))
                .withThrowableThat()
                .withCauseInstanceOf(OutcomeUnknownException.class);
        assertThat(server.isLeft()).isTrue();
    }

    static CcmpResponse conference(CcmpRequest request, String title, int version) {
        return CcmpResponse.to(request, ResponseCode.SUCCESS, "Success")
                .version(new Version(version))
                .body(new Body.Info(Conferences.builder(request.confObjId().orElseThrow())
                        .title(title)
                        .build()));
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException over) {
            Thread.currentThread().interrupt();
        }
    }
}
