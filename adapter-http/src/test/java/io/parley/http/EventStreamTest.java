package io.parley.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.ccmp.ResponseCode;
import io.parley.ccmp.SubjectMode;
import io.parley.identity.XconUserId;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Server-sent events of a conference. */
class EventStreamTest {

    private static final String ALICE = "xcon-userid:alice@example.com";
    private static final String TARGET = "/events/xcon%3Ac%40example.com";
    private static final String AS_ALICE = TARGET + "?user=" + ALICE;
    private static final String ACCEPT = "Accept: text/event-stream";

    private final ToldEvents events = new ToldEvents();
    private final Agenda agenda = new Agenda();

    private CcmpHttpServerBuilder server(SubjectMode mode) {
        return new Echo()
                .server()
                .clock(agenda)
                .feeds(new Feeds(
                        events,
                        (name, password) -> name.equals("alice") && password.equals("secret")
                                ? Optional.of(XconUserId.of(ALICE))
                                : Optional.empty(),
                        mode,
                        agenda,
                        Duration.ofSeconds(15),
                        1));
    }

    private Pipe pipe() {
        return new Pipe(server(SubjectMode.OFF));
    }

    @Test
    void eventsComeAsTheyHappen() {
        events.changed(1);
        try (Pipe pipe = pipe()) {
            String begun = pipe.send(Get.of(AS_ALICE, ACCEPT)).text();
            assertThat(begun)
                    .startsWith("HTTP/1.1 200 OK\r\n")
                    .contains("content-type: text/event-stream; charset=utf-8\r\n")
                    .contains("transfer-encoding: chunked\r\n")
                    .contains("cache-control: no-store\r\n")
                    .contains(
                            "event: changed\nid: 1\ndata: {\"conference\":\"xcon:c@example.com\",\"event\":\"changed\","
                                    + "\"sequence\":1,\"skipped\":false,\"action\":\"confRequest/update\","
                                    + "\"time\":\"1970-01-01T00:00:00Z\",\"document\":\"<?xml ");
            events.changed(2);
            assertThat(pipe.text()).contains("id: 2\n").doesNotContain("id: 1\n");
            assertThat(pipe.isOpen()).isTrue();
        }
        assertThat(events.followers()).isZero();
        assertThat(agenda.waiting()).isZero();
    }

    @Test
    void goesOnBehindTheLastEventId() {
        try (Pipe pipe = pipe()) {
            pipe.send(Get.of(AS_ALICE, ACCEPT, "Last-Event-ID: 41", "Conference-Password: 4711"));
        }
        assertThat(events.requests.get(0).after()).isEqualTo(OptionalLong.of(41));
        assertThat(events.requests.get(0).conferencePassword()).contains("4711");
        assertThat(events.requests.get(0).user()).isEqualTo(XconUserId.of(ALICE));
    }

    @Test
    void aHeartbeatComesWhenNothingHappens() {
        try (Pipe pipe = pipe()) {
            pipe.send(Get.of(AS_ALICE, ACCEPT)).text();
            agenda.pass(Duration.ofSeconds(14));
            assertThat(pipe.text()).isEmpty();
            agenda.pass(Duration.ofSeconds(1));
            assertThat(pipe.text()).contains(":\n\n");
            agenda.pass(Duration.ofSeconds(15));
            assertThat(pipe.text()).contains(":\n\n");
            assertThat(pipe.pass(Duration.ofMinutes(10)).isOpen()).isTrue();
        }
    }

    @Test
    void theLastEventEndsTheConnection() {
        try (Pipe pipe = pipe()) {
            pipe.send(Get.of(AS_ALICE, ACCEPT)).text();
            events.denied(7);
            assertThat(pipe.text()).contains("event: denied\nid: 7\n").endsWith("\r\n0\r\n\r\n");
            assertThat(pipe.isOpen()).isFalse();
        }
        assertThat(events.followers()).isZero();
    }

    @Test
    void aClosingServerEndsIt() {
        try (Pipe pipe = pipe()) {
            pipe.send(Get.of(AS_ALICE, ACCEPT)).text();
            assertThat(pipe.tell(ConnectionEvent.DRAIN).isOpen()).isFalse();
        }
        assertThat(events.followers()).isZero();
    }

    @Test
    void whoGoesOnTalkingIsCutOff() {
        try (Pipe pipe = pipe()) {
            pipe.send(Get.of(AS_ALICE, ACCEPT)).text();
            pipe.send(Post.of("x".repeat(60_000)));
            assertThat(pipe.isOpen()).isTrue();
            pipe.send("x".repeat(10_000));
            assertThat(pipe.isOpen()).isFalse();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "OBJECT_NOT_FOUND,404",
        "UNAUTHORIZED,403",
        "CONFERENCE_PASSWORD_REQUIRED,403",
        "INVALID_CONF_USER_ID,403"
    })
    void whoMayNotRetrieveMayNotFollow(ResponseCode code, int status) {
        events.refuse(code);
        try (Pipe pipe = pipe()) {
            assertThat(pipe.send(Get.of(AS_ALICE, ACCEPT)).answer().status()).isEqualTo(status);
            assertThat(pipe.isOpen()).isTrue();
        }
    }

    @Test
    void wrongRequestsAreRefused() {
        try (Pipe pipe = pipe()) {
            assertThat(pipe.send(Get.of(AS_ALICE)).answer().status()).isEqualTo(406);
            assertThat(pipe.send(Get.of(TARGET, ACCEPT)).answer().status()).isEqualTo(400);
            assertThat(pipe.send(Get.of(AS_ALICE, ACCEPT, "Last-Event-ID: x"))
                            .answer()
                            .status())
                    .isEqualTo(400);
            assertThat(pipe.send(Get.of("/events/%zz?user=" + ALICE, ACCEPT))
                            .answer()
                            .status())
                    .isEqualTo(404);
            assertThat(pipe.send(Get.of("/events/?user=" + ALICE, ACCEPT))
                            .answer()
                            .status())
                    .isEqualTo(404);
            assertThat(pipe.send(Get.head(AS_ALICE)).answer().status()).isEqualTo(405);
        }
        assertThat(events.requests).isEmpty();
    }

    @Test
    void thereAreOnlySoMany() {
        CcmpHttpServerBuilder server = server(SubjectMode.OFF);
        ServerSettings settings = server.settings();
        try (Pipe first = new Pipe(settings);
                Pipe second = new Pipe(settings)) {
            first.send(Get.of(AS_ALICE, ACCEPT)).text();
            Answer busy = second.send(Get.of(AS_ALICE, ACCEPT)).answer();
            assertThat(busy.status()).isEqualTo(503);
            assertThat(busy.field("retry-after")).isEqualTo("2");
            events.denied(1);
            first.text();
            assertThat(second.send(Get.of(AS_ALICE, ACCEPT)).text()).startsWith("HTTP/1.1 200");
        }
    }

    @Test
    void aFaultTakesNobodysPlace() {
        ServerSettings settings = server(SubjectMode.OFF).settings();
        try (Pipe first = new Pipe(settings);
                Pipe second = new Pipe(settings)) {
            events.broken = true;
            assertThat(first.send(Get.of(AS_ALICE, ACCEPT)).answer().status()).isEqualTo(500);
            events.broken = false;
            assertThat(second.send(Get.of(AS_ALICE, ACCEPT)).text()).startsWith("HTTP/1.1 200");
        }
    }

    @Test
    void aProofThatIsDemandedHasToBeRightAndHisOwn() {
        try (Pipe pipe = new Pipe(server(SubjectMode.REQUIRED))) {
            Answer without = pipe.send(Get.of(AS_ALICE, ACCEPT)).answer();
            assertThat(without.status()).isEqualTo(401);
            assertThat(without.field("www-authenticate")).isEqualTo("Basic realm=\"conferences\", charset=\"UTF-8\"");
            assertThat(pipe.send(Get.of(AS_ALICE, ACCEPT, basic("alice:wrong")))
                            .answer()
                            .status())
                    .isEqualTo(401);
            assertThat(pipe.send(Get.of(AS_ALICE, ACCEPT, "Authorization: Basic !"))
                            .answer()
                            .status())
                    .isEqualTo(401);
            String asBob = TARGET + "?user=xcon-userid:bob@example.com";
            assertThat(pipe.send(Get.of(asBob, ACCEPT, basic("alice:secret")))
                            .answer()
                            .status())
                    .isEqualTo(401);
            assertThat(events.requests).isEmpty();
            pipe.send(Get.of(TARGET, ACCEPT, basic("alice:secret")));
            assertThat(events.requests.get(0).user()).isEqualTo(XconUserId.of(ALICE));
            assertThat(events.requests.get(0).authenticated()).isTrue();
        }
    }

    @Test
    void afterTooManyWrongPasswordsOfConferencesNoneIsLookedAt() {
        events.refuse(ResponseCode.INVALID_CONFERENCE_PASSWORD);
        String guess = Get.of(AS_ALICE, ACCEPT, "Conference-Password: 1");
        try (Pipe pipe = pipe()) {
            for (int i = 0; i < PasswordAttempts.OF_SENDER; i++) {
                assertThat(pipe.send(guess).answer().status()).isEqualTo(403);
            }
            assertThat(pipe.send(guess).answer().status()).isEqualTo(429);
            assertThat(pipe.send(Get.of(AS_ALICE, ACCEPT)).answer().status()).isEqualTo(403);
        }
    }

    @Test
    void aProofThatIsOptionalMayBeMissing() {
        try (Pipe pipe = new Pipe(server(SubjectMode.OPTIONAL))) {
            assertThat(pipe.send(Get.of(AS_ALICE, ACCEPT, basic("alice:wrong")))
                            .answer()
                            .status())
                    .isEqualTo(401);
            pipe.send(Get.of(AS_ALICE, ACCEPT));
            assertThat(events.requests.get(0).authenticated()).isFalse();
        }
    }

    private static String basic(String credentials) {
        return "Authorization: Basic "
                + Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8));
    }
}
