package io.parley.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.ccmp.ResponseCode;
import io.parley.ccmp.SubjectMode;
import io.parley.ports.in.ConferenceEvents.Follow;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Registering call-backs. The server listens to nobody at the address that is allowed, so no call-back succeeds here. */
class CallbacksResourceTest {

    private static final String ALICE = "xcon-userid:alice@example.com";
    private static final String GOOD =
            "{\"conference\":\"xcon:c@example.com\",\"url\":\"https://127.0.0.1/hook\",\"user\":\"" + ALICE + "\"";

    private final ToldEvents events = new ToldEvents();
    private final Agenda agenda = new Agenda();
    private final ServerSettings settings = new Echo()
            .server()
            .clock(agenda)
            .feeds(Feeds.of(events, (name, password) -> Optional.empty(), SubjectMode.OFF, agenda))
            .callbacks(Callbacks.to(List.of(CallbackAllow.parse("127.0.0.1:443"))))
            .settings();
    private final Pipe pipe = new Pipe(settings);

    @AfterEach
    void close() {
        pipe.close();
        settings.resources().forEach(Resource::close);
    }

    private Answer post(String body) {
        return pipe.send("POST /callbacks HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\nContent-Length: "
                        + body.length() + "\r\n\r\n" + body)
                .answer();
    }

    @Test
    void aRegistrationIsShownWithItsSecretOnce() {
        Answer created = post(GOOD + ",\"after\":3,\"password\":\"4711\"}");
        assertThat(created.status()).isEqualTo(201);
        assertThat(created.body())
                .matches(
                        "\\{\"id\":\"[\\w-]{22}\",\"conference\":\"xcon:c@example.com\",\"url\":\"https://127.0.0.1/hook\","
                                + "\"user\":\"" + ALICE
                                + "\",\"acknowledged\":3,\"failures\":0,\"secret\":\"[\\w-]{43}\"}");
        Follow request = events.requests.get(0);
        assertThat(request.after()).isEqualTo(OptionalLong.of(3));
        assertThat(request.conferencePassword()).contains("4711");

        String one = created.field("location");
        assertThat(pipe.send(Get.of(one + "?user=" + ALICE)).answer().body()).contains("\"failures\":0}");
        Answer list = pipe.send(Get.of("/callbacks?user=" + ALICE)).answer();
        assertThat(list.body()).startsWith("[{\"id\":\"").doesNotContain("secret");
    }

    @Test
    void aSecretMayBeGiven() {
        assertThat(post(GOOD + ",\"secret\":\"0123456789abcdef\"}").body()).contains("\"secret\":\"0123456789abcdef\"");
        assertThat(post(GOOD + ",\"secret\":\"short\"}").status()).isEqualTo(400);
    }

    @Test
    void everybodyHasHisOwn() {
        String one = post(GOOD + "}").field("location");
        String asBob = "?user=xcon-userid:bob@example.com";
        assertThat(pipe.send(Get.of(one + asBob)).answer().status()).isEqualTo(404);
        assertThat(pipe.send(Get.of("/callbacks" + asBob)).answer().body()).isEqualTo("[]");
        assertThat(pipe.send(delete(one + asBob)).answer().status()).isEqualTo(404);
        assertThat(events.followers()).isEqualTo(1);
        assertThat(pipe.send(delete(one + "?user=" + ALICE)).text()).startsWith("HTTP/1.1 204 ");
        assertThat(events.followers()).isZero();
        assertThat(pipe.send(Get.of(one + "?user=" + ALICE)).answer().status()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://127.0.0.1:444/",
                "https://127.0.0.2/",
                "https://localhost:444/",
                "https://[::1]/",
                "https://10.0.0.1/",
                "https://169.254.169.254/latest/meta-data/",
                "https://[::ffff:127.0.0.2]/",
                "https://no-such-host.invalid/"
            })
    void onlyWhatIsAllowedIsCalled(String url) {
        Answer answer = post(GOOD.replace("https://127.0.0.1/hook", url) + "}");
        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.body())
                .isEqualTo("{\"error\":\"url: call-backs to this host and port are not allowed here\"}");
        assertThat(events.requests).isEmpty();
    }

    @Test
    void cleartextIsForWhoeverWantsIt() {
        assertThat(post(GOOD.replace("https:", "http:") + "}").status()).isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "[]",
                "\"a\"",
                "{\"conference\":{}}",
                "{\"conference\":null}",
                "{\"a-secret\":1}",
                "{\"url\":\"a-secret\"",
                "{\"secret\":\"a-secret\",\"secret\":\"a-secret\"}",
                "{} {}",
                "{\"after\":1.5}"
            })
    void whatCannotBeReadIsRefusedAndNotQuoted(String body) {
        Answer answer = post(body);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body()).startsWith("{\"error\":\"").doesNotContain("a-secret");
    }

    @Test
    void whatIsMissingOrWrongIsNamed() {
        assertThat(post(GOOD.replace("\"url\"", "\"password\"") + "}").body()).contains("the member url is missing");
        assertThat(post(GOOD.replace("xcon:c@example.com", "c") + "}").body()).contains("conference: ");
        assertThat(post(GOOD + ",\"after\":\"x\"}").body()).contains("after: ");
        assertThat(post(GOOD + ",\"color\":\"x\"}").body()).contains("there is no member but after, conference, ");
    }

    @Test
    void whoMayNotRetrieveMayNotRegister() {
        events.refuse(ResponseCode.UNAUTHORIZED);
        assertThat(post(GOOD + "}").status()).isEqualTo(403);
        events.refuse(ResponseCode.OBJECT_NOT_FOUND);
        assertThat(post(GOOD + "}").status()).isEqualTo(404);
        assertThat(pipe.send(Get.of("/callbacks?user=" + ALICE)).answer().body())
                .isEqualTo("[]");
    }

    @Test
    void aFaultLeavesNothingBehind() {
        events.broken = true;
        assertThat(post(GOOD + "}").status()).isEqualTo(500);
        try (Pipe other = new Pipe(settings)) {
            assertThat(other.send(Get.of("/callbacks?user=" + ALICE)).answer().body())
                    .isEqualTo("[]");
        }
    }

    @Test
    void methodsAndTypesAreChecked() {
        assertThat(pipe.send(delete("/callbacks")).answer().field("allow")).isEqualTo("GET, POST");
        assertThat(pipe.send("PUT /callbacks HTTP/1.1\r\nHost: a\r\nContent-Length: 0\r\n\r\n")
                        .answer()
                        .status())
                .isEqualTo(405);
        String text = "POST /callbacks HTTP/1.1\r\nHost: a\r\nContent-Type: text/plain\r\nContent-Length: 2\r\n\r\n{}";
        assertThat(pipe.send(text).answer().status()).isEqualTo(415);
        assertThat(post(" ".repeat(16 * 1024 + 1)).status()).isEqualTo(413);
    }

    @Test
    void withoutPermissionThereIsNothing() {
        try (Pipe none = new Pipe(new Echo()
                .server()
                .feeds(Feeds.of(events, (name, password) -> Optional.empty(), SubjectMode.OFF, agenda)))) {
            assertThat(none.send(Get.of("/callbacks?user=" + ALICE)).answer().status())
                    .isEqualTo(404);
        }
    }

    private static String delete(String target) {
        return Get.of(target).replaceFirst("GET", "DELETE");
    }
}
