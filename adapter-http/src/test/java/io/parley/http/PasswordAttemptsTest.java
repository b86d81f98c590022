package io.parley.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.ccmp.CcmpRequest;
import io.parley.ccmp.CcmpResponse;
import io.parley.ccmp.Message;
import io.parley.ccmp.ResponseCode;
import io.parley.codec.xml.CcmpCodec;
import io.parley.codec.xml.Dialect;
import io.parley.codec.xml.Limits;
import io.parley.codec.xml.UnreadableException;
import io.parley.http.Exchange.Origin;
import io.parley.spec.Requirement;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** Wrong passwords in the subject of requests: everybody's is "secret". */
class PasswordAttemptsTest {

    private static final Sender HERE = new Sender("192.0.2.1");
    private static final Sender THERE = new Sender("192.0.2.2");

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2030-01-01T00:00:00Z"));
    private final AtomicInteger lookedAt = new AtomicInteger();
    private final CcmpCodec codec = new CcmpCodec(Limits.defaults());
    private final Exchange exchange = new CcmpExchange(this::handle, codec, new PasswordAttempts(now::get));

    private CcmpResponse handle(CcmpRequest request) {
        lookedAt.incrementAndGet();
        if (!request.conferencePassword().orElse("secret").equals("secret")) {
            return CcmpResponse.to(request, ResponseCode.INVALID_CONFERENCE_PASSWORD, "wrong");
        }
        boolean right = request.subject().isEmpty()
                || request.subject().get().password().orElse("").equals("secret");
        return right
                ? CcmpResponse.to(request, ResponseCode.SUCCESS, "Success")
                : CcmpResponse.to(request, ResponseCode.AUTHENTICATION_REQUIRED, "wrong");
    }

    @Test
    @Requirement("XF-11.1-01")
    void afterFiveWrongOnesOfANameFromOneSenderNoneIsLookedAtForAMinute() {
        guess("alice", HERE, 5);

        assertThat(ask("alice", "secret", HERE)).isEqualTo(ResponseCode.AUTHENTICATION_REQUIRED);
        assertThat(lookedAt).hasValue(5);
        now.updateAndGet(it -> it.plus(Duration.ofMinutes(1)));
        assertThat(ask("alice", "secret", HERE)).isEqualTo(ResponseCode.SUCCESS);
    }

    @Test
    void othersAreNotConcerned() {
        guess("alice", HERE, 5);

        assertThat(ask("bob", "secret", HERE)).isEqualTo(ResponseCode.SUCCESS);
        assertThat(ask("alice", "secret", THERE)).isEqualTo(ResponseCode.SUCCESS);
    }

    @Test
    void aRightOneForgivesTheFewWrongOnes() {
        for (int i = 0; i < 5; i++) {
            guess("alice", HERE, 4);
            assertThat(ask("alice", "secret", HERE)).isEqualTo(ResponseCode.SUCCESS);
        }
    }

    @Test
    @Requirement("XF-11.1-01")
    void oneSenderDoesNotTryManyNames() {
        for (int i = 0; i < PasswordAttempts.OF_SENDER; i++) {
            guess("user" + i, HERE, 1);
        }

        assertThat(ask("alice", "secret", HERE)).isEqualTo(ResponseCode.AUTHENTICATION_REQUIRED);
        assertThat(ask("alice", "secret", THERE)).isEqualTo(ResponseCode.SUCCESS);
        assertThat(withoutPassword(HERE)).as("without a password").isEqualTo(ResponseCode.SUCCESS);
    }

    @Test
    void manySendersDoNotTryOneNameAndDoNotLockItOutWhereItIsAtHome() {
        assertThat(ask("alice", "secret", HERE)).isEqualTo(ResponseCode.SUCCESS);
        for (int i = 0; i < PasswordAttempts.OF_NAME; i++) {
            guess("alice", new Sender("198.51.100." + i), 1);
        }

        assertThat(ask("alice", "secret", THERE)).isEqualTo(ResponseCode.AUTHENTICATION_REQUIRED);
        assertThat(ask("alice", "secret", HERE)).isEqualTo(ResponseCode.SUCCESS);
    }

    @Test
    void conferencePasswordsCountForTheSenderToo() {
        for (int i = 0; i < PasswordAttempts.OF_SENDER; i++) {
            assertThat(join("guess" + i, HERE)).isEqualTo(ResponseCode.INVALID_CONFERENCE_PASSWORD);
        }

        assertThat(join("secret", HERE)).isEqualTo(ResponseCode.INVALID_CONFERENCE_PASSWORD);
        assertThat(lookedAt).hasValue(PasswordAttempts.OF_SENDER);
        assertThat(join("secret", THERE)).isEqualTo(ResponseCode.SUCCESS);
    }

    private void guess(String name, Sender sender, int times) {
        for (int i = 0; i < times; i++) {
            assertThat(ask(name, "guess" + i, sender)).isEqualTo(ResponseCode.AUTHENTICATION_REQUIRED);
        }
    }

    private ResponseCode ask(String name, String password, Sender sender) {
        return answer(request().subject(name, password), sender);
    }

    private ResponseCode join(String password, Sender sender) {
        return answer(request().on("xcon:1@example.com").conferencePassword(password), sender);
    }

    private ResponseCode withoutPassword(Sender sender) {
        return answer(request(), sender);
    }

    private static CcmpRequest request() {
        return CcmpRequest.of(Message.BLUEPRINTS, "xcon-userid:alice@example.com");
    }

    private ResponseCode answer(CcmpRequest request, Sender sender) {
        byte[] response = exchange.answer(
                        codec.writeRequest(request, Dialect.RFC_6503), new Origin(sender, Optional.empty()))
                .body();
        try {
            return codec.readResponse(response).code();
        } catch (UnreadableException e) {
            throw new IllegalStateException(e);
        }
    }
}
