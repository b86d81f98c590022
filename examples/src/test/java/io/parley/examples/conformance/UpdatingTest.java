package io.parley.examples.conformance;

import static io.parley.examples.conformance.House.ALICE;
import static io.parley.examples.conformance.House.BOB;
import static io.parley.examples.conformance.House.conf;
import static io.parley.examples.conformance.House.confInfo;
import static io.parley.examples.conformance.House.user;
import static io.parley.examples.conformance.House.userInfo;
import static io.parley.examples.conformance.Updates.description;
import static io.parley.examples.conformance.Updates.title;
import static io.parley.examples.conformance.Updates.titleOf;
import static io.parley.examples.conformance.Updates.update;
import static org.assertj.core.api.Assertions.assertThat;

import io.parley.ccmp.CcmpResponse;
import io.parley.ccmp.Operation;
import io.parley.ccmp.ResponseCode;
import io.parley.document.Attributes;
import io.parley.document.Element;
import io.parley.document.Info;
import io.parley.identity.Version;
import io.parley.spec.Requirement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code confRequest/update}: versions, conflicts and what a client may change (RFC 6503 sections 4.2 and 5.3.4). */
class UpdatingTest {
    @Test
    @Requirement({"CCMP-4.2-02", "CCMP-4.2-03"})
    void theResponseHasTheVersionAfterTheUpdate() {
        House house = House.open();
        String conference = house.conferenceOf(ALICE);

        for (long version = 2; version <= 8; version++) {
            assertThat(house.done(update(ALICE, conference, title("v" + version)))
                            .version())
                    .contains(new Version(version));
            assertThat(house.versionOf(conference, ALICE)).isEqualTo(version);
        }
    }

    @Test
    @Requirement("CCMP-D5-09")
    void theVersionRisesEvenWhenNothingDiffers() {
        House house = House.open();
        String conference = house.conferenceOf(ALICE);

        assertThat(house.done(update(ALICE, conference, title("Same"))).version())
                .contains(new Version(2));
        assertThat(house.done(update(ALICE, conference, title("Same"))).version())
                .contains(new Version(3));
    }

    @Test
    @Requirement({"CCMP-I-08", "CCMP-5.3.4-12"})
    void theResponseHoldsTheWholeDocumentThatEverybodyThenSees() {
        House house = House.closed(parley -> parley);
        String conference = house.conferenceOf(ALICE);
        house.done(user(Operation.CREATE, ALICE).on(conference).info(userInfo(BOB, "")));

        CcmpResponse response = house.done(update(ALICE, conference, title("Weekly")));

        assertThat(response.confObjId()).contains(conference);
        assertThat(response.body().info()).contains(house.documentOf(conference, ALICE));
        assertThat(titleOf(house.documentOf(conference, BOB))).contains("Weekly");
    }

    @Test
    @Requirement("CCMP-D1-12")
    void aBaseVersionStandsBesideOrInsideTheInfo() {
        House house = House.open();
        String conference = house.conferenceOf(ALICE);
        Element changes = confInfo(conference, title("Weekly"));

        house.done(conf(Operation.UPDATE, ALICE)
                .on(conference)
                .basedOn(Version.FIRST)
                .info(changes));
        house.done(conf(Operation.UPDATE, ALICE).on(conference).info(changes.withAttribute(Attributes.VERSION, "2")));

        assertThat(house.versionOf(conference, ALICE)).isEqualTo(3);
        assertThat(house.documentOf(conference, ALICE).attribute(Attributes.VERSION))
                .isEmpty();
    }

    @Test
    @Requirement("CCMP-D1-13")
    void twoBaseVersionsThatDifferAre400() {
        House house = House.open();
        String conference = house.conferenceOf(ALICE);

        CcmpResponse response = house.ask(conf(Operation.UPDATE, ALICE)
                .on(conference)
                .basedOn(Version.FIRST)
                .info(confInfo(conference, "").withAttribute(Attributes.VERSION, "2")));

        assertThat(response.code()).isEqualTo(ResponseCode.BAD_REQUEST);
        assertThat(response.reason()).contains("version");
        assertThat(house.versionOf(conference, ALICE)).isEqualTo(1);
    }

    @Test
    @Requirement("CCMP-D1-14")
    void withoutBaseVersionTheLastWriterWins() {
        House house = House.open();
        String conference = house.conferenceOf(ALICE);

        house.done(update(ALICE, conference, title("A")));
        house.done(update(ALICE, conference, title("B")));

        assertThat(titleOf(house.documentOf(conference, ALICE))).contains("B");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 4})
    @Requirement("CCMP-5.3.4-13")
    void aConflictCarriesTheCurrentVersion(long base) {
        House house = House.open();
        String conference = house.conferenceOf(ALICE);
        house.done(update(ALICE, conference, title("A")));
        house.done(update(ALICE, conference, title("B")));

        CcmpResponse response = house.ask(update(ALICE, conference, title("C")).basedOn(new Version(base)));

        assertThat(response.code()).isEqualTo(ResponseCode.CONFLICT);
        assertThat(response.version()).contains(new Version(3));
        assertThat(titleOf(house.documentOf(conference, ALICE))).contains("B");
    }

    @Test
    @Requirement("CCMP-5.3.4-14")
    void fewerPlacesThanUsersInTheConferenceIs409() {
        House house = House.open();
        String conference = house.conferenceOf(ALICE);
        house.done(user(Operation.CREATE, ALICE).on(conference));
        house.done(user(Operation.CREATE, BOB).on(conference));

        CcmpResponse response = house.ask(
                update(ALICE, conference, description("<info:maximum-user-count>1</info:maximum-user-count>")));

        assertThat(response.code()).isEqualTo(ResponseCode.CONFLICT);
        assertThat(response.version()).contains(new Version(3));
        assertThat(response.reason()).contains("maximum-user-count");
        assertThat(house.documentOf(conference, ALICE).at(Info.CONFERENCE_DESCRIPTION, Info.MAXIMUM_USER_COUNT))
                .isEmpty();
    }

    @Test
    @Requirement("CCMP-D5-12")
    void anotherEntityThanConfObjIdIs400() {
        House house = House.open();
        String conference = house.conferenceOf(ALICE);
        String other = house.conferenceOf(ALICE);

        CcmpResponse response =
                house.ask(conf(Operation.UPDATE, ALICE).on(conference).info(confInfo(other, title("Which?"))));

        assertThat(response.code()).isEqualTo(ResponseCode.BAD_REQUEST);
        assertThat(response.reason()).contains(conference, other);
        assertThat(house.versionOf(conference, ALICE)).isEqualTo(1);
        assertThat(house.versionOf(other, ALICE)).isEqualTo(1);
    }

    @Test
    @Requirement("DM-4.1-05")
    void anEntityWithoutSchemeIsReadAsAnXconUri() {
        House house = House.open();
        String conference = house.conferenceOf(ALICE);

        house.done(conf(Operation.UPDATE, ALICE)
                .on(conference)
                .info(confInfo(conference.replace("xcon:", ""), title("Weekly"))));

        assertThat(house.documentOf(conference, ALICE).attribute(Attributes.ENTITY))
                .contains(conference);
    }
}
