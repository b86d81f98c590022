package io.parley.examples.conformance;

import static io.parley.examples.conformance.House.ALICE;
import static io.parley.examples.conformance.House.AUDIO_ROOM;
import static io.parley.examples.conformance.House.BOB;
import static io.parley.examples.conformance.House.ROOT;
import static io.parley.examples.conformance.House.blueprint;
import static io.parley.examples.conformance.House.conf;
import static io.parley.examples.conformance.House.confInfo;
import static io.parley.examples.conformance.House.user;
import static io.parley.examples.conformance.House.userInfo;
import static io.parley.examples.conformance.House.users;
import static io.parley.examples.conformance.House.usersInfo;
import static io.parley.examples.conformance.Updates.description;
import static io.parley.examples.conformance.Updates.titleOf;
import static io.parley.examples.conformance.Updates.update;
import static org.assertj.core.api.Assertions.assertThat;

import io.parley.ccmp.CcmpRequest;
import io.parley.ccmp.CcmpResponse;
import io.parley.ccmp.Operation;
import io.parley.ccmp.ResponseCode;
import io.parley.document.Info;
import io.parley.identity.Version;
import io.parley.spec.Requirement;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Parent enforceable elements (RFC 5239 section 7.1). */
class EnforcementTest {

    private static final String MARK = " c:enforced='true' xmlns:c='urn:parley:params:xml:ns:cloning'";
    private static final String SUBJECT = description("<info:subject" + MARK + ">Rules</info:subject>");
    private static final String BOBS_RECORD =
            "<info:user entity='" + BOB + "'" + MARK + "><info:display-text>Bob</info:display-text></info:user>";

    private final House house = House.open();

    @Test
    @Requirement({"CCMP-D4-18", "XF-7.1-12", "XF-7.1-13"})
    void anEnforcedElementIsTheSameInEveryLinkedDescendant() {
        parent(description("<info:subject" + MARK + ">Rules</info:subject><info:service-uris" + MARK
                + "><info:entry><info:uri>http://example.com/a</info:uri></info:entry></info:service-uris>"));
        String child = house.conferenceOf(ALICE);
        String grandchild =
                house.done(conf(Operation.CREATE, ALICE).on(child)).confObjId().orElseThrow();

        for (String clone : List.of(child, grandchild)) {
            refused(update(ALICE, clone, description("<info:subject>Other</info:subject>")), "info:subject");
            refused(update(ALICE, clone, description("<info:subject/>")), "info:subject");
            refused(
                    update(
                            ALICE,
                            clone,
                            description("<info:service-uris><info:entry><info:uri>http://example.com/b</info:uri>"
                                    + "</info:entry></info:service-uris>")),
                    "info:service-uris");
            assertThat(house.versionOf(clone, ALICE)).isEqualTo(1);
            house.done(update(ALICE, clone, description("<info:subject>Rules</info:subject>")));
        }
    }

    @Test
    @Requirement("CCMP-5.4-16")
    void noUpdateOfAnyKindChangesWhatTheParentEnforces() {
        parent(description("<info:maximum-user-count" + MARK + ">9</info:maximum-user-count>") + "<info:users>"
                + BOBS_RECORD + "<xcon:join-handling" + MARK + ">allow</xcon:join-handling></info:users>");
        String clone = house.conferenceOf(ALICE);

        refused(
                update(ALICE, clone, description("<info:maximum-user-count>10</info:maximum-user-count>")),
                "info:maximum-user-count");
        refused(
                users(Operation.UPDATE, ALICE)
                        .on(clone)
                        .info(usersInfo("<xcon:join-handling>block</xcon:join-handling>")),
                "xcon:join-handling");
        refused(
                user(Operation.UPDATE, ALICE)
                        .on(clone)
                        .info(userInfo(BOB, "<info:display-text>Robert</info:display-text>")),
                BOB);
        refused(user(Operation.DELETE, ALICE).on(clone).info(userInfo(BOB, "")), BOB);
    }

    @Test
    @Requirement("XF-7.1-09")
    void aCloneDoesNotLoosenWhatItsParentRestricts() {
        parent("<info:users><xcon:user-admission-policy" + MARK
                + ">closedAuthenticated</xcon:user-admission-policy></info:users>");

        refused(
                update(
                        ALICE,
                        house.conferenceOf(ALICE),
                        "<info:users><xcon:user-admission-policy>anonymous</xcon:user-admission-policy></info:users>"),
                "xcon:user-admission-policy");
    }

    @Test
    @Requirement({"CCMP-D4-19", "DM-EL-173"})
    void markingWhereADescendantDiffersIs409AndNamesIt() {
        String child = house.conferenceOf(ALICE);
        String grandchild =
                house.done(conf(Operation.CREATE, ALICE).on(child)).confObjId().orElseThrow();
        house.done(update(ALICE, grandchild, description("<info:subject>Own</info:subject>")));
        CcmpRequest marking = change(SUBJECT);

        CcmpResponse response = house.ask(marking);
        assertThat(response.code()).isEqualTo(ResponseCode.CONFLICT);
        assertThat(response.reason()).contains("info:subject", grandchild);
        assertThat(house.ask(change(description("<info:display-text" + MARK + ">AudioRoom</info:display-text>")))
                        .reason())
                .as("the title that the server made is another as well")
                .contains(child);
        assertThat(house.versionOf(child, ALICE)).isEqualTo(1);

        house.done(update(ALICE, grandchild, description("<info:subject/>")));
        house.done(marking);
        refused(update(ALICE, grandchild, description("<info:subject>Own</info:subject>")), "info:subject");
    }

    @Test
    void theParentItselfChangesWhatItEnforcesAndAllFollow() {
        parent(SUBJECT);
        String clone = house.conferenceOf(ALICE);

        parent(description("<info:subject>New rules</info:subject>"));

        assertThat(house.documentOf(clone, ALICE).textAt(Info.CONFERENCE_DESCRIPTION, Info.SUBJECT))
                .contains("New rules");
        refused(update(ALICE, clone, description("<info:subject>Own</info:subject>")), "info:subject");
    }

    @Test
    void theParentTakesItsMarkAwayButNotWhatItsClonesInheritByIt() {
        parent(SUBJECT);
        String clone = house.conferenceOf(ALICE);

        refused(change(description("<info:subject/>")), "info:subject");
        parent(description("<info:subject c:enforced='false' xmlns:c='urn:parley:params:xml:ns:cloning'>Rules"
                + "</info:subject>"));

        house.done(update(ALICE, clone, description("<info:subject>Own</info:subject>")));
        parent(description("<info:subject/>"));
        assertThat(house.documentOf(clone, ALICE).textAt(Info.CONFERENCE_DESCRIPTION, Info.SUBJECT))
                .contains("Own");
    }

    @Test
    @Requirement("CCMP-5.4-14")
    void anEnforcedUserIsNotRemovedFromTheParent() {
        String parent = house.conferenceOf(ALICE);
        house.done(update(ALICE, parent, "<info:users>" + BOBS_RECORD + "</info:users>"));
        house.done(conf(Operation.CREATE, ALICE).on(parent));

        CcmpResponse response =
                house.ask(user(Operation.DELETE, ALICE).on(parent).info(userInfo(BOB, "")));

        assertThat(response.code()).isEqualTo(ResponseCode.FORBIDDEN_DELETE_PARENT);
        assertThat(response.reason()).contains(BOB);
        assertThat(Roster.ids(house, parent, ALICE)).contains(BOB);
    }

    @Test
    @Requirement("CCMP-D2-10")
    void anUnknownUserIs420WhereTheUsersAreEnforced() {
        parent("<info:users" + MARK + "/>");
        String clone = house.conferenceOf(ALICE);

        assertThat(house.ask(user(Operation.DELETE, ALICE).on(clone).info(userInfo(BOB, "")))
                        .code())
                .isEqualTo(ResponseCode.USER_NOT_FOUND);
        refused(Roster.join(BOB, clone), "info:users");
    }

    @Test
    @Requirement("CCMP-D2-11")
    void enforcementIsCheckedBeforeTheBaseVersion() {
        parent(SUBJECT);
        String clone = house.conferenceOf(ALICE);

        refused(
                update(ALICE, clone, description("<info:subject>Own</info:subject>"))
                        .basedOn(new Version(9)),
                "info:subject");
    }

    @Test
    void aTitleThatIsEnforcedIsThatOfTheClones() {
        parent(description("<info:display-text" + MARK + ">AudioRoom</info:display-text>"));

        assertThat(titleOf(house.documentOf(house.conferenceOf(ALICE), ALICE))).contains("AudioRoom");
    }

    @Test
    void whatIsNeverInheritedIsNotBound() {
        parent(" ", MARK);
        String clone = house.conferenceOf(ALICE);

        house.done(update(
                ALICE,
                clone,
                "<info:conference-state><info:active>true</info:active><info:locked>true</info:locked>"
                        + "</info:conference-state>"));
        refused(update(ALICE, clone, description("<info:subject>Own</info:subject>")), "info:conference-info");
    }

    @Test
    void aDescriptionThatContradictsTheDefaultBlueprintIs426() {
        String root = "xcon:default-blueprint@example.com";
        house.done(blueprint(Operation.UPDATE, ROOT).on(root).info(confInfo(root, SUBJECT)));

        refused(
                conf(Operation.CREATE, ALICE)
                        .info(confInfo(
                                "xcon:AUTO_GENERATE_1@example.com", description("<info:subject>Own</info:subject>"))),
                "info:subject");
    }

    @Test
    void aParticipantMarksNothing() {
        String conference = house.conferenceOf(ALICE);
        house.done(Roster.join(BOB, conference));

        refused(
                user(Operation.UPDATE, BOB)
                        .on(conference)
                        .info(usersInfo(BOBS_RECORD).child(Info.USER).orElseThrow()),
                "enforced");
    }

    @Test
    void aMarkThatIsNoneIs400() {
        for (String mark : List.of("c:enforced='yes'", "c:clones='linked'")) {
            CcmpResponse response = house.ask(change(description(
                    "<info:subject " + mark + " xmlns:c='urn:parley:params:xml:ns:cloning'>x</info:subject>")));
            assertThat(response.code()).as(mark).isEqualTo(ResponseCode.BAD_REQUEST);
            assertThat(response.reason()).contains("info:subject");
        }
    }

    private void parent(String content) {
        house.done(change(content));
    }

    private void parent(String content, String attributes) {
        house.done(blueprint(Operation.UPDATE, ROOT)
                .on(AUDIO_ROOM)
                .info(Documents.read("<info:conference-info entity='" + AUDIO_ROOM + "'" + attributes + ">" + content
                        + "</info:conference-info>")));
    }

    private static CcmpRequest change(String content) {
        return blueprint(Operation.UPDATE, ROOT).on(AUDIO_ROOM).info(confInfo(AUDIO_ROOM, content));
    }

    private void refused(CcmpRequest request, String place) {
        CcmpResponse response = house.ask(request);
        assertThat(response.code())
                .as("%s: %s", request, response.reason())
                .isEqualTo(ResponseCode.FORBIDDEN_CHANGE_PROTECTED);
        assertThat(response.reason()).contains(place);
    }
}
