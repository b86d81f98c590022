package io.parley.examples.conformance;

import static io.parley.examples.conformance.House.ALICE;
import static io.parley.examples.conformance.House.AUDIO_ROOM;
import static io.parley.examples.conformance.House.BOB;
import static io.parley.examples.conformance.House.ROOT;
import static io.parley.examples.conformance.House.blueprint;
import static io.parley.examples.conformance.House.conf;
import static io.parley.examples.conformance.House.confInfo;
import static io.parley.examples.conformance.House.user;
import static io.parley.examples.conformance.Updates.description;
import static io.parley.examples.conformance.Updates.title;
import static io.parley.examples.conformance.Updates.titleOf;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Three generations: the blueprint AudioRoom, a reservation of Alice's made from it, and one made from that. */
class LinkedClonesTest {

    private final House house = House.open();
    private final String child = house.conferenceOf(ALICE);
    private final String grandchild =
            house.done(conf(Operation.CREATE, ALICE).on(child)).confObjId().orElseThrow();

    @Test
    @Requirement({"CCMP-D4-12", "CCMP-D4-14", "XF-7.1-06", "XF-7.1-11"})
    void aChangeOfTheParentShowsInAllLinkedDescendantsAndRaisesTheirVersions() {
        List<String> heard = new ArrayList<>();
        house.memory().store().addListener(change -> heard.add(change.conference() + " " + change.version()));

        changeAudioRoom(description(
                "<info:subject>News</info:subject>" + "<info:maximum-user-count>7</info:maximum-user-count>"));

        for (String clone : new String[] {child, grandchild}) {
            assertThat(house.documentOf(clone, ALICE).textAt(Info.CONFERENCE_DESCRIPTION, Info.MAXIMUM_USER_COUNT))
                    .contains("7");
            assertThat(subject(clone)).contains("News");
            assertThat(house.versionOf(clone, ALICE)).isEqualTo(2);
        }
        assertThat(heard).containsExactly(AUDIO_ROOM + " 2", child + " 2", grandchild + " 2");
    }

    @Test
    @Requirement("CCMP-D4-13")
    void aLinkedClonesOwnValueHidesTheParents() {
        house.done(update(ALICE, child, title("Own")));
        house.done(update(ALICE, child, description("<info:subject>Own</info:subject>")));

        changeAudioRoom(description("<info:display-text>Other</info:display-text><info:subject>Other</info:subject>"));

        assertThat(titleOf(house.documentOf(child, ALICE))).contains("Own");
        assertThat(subject(child)).contains("Own");
        assertThat(subject(grandchild)).contains("Own");
        assertThat(house.versionOf(child, ALICE)).isEqualTo(3);
        assertThat(house.versionOf(grandchild, ALICE)).isEqualTo(2);
    }

    @Test
    @Requirement("XF-7.1-10")
    void aChangeOfACloneLeavesItsParentAsItIs() {
        Element parent = house.documentOf(child, ALICE);

        house.done(update(ALICE, grandchild, description("<info:subject>Own</info:subject>")));

        assertThat(house.documentOf(child, ALICE)).isEqualTo(parent);
        assertThat(house.versionOf(child, ALICE)).isEqualTo(1);
    }

    @Test
    @Requirement("XF-7.1-07")
    void aCloneMayAddWhatItsParentDoesNotHave() {
        String service = "<info:service-uris><info:entry><info:uri>http://example.com/clone</info:uri>"
                + "</info:entry></info:service-uris>";
        house.done(update(ALICE, child, description(service)));

        assertThat(house.documentOf(child, ALICE).toString()).contains("http://example.com/clone");
        assertThat(house.documentOf(grandchild, ALICE).toString()).contains("http://example.com/clone");
        assertThat(house.done(blueprint(Operation.RETRIEVE, ALICE).on(AUDIO_ROOM))
                        .body()
                        .info()
                        .orElseThrow()
                        .toString())
                .doesNotContain("http://example.com/clone");
    }

    @Test
    @Requirement("XF-7.1-08")
    void aCloneMayRestrictAccessFurther() {
        house.done(update(
                ALICE, child, users("<xcon:user-admission-policy>closedAuthenticated</xcon:user-admission-policy>")));

        assertThat(Roster.of(house, child, ALICE).childText(Xcon.USER_ADMISSION_POLICY))
                .contains("closedAuthenticated");
        assertThat(house.ask(Roster.join(BOB, child)).code()).isNotEqualTo(ResponseCode.SUCCESS);
    }

    @Test
    void whatACloneRemovesDoesNotComeBackWithAChangeOfTheParent() {
        changeAudioRoom(medium("video", "<info:type>video</info:type>"));
        house.done(update(ALICE, child, medium("video", "")));

        changeAudioRoom(medium("video", "<info:display-text>renamed</info:display-text>"));

        assertThat(house.documentOf(child, ALICE).toString()).doesNotContain("video");
        assertThat(house.documentOf(grandchild, ALICE).toString()).doesNotContain("video");
        assertThat(house.versionOf(child, ALICE)).isEqualTo(3);
    }

    @Test
    void whoAsksForWhatHeInheritsOverridesNothing() {
        changeAudioRoom(description("<info:subject>first</info:subject>"));
        house.done(update(ALICE, child, description("<info:subject>first</info:subject>")));

        changeAudioRoom(description("<info:subject>second</info:subject>"));

        assertThat(subject(child)).contains("second");
    }

    @Test
    void usersAndListsOfTheParentComeAndGoInItsClones() {
        changeAudioRoom(
                users("<info:user entity='" + BOB + "'><info:display-text>Bob</info:display-text></info:user>"));
        assertThat(Roster.ids(house, child, ALICE)).contains(ALICE, BOB);
        assertThat(Roster.userCount(house, grandchild, ALICE)).isEqualTo(2);

        changeAudioRoom(users("<info:user entity='" + BOB + "' state='deleted'/>"));
        assertThat(Roster.ids(house, child, ALICE)).containsExactly(ALICE);
        assertThat(Roster.userCount(house, grandchild, ALICE)).isEqualTo(1);
    }

    @Test
    void aDirectlyCreatedConferenceIsLinkedToTheDefaultBlueprint() {
        String direct = house.done(conf(Operation.CREATE, ALICE)
                        .info(confInfo("xcon:AUTO_GENERATE_1@example.com", title("Direct"))))
                .confObjId()
                .orElseThrow();
        house.done(update(ROOT, direct, ""));
        String root = "xcon:default-blueprint@example.com";

        house.done(blueprint(Operation.UPDATE, ROOT)
                .on(root)
                .info(confInfo(root, description("<info:subject>House rules</info:subject>"))));

        assertThat(subject(direct)).contains("House rules");
        assertThat(titleOf(house.documentOf(direct, ALICE))).contains("Direct");
        assertThat(house.versionOf(direct, ALICE)).isEqualTo(3);
    }

    @Test
    void describedMediaAreTheConferencesOwnWhateverBecomesOfTheDefaultBlueprints() {
        String root = "xcon:default-blueprint@example.com";
        String direct = house.done(conf(Operation.CREATE, ALICE)
                        .info(confInfo(
                                "xcon:AUTO_GENERATE_1@example.com",
                                description("<info:available-media><info:entry label='own'><info:type>video</info:type>"
                                        + "</info:entry></info:available-media>"))))
                .confObjId()
                .orElseThrow();

        house.done(blueprint(Operation.UPDATE, ROOT)
                .on(root)
                .info(confInfo(
                        root,
                        description("<info:available-media><info:entry label='9'><info:type>text</info:type>"
                                + "</info:entry></info:available-media>"))));

        assertThat(house.documentOf(direct, ALICE).at(Info.CONFERENCE_DESCRIPTION, Info.AVAILABLE_MEDIA))
                .hasValueSatisfying(media -> assertThat(media.elements()).hasSize(1));
    }

    @Test
    @Requirement({"CCMP-D4-20", "CCMP-5.3.3-10"})
    void aParentWithLinkedClonesIsNotDeleted() {
        CcmpResponse ofBlueprint = house.ask(blueprint(Operation.DELETE, ROOT).on(AUDIO_ROOM));
        CcmpResponse ofChild = house.ask(conf(Operation.DELETE, ALICE).on(child));

        assertThat(ofBlueprint.code()).isEqualTo(ResponseCode.FORBIDDEN_DELETE_PARENT);
        assertThat(ofBlueprint.reason()).contains(child);
        assertThat(ofChild.code()).isEqualTo(ResponseCode.FORBIDDEN_DELETE_PARENT);
        house.done(conf(Operation.DELETE, ALICE).on(grandchild));
        house.done(conf(Operation.DELETE, ALICE).on(child));
        house.done(blueprint(Operation.DELETE, ROOT).on(AUDIO_ROOM));
    }

    @Test
    void aChangeThatWouldBreakADescendantIs409AndNamesIt() {
        changeAudioRoom(medium("video", "<info:type>video</info:type>"));
        house.done(update(
                ALICE,
                grandchild,
                "<xcon:floor-information><xcon:conference-floor-policy><xcon:floor id='own'>"
                        + "<xcon:media-label>video</xcon:media-label></xcon:floor>"
                        + "</xcon:conference-floor-policy></xcon:floor-information>"));

        CcmpResponse response = house.ask(
                blueprint(Operation.UPDATE, ROOT).on(AUDIO_ROOM).info(confInfo(AUDIO_ROOM, medium("video", ""))));

        assertThat(response.code()).as(response.reason()).isEqualTo(ResponseCode.CONFLICT);
        assertThat(response.reason()).contains(grandchild);
        assertThat(house.versionOf(child, ALICE)).isEqualTo(2);
    }

    @Test
    void whoJoinsACloneIsNotInItsParent() {
        house.done(user(Operation.CREATE, BOB).on(grandchild));

        assertThat(Roster.ids(house, child, ALICE)).containsExactly(ALICE);
        assertThat(house.versionOf(child, ALICE)).isEqualTo(1);
    }

    private void changeAudioRoom(String content) {
        house.done(blueprint(Operation.UPDATE, ROOT).on(AUDIO_ROOM).info(confInfo(AUDIO_ROOM, content)));
    }

    private static String medium(String label, String content) {
        return description("<info:available-media><info:entry label='" + label + "'>" + content
                + "</info:entry></info:available-media>");
    }

    private Optional<String> subject(String conference) {
        return house.documentOf(conference, ALICE).textAt(Info.CONFERENCE_DESCRIPTION, Info.SUBJECT);
    }
}
