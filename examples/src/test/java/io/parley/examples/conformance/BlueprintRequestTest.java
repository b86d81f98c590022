package io.parley.examples.conformance;

import static io.parley.examples.conformance.House.ALICE;
import static io.parley.examples.conformance.House.AUDIO_ROOM;
import static io.parley.examples.conformance.House.NOWHERE;
import static io.parley.examples.conformance.House.ROOT;
import static io.parley.examples.conformance.House.blueprint;
import static io.parley.examples.conformance.House.conf;
import static io.parley.examples.conformance.House.confInfo;
import static io.parley.examples.conformance.House.user;
import static io.parley.examples.conformance.Updates.state;
import static io.parley.examples.conformance.Updates.title;
import static io.parley.examples.conformance.Updates.titleOf;
import static org.assertj.core.api.Assertions.assertThat;

import io.parley.ccmp.CcmpRequest;
import io.parley.ccmp.CcmpResponse;
import io.parley.ccmp.Message;
import io.parley.ccmp.Operation;
import io.parley.ccmp.ResponseCode;
import io.parley.document.Attributes;
import io.parley.document.Element;
import io.parley.document.Info;
import io.parley.document.Xcon;
import io.parley.identity.Version;
import io.parley.spec.Requirement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** {@code blueprintRequest} (RFC 6503 section 5.3.3). */
class BlueprintRequestTest {
    private static final String BOARD = "xcon:Board@example.com";

    @Test
    @Requirement({"CCMP-5.3.3-03", "FLOW-4.2-02"})
    void aBlueprintIsAnsweredWithItsDocument() {
        House house = House.open();

        CcmpResponse response = house.done(blueprint(Operation.RETRIEVE, ALICE).on(AUDIO_ROOM));

        assertThat(response.confObjId()).contains(AUDIO_ROOM);
        assertThat(response.version()).contains(Version.FIRST);
        assertThat(response.body().info()).contains(Documents.audioRoom());
    }

    @Test
    @Requirement("CCMP-5.3.3-01")
    void anUnknownBlueprintIs404() {
        House house = House.open();

        assertThat(house.ask(blueprint(Operation.RETRIEVE, ALICE).on(NOWHERE)).code())
                .isEqualTo(ResponseCode.OBJECT_NOT_FOUND);
        assertThat(house.ask(change(ROOT, NOWHERE, title("New"))).code()).isEqualTo(ResponseCode.OBJECT_NOT_FOUND);
        assertThat(house.ask(blueprint(Operation.DELETE, ROOT).on(NOWHERE)).code())
                .isEqualTo(ResponseCode.OBJECT_NOT_FOUND);
    }

    @Test
    @Requirement("CCMP-5.3.3-04")
    void aConferenceIsNoBlueprint() {
        House house = House.open();
        String conference = house.conferenceOf(ALICE);

        CcmpRequest request = blueprint(Operation.RETRIEVE, ALICE).on(conference);

        assertThat(house.ask(request).code()).isEqualTo(ResponseCode.OBJECT_NOT_FOUND);
        house.done(user(Operation.CREATE, ALICE).on(conference));
        assertThat(house.ask(request).code()).isEqualTo(ResponseCode.OBJECT_NOT_FOUND);
    }

    @ParameterizedTest
    @EnumSource(names = {"CREATE", "UPDATE", "DELETE"})
    @Requirement("CCMP-5.3.3-06")
    void blueprintsAreForAdministratorsToChange(Operation operation) {
        House house = House.open();

        CcmpRequest request = operation == Operation.CREATE
                ? blueprint(operation, ALICE).info(confInfo(BOARD, ""))
                : change(ALICE, AUDIO_ROOM, title("Mine")).operation(operation);

        assertThat(house.ask(request).code()).isEqualTo(ResponseCode.FORBIDDEN);
        assertThat(document(house, ALICE, AUDIO_ROOM)).isEqualTo(Documents.audioRoom());
        assertThat(house.ask(blueprint(Operation.RETRIEVE, ALICE).on(BOARD)).code())
                .isEqualTo(ResponseCode.OBJECT_NOT_FOUND);
    }

    @Test
    @Requirement("CCMP-5.3.3-07")
    void anAdministratorCreatesABlueprint() {
        House house = House.open();

        CcmpResponse response = house.done(blueprint(Operation.CREATE, ROOT).info(confInfo(BOARD, title("Board"))));

        assertThat(response.confObjId()).contains(BOARD);
        assertThat(response.version()).contains(Version.FIRST);
        assertThat(response.body().info()).contains(document(house, ROOT, BOARD));
        assertThat(house.done(CcmpRequest.of(Message.BLUEPRINTS, ALICE))
                        .body()
                        .info()
                        .flatMap(list -> list.entry(Info.ENTRY, BOARD)))
                .isPresent();
    }

    @Test
    @Requirement("CCMP-5.3.3-08")
    void anAdministratorChangesABlueprint() {
        House house = House.open();

        CcmpResponse response = house.done(change(ROOT, AUDIO_ROOM, title("Audio")));

        assertThat(response.version()).contains(new Version(2));
        assertThat(titleOf(document(house, ALICE, AUDIO_ROOM))).contains("Audio");
    }

    @Test
    @Requirement("CCMP-5.3.3-09")
    void anAdministratorDeletesAChildlessBlueprint() {
        House house = House.open();

        CcmpResponse response = house.done(blueprint(Operation.DELETE, ROOT).on(AUDIO_ROOM));

        assertThat(response.version()).isEmpty();
        assertThat(response.body().info()).isEmpty();
        assertThat(house.ask(blueprint(Operation.RETRIEVE, ROOT).on(AUDIO_ROOM)).code())
                .isEqualTo(ResponseCode.OBJECT_NOT_FOUND);
    }

    @Test
    @Requirement("CCMP-5.3.3-10")
    void aBlueprintWithChildrenStays() {
        House house = House.open();
        String child = house.conferenceOf(ALICE);

        CcmpResponse response = house.ask(blueprint(Operation.DELETE, ROOT).on(AUDIO_ROOM));

        assertThat(response.code()).isEqualTo(ResponseCode.FORBIDDEN_DELETE_PARENT);
        assertThat(response.reason()).contains(AUDIO_ROOM);
        assertThat(document(house, ALICE, AUDIO_ROOM)).isEqualTo(Documents.audioRoom());
        house.done(conf(Operation.DELETE, ALICE).on(child));
        house.done(blueprint(Operation.DELETE, ROOT).on(AUDIO_ROOM));
    }

    @Test
    void aNewBlueprintHasAParentAndNoState() {
        House house = House.open();
        String blueprint = house.done(blueprint(Operation.CREATE, ROOT).on(AUDIO_ROOM))
                .confObjId()
                .orElseThrow();

        Element document = document(house, ALICE, blueprint);

        assertThat(document.attribute(Attributes.ENTITY)).contains(blueprint);
        assertThat(document.textAt(Info.CONFERENCE_DESCRIPTION, Xcon.CLONING_PARENT))
                .contains(AUDIO_ROOM);
        assertThat(document.child(Info.CONFERENCE_STATE)).isEmpty();
    }

    @Test
    void aBlueprintIsNotStarted() {
        CcmpResponse response = House.open().ask(change(ROOT, AUDIO_ROOM, state("<info:active>true</info:active>")));

        assertThat(response.code()).isEqualTo(ResponseCode.FORBIDDEN_CHANGE_PROTECTED);
        assertThat(response.reason()).contains("active");
    }

    private static CcmpRequest change(String user, String blueprint, String content) {
        return blueprint(Operation.UPDATE, user).on(blueprint).info(confInfo(blueprint, content));
    }

    private static Element document(House house, String user, String blueprint) {
        return house.done(blueprint(Operation.RETRIEVE, user).on(blueprint))
                .body()
                .info()
                .orElseThrow();
    }
}
