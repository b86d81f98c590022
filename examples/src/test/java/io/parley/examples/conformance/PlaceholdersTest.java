package io.parley.examples.conformance;

import static io.parley.examples.conformance.House.ALICE;
import static io.parley.examples.conformance.House.conf;
import static io.parley.examples.conformance.House.confInfo;
import static io.parley.examples.conformance.House.user;
import static io.parley.examples.conformance.House.userInfo;
import static io.parley.examples.conformance.House.usersInfo;
import static io.parley.examples.conformance.Updates.description;
import static io.parley.examples.conformance.Updates.update;
import static io.parley.examples.conformance.Updates.users;
import static org.assertj.core.api.Assertions.assertThat;

import io.parley.ccmp.CcmpRequest;
import io.parley.ccmp.CcmpResponse;
import io.parley.ccmp.Operation;
import io.parley.document.Attributes;
import io.parley.document.Element;
import io.parley.document.Info;
import io.parley.document.Xcon;
import io.parley.spec.Requirement;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The placeholders {@code AUTO_GENERATE_n} of a request (RFC 6503 section 4.3). */
class PlaceholdersTest {
    private static final String NEW = "xcon:AUTO_GENERATE_1@example.com";
    private static final String FOREIGN = "xcon-userid:AUTO_GENERATE_1@foreign.example";

    private final House house = House.open();

    @Test
    @Requirement({"CCMP-4.3-04", "CCMP-4.3-08", "CCMP-D7-02", "FLOW-5.3-01"})
    void eachPlaceBecomesWhatFitsIt() {
        CcmpResponse response = house.done(create(
                NEW,
                description(media("AUTO_GENERATE_2"))
                        + users("<info:user entity='xcon-userid:AUTO_GENERATE_3@example.com'>"
                                + "<info:endpoint entity='sip:bob@example.com'><info:media id='AUTO_GENERATE_4'>"
                                + "<info:label>AUTO_GENERATE_2</info:label></info:media></info:endpoint></info:user>")
                        + floor("AUTO_GENERATE_5", "AUTO_GENERATE_2")));
        Element document = response.body().info().orElseThrow();

        assertThat(document.toString()).doesNotContain("AUTO_GENERATE");
        assertThat(document.attribute(Attributes.ENTITY)).isEqualTo(response.confObjId());
        Element floor = document.at(Xcon.FLOOR_INFORMATION, Xcon.CONFERENCE_FLOOR_POLICY, Xcon.FLOOR)
                .orElseThrow();
        String label = document.at(Info.CONFERENCE_DESCRIPTION, Info.AVAILABLE_MEDIA, Info.ENTRY)
                .flatMap(entry -> entry.attribute(Attributes.LABEL))
                .orElseThrow();
        assertThat(label).matches("[0-9]+");
        assertThat(floor.childText(Xcon.MEDIA_LABEL)).contains(label);
        assertThat(floor.attribute(Attributes.ID).orElseThrow()).matches("[0-9]+");
        Element bob = document.at(Info.USERS, Info.USER).orElseThrow();
        assertThat(bob.attribute(Attributes.ENTITY).orElseThrow()).matches("xcon-userid:.+@example.com");
        assertThat(bob.at(Info.ENDPOINT, Info.MEDIA)
                        .flatMap(media -> media.attribute(Attributes.ID))
                        .orElseThrow())
                .matches("[0-9]+");
        assertThat(bob.textAt(Info.ENDPOINT, Info.MEDIA, Info.LABEL)).contains(label);
    }

    @Test
    @Requirement("CCMP-4.3-09")
    void differentPlaceholdersNeverBecomeTheSame() {
        String fifty = IntStream.rangeClosed(1, 50)
                .mapToObj(n -> media("AUTO_GENERATE_" + n))
                .collect(Collectors.joining())
                .replace("</info:available-media><info:available-media>", "");

        Element media = created("xcon:team@example.com", description(fifty))
                .at(Info.CONFERENCE_DESCRIPTION, Info.AVAILABLE_MEDIA)
                .orElseThrow();

        assertThat(media.count(Info.ENTRY)).isEqualTo(50);
        assertThat(media.toString()).doesNotContain("AUTO_GENERATE");
    }

    @Test
    @Requirement("CCMP-4.3-09")
    void anotherConferenceThanTheNewOneIsAnotherNumber() {
        Element document = created(
                NEW,
                users("<xcon:allowed-users-list><xcon:target uri='xcon:AUTO_GENERATE_2@example.com' method='dial-in'/>"
                        + "</xcon:allowed-users-list>"));

        assertThat(document.at(Info.USERS, Xcon.ALLOWED_USERS_LIST, Xcon.TARGET)
                        .flatMap(target -> target.attribute(Attributes.URI))
                        .orElseThrow())
                .startsWith("xcon:")
                .isNotEqualTo(document.attribute(Attributes.ENTITY).orElseThrow());
    }

    @Test
    @Requirement("CCMP-4.3-10")
    void theSamePlaceholderInTwoRequestsLeadsToTwoObjects() {
        assertThat(house.done(create(NEW, "")).confObjId())
                .isNotEqualTo(house.done(create(NEW, "")).confObjId());
    }

    @Test
    void aGeneratedLabelIsNoneThatIsThereAlready() {
        String conference = created(NEW, description(media("1")))
                .attribute(Attributes.ENTITY)
                .orElseThrow();

        house.memory().ids().numbers(1);
        house.done(update(ALICE, conference, description(media("AUTO_GENERATE_1"))));

        assertThat(house.documentOf(conference, ALICE)
                        .at(Info.CONFERENCE_DESCRIPTION, Info.AVAILABLE_MEDIA)
                        .orElseThrow()
                        .count(Info.ENTRY))
                .isEqualTo(2);
    }

    @Test
    @Requirement("CCMP-4.3-11")
    void theResponseCarriesTheDocumentWithAllOfThemReplaced() {
        String conference = house.conferenceOf(ALICE);
        String stranger = "xcon-userid:AUTO_GENERATE_7@example.com";

        CcmpResponse joined = house.done(user(Operation.CREATE, ALICE)
                .on(conference)
                .info(userInfo(stranger, "<info:endpoint entity='sip:carl@example.com'/>")));
        CcmpResponse added = house.done(House.users(Operation.UPDATE, ALICE)
                .on(conference)
                .info(usersInfo("<info:user entity='" + stranger + "'/>")));
        CcmpResponse updated = house.done(update(ALICE, conference, description(media("AUTO_GENERATE_1"))));

        for (CcmpResponse response : new CcmpResponse[] {joined, added, updated}) {
            assertThat(response.body().info().orElseThrow().toString()).doesNotContain("AUTO_GENERATE");
        }
    }

    private CcmpRequest create(String entity, String content) {
        return conf(Operation.CREATE, ALICE).info(confInfo(entity, content));
    }

    private Element created(String entity, String content) {
        return house.done(create(entity, content)).body().info().orElseThrow();
    }

    private static String media(String label) {
        return "<info:available-media><info:entry label='" + label
                + "'><info:type>audio</info:type></info:entry></info:available-media>";
    }

    private static String floor(String id, String label) {
        return "<xcon:floor-information><xcon:conference-floor-policy><xcon:floor id='" + id + "'><xcon:media-label>"
                + label + "</xcon:media-label></xcon:floor></xcon:conference-floor-policy></xcon:floor-information>";
    }
}
