package io.parley.examples.conformance;

import static io.parley.examples.conformance.House.ALICE;
import static io.parley.examples.conformance.House.AUDIO_ROOM;
import static io.parley.examples.conformance.House.BOB;
import static io.parley.examples.conformance.House.NOWHERE;
import static io.parley.examples.conformance.House.ROOT;
import static io.parley.examples.conformance.House.conf;
import static io.parley.examples.conformance.House.confInfo;
import static io.parley.examples.conformance.House.user;
import static io.parley.examples.conformance.House.userInfo;
import static io.parley.examples.conformance.Updates.title;
import static io.parley.examples.conformance.Updates.titleOf;
import static io.parley.examples.conformance.Updates.update;
import static org.assertj.core.api.Assertions.assertThat;

import io.parley.authorization.AccessPolicy;
import io.parley.authorization.Action;
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
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code confRequest/retrieve} and {@code delete}, and which objects a {@code confRequest} addresses (RFC 6503 section 5.3.4). */
class ConfRequestTest {

    @Test
    @Requirement("CCMP-5.3.4-09")
    void retrievingGivesTheEntireCurrentDocument() {
        House house = House.closed(parley -> parley);
        String conference = house.conferenceOf(ALICE);
        house.done(update(ALICE, conference, title("Weekly")));
        house.done(user(Operation.CREATE, ALICE).on(conference).info(userInfo(BOB, "")));

        CcmpResponse response = house.done(conf(Operation.RETRIEVE, ALICE).on(conference));
        Element document = response.body().info().orElseThrow();

        assertThat(response.version()).contains(new Version(3));
        assertThat(titleOf(document)).contains("Weekly");
        assertThat(document.child(Info.USERS).flatMap(users -> users.entry(Info.USER, BOB)))
                .isPresent();
        assertThat(document.at(Xcon.FLOOR_INFORMATION, Xcon.CONFERENCE_FLOOR_POLICY, Xcon.FLOOR))
                .isPresent();
        assertThat(document.at(Info.CONFERENCE_DESCRIPTION, Info.CONF_URIS, Info.ENTRY))
                .isPresent();
    }

    @Test
    @Requirement({"CCMP-5.3.4-15", "CCMP-5.3.4-16", "FLOW-8.2-03"})
    void aDeletedConferenceIsGone() {
        House house = House.open();
        String conference = house.conferenceOf(ALICE);

        CcmpResponse response = house.done(conf(Operation.DELETE, ALICE).on(conference));

        assertThat(response.confObjId()).contains(conference);
        assertThat(response.version()).isEmpty();
        assertThat(response.body().info()).isEmpty();
        assertThat(house.ask(conf(Operation.RETRIEVE, ALICE).on(conference)).code())
                .isEqualTo(ResponseCode.OBJECT_NOT_FOUND);
        assertThat(house.done(CcmpRequest.of(Message.CONFS, ALICE)).body().info())
                .isEmpty();
    }

    @Test
    @Requirement({"CCMP-5.3.4-18", "CCMP-5.3.4-17"})
    void theParentOfAConferenceInUseStays() {
        House house = House.open();
        String parent = house.conferenceOf(ALICE);
        String child =
                house.done(conf(Operation.CREATE, ALICE).on(parent)).confObjId().orElseThrow();
        house.done(user(Operation.CREATE, ALICE).on(child));

        CcmpResponse response = house.ask(conf(Operation.DELETE, ALICE).on(parent));

        assertThat(response.code()).isEqualTo(ResponseCode.FORBIDDEN_DELETE_PARENT);
        assertThat(response.version()).isEmpty();
        assertThat(response.reason()).contains(parent);
        house.done(conf(Operation.RETRIEVE, ALICE).on(parent));
        house.done(conf(Operation.DELETE, ALICE).on(child));
        house.done(conf(Operation.DELETE, ALICE).on(parent));
    }

    @ParameterizedTest
    @EnumSource(names = {"RETRIEVE", "UPDATE", "DELETE"})
    @Requirement("CCMP-5.3.4-19")
    void anUnknownConferenceIs404(Operation operation) {
        CcmpResponse response = House.open().ask(update(ALICE, NOWHERE, "").operation(operation));

        assertThat(response.code()).isEqualTo(ResponseCode.OBJECT_NOT_FOUND);
        assertThat(response.reason()).contains(NOWHERE);
        assertThat(response.version()).isEmpty();
    }

    @Test
    @Requirement("CCMP-5.3.4-19")
    void deletingTwiceIs404() {
        House house = House.open();
        CcmpRequest delete = conf(Operation.DELETE, ALICE).on(house.conferenceOf(ALICE));
        house.done(delete);

        assertThat(house.ask(delete).code()).isEqualTo(ResponseCode.OBJECT_NOT_FOUND);
    }

    @ParameterizedTest
    @EnumSource(names = {"RETRIEVE", "UPDATE", "DELETE"})
    @Requirement("CCMP-5.3.4-20")
    void aBlueprintIsNoConference(Operation operation) {
        House house = House.open();

        for (String user : new String[] {ALICE, ROOT}) {
            assertThat(house.ask(update(user, AUDIO_ROOM, title("Mine")).operation(operation))
                            .code())
                    .isEqualTo(ResponseCode.OBJECT_NOT_FOUND);
        }
        assertThat(house.done(House.blueprint(Operation.RETRIEVE, ALICE).on(AUDIO_ROOM))
                        .body()
                        .info())
                .contains(Documents.audioRoom());
    }

    @Test
    @Requirement({"CCMP-5.4-03", "FLOW-8.2-01"})
    void whoMayNotIs401() {
        House house = House.open(parley -> parley.policy(access -> access.action() == Action.CREATE_CONFERENCE
                        && access.requester().id().toString().equals(BOB)
                ? Optional.of("Bob may not")
                : AccessPolicy.standard().refusal(access)));
        String conference = house.conferenceOf(ALICE);

        assertThat(house.ask(conf(Operation.CREATE, BOB)).code()).isEqualTo(ResponseCode.UNAUTHORIZED);
        assertThat(house.ask(conf(Operation.RETRIEVE, BOB).on(conference)).code())
                .isEqualTo(ResponseCode.UNAUTHORIZED);
        assertThat(house.ask(conf(Operation.DELETE, BOB).on(conference)).code()).isEqualTo(ResponseCode.UNAUTHORIZED);
        house.done(conf(Operation.DELETE, ALICE).on(conference));
    }

    @ParameterizedTest
    @EnumSource(names = {"RETRIEVE", "DELETE"})
    void anInfoThatIsNotAskedForIsIgnored(Operation operation) {
        House house = House.open();
        String conference = house.conferenceOf(ALICE);
        String other = house.conferenceOf(ALICE);

        CcmpResponse response = house.done(conf(operation, ALICE).on(conference).info(confInfo(other, title("Other"))));

        assertThat(response.confObjId()).contains(conference);
        assertThat(house.versionOf(other, ALICE)).isEqualTo(1);
        assertThat(house.ask(conf(Operation.RETRIEVE, ALICE).on(conference)).isSuccess())
                .isEqualTo(operation == Operation.RETRIEVE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"sip:team@example.com", "4001", "team", "xcon-userid:team@example.com"})
    @Requirement("DM-3.3-01")
    void aConferenceIsFoundUnderItsXconUriOnly(String address) {
        House house = House.open();
        house.done(conf(Operation.CREATE, ALICE).info(confInfo("xcon:team@example.com", "")));

        assertThat(house.ask(conf(Operation.RETRIEVE, ALICE).on(address)).code())
                .isEqualTo(ResponseCode.OBJECT_NOT_FOUND);
        house.done(conf(Operation.RETRIEVE, ALICE).on("xcon:team@example.com"));
    }

    @Test
    @Requirement("DM-3.3.2-01")
    void caseDoesNotMatterInAnXconUri() {
        House house = House.open();
        house.done(conf(Operation.CREATE, ALICE).info(confInfo("xcon:abc@example.com", "")));

        assertThat(house.done(conf(Operation.RETRIEVE, ALICE).on("XCON:ABC@Example.COM"))
                        .confObjId())
                .contains("xcon:abc@example.com");
    }
}
