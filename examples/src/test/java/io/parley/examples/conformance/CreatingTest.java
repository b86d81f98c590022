package io.parley.examples.conformance;

import static io.parley.examples.conformance.House.ALICE;
import static io.parley.examples.conformance.House.conf;
import static io.parley.examples.conformance.House.confInfo;
import static io.parley.examples.conformance.Updates.description;
import static io.parley.examples.conformance.Updates.state;
import static io.parley.examples.conformance.Updates.title;
import static io.parley.examples.conformance.Updates.titleOf;
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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code confRequest/create} in its three ways, and what every new conference has (RFC 6503 section 5.3.4). */
class CreatingTest {
    private static final String TEAM = "xcon:Team@example.com";
    private static final String DEFAULT_BLUEPRINT = "xcon:default-blueprint@example.com";
    private static final CcmpRequest CREATE = conf(Operation.CREATE, ALICE);

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

    private static Element created(House house, CcmpRequest request) {
        return house.done(request).body().info().orElseThrow();
    }
}
