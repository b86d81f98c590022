package io.parley.examples.conformance;

import static io.parley.examples.conformance.House.ALICE;
import static io.parley.examples.conformance.House.BOB;
import static io.parley.examples.conformance.House.CAROL;
import static org.assertj.core.api.Assertions.assertThat;

import io.parley.ccmp.CcmpRequest;
import io.parley.ccmp.CcmpResponse;
import io.parley.ccmp.Message;
import io.parley.ccmp.ResponseCode;
import io.parley.spec.Requirement;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Nobody searches for the password of a conference (RFC 5239 section 11.1). */
class PasswordGuessingTest {

    private final House house = House.open();
    private final String conference = Protected.conference(house, ALICE, "8601");

    @Test
    @Requirement("XF-11.1-02")
    void afterFiveWrongOnesNoneIsLookedAtForAMinute() {
        guessFiveTimes(BOB);

        assertThat(join(BOB, "8601").code()).isEqualTo(ResponseCode.INVALID_CONFERENCE_PASSWORD);
        assertThat(join(BOB, "8601").reason()).contains("too many");
        house.memory().clock().advance(Duration.ofSeconds(59));
        assertThat(join(BOB, "8601").code()).isEqualTo(ResponseCode.INVALID_CONFERENCE_PASSWORD);
        house.memory().clock().advance(Duration.ofSeconds(1));
        assertThat(join(BOB, "8601").code()).isEqualTo(ResponseCode.SUCCESS);
    }

    @Test
    @Requirement("XF-11.1-02")
    void itCountsForOneSenderAndOneConference() {
        String another = Protected.conference(house, ALICE, "9712");
        guessFiveTimes(BOB);

        assertThat(join(CAROL, "8601").code()).isEqualTo(ResponseCode.SUCCESS);
        assertThat(house.ask(Roster.join(BOB, another).conferencePassword("9712"))
                        .code())
                .isEqualTo(ResponseCode.SUCCESS);
    }

    @Test
    void otherRequestsThatSucceedForgiveNothing() {
        for (int i = 0; i < 5; i++) {
            join(BOB, "guess" + i);
            house.done(CcmpRequest.of(Message.CONFS, BOB).on(conference).conferencePassword("x"));
        }

        assertThat(join(BOB, "8601").code()).isEqualTo(ResponseCode.INVALID_CONFERENCE_PASSWORD);
    }

    @Test
    void strangersCountAsOne() {
        for (int i = 0; i < 5; i++) {
            String contact = "sip:stranger" + i + "@example.net";
            assertThat(house.ask(Roster.joinBy(contact, conference).conferencePassword("guess" + i))
                            .code())
                    .isEqualTo(ResponseCode.INVALID_CONFERENCE_PASSWORD);
        }

        assertThat(house.ask(Roster.joinBy("sip:last@example.net", conference).conferencePassword("8601"))
                        .code())
                .isEqualTo(ResponseCode.INVALID_CONFERENCE_PASSWORD);
    }

    @Test
    void fiveThatAreSpreadOverMoreThanAMinuteAreNotTooMany() {
        for (int i = 0; i < 10; i++) {
            assertThat(join(BOB, "guess").reason()).doesNotContain("too many");
            house.memory().clock().advance(Duration.ofSeconds(20));
        }
    }

    private void guessFiveTimes(String user) {
        for (int i = 0; i < 5; i++) {
            CcmpResponse response = join(user, "guess" + i);
            assertThat(response.code()).isEqualTo(ResponseCode.INVALID_CONFERENCE_PASSWORD);
            assertThat(response.reason()).doesNotContain("too many");
        }
    }

    private CcmpResponse join(String user, String password) {
        return house.ask(Roster.join(user, conference).conferencePassword(password));
    }
}
