package io.parley.examples.conformance;

import static io.parley.examples.conformance.House.ALICE;
import static io.parley.examples.conformance.House.AUDIO_ROOM;
import static io.parley.examples.conformance.House.BOB;
import static io.parley.examples.conformance.House.ROOT;
import static io.parley.examples.conformance.House.blueprint;
import static io.parley.examples.conformance.House.conf;
import static io.parley.examples.conformance.House.user;
import static io.parley.examples.conformance.House.userInfo;
import static io.parley.examples.conformance.Updates.description;
import static io.parley.examples.conformance.Updates.update;
import static org.assertj.core.api.Assertions.assertThat;

import io.parley.ccmp.Operation;
import io.parley.ccmp.ResponseCode;
import io.parley.conference.ConferenceInfo;
import io.parley.document.Attribute;
import io.parley.document.Attributes;
import io.parley.document.CloningMarks;
import io.parley.document.Element;
import io.parley.document.Info;
import io.parley.document.Name;
import io.parley.document.Xcon;
import io.parley.identity.XconUri;
import io.parley.spec.Requirement;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;

/** What stands in the documents that the server writes, wherever they come from. */
class WrittenDocumentsTest {

    private static final String PASSWORD = "<info:entry><info:uri>%s</info:uri>"
            + "<xcon:conference-password>8601</xcon:conference-password></info:entry>";

    private final House house = House.open();

    @Test
    @Requirement("DM-4-01")
    void anEntryOfASidebarIsAUri() {
        String main = Sidebar.main(house);
        String sidebar = Sidebar.BY_REFERENCE.of(house, main, ALICE);

        Element entries =
                house.documentOf(main, ALICE).child(Info.SIDEBARS_BY_REF).orElseThrow();
        assertThat(entries.elements()).singleElement().satisfies(entry -> {
            assertThat(entry.childText(Info.URI)).contains(sidebar);
            assertThat(entry.child(Info.USER)).isEmpty();
        });
        assertThat(house.ask(update(
                                ALICE,
                                main,
                                "<info:sidebars-by-ref><info:entry><info:user entity='" + BOB
                                        + "'/></info:entry></info:sidebars-by-ref>"))
                        .code())
                .isEqualTo(ResponseCode.BAD_REQUEST);
    }

    @Test
    @Requirement("DM-4.2.6-02")
    void aPasswordStandsInTheWaysIntoAConferenceOnly() {
        String main = Sidebar.main(house);
        Sidebar.BY_REFERENCE.of(house, main, ALICE);
        Sidebar.BY_VALUE.of(house, main, ALICE);
        String tel = PASSWORD.formatted("tel:+493012345");
        house.done(update(ALICE, main, description("<info:conf-uris>" + tel + "</info:conf-uris>")));
        for (String elsewhere : List.of(
                description("<info:service-uris>" + tel + "</info:service-uris>"),
                "<info:host-info><info:uris>" + tel + "</info:uris></info:host-info>",
                "<info:users><info:user entity='" + ALICE + "'><info:associated-aors>" + tel
                        + "</info:associated-aors></info:user></info:users>",
                "<info:sidebars-by-ref>" + tel + "</info:sidebars-by-ref>")) {
            assertThat(house.ask(update(ALICE, main, elsewhere).conferencePassword("8601"))
                            .isSuccess())
                    .as(elsewhere)
                    .isFalse();
        }

        List<String> places = new ArrayList<>();
        Element document = house.done(conf(Operation.RETRIEVE, ALICE).on(main).conferencePassword("8601"))
                .body()
                .info()
                .orElseThrow();
        assertThat(document.child(Info.SIDEBARS_BY_REF)).isPresent();
        walk("", document, (place, element) -> {
            if (element.name().equals(Xcon.CONFERENCE_PASSWORD)) {
                places.add(place);
            }
        });

        assertThat(places)
                .isNotEmpty()
                .allSatisfy(place -> assertThat(place).endsWith("/conf-uris/entry/conference-password"));
    }

    @Test
    @Requirement("DM-4.5-01")
    void withoutFloorInformationThereIsNoFloorAnywhere() {
        String conference =
                house.done(conf(Operation.CREATE, ALICE)).confObjId().orElseThrow();
        house.done(update(
                ALICE,
                conference,
                description("<info:available-media><info:entry label='a'><info:display-text>a</info:display-text>"
                        + "<info:type>audio</info:type></info:entry></info:available-media>")));
        house.done(Roster.join(BOB, conference).info(userInfo(BOB, streams())));

        ConferenceInfo mixed = house.memory()
                .mcus()
                .mixOf(XconUri.of(conference))
                .orElseThrow()
                .info();
        assertThat(mixed.floorInformation()).isEmpty();
        assertThat(mixed.floors()).isEmpty();
        for (String viewer : List.of(ALICE, BOB)) {
            assertThat(house.documentOf(conference, viewer).toString())
                    .contains("AudioIn")
                    .doesNotContain("floor");
        }
        assertThat(house.documentOf(house.conferenceOf(ALICE), ALICE).toString())
                .as("of another")
                .contains("floor");
    }

    @Test
    @Requirement("DM-4.6.5.6-03")
    void theServerNamesStreamsIntoTheMixerAsIncoming() {
        String conference = house.conferenceOf(ALICE);
        house.done(Roster.join(BOB, conference)
                .info(userInfo(
                        BOB,
                        "<info:endpoint entity='sip:bob@example.com'>"
                                + "<info:media id='1'><info:type>audio</info:type><info:status>sendrecv</info:status></info:media>"
                                + "<info:media id='2'><info:type>video</info:type><info:status>sendrecv</info:status></info:media>"
                                + "</info:endpoint>")));
        for (String id : List.of("1", "2")) {
            house.done(user(Operation.UPDATE, ALICE)
                    .on(conference)
                    .info(userInfo(
                            BOB,
                            "<info:endpoint entity='sip:bob@example.com'><info:media id='" + id
                                    + "'><info:status>recvonly</info:status></info:media></info:endpoint>")));
        }

        List<String> into = new ArrayList<>();
        List<String> outOf = new ArrayList<>();
        walk("", house.documentOf(conference, ALICE), (place, element) -> {
            if (place.endsWith("/to-mixer")) {
                into.add(element.attribute(Attributes.NAME).orElseThrow());
            } else if (place.endsWith("/from-mixer")) {
                outOf.add(element.attribute(Attributes.NAME).orElseThrow());
            }
        });
        assertThat(into).containsExactly("AudioIn", "VideoIn");
        assertThat(outOf).isEmpty();
    }

    @Test
    @Requirement("DM-6-03")
    void whatTheServerAddsToTheModelIsInItsOwnNamespace() {
        house.done(blueprint(Operation.UPDATE, ROOT)
                .on(AUDIO_ROOM)
                .info(Documents.read("<info:conference-info entity='" + AUDIO_ROOM
                        + "' c:clones='independent' xmlns:c='" + CloningMarks.NAMESPACE + "'>"
                        + description("<info:subject c:enforced='true'>s</info:subject>")
                        + "</info:conference-info>")));
        String main = Sidebar.main(house);
        house.done(
                update(ALICE, main, Updates.users("<info:user entity='" + ALICE + "'>" + streams() + "</info:user>")));
        Sidebar.BY_REFERENCE.of(house, main, ALICE);
        Sidebar.BY_VALUE.of(house, main, ALICE);

        List<Name> added = new ArrayList<>();
        for (Element document : List.of(
                house.documentOf(main, ALICE),
                house.done(blueprint(Operation.RETRIEVE, ROOT).on(AUDIO_ROOM))
                        .body()
                        .info()
                        .orElseThrow())) {
            walk("", document, (place, element) -> {
                if (element.type().isForeign()) {
                    added.add(element.name());
                }
                element.attributes().stream()
                        .map(Attribute::name)
                        .filter(name -> element.type().attribute(name).isEmpty())
                        .forEach(added::add);
            });
        }

        assertThat(added)
                .isNotEmpty()
                .allSatisfy(name -> assertThat(name.namespace()).isEqualTo(CloningMarks.NAMESPACE));
        assertThat(CloningMarks.NAMESPACE).isNotIn(Name.INFO_NAMESPACE, Name.XCON_NAMESPACE);
    }

    private static String streams() {
        return "<info:endpoint entity='sip:someone@example.com'><info:media id='1'><info:type>audio</info:type>"
                + "<xcon:to-mixer name='AudioIn'><xcon:controls><xcon:gain>1</xcon:gain></xcon:controls></xcon:to-mixer>"
                + "</info:media></info:endpoint>";
    }

    private static void walk(String parent, Element element, BiConsumer<String, Element> visitor) {
        String place = parent + "/" + element.name().local();
        visitor.accept(place, element);
        element.elements().forEach(child -> walk(place, child, visitor));
    }
}
