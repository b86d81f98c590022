package io.parley.examples.conformance;

import static io.parley.examples.conformance.House.ALICE;
import static io.parley.examples.conformance.House.AUDIO_ROOM;
import static io.parley.examples.conformance.House.BOB;
import static io.parley.examples.conformance.House.CAROL;
import static io.parley.examples.conformance.House.NOWHERE;
import static io.parley.examples.conformance.House.ROOT;
import static io.parley.examples.conformance.House.blueprint;
import static io.parley.examples.conformance.House.conf;
import static io.parley.examples.conformance.House.confInfo;
import static io.parley.examples.conformance.House.user;
import static io.parley.examples.conformance.House.userInfo;
import static io.parley.examples.conformance.Updates.description;
import static io.parley.examples.conformance.Updates.state;
import static io.parley.examples.conformance.Updates.update;
import static io.parley.examples.conformance.Updates.users;
import static org.assertj.core.api.Assertions.assertThat;

import io.parley.ccmp.CcmpRequest;
import io.parley.ccmp.CcmpResponse;
import io.parley.ccmp.Message;
import io.parley.ccmp.Operation;
import io.parley.ccmp.ResponseCode;
import io.parley.document.Element;
import io.parley.document.Info;
import io.parley.document.Xcon;
import io.parley.identity.Version;
import io.parley.spec.Requirement;
import org.junit.jupiter.api.Test;

/** {@code confRequest/create} with {@code confObjID}: explicit cloning, and what a clone takes over. */
class CloningTest {

    private static final String TARGET = "<xcon:allowed-users-list><xcon:target uri='sip:carol@example.com'"
            + " method='dial-out'/></xcon:allowed-users-list>";

    @Test
    @Requirement({"CCMP-5.3.4-01", "DM-4.2.3-01"})
    void aBlueprintIsCloned() {
        House house = House.open();

        CcmpResponse response = house.done(conf(Operation.CREATE, ALICE).on(AUDIO_ROOM));
        Element document = response.body().info().orElseThrow();

        assertThat(response.confObjId().orElseThrow()).startsWith("xcon:").isNotEqualTo(AUDIO_ROOM);
        assertThat(response.version()).contains(Version.FIRST);
        assertThat(document.at(Info.CONFERENCE_DESCRIPTION, Info.AVAILABLE_MEDIA)
                        .flatMap(media -> media.entry(Info.ENTRY, "audioLabel")))
                .isPresent();
        assertThat(document.child(Xcon.FLOOR_INFORMATION))
                .isEqualTo(Documents.audioRoom().child(Xcon.FLOOR_INFORMATION));
        assertThat(parentOf(document)).isEqualTo(AUDIO_ROOM);
    }

    @Test
    @Requirement({"CCMP-5.3.4-02", "CCMP-D4-06", "FLOW-5.4-01"})
    void aReservationIsCloned() {
        House house = House.open();
        String reservation = house.conferenceOf(ALICE);
        house.done(update(ALICE, reservation, users(TARGET)));
        Element before = house.documentOf(reservation, ALICE);

        CcmpResponse response = house.done(conf(Operation.CREATE, ALICE).on(reservation));
        Element clone = response.body().info().orElseThrow();

        assertThat(response.confObjId().orElseThrow()).isNotEqualTo(reservation);
        assertThat(response.version()).contains(Version.FIRST);
        assertThat(parentOf(clone)).isEqualTo(reservation);
        assertThat(clone.at(Info.USERS, Xcon.ALLOWED_USERS_LIST))
                .isPresent()
                .isEqualTo(before.at(Info.USERS, Xcon.ALLOWED_USERS_LIST));
        assertThat(clone.at(Info.CONFERENCE_DESCRIPTION, Info.AVAILABLE_MEDIA))
                .isEqualTo(before.at(Info.CONFERENCE_DESCRIPTION, Info.AVAILABLE_MEDIA));
        assertThat(house.documentOf(reservation, ALICE)).isEqualTo(before);
    }

    @Test
    @Requirement("CCMP-3.2-04")
    void usersAndListsAreInherited() {
        House house = House.open();
        house.done(blueprint(Operation.UPDATE, ROOT)
                .on(AUDIO_ROOM)
                .info(confInfo(
                        AUDIO_ROOM,
                        users("<info:user entity='" + BOB + "'><info:display-text>Bob</info:display-text></info:user>"
                                + TARGET))));

        Element clone = house.documentOf(house.conferenceOf(ALICE), ALICE);

        assertThat(clone.child(Info.USERS).flatMap(users -> users.entry(Info.USER, BOB)))
                .isPresent();
        assertThat(clone.at(Info.USERS, Xcon.ALLOWED_USERS_LIST, Xcon.TARGET)).isPresent();
        assertThat(clone.textAt(Info.CONFERENCE_STATE, Info.USER_COUNT)).contains("2");
    }

    @Test
    @Requirement("CCMP-D4-16")
    void liveStateWaysInAndPasswordsAreNotInherited() {
        House house = House.open();
        String protectedOne = Protected.conference(house, ALICE, "8601");
        house.done(update(
                        ALICE,
                        protectedOne,
                        state("<info:locked>true</info:locked>")
                                + users("<info:user entity='" + BOB
                                        + "'><info:endpoint entity='sip:bob@example.com'/></info:user>"))
                .conferencePassword("8601"));

        Element clone = house.done(
                        conf(Operation.CREATE, ALICE).on(protectedOne).conferencePassword("8601"))
                .body()
                .info()
                .orElseThrow();

        assertThat(clone.toString())
                .doesNotContain("8601")
                .doesNotContain("endpoint")
                .doesNotContain("locked")
                .doesNotContain(protectedOne.replace("xcon:", "sip:"));
        assertThat(clone.child(Info.USERS).flatMap(users -> users.entry(Info.USER, BOB)))
                .isPresent();
    }

    @Test
    @Requirement("CCMP-D4-01")
    void cloneAndDescriptionTogetherAre400() {
        House house = House.open();

        CcmpResponse response =
                house.ask(conf(Operation.CREATE, ALICE).on(AUDIO_ROOM).info(confInfo("xcon:a@example.com", "")));

        assertThat(response.code()).isEqualTo(ResponseCode.BAD_REQUEST);
        assertThat(response.reason()).contains("confObjID", "confInfo");
        assertThat(house.done(CcmpRequest.of(Message.CONFS, ALICE)).body().info())
                .isEmpty();
    }

    @Test
    void anActiveConferenceIsNotCloned() {
        House house = House.open();
        String active = house.conferenceOf(ALICE);
        house.done(user(Operation.CREATE, ALICE).on(active));

        assertThat(house.ask(conf(Operation.CREATE, ALICE).on(active)).code()).isEqualTo(ResponseCode.FORBIDDEN);
    }

    @Test
    @Requirement("CCMP-D4-03")
    void anUnknownParentIs404() {
        CcmpResponse response = House.open().ask(conf(Operation.CREATE, ALICE).on(NOWHERE));

        assertThat(response.code()).isEqualTo(ResponseCode.OBJECT_NOT_FOUND);
        assertThat(response.reason()).contains(NOWHERE);
    }

    @Test
    void aStrangersReservationIsNotCloned() {
        House house = House.open();
        String ofAlice = house.conferenceOf(ALICE);

        assertThat(house.ask(conf(Operation.CREATE, BOB).on(ofAlice)).code()).isEqualTo(ResponseCode.UNAUTHORIZED);
    }

    @Test
    void theClonesOfAUserAreHisOwn() {
        House house = House.closed(parley -> parley);
        String ofAlice = house.conferenceOf(ALICE);
        house.done(user(Operation.CREATE, ALICE).on(ofAlice).info(userInfo(BOB, "")));

        String ofBob =
                house.done(conf(Operation.CREATE, BOB).on(ofAlice)).confObjId().orElseThrow();

        house.done(update(BOB, ofBob, description("<info:subject>Bob's</info:subject>")));
        assertThat(house.ask(conf(Operation.RETRIEVE, CAROL).on(ofBob)).code()).isEqualTo(ResponseCode.UNAUTHORIZED);
    }

    private static String parentOf(Element document) {
        return document.textAt(Info.CONFERENCE_DESCRIPTION, Xcon.CLONING_PARENT).orElseThrow();
    }
}
