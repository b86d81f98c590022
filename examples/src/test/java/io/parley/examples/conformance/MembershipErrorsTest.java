package io.parley.examples.conformance;

import static io.parley.examples.conformance.House.ALICE;
import static io.parley.examples.conformance.House.BOB;
import static io.parley.examples.conformance.House.CAROL;
import static io.parley.examples.conformance.House.conf;
import static io.parley.examples.conformance.House.confInfo;
import static io.parley.examples.conformance.House.user;
import static io.parley.examples.conformance.House.userInfo;
import static io.parley.examples.conformance.Roster.add;
import static io.parley.examples.conformance.Roster.addContact;
import static io.parley.examples.conformance.Roster.endpoint;
import static io.parley.examples.conformance.Roster.join;
import static org.assertj.core.api.Assertions.assertThat;

import io.parley.ccmp.CcmpRequest;
import io.parley.ccmp.CcmpResponse;
import io.parley.ccmp.Operation;
import io.parley.ccmp.ResponseCode;
import io.parley.spec.Requirement;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The response codes of {@code userRequest} (RFC 6503 section 5.4): 409, 420, 426, 511, and nothing changed with any of them. */
class MembershipErrorsTest {

    private static final String NOBODY = "xcon-userid:nobody@example.com";

    private final House house = House.closed(parley -> parley);
    private final String conference = house.conferenceOf(ALICE);

    @Test
    @Requirement("CCMP-5.4-05")
    void whoIsInTheConferenceAlreadyIs409() {
        house.done(join(BOB, conference));

        for (CcmpRequest again : List.of(join(BOB, conference), add(ALICE, conference, BOB))) {
            CcmpResponse response = house.ask(again);

            assertThat(response.code()).isEqualTo(ResponseCode.CONFLICT);
            assertThat(response.reason()).contains(BOB);
            assertThat(response.version().orElseThrow().value()).isEqualTo(2);
        }
    }

    @Test
    void theCreatorJoinsOnceThoughHeStandsInTheRosterFromTheStart() {
        assertThat(Roster.ids(house, conference, ALICE)).containsExactly(ALICE);

        house.done(join(ALICE, conference));

        assertThat(house.ask(join(ALICE, conference)).code()).isEqualTo(ResponseCode.CONFLICT);
        assertThat(Roster.ids(house, conference, ALICE)).containsExactly(ALICE);
    }

    @Test
    void whoHasLeftMayComeBack() {
        house.done(join(BOB, conference));
        house.done(user(Operation.DELETE, BOB).on(conference));

        house.done(join(BOB, conference));
    }

    @Test
    @Requirement("CCMP-5.4-08")
    void addingAnUnknownUserIs420() {
        CcmpResponse response = house.ask(add(ALICE, conference, NOBODY));

        assertThat(response.code()).isEqualTo(ResponseCode.USER_NOT_FOUND);
        assertThat(response.reason()).contains(NOBODY);
        assertThat(Roster.ids(house, conference, ALICE)).containsExactly(ALICE);
    }

    @Test
    @Requirement("CCMP-5.4-08")
    void anOpenSystemKnowsNobodyBeforeHeHasShownHimself() {
        House open = House.open();
        String room = open.conferenceOf(ALICE);

        assertThat(open.ask(add(ALICE, room, NOBODY)).code()).isEqualTo(ResponseCode.USER_NOT_FOUND);
    }

    @Test
    @Requirement("CCMP-5.4-09")
    void retrieveUpdateAndDeleteOfAnUnknownUserAre420() {
        for (Operation operation : List.of(Operation.RETRIEVE, Operation.UPDATE, Operation.DELETE)) {
            CcmpResponse response =
                    house.ask(user(operation, ALICE).on(conference).info(userInfo(NOBODY, "")));

            assertThat(response.code()).isEqualTo(ResponseCode.USER_NOT_FOUND);
            assertThat(response.reason()).contains(NOBODY);
        }
        assertThat(house.versionOf(conference, ALICE)).isEqualTo(1);
    }

    @Test
    @Requirement("CCMP-5.4-09")
    void aRegisteredUserWhoIsNotInTheConferenceIs420AsWell() {
        assertThat(house.ask(user(Operation.RETRIEVE, ALICE).on(conference).info(userInfo(BOB, "")))
                        .code())
                .isEqualTo(ResponseCode.USER_NOT_FOUND);
    }

    @Test
    void whatNamesNobodyIs400() {
        for (String nobody : List.of("nobody", "mailto:bob@example.com", "xcon-userid:b ob", "AUTO_GENERATE_x")) {
            for (Operation operation : Operation.values()) {
                assertThat(house.ask(user(operation, ALICE).on(conference).info(userInfo(nobody, "")))
                                .code())
                        .as("%s of %s", operation, nobody)
                        .isEqualTo(ResponseCode.BAD_REQUEST);
            }
        }
    }

    @Test
    void aPlaceholderIsNobodyOfWhomThereIsARecord() {
        for (String placeholder : List.of("AUTO_GENERATE_1", Roster.SOMEBODY)) {
            for (Operation operation : List.of(Operation.RETRIEVE, Operation.UPDATE, Operation.DELETE)) {
                assertThat(house.ask(user(operation, ALICE).on(conference).info(userInfo(placeholder, "")))
                                .code())
                        .as("%s of %s", operation, placeholder)
                        .isIn(ResponseCode.USER_NOT_FOUND, ResponseCode.BAD_REQUEST);
            }
        }
    }

    @Test
    void aPlaceholderIsWrittenInUpperCase() {
        String literal = "xcon-userid:auto_generate_1@example.com";

        assertThat(house.ask(join(ALICE, conference).info(userInfo(literal, endpoint("sip:dan@example.com"))))
                        .code())
                .isEqualTo(ResponseCode.USER_NOT_FOUND);
    }

    @Test
    void anUnknownUserComesBeforeProtectedParts() {
        assertThat(house.ask(user(Operation.UPDATE, ALICE)
                                .on(conference)
                                .info(userInfo(
                                        NOBODY,
                                        "<info:endpoint entity='sip:n@example.com'>"
                                                + "<info:status>connected</info:status></info:endpoint>")))
                        .code())
                .isEqualTo(ResponseCode.USER_NOT_FOUND);
    }

    @Test
    @Requirement("CCMP-5.4-22")
    void oneMoreThanTheMaximumIs511() {
        house.done(conf(Operation.UPDATE, ALICE)
                .on(conference)
                .info(confInfo(
                        conference,
                        "<info:conference-description><info:maximum-user-count>2</info:maximum-user-count>"
                                + "</info:conference-description>")));
        house.done(join(ALICE, conference));
        house.done(join(BOB, conference));

        for (CcmpRequest third : List.of(
                join(CAROL, conference),
                add(ALICE, conference, CAROL),
                addContact(ALICE, conference, "sip:dan@example.com"))) {
            CcmpResponse response = house.ask(third);

            assertThat(response.code()).isEqualTo(ResponseCode.RESOURCES_NOT_AVAILABLE);
            assertThat(response.reason()).contains("maximum-user-count").contains("2");
        }
        assertThat(Roster.ids(house, conference, ALICE)).containsExactly(ALICE, BOB);

        house.done(user(Operation.DELETE, BOB).on(conference));
        house.done(join(CAROL, conference).info(userInfo(CAROL, endpoint("sip:carol@example.com"))));
    }

    @Test
    void whoComesByAPlaceholderOfAForeignDomainIs427() {
        assertThat(house.ask(join(ALICE, conference)
                                .info(userInfo(
                                        "xcon-userid:AUTO_GENERATE_1@example.org", endpoint("sip:dan@example.org"))))
                        .code())
                .isEqualTo(ResponseCode.INVALID_DOMAIN_NAME);
    }
}
