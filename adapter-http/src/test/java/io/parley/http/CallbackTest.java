package io.parley.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.ccmp.SubjectMode;
import io.parley.identity.XconUri;
import io.parley.identity.XconUserId;
import io.parley.ports.in.ConferenceEvents.Follow;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.AbstractExecutorService;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** A call-back gets every event, in order, each until it is acknowledged. */
class CallbackTest {

    private static final XconUserId ALICE = XconUserId.of("xcon-userid:alice@example.com");
    private static final XconUserId BOB = XconUserId.of("xcon-userid:bob@example.com");
    private static final String URL = "https://hooks.example.com/a";
    private static final String SECRET = "0123456789abcdef";

    private final ToldEvents events = new ToldEvents();
    private final Agenda agenda = new Agenda();
    private final ScriptedMessenger messenger = new ScriptedMessenger();
    private final Callbacks settings = new Callbacks(
            List.of(CallbackAllow.parse("hooks.example.com")),
            false,
            2,
            3,
            4,
            Duration.ofSeconds(1),
            Duration.ofSeconds(3),
            Duration.ofSeconds(1));
    private final CallbackBook book = new CallbackBook(
            settings,
            Feeds.of(events, (name, password) -> Optional.empty(), SubjectMode.OFF, agenda),
            agenda,
            new ServerObserver() {
                @Override
                public void callbackFailed() {
                    failures++;
                }

                @Override
                public void callbackGivenUp() {
                    givenUp++;
                }
            },
            new CallbackBook.World(
                    messenger, host -> new InetAddress[] {InetAddress.getByName("8.8.8.8")}, new AtOnce(), () -> 0.5));
    private int failures;
    private int givenUp;

    private CallbackBook.Answer register(XconUserId user, OptionalLong after) {
        Follow request = new Follow(XconUri.of("xcon:c@example.com"), user, true, Optional.empty(), after);
        return book.register(request, URL, CallbackTarget.parse(URL, false), Optional.of(SECRET));
    }

    private Callback registered() {
        return ((CallbackBook.Answer.Registered) register(ALICE, OptionalLong.empty())).callback();
    }

    @Test
    void oneEventIsOnItsWayAtATime() {
        Callback callback = registered();
        events.changed(1);
        events.changed(2);
        events.changed(3);
        assertThat(messenger.sequences()).containsExactly(1L);
        messenger.acknowledge();
        assertThat(messenger.sequences()).containsExactly(1L, 2L);
        messenger.acknowledge();
        messenger.acknowledge();
        assertThat(messenger.sequences()).containsExactly(1L, 2L, 3L);
        assertThat(messenger.open()).isZero();
        assertThat(callback.acknowledged()).isEqualTo(OptionalLong.of(3));
    }

    @Test
    void whatIsNotAcknowledgedIsRepeated() {
        Callback callback = registered();
        events.changed(1);
        events.changed(2);
        messenger.fail();
        events.changed(3);
        assertThat(messenger.open()).isZero();
        assertThat(callback.failures()).isEqualTo(1);
        agenda.pass(agenda.untilNext());
        assertThat(messenger.sequences()).containsExactly(1L, 1L);
        messenger.acknowledge();
        messenger.acknowledge();
        messenger.acknowledge();
        assertThat(messenger.sequences()).containsExactly(1L, 1L, 2L, 3L);
        assertThat(callback.failures()).isZero();
        assertThat(failures).isEqualTo(1);
    }

    @Test
    void itWaitsLongerEachTimeAndGivesUpInTheEnd() {
        registered();
        events.changed(1);
        for (Duration wait : List.of(Duration.ofMillis(750), Duration.ofMillis(1500), Duration.ofMillis(2250))) {
            messenger.fail();
            assertThat(agenda.untilNext()).isEqualTo(wait);
            agenda.pass(wait);
        }
        assertThat(book.of(ALICE)).hasSize(1);
        messenger.fail();
        assertThat(book.of(ALICE)).isEmpty();
        assertThat(givenUp).isEqualTo(1);
        assertThat(failures).isEqualTo(4);
        assertThat(events.followers()).isZero();
        agenda.pass(Duration.ofHours(1));
        assertThat(messenger.open()).isZero();
    }

    @Test
    void anAcknowledgementForgivesTheFailuresBefore() {
        registered();
        for (long sequence = 1; sequence <= 5; sequence++) {
            events.changed(sequence);
            for (int i = 0; i < 3; i++) {
                messenger.fail();
                agenda.pass(agenda.untilNext());
            }
            messenger.acknowledge();
        }
        assertThat(book.of(ALICE)).hasSize(1);
    }

    @Test
    void itIsSignedSoThatAReceiverCanCheckIt() {
        registered();
        events.changed(7);
        ScriptedMessenger.Attempt attempt = messenger.last();
        assertThat(attempt.fields())
                .containsEntry("Parley-Event", "changed")
                .containsEntry("Parley-Sequence", "7")
                .containsEntry(
                        "Parley-Timestamp", Long.toString(agenda.instant().getEpochSecond()))
                .containsEntry(
                        "Parley-Signature",
                        Signature.of(SECRET, agenda.instant().getEpochSecond(), 7, attempt.body()));
    }

    @Test
    void theSignatureIsTheHmacThatOthersCompute() {
        // Computed by Python: hmac.new(b"0123456789abcdef", b'1893488400.7.{"event":"changed"}', sha256).
        assertThat(Signature.of(SECRET, 1893488400, 7, "{\"event\":\"changed\"}".getBytes(StandardCharsets.UTF_8)))
                .isEqualTo("v1=e6e235d178a108270a051896d83db52915b7e5065a9243a6f9bc006ff63c60ba");
    }

    @Test
    void whoLosesTheRightBetweenTwoAttemptsIsToldThatOnly() {
        registered();
        events.changed(1);
        messenger.fail();
        events.denied(0);
        agenda.pass(agenda.untilNext());
        assertThat(messenger.last().fields()).containsEntry("Parley-Event", "denied");
        assertThat(new String(messenger.last().body(), StandardCharsets.UTF_8)).doesNotContain("document");
        messenger.acknowledge();
        assertThat(book.of(ALICE)).isEmpty();
    }

    @Test
    void theEndOfTheConferenceIsTheEndOfItsCallbacks() {
        registered();
        events.deleted(5);
        messenger.fail();
        agenda.pass(agenda.untilNext());
        assertThat(messenger.sequences()).containsExactly(5L, 5L);
        messenger.acknowledge();
        assertThat(book.of(ALICE)).isEmpty();
        assertThat(events.followers()).isZero();
    }

    @Test
    void whatIsRemovedIsCalledNoMore() {
        Callback callback = registered();
        events.changed(1);
        book.remove(callback);
        messenger.fail();
        events.changed(2);
        agenda.pass(Duration.ofHours(1));
        assertThat(messenger.sequences()).containsExactly(1L);
    }

    @Test
    void itGoesOnBehindANumber() {
        events.changed(1);
        events.changed(2);
        register(ALICE, OptionalLong.of(1));
        assertThat(messenger.sequences()).containsExactly(2L);
    }

    @Test
    void thereAreOnlySoManyOfAUserAndInAll() {
        registered();
        registered();
        assertThat(register(ALICE, OptionalLong.empty())).isInstanceOf(CallbackBook.Answer.TooMany.class);
        assertThat(register(BOB, OptionalLong.empty())).isInstanceOf(CallbackBook.Answer.Registered.class);
        assertThat(register(BOB, OptionalLong.empty())).isInstanceOf(CallbackBook.Answer.TooMany.class);
        book.remove(book.of(ALICE).get(0));
        assertThat(register(BOB, OptionalLong.empty())).isInstanceOf(CallbackBook.Answer.Registered.class);
    }

    @Test
    void aServerThatEndsCallsNobody() {
        registered();
        book.close();
        events.changed(1);
        assertThat(messenger.open()).isZero();
        assertThat(register(ALICE, OptionalLong.empty())).isInstanceOf(CallbackBook.Answer.TooMany.class);
    }

    @Test
    void waitsAreBoundedAndVary() {
        BackOff least = new BackOff(Duration.ofSeconds(1), Duration.ofMinutes(5), () -> 0);
        BackOff most = new BackOff(Duration.ofSeconds(1), Duration.ofMinutes(5), () -> 1);
        assertThat(least.behind(1)).isEqualTo(Duration.ofMillis(500));
        assertThat(most.behind(3)).isEqualTo(Duration.ofSeconds(4));
        assertThat(most.behind(1_000_000)).isEqualTo(Duration.ofMinutes(5));
    }

    /** Runs every task on the thread that brings it. */
    private static final class AtOnce extends AbstractExecutorService {
        private boolean ended;

        @Override
        public void execute(Runnable task) {
            task.run();
        }

        @Override
        public void shutdown() {
            ended = true;
        }

        @Override
        public List<Runnable> shutdownNow() {
            ended = true;
            return List.of();
        }

        @Override
        public boolean isShutdown() {
            return ended;
        }

        @Override
        public boolean isTerminated() {
            return ended;
        }

        @Override
        public boolean awaitTermination(long timeout, TimeUnit unit) {
            return ended;
        }
    }
}
