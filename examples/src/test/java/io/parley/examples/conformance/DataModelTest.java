package io.parley.examples.conformance;

import static io.parley.examples.conformance.House.ALICE;
import static io.parley.examples.conformance.House.conf;
import static io.parley.examples.conformance.Updates.description;
import static io.parley.examples.conformance.Updates.update;
import static io.parley.examples.conformance.Updates.users;
import static org.assertj.core.api.Assertions.assertThat;

import io.parley.ccmp.CcmpResponse;
import io.parley.ccmp.Operation;
import io.parley.ccmp.ResponseCode;
import io.parley.document.Element;
import io.parley.document.Info;
import io.parley.document.Xcon;
import io.parley.spec.Requirement;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What of the data model (RFC 6501) a client meets in an update: values, unknown words, foreign elements. */
class DataModelTest {
    private static final String MEDIUM =
            "<info:available-media><info:entry label='audioLabel'>%s</info:entry></info:available-media>";
    private static final String OF_ALICE = "<info:user entity='" + ALICE + "'>%s</info:user>";
    private static final String STREAM = OF_ALICE.formatted(
            "<info:endpoint entity='sip:alice@example.com'><info:media id='1'>%s</info:media></info:endpoint>");

    private final House house = House.open();
    private String conference = "";

    @BeforeEach
    void create() {
        conference = house.conferenceOf(ALICE);
    }

    @ParameterizedTest
    @CsvSource({"gain, 500", "gain, loud", "mute, maybe"})
    @Requirement("DM-3.1-08")
    void aValueOutsideItsTypeIs400NamingTheElement(String control, String value) {
        CcmpResponse response = house.ask(update(
                ALICE,
                conference,
                description("<info:subject>new</info:subject>"
                        + MEDIUM.formatted("<xcon:controls><xcon:" + control + ">" + value + "</xcon:" + control
                                + "></xcon:controls>"))));

        assertThat(response.code()).isEqualTo(ResponseCode.BAD_REQUEST);
        assertThat(response.reason()).contains(control, value);
        assertThat(document().at(Info.CONFERENCE_DESCRIPTION, Info.SUBJECT)).isEmpty();
    }

    @Test
    @Requirement("DM-3.1-08")
    void aWrongLanguageIs400NamingTheAttribute() {
        CcmpResponse response = house.ask(update(ALICE, conference, "<info:conference-description xml:lang='??'/>"));

        assertThat(response.code()).isEqualTo(ResponseCode.BAD_REQUEST);
        assertThat(response.reason()).contains("lang", "??");
    }

    @Test
    @Requirement({"DM-3.1-09", "CCMP-6-03"})
    void whiteSpaceAroundValuesIsDroppedAndThatOfTextIsKept() {
        String after = after(description("<info:display-text>  a  b </info:display-text>")
                        + users(OF_ALICE.formatted(
                                "<info:associated-aors><info:entry><info:uri>\n  mailto:alice@example.com\n"
                                        + "</info:uri></info:entry></info:associated-aors>"
                                        + "<info:endpoint entity=' sip:alice@example.com '/>"))
                        + "<xcon:floor-information><xcon:floor-request-handling>confirm\n "
                        + "</xcon:floor-request-handling></xcon:floor-information>")
                .toString();

        assertThat(after).contains(">  a  b <", ">mailto:alice@example.com<", "\"sip:alice@example.com\"", ">confirm<");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<info:conference-description><info:service-uris>%s</info:service-uris></info:conference-description>",
                "<info:host-info><info:uris>%s</info:uris></info:host-info>",
                "<info:users><info:user entity='xcon-userid:alice@example.com'><info:associated-aors>%s</info:associated-aors>"
                        + "</info:user></info:users>"
            })
    @Requirement("DM-3.1-07")
    void anEmptyCollectionIsLeftOut(String collection) {
        String entry = "<info:entry%s><info:uri>http://example.com/</info:uri></info:entry>";
        after(collection.formatted(entry.formatted("")));

        String after =
                after(collection.formatted(entry.formatted(" state='deleted'"))).toString();

        assertThat(after)
                .doesNotContain("http://example.com/")
                .doesNotContain("uris/>")
                .doesNotContain("aors/>");
    }

    @Test
    @Requirement("DM-3.1-07")
    void noMediaAreNoElement() {
        conference = house.done(conf(Operation.CREATE, ALICE)).confObjId().orElseThrow();

        Element after = after(description("<info:available-media><info:entry label='1'/></info:available-media>"));

        assertThat(after.at(Info.CONFERENCE_DESCRIPTION, Info.AVAILABLE_MEDIA)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<info:users><xcon:join-handling>knock</xcon:join-handling></info:users>",
                "<info:users><xcon:user-admission-policy>knock</xcon:user-admission-policy></info:users>",
                "<info:users><xcon:allowed-users-list><xcon:target uri='sip:b@example.com' method='knock'/></xcon:allowed-users-list></info:users>",
                "<info:users><info:user entity='xcon-userid:bob@example.com'><info:roles><info:entry>knock</info:entry></info:roles></info:user></info:users>",
                "<xcon:floor-information><xcon:floor-request-handling>knock</xcon:floor-request-handling></xcon:floor-information>",
                "<info:conference-description><info:available-media><info:entry label='audioLabel'><info:status>knock</info:status></info:entry></info:available-media></info:conference-description>",
                "<info:conference-description><info:available-media><info:entry label='audioLabel'><xcon:mixing-mode>knock</xcon:mixing-mode></info:entry></info:available-media></info:conference-description>",
            })
    @Requirement({"DM-5-02", "CCMP-6-04"})
    void anUnknownWordIsKept(String content) {
        assertThat(after(content).toString()).contains("knock");
    }

    @Test
    @Requirement({"DM-5-02", "CCMP-6-04"})
    void anUnknownWishForAnonymityIsKept() {
        after("<info:users><info:user entity='" + House.BOB
                + "'><xcon:provide-anonymity>knock</xcon:provide-anonymity></info:user></info:users>");

        assertThat(house.documentOf(conference, House.BOB).toString()).contains("knock");
    }

    @Test
    @Requirement("CCMP-6-04")
    void aMethodWithASpaceIsKeptAsWritten() {
        assertThat(after(users("<xcon:allowed-users-list><xcon:target uri='sip:b@example.com' method='dial out'/>"
                                + "</xcon:allowed-users-list>"))
                        .toString())
                .contains("\"dial out\"");
    }

    @Test
    @Requirement("DM-4.5.4-01")
    void theLabelOfAFloorIsOneOfTheAvailableMedia() {
        String floor = "<xcon:floor-information><xcon:conference-floor-policy><xcon:floor id='audioFloor'>"
                + "<xcon:media-label>%s</xcon:media-label></xcon:floor></xcon:conference-floor-policy></xcon:floor-information>";
        after(description("<info:available-media><info:entry label='v'><info:type>video</info:type></info:entry>"
                + "</info:available-media>"));

        assertThat(house.ask(update(ALICE, conference, floor.formatted("none"))).reason())
                .contains("media-label", "none");
        assertThat(house.ask(update(ALICE, conference, description(MEDIUM.formatted(""))))
                        .code())
                .isEqualTo(ResponseCode.BAD_REQUEST);
        after(floor.formatted("v"));
        assertThat(document()
                        .at(Xcon.FLOOR_INFORMATION, Xcon.CONFERENCE_FLOOR_POLICY, Xcon.FLOOR)
                        .flatMap(changed -> changed.childText(Xcon.MEDIA_LABEL)))
                .contains("v");
    }

    @Test
    void aStreamOfAUserHasControlsOfItsOwn() {
        assertThat(after(users(STREAM.formatted("<xcon:to-mixer name='AudioIn'><xcon:controls><xcon:gain>-7</xcon:gain>"
                                + "</xcon:controls></xcon:to-mixer>")))
                        .toString())
                .contains("gain>-7<");
    }

    private Element after(String changes) {
        return house.done(update(ALICE, conference, changes)).body().info().orElseThrow();
    }

    private Element document() {
        return house.documentOf(conference, ALICE);
    }
}
