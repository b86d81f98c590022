package io.parley.examples.conformance;

import static io.parley.examples.conformance.House.ALICE;
import static io.parley.examples.conformance.House.BOB;
import static io.parley.examples.conformance.House.conf;
import static io.parley.examples.conformance.House.confInfo;
import static io.parley.examples.conformance.House.user;
import static io.parley.examples.conformance.House.userInfo;
import static io.parley.examples.conformance.Updates.description;
import static io.parley.examples.conformance.Updates.titleOf;
import static io.parley.examples.conformance.Updates.update;
import static io.parley.examples.conformance.Updates.users;
import static org.assertj.core.api.Assertions.assertThat;

import io.parley.ccmp.CcmpResponse;
import io.parley.ccmp.Operation;
import io.parley.ccmp.ResponseCode;
import io.parley.document.Attributes;
import io.parley.document.Element;
import io.parley.document.Info;
import io.parley.document.Xcon;
import io.parley.spec.Requirement;
import org.junit.jupiter.api.Test;

/** What clients of the field do beyond the examples of the RFCs: liblinphone sends whole documents with everything. */
class FieldClientsTest {

    private static final String TIME = "BEGIN:VCALENDAR\nDTSTART:20300102T100000Z\nDURATION:PT1H\nEND:VCALENDAR";

    private final House house = House.open();

    @Test
    @Requirement({"CCMP-I-05", "FLOW-5.3-02"})
    void aCreationWithPlaceholdersTimeAndTargetsIsOneRequest() {
        CcmpResponse response = house.done(conf(Operation.CREATE, ALICE)
                .info(confInfo(
                        "xcon:AUTO_GENERATE_1@example.com",
                        description("<info:display-text>Weekly</info:display-text><info:available-media>"
                                        + medium("2", "audio") + medium("3", "video") + medium("4", "text")
                                        + "</info:available-media><xcon:conference-time><xcon:entry><xcon:base>" + TIME
                                        + "</xcon:base></xcon:entry></xcon:conference-time>")
                                + users(
                                        "<xcon:allowed-users-list><xcon:target uri='sip:alice@example.com' method='dial-out'/>"
                                                + "<xcon:target uri='sip:bob@example.com' method='dial-out'/>"
                                                + "<xcon:target uri='sip:carol@example.com' method='dial-out'/>"
                                                + "</xcon:allowed-users-list>"))));
        String conference = response.confObjId().orElseThrow();
        Element document = house.documentOf(conference, ALICE);

        assertThat(document.attribute(Attributes.ENTITY)).contains(conference);
        assertThat(document.toString()).doesNotContain("AUTO_GENERATE");
        assertThat(document.at(Info.CONFERENCE_DESCRIPTION, Info.AVAILABLE_MEDIA)
                        .orElseThrow()
                        .count(Info.ENTRY))
                .isEqualTo(3);
        assertThat(document.at(Info.CONFERENCE_DESCRIPTION, Info.CONF_URIS)
                        .orElseThrow()
                        .count(Info.ENTRY))
                .isEqualTo(1);
        assertThat(document.textAt(Info.CONFERENCE_DESCRIPTION, Xcon.CONFERENCE_TIME, Xcon.ENTRY, Xcon.BASE))
                .contains(TIME);
        assertThat(document.at(Info.USERS, Xcon.ALLOWED_USERS_LIST)
                        .orElseThrow()
                        .elements())
                .hasSize(3)
                .allMatch(target ->
                        target.attribute(Attributes.METHOD).orElseThrow().equals("dial-out"));
    }

    @Test
    @Requirement({"CCMP-I-06", "CCMP-D5-13"})
    void aWholeDocumentSentBackChangesWhatDiffers() {
        String conference = house.conferenceOf(ALICE);
        house.done(user(Operation.CREATE, ALICE)
                .on(conference)
                .info(userInfo(ALICE, "<info:endpoint entity='sip:alice@example.com'/>")));
        house.done(user(Operation.CREATE, BOB).on(conference));
        Element before = house.documentOf(conference, ALICE);
        Element description = before.child(Info.CONFERENCE_DESCRIPTION).orElseThrow();
        Element renamed = before.with(description.with(Info.DISPLAY_TEXT, "Renamed"));

        CcmpResponse response =
                house.done(conf(Operation.UPDATE, ALICE).on(conference).info(renamed));

        assertThat(response.body().info()).contains(renamed);
        assertThat(titleOf(house.documentOf(conference, ALICE))).contains("Renamed");
    }

    @Test
    @Requirement("CCMP-I-07")
    void aDeleteWithTheWholeDocumentWorks() {
        String conference = house.conferenceOf(ALICE);

        CcmpResponse response =
                house.done(conf(Operation.DELETE, ALICE).on(conference).info(house.documentOf(conference, ALICE)));

        assertThat(response.body().info()).isEmpty();
        assertThat(house.ask(conf(Operation.RETRIEVE, ALICE).on(conference)).code())
                .isEqualTo(ResponseCode.OBJECT_NOT_FOUND);
    }

    @Test
    @Requirement("CCMP-I-11")
    void everyDocumentHasWaysInDirectionsOfMediaAndEntitiesOfUsers() {
        String conference =
                house.done(conf(Operation.CREATE, ALICE)).confObjId().orElseThrow();
        Element document = house.documentOf(conference, ALICE);

        assertThat(document.textAt(Info.CONFERENCE_DESCRIPTION, Info.CONF_URIS, Info.ENTRY, Info.URI))
                .isPresent();
        assertThat(document.textAt(Info.CONFERENCE_DESCRIPTION, Info.AVAILABLE_MEDIA, Info.ENTRY, Info.STATUS))
                .contains("sendrecv");
        assertThat(document.at(Info.USERS, Info.USER).flatMap(user -> user.attribute(Attributes.ENTITY)))
                .contains(ALICE);
    }

    @Test
    void mediaThatAnUpdateDescribesAgainWithTheirPlaceholdersAreTheStandingOnes() {
        String media = named("2", "Voice", "audio") + named("3", "Voice", "audio") + named("4", "Picture", "video");
        String conference = house.done(conf(Operation.CREATE, ALICE)
                        .info(confInfo("xcon:AUTO_GENERATE_1@example.com", describing(media))))
                .confObjId()
                .orElseThrow();
        Element before = available(conference);

        house.done(update(ALICE, conference, describing(media)));
        assertThat(available(conference)).isEqualTo(before);

        house.done(update(ALICE, conference, describing(named("5", "Voice", "audio") + named("6", "Words", "text"))));
        assertThat(available(conference).count(Info.ENTRY)).isEqualTo(4);

        house.done(update(ALICE, conference, describing(medium("7", "audio"))));
        assertThat(available(conference).count(Info.ENTRY))
                .as("one without a name is new")
                .isEqualTo(5);
    }

    private static String describing(String media) {
        return description("<info:available-media>" + media + "</info:available-media>");
    }

    private Element available(String conference) {
        return house.documentOf(conference, ALICE)
                .at(Info.CONFERENCE_DESCRIPTION, Info.AVAILABLE_MEDIA)
                .orElseThrow();
    }

    private static String named(String placeholder, String name, String type) {
        return "<info:entry label='AUTO_GENERATE_" + placeholder + "'><info:display-text>" + name
                + "</info:display-text><info:type>" + type
                + "</info:type><info:status>sendrecv</info:status></info:entry>";
    }

    private static String medium(String placeholder, String type) {
        return "<info:entry label='AUTO_GENERATE_" + placeholder + "'><info:type>" + type + "</info:type></info:entry>";
    }
}
