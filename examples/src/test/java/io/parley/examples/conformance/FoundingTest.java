package io.parley.examples.conformance;

import static io.parley.examples.conformance.House.ALICE;
import static io.parley.examples.conformance.House.AUDIO_ROOM;
import static io.parley.examples.conformance.House.conf;
import static io.parley.examples.conformance.House.confInfo;
import static io.parley.examples.conformance.Updates.title;
import static io.parley.examples.conformance.Updates.titleOf;
import static io.parley.examples.conformance.Updates.users;
import static org.assertj.core.api.Assertions.assertThat;

import io.parley.ccmp.CcmpRequest;
import io.parley.ccmp.CcmpResponse;
import io.parley.ccmp.Operation;
import io.parley.document.Attributes;
import io.parley.document.Element;
import io.parley.document.Info;
import io.parley.identity.Version;
import io.parley.spec.Requirement;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every new conference has, whichever way it was created (RFC 6503 section 5.3.4). */
class FoundingTest {
    private static final String TEAM = "xcon:Team@example.com";
    private static final String DEFAULT_BLUEPRINT = "xcon:default-blueprint@example.com";
    private static final CcmpRequest CREATE = conf(Operation.CREATE, ALICE);

    /** By cloning, by description, by default. */
    static Stream<CcmpRequest> threeWays() {
        return Stream.of(CREATE.on(AUDIO_ROOM), CREATE.info(confInfo(TEAM, title("Team"))), CREATE);
    }

    @ParameterizedTest
    @MethodSource("threeWays")
    @Requirement({"CCMP-5.3.4-07", "CCMP-5.3.4-08", "DM-4.1-04"})
    void theResponseHoldsUriVersionAndWholeDocument(CcmpRequest request) {
        House house = House.open();

        CcmpResponse created = house.done(request);
        String conference = created.confObjId().orElseThrow();
        CcmpResponse retrieved = house.done(conf(Operation.RETRIEVE, ALICE).on(conference));

        assertThat(created.version()).contains(Version.FIRST);
        assertThat(retrieved.version()).contains(Version.FIRST);
        assertThat(created.body().info()).isEqualTo(retrieved.body().info());
        assertThat(retrieved.body().info().orElseThrow().attribute(Attributes.ENTITY))
                .contains(conference);
    }

    @ParameterizedTest
    @MethodSource("threeWays")
    @Requirement("CCMP-D4-10")
    void aNewConferenceIsNotActive(CcmpRequest request) {
        assertThat(created(House.open(), request).textAt(Info.CONFERENCE_STATE, Info.ACTIVE))
                .contains("false");
    }

    @ParameterizedTest
    @MethodSource("threeWays")
    @Requirement("CCMP-D4-09")
    void aNewConferenceHasTheFocusAsItsOnlyWayIn(CcmpRequest request) {
        House house = House.open();

        CcmpResponse response = house.done(request);
        Element uris = response.body()
                .info()
                .flatMap(document -> document.at(Info.CONFERENCE_DESCRIPTION, Info.CONF_URIS))
                .orElseThrow();

        assertThat(uris.count(Info.ENTRY)).isEqualTo(1);
        assertThat(uris.textAt(Info.ENTRY, Info.URI))
                .isEqualTo(response.confObjId().map(uri -> uri.replace("xcon:", "sip:")));
    }

    @ParameterizedTest
    @MethodSource("threeWays")
    @Requirement("CCMP-D4-11")
    void theCreatorIsAUserWithTheRightsOfAnOwner(CcmpRequest request) {
        House house = House.open();
        CcmpResponse response = house.done(request);
        String conference = response.confObjId().orElseThrow();

        Element creator = response.body()
                .info()
                .flatMap(document -> document.child(Info.USERS))
                .flatMap(users -> users.entry(Info.USER, ALICE))
                .orElseThrow();

        assertThat(creator.textAt(Info.ROLES, Info.ENTRY)).contains("moderator");
        house.done(Updates.update(ALICE, conference, title("Mine")));
        house.done(conf(Operation.DELETE, ALICE).on(conference));
    }

    @Test
    @Requirement("CCMP-6-02")
    void aConferenceWithoutTitleGetsOneThatNamesItsCreatorAndParent() {
        House house = House.open();

        assertThat(titleOf(created(house, CREATE.on(AUDIO_ROOM))).orElseThrow()).contains("Alice", "AudioRoom");
        assertThat(titleOf(created(house, CREATE.info(confInfo("xcon:a@example.com", ""))))
                        .orElseThrow())
                .contains("Alice", "default blueprint");
        assertThat(titleOf(created(house, CREATE.info(confInfo("xcon:b@example.com", title("")))))
                        .orElseThrow())
                .contains("Alice", "default blueprint");
    }

    @Test
    @Requirement("CCMP-I-12")
    void anOrganizerIsGrantedBesideTheRoleOfTheCreator() {
        Element document = created(
                House.open(),
                CREATE.info(confInfo(
                        TEAM,
                        users("<info:user entity='" + ALICE
                                + "'><info:roles><info:entry>organizer</info:entry></info:roles></info:user>"))));

        Optional<Element> roles = document.child(Info.USERS)
                .flatMap(users -> users.entry(Info.USER, ALICE))
                .flatMap(user -> user.child(Info.ROLES));
        assertThat(roles.orElseThrow().elements()).extracting(Element::text).contains("organizer", "moderator");
    }

    private static Element created(House house, CcmpRequest request) {
        return house.done(request).body().info().orElseThrow();
    }
}
