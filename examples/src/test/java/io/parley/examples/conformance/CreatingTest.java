package io.parley.examples.conformance;

import static io.parley.examples.conformance.House.ALICE;
import static io.parley.examples.conformance.House.AUDIO_ROOM;
import static io.parley.examples.conformance.House.conf;
import static io.parley.examples.conformance.House.confInfo;
import static io.parley.examples.conformance.Updates.description;
import static io.parley.examples.conformance.Updates.state;
import static io.parley.examples.conformance.Updates.title;
import static io.parley.examples.conformance.Updates.titleOf;
import static io.parley.examples.conformance.Updates.users;
import static org.assertj.core.api.Assertions.assertThat;

import io.parley.ccmp.CcmpRequest;
import io.parley.ccmp.CcmpResponse;
import io.parley.ccmp.Operation;
import io.parley.ccmp.ResponseCode;
import io.parley.document.Attributes;
import io.parley.document.Element;
import io.parley.document.Info;
import io.parley.document.Schema;
import io.parley.document.Xcon;
import io.parley.identity.Version;
import io.parley.spec.Requirement;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code confRequest/create} in its three ways, and what every new conference has (RFC 6503 section 5.3.4). */
class CreatingTest {

    private static final String TEAM = "xcon:Team@example.com";
    private static final String DEFAULT_BLUEPRINT = "xcon:default-blueprint@example.com";
    private static final CcmpRequest CREATE = conf(Operation.CREATE, ALICE);

    /** By cloning, by description, by default. */
    static Stream<CcmpRequest> threeWays() {
        return Stream.of(CREATE.on(AUDIO_ROOM), CREATE.info(confInfo(TEAM, title("Team"))), CREATE);
    }

    @ParameterizedTest
    @MethodSource("threeWays")
    @Requirement({"CCMP-5.3.4-07", "CCMP-5.3.4-08", "CCMP-D4-08", "DM-4.1-04"})
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
    @Requirement("CCMP-5.3.4-05")
    void whatIsDescribedStandsOnTopOfTheDefaultBlueprint() {
        Element document = created(
                House.open(),
                CREATE.info(
                        confInfo(
                                TEAM,
                                description(
                                        "<info:display-text>Team</info:display-text><info:available-media>"
                                                + "<info:entry label='v'><info:type>video</info:type></info:entry></info:available-media>"))));

        Element media =
                document.at(Info.CONFERENCE_DESCRIPTION, Info.AVAILABLE_MEDIA).orElseThrow();
        assertThat(titleOf(document)).contains("Team");
        assertThat(media.entry(Info.ENTRY, "v").flatMap(entry -> entry.childText(Info.TYPE)))
                .contains("video");
        assertThat(document.textAt(Info.USERS, Xcon.JOIN_HANDLING)).contains("allow");
        assertThat(document.textAt(Info.CONFERENCE_DESCRIPTION, Xcon.CLONING_PARENT))
                .contains(DEFAULT_BLUEPRINT);
    }

    @Test
    @Requirement({"CCMP-5.3.4-06", "FLOW-5.1-01"})
    void withNothingTheDefaultBlueprintIsCloned() {
        CcmpResponse response = House.open().done(CREATE);
        Element document = response.body().info().orElseThrow();

        assertThat(response.confObjId().orElseThrow()).startsWith("xcon:").isNotEqualTo(DEFAULT_BLUEPRINT);
        assertThat(response.version()).contains(Version.FIRST);
        assertThat(document.textAt(Info.CONFERENCE_DESCRIPTION, Xcon.CLONING_PARENT))
                .contains(DEFAULT_BLUEPRINT);
        assertThat(titleOf(document).orElseThrow()).contains("Alice");
        assertThat(document.textAt(Info.CONFERENCE_STATE, Info.ACTIVE)).contains("false");
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
    @Requirement({"CCMP-D4-04", "DM-3.3.2-04"})
    void anExplicitUriOfTheDomainIsKeptAsWritten() {
        House house = House.open();

        assertThat(house.done(CREATE.info(confInfo(TEAM, ""))).confObjId()).contains(TEAM);
        assertThat(house.documentOf("xcon:team@EXAMPLE.com", ALICE).attribute(Attributes.ENTITY))
                .contains(TEAM);
    }

    @Test
    @Requirement("CCMP-D4-05")
    void anExplicitUriOfAnotherDomainIs427() {
        CcmpResponse response = House.open().ask(CREATE.info(confInfo("xcon:team@foreign.example", "")));

        assertThat(response.code()).isEqualTo(ResponseCode.INVALID_DOMAIN_NAME);
        assertThat(response.reason()).contains("xcon:team@foreign.example");
    }

    @Test
    @Requirement("CCMP-5.4-04")
    void anExplicitUriThatIsTakenIs409() {
        House house = House.open();
        house.done(CREATE.info(confInfo(TEAM, title("First"))));

        CcmpResponse response = house.ask(CREATE.info(confInfo("xcon:team@example.com", title("Second"))));

        assertThat(response.code()).isEqualTo(ResponseCode.CONFLICT);
        assertThat(response.reason()).contains("xcon:team@example.com");
        assertThat(titleOf(house.documentOf(TEAM, ALICE))).contains("First");
        assertThat(house.versionOf(TEAM, ALICE)).isEqualTo(1);
    }

    @Test
    @Requirement("CCMP-4.3-06")
    void aDescriptionThatBreaksTheDataModelIs400AndCreatesNothing() {
        House house = House.open();

        CcmpResponse response = house.ask(CREATE.info(confInfo(
                TEAM,
                description("<info:available-media><info:entry><info:type>audio</info:type></info:entry>"
                        + "</info:available-media>"))));

        assertThat(response.code()).isEqualTo(ResponseCode.BAD_REQUEST);
        assertThat(response.reason()).contains("label");
        assertThat(house.ask(conf(Operation.RETRIEVE, ALICE).on(TEAM)).code()).isEqualTo(ResponseCode.OBJECT_NOT_FOUND);
    }

    @Test
    void aDescriptionWithoutEntityIs400() {
        CcmpResponse response = House.open().ask(CREATE.info(Schema.CONFERENCE_INFO.empty()));

        assertThat(response.code()).isEqualTo(ResponseCode.BAD_REQUEST);
        assertThat(response.reason()).contains("entity");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<info:user-count>7</info:user-count>",
                "<info:active>true</info:active>",
            })
    void whatBelongsToTheServerDoesNoHarmInACreation(String content) {
        Element document = created(House.open(), CREATE.info(confInfo(TEAM, state(content))));

        assertThat(document.textAt(Info.CONFERENCE_STATE, Info.ACTIVE)).contains("false");
        assertThat(document.textAt(Info.CONFERENCE_STATE, Info.USER_COUNT)).contains("1");
    }

    @Test
    void aPasswordGivenForTheFocusIsKept() {
        House house = House.open();
        house.done(CREATE.info(confInfo(
                TEAM,
                description("<info:conf-uris><info:entry><info:uri>sip:Team@example.com</info:uri>"
                        + "<xcon:conference-password>8601</xcon:conference-password></info:entry></info:conf-uris>"))));

        assertThat(house.ask(conf(Operation.RETRIEVE, ALICE).on(TEAM)).code())
                .isEqualTo(ResponseCode.CONFERENCE_PASSWORD_REQUIRED);
        house.done(conf(Operation.RETRIEVE, ALICE).on(TEAM).conferencePassword("8601"));
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
