package io.parley.examples.conformance;

import static io.parley.examples.conformance.House.ALICE;
import static io.parley.examples.conformance.House.AUDIO_ROOM;
import static io.parley.examples.conformance.House.BOB;
import static io.parley.examples.conformance.House.NOWHERE;
import static io.parley.examples.conformance.House.conf;
import static io.parley.examples.conformance.House.confInfo;
import static io.parley.examples.conformance.House.user;
import static io.parley.examples.conformance.House.userInfo;
import static io.parley.examples.conformance.House.users;
import static org.assertj.core.api.Assertions.assertThat;

import io.parley.ccmp.CcmpSettings.SwitchedOff;
import io.parley.ccmp.Message;
import io.parley.ccmp.Operation;
import io.parley.ccmp.ResponseCode;
import io.parley.ccmp.SubjectMode;
import io.parley.identity.Version;
import io.parley.spec.Requirement;
import org.junit.jupiter.api.Test;

/** Of several faults the first in the order of the checks decides the code, and the version comes only with what may be known. */
class OrderOfChecksTest {

    private static final String NOBODY = "xcon-userid:nobody@example.com";

    @Test
    @Requirement("CCMP-D2-01")
    void syntaxComesBeforeCredentials() {
        House house = House.open(parley -> parley.subjectMode(SubjectMode.REQUIRED));

        assertThat(house.ask(conf(Operation.UPDATE, ALICE).on(AUDIO_ROOM)).code())
                .isEqualTo(ResponseCode.BAD_REQUEST);
    }

    @Test
    @Requirement("CCMP-D2-02")
    void credentialsComeBeforeTheSender() {
        House house = House.closed(parley -> parley.subjectMode(SubjectMode.OPTIONAL));

        assertThat(house.ask(conf(Operation.CREATE, NOBODY).subject("alice", "wrong"))
                        .code())
                .isEqualTo(ResponseCode.AUTHENTICATION_REQUIRED);
    }

    @Test
    @Requirement("CCMP-D2-03")
    void theSenderComesBeforeTheOperation() {
        House house = House.closed(parley -> parley);

        assertThat(house.ask(users(Operation.CREATE, NOBODY).on(NOWHERE)).code())
                .isEqualTo(ResponseCode.INVALID_CONF_USER_ID);
    }

    @Test
    @Requirement("CCMP-D2-04")
    void whetherAnOperationAppliesComesBeforeWhetherItIsOffered() {
        House house = House.open(parley -> parley.withoutOperation(new SwitchedOff(Message.USERS, Operation.RETRIEVE)));

        assertThat(house.ask(users(Operation.CREATE, ALICE).on(NOWHERE)).code()).isEqualTo(ResponseCode.FORBIDDEN);
        assertThat(house.ask(users(Operation.RETRIEVE, ALICE).on(NOWHERE)).code())
                .isEqualTo(ResponseCode.NOT_IMPLEMENTED);
    }

    @Test
    @Requirement("CCMP-D2-06")
    void theObjectComesBeforeItsPassword() {
        House house = House.open();

        assertThat(house.ask(conf(Operation.RETRIEVE, ALICE).on(NOWHERE).conferencePassword("1234"))
                        .code())
                .isEqualTo(ResponseCode.OBJECT_NOT_FOUND);
    }

    @Test
    @Requirement("CCMP-D2-07")
    void thePasswordComesBeforeThePolicy() {
        House house = House.open();
        String conference = Protected.conference(house, ALICE, "8601");

        assertThat(house.ask(conf(Operation.DELETE, BOB).on(conference)).code())
                .isEqualTo(ResponseCode.CONFERENCE_PASSWORD_REQUIRED);
    }

    @Test
    @Requirement("CCMP-D2-08")
    void thePolicyComesBeforeTheDocument() {
        House house = House.open();
        String conference = house.conferenceOf(ALICE);

        assertThat(house.ask(conf(Operation.UPDATE, BOB)
                                .on(conference)
                                .info(confInfo(
                                        conference,
                                        "<info:conference-state><info:locked>maybe</info:locked>"
                                                + "</info:conference-state>")))
                        .code())
                .isEqualTo(ResponseCode.FORBIDDEN_CHANGE_PROTECTED);
    }

    @Test
    @Requirement("CCMP-D2-09")
    void theDocumentComesBeforeTheUser() {
        House house = House.open();
        String conference = house.conferenceOf(ALICE);

        assertThat(house.ask(user(Operation.UPDATE, ALICE).on(conference).info(userInfo(NOBODY, "<info:endpoint/>")))
                        .code())
                .isEqualTo(ResponseCode.BAD_REQUEST);
    }

    @Test
    void protectedPartsComeBeforeConflicts() {
        House house = House.open();
        String conference = house.conferenceOf(ALICE);
        house.done(conf(Operation.UPDATE, ALICE).on(conference).info(confInfo(conference, "")));

        assertThat(house.ask(conf(Operation.UPDATE, ALICE)
                                .on(conference)
                                .basedOn(Version.FIRST)
                                .info(confInfo(
                                        conference,
                                        "<info:conference-state><info:user-count>7</info:user-count>"
                                                + "</info:conference-state>")))
                        .code())
                .isEqualTo(ResponseCode.FORBIDDEN_CHANGE_PROTECTED);
    }

    @Test
    void anOutsiderLearnsNoVersionFromARefusal() {
        House house = House.open();
        String conference = house.conferenceOf(ALICE);

        assertThat(house.ask(conf(Operation.RETRIEVE, BOB).on(conference)).version())
                .isEmpty();
        assertThat(house.ask(conf(Operation.UPDATE, BOB).on(conference).info(confInfo(conference, "")))
                        .version())
                .isEmpty();
    }
}
