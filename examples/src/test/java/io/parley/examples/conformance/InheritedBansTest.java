package io.parley.examples.conformance;

import static io.parley.examples.conformance.House.ALICE;
import static io.parley.examples.conformance.House.AUDIO_ROOM;
import static io.parley.examples.conformance.House.BOB;
import static io.parley.examples.conformance.House.CAROL;
import static io.parley.examples.conformance.House.ROOT;
import static io.parley.examples.conformance.House.blueprint;
import static io.parley.examples.conformance.House.conf;
import static io.parley.examples.conformance.House.confInfo;
import static io.parley.examples.conformance.House.users;
import static io.parley.examples.conformance.Updates.update;
import static org.assertj.core.api.Assertions.assertThat;

import io.parley.ccmp.CcmpRequest;
import io.parley.ccmp.CcmpResponse;
import io.parley.ccmp.Message;
import io.parley.ccmp.Operation;
import io.parley.ccmp.ResponseCode;
import io.parley.document.Attributes;
import io.parley.document.CloningMarks;
import io.parley.document.Element;
import io.parley.document.Xcon;
import io.parley.identity.Version;
import io.parley.spec.Requirement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Who clones an object bans whom that bans, and does not learn who that is (RFC 6501 section 8). The blueprint AudioRoom bans Carol, which
 * its administrator sees and Alice does not.
 */
class InheritedBansTest {

    private static final String MARK = " xmlns:c='" + CloningMarks.NAMESPACE + "' ";

    private final House house = House.open();

    InheritedBansTest() {
        changeAudioRoom(bans(CAROL));
    }

    @Test
    @Requirement("DM-8-07")
    void theAnswerToWhoClonesDoesNotTellWhoIsBanned() {
        CcmpResponse created = house.done(conf(Operation.CREATE, ALICE).on(AUDIO_ROOM));

        String clone = created.confObjId().orElseThrow();
        assertThat(created.body().info().orElseThrow().toString()).doesNotContain("carol", "deny-users-list");
        assertThat(everythingSeenBy(ALICE, clone)).noneMatch(seen -> seen.contains("carol"));
        assertBanned(CAROL, clone);
    }

    @Test
    @Requirement("DM-8-07")
    void administratorsAndWhoSteersTheParentSeeTheList() {
        String clone = house.conferenceOf(ALICE);
        String grandchild =
                house.done(conf(Operation.CREATE, ROOT).on(clone)).confObjId().orElseThrow();

        assertThat(bannedIn(clone, ROOT)).containsExactly(CAROL);
        assertThat(bannedIn(grandchild, ROOT)).containsExactly(CAROL);
        assertThat(house.documentOf(clone, ROOT).toString()).doesNotContain("said-by");
    }

    @Test
    void whoMadeAListHimselfSeesItInTheClonesOfHisConference() {
        String own = house.conferenceOf(ALICE);
        house.done(update(ALICE, own, bans(BOB)));

        String clone =
                house.done(conf(Operation.CREATE, ALICE).on(own)).confObjId().orElseThrow();

        assertThat(bannedIn(clone, ALICE)).containsExactly(BOB);
        assertBanned(CAROL, clone);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void whatTheOwnerBansComesBesideWhatHeDoesNotSee(boolean independent) {
        String clone = cloneOfAudioRoom(independent);

        house.done(update(ALICE, clone, bans(BOB)));

        assertThat(bannedIn(clone, ALICE)).containsExactly(BOB);
        assertThat(bannedIn(clone, ROOT)).containsExactlyInAnyOrder(BOB, CAROL);
        assertBanned(CAROL, clone);
        house.done(update(ALICE, clone, bans()));
        assertThat(bannedIn(clone, ALICE)).isEmpty();
        house.done(Roster.join(BOB, clone));
        assertBanned(CAROL, clone);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void toSendBackWhatOneSawChangesNothing(boolean independent) {
        String clone = cloneOfAudioRoom(independent);
        house.done(update(ALICE, clone, bans(BOB)));
        Element before = house.documentOf(clone, ROOT);

        house.done(conf(Operation.UPDATE, ALICE).on(clone).info(house.documentOf(clone, ALICE)));
        house.done(users(Operation.UPDATE, ALICE).on(clone).info(Roster.of(house, clone, ALICE)));

        assertThat(house.documentOf(clone, ROOT)).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void nobodyFindsOutByBanningWhetherSomebodyIsBanned(boolean independent) {
        String clone = cloneOfAudioRoom(independent);

        house.done(update(ALICE, clone, bans(BOB, CAROL)));
        assertThat(bannedIn(clone, ALICE)).containsExactlyInAnyOrder(BOB, CAROL);

        house.done(update(ALICE, clone, bans(BOB)));
        assertThat(bannedIn(clone, ALICE)).containsExactly(BOB);
        assertBanned(CAROL, clone);
        assertThat(bannedIn(clone, ROOT)).containsExactlyInAnyOrder(BOB, CAROL);
    }

    @Test
    void whatTheParentBansLaterIsBannedInTheCloneWithAListOfItsOwn() {
        String clone = house.conferenceOf(ALICE);
        house.done(update(ALICE, clone, bans(BOB)));

        changeAudioRoom(bans(CAROL, "xcon-userid:dave@example.com"));
        assertBanned("xcon-userid:dave@example.com", clone);
        assertBanned(BOB, clone);

        changeAudioRoom(bans());
        house.done(Roster.join(CAROL, clone));
        assertThat(bannedIn(clone, ROOT)).containsExactly(BOB);
    }

    @Test
    void whomTheOwnerBannedBeforeTheParentDidStaysBannedWithoutHim() {
        String clone = house.conferenceOf(ALICE);
        house.done(update(ALICE, clone, bans(BOB)));
        changeAudioRoom(bans(CAROL, BOB));
        assertThat(bannedIn(clone, ALICE)).containsExactly(BOB);

        house.done(update(ALICE, clone, bans()));
        assertThat(bannedIn(clone, ALICE)).isEmpty();
        assertBanned(BOB, clone);

        changeAudioRoom(bans(CAROL));
        house.done(Roster.join(BOB, clone));
    }

    @Test
    void whoSeesAnInheritedBanMayLiftItInTheClone() {
        String clone = house.conferenceOf(ALICE);

        house.done(update(ROOT, clone, bans()));

        house.done(Roster.join(CAROL, clone));
        house.done(update(ALICE, clone, bans(BOB)));
        assertThat(bannedIn(clone, ROOT)).containsExactly(BOB);
    }

    @Test
    void aDescriptionOverTheDefaultBlueprintBansBesideIt() {
        String root = "xcon:default-blueprint@example.com";
        house.done(blueprint(Operation.UPDATE, ROOT).on(root).info(confInfo(root, bans(CAROL))));

        CcmpResponse created =
                house.done(conf(Operation.CREATE, ALICE).info(confInfo("xcon:AUTO_GENERATE_1@example.com", bans(BOB))));

        assertThat(created.body().info().orElseThrow().toString()).contains(BOB).doesNotContain("carol");
        assertBanned(CAROL, created.confObjId().orElseThrow());
        assertBanned(BOB, created.confObjId().orElseThrow());
    }

    @ParameterizedTest
    @EnumSource
    void whoMakesASidebarDoesNotLearnWhoIsBannedInTheMainConference(Sidebar kind) {
        String main = house.conferenceOf(ALICE);
        house.done(update(ALICE, main, bans("xcon-userid:dave@example.com")));
        house.done(Roster.join(ALICE, main));
        house.done(Roster.join(BOB, main));

        String sidebar = kind.of(house, main, BOB);

        assertThat(kind.document(house, sidebar, BOB).users().denied()).isEmpty();
        assertThat(house.documentOf(main, BOB).toString()).doesNotContain("dave", "carol", "said-by");
        assertThat(kind.document(house, sidebar, ROOT).users().denied()).hasSize(2);
    }

    @Test
    void aCopyKeepsTheSecretWhenItsParentIsGone() {
        String clone = cloneOfAudioRoom(true);
        house.done(blueprint(Operation.DELETE, ROOT).on(AUDIO_ROOM));

        assertThat(bannedIn(clone, ALICE)).isEmpty();
        assertThat(bannedIn(clone, ROOT)).containsExactly(CAROL);
        assertBanned(CAROL, clone);
    }

    @Test
    void anUpdateOfAnEarlierVersionDoesNotCollideWithWhatItsSenderDoesNotSee() {
        String clone = house.conferenceOf(ALICE);
        changeAudioRoom(bans(CAROL, "xcon-userid:dave@example.com"));

        house.done(
                update(ALICE, clone, bans(BOB, "xcon-userid:dave@example.com")).basedOn(Version.FIRST));

        assertThat(bannedIn(clone, ALICE)).containsExactlyInAnyOrder(BOB, "xcon-userid:dave@example.com");
        assertThat(bannedIn(clone, ROOT)).hasSize(3);
    }

    @Test
    void aListThatTheParentEnforcesTakesNoEntryOfAClone() {
        String clone = house.conferenceOf(ALICE);
        changeAudioRoom(
                bans(CAROL).replace("<xcon:deny-users-list", "<xcon:deny-users-list" + MARK + "c:enforced='true'"));

        CcmpResponse more = house.ask(update(ALICE, clone, bans(BOB)));
        CcmpResponse less = house.ask(update(ROOT, clone, bans()));

        assertThat(more.code()).isEqualTo(ResponseCode.FORBIDDEN_CHANGE_PROTECTED);
        assertThat(more.reason()).contains("deny-users-list").doesNotContain("carol");
        assertThat(less.code()).isEqualTo(ResponseCode.FORBIDDEN_CHANGE_PROTECTED);
    }

    @Test
    void whereAnEntryComesFromIsNotForClientsToSay() {
        String clone = house.conferenceOf(ALICE);

        CcmpResponse response = house.ask(update(
                ALICE,
                clone,
                bans(BOB).replace("<xcon:target", "<xcon:target" + MARK + "c:said-by='xcon:x@example.com'")));

        assertThat(response.code()).isEqualTo(ResponseCode.BAD_REQUEST);
        assertThat(response.reason()).contains("said-by");
    }

    @Test
    void noFilterTellsWhoIsBanned() {
        String clone = house.conferenceOf(ALICE);

        assertThat(Filters.conferences(house, ALICE, "//deny-users-list")).doesNotContain(clone);
        assertThat(Filters.conferences(house, ROOT, "//deny-users-list/target[@uri='" + CAROL + "']"))
                .contains(clone);
    }

    private String cloneOfAudioRoom(boolean independent) {
        if (independent) {
            house.done(blueprint(Operation.UPDATE, ROOT)
                    .on(AUDIO_ROOM)
                    .info(confInfo(AUDIO_ROOM, "").withAttribute(CloningMarks.CLONES, "independent")));
        }
        return house.conferenceOf(ALICE);
    }

    private void changeAudioRoom(String content) {
        house.done(blueprint(Operation.UPDATE, ROOT).on(AUDIO_ROOM).info(confInfo(AUDIO_ROOM, content)));
    }

    private static String bans(String... users) {
        StringBuilder list = new StringBuilder(
                "<info:users><xcon:user-admission-policy>openAuthenticated</xcon:user-admission-policy><xcon:deny-users-list>");
        for (String user : users) {
            list.append("<xcon:target uri='").append(user).append("'/>");
        }
        return list.append("</xcon:deny-users-list></info:users>").toString();
    }

    private List<String> bannedIn(String conference, String viewer) {
        List<String> banned = new ArrayList<>();
        Roster.of(house, conference, viewer)
                .child(Xcon.DENY_USERS_LIST)
                .ifPresent(list -> list.children(Xcon.TARGET)
                        .forEach(target ->
                                banned.add(target.attribute(Attributes.URI).orElseThrow())));
        return banned;
    }

    private void assertBanned(String user, String conference) {
        assertThat(house.ask(Roster.join(user, conference)).code()).as(user).isEqualTo(ResponseCode.UNAUTHORIZED);
    }

    /** The conference, its users and every change of it, in whatever way they are asked for. */
    private List<String> everythingSeenBy(String user, String conference) {
        List<String> seen = new ArrayList<>();
        seen.add(house.documentOf(conference, user).toString());
        seen.add(Roster.of(house, conference, user).toString());
        seen.add(house.done(update(user, conference, Updates.title("New"))).toString());
        seen.add(house.done(CcmpRequest.of(Message.CONFS, user)).toString());
        return seen;
    }
}
