package io.parley.examples.conformance;

import static io.parley.examples.conformance.House.ALICE;
import static io.parley.examples.conformance.House.BOB;
import static io.parley.examples.conformance.House.user;
import static io.parley.examples.conformance.House.userInfo;
import static io.parley.examples.conformance.House.users;
import static io.parley.examples.conformance.House.usersInfo;
import static io.parley.examples.conformance.Roster.addContact;
import static io.parley.examples.conformance.Roster.join;
import static io.parley.examples.conformance.Roster.joinBy;
import static org.assertj.core.api.Assertions.assertThat;

import io.parley.ccmp.CcmpRequest;
import io.parley.ccmp.CcmpResponse;
import io.parley.ccmp.Message;
import io.parley.ccmp.Operation;
import io.parley.ccmp.ResponseCode;
import io.parley.document.Attributes;
import io.parley.document.Element;
import io.parley.identity.ContactUri;
import io.parley.identity.XconUserId;
import io.parley.spec.Requirement;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who may be in an internal and in an external sidebar (RFC 5239 sections 9.4.1 and 9.4.2). */
class SidebarMembersTest {

    private static final String DAVE = "xcon-userid:dave@example.com";
    private static final String NOBODY = "xcon-userid:nobody@example.com";

    private final House house = House.open();
    private final String main = Sidebar.main(house);
    private final String internal = Sidebar.BY_VALUE.of(house, main, ALICE);
    private final String external = Sidebar.BY_REFERENCE.of(house, main, ALICE);

    @Test
    @Requirement("XF-9.4.1-01")
    void participantsOfAnInternalSidebarStayOnTheMainRoster() {
        house.done(join(BOB, internal));

        assertThat(Roster.ids(house, main, ALICE)).contains(BOB);
        house.done(user(Operation.DELETE, BOB).on(internal));
        assertThat(Roster.ids(house, main, ALICE)).contains(BOB);
    }

    @Test
    @Requirement("XF-9.4.1-02")
    void onlyUsersOfTheMainConferenceJoinAnInternalSidebar() {
        assertThat(house.ask(join(DAVE, internal)).code()).isEqualTo(ResponseCode.UNAUTHORIZED);
        assertThat(house.ask(joinBy("sip:fred@elsewhere.example", internal)).code())
                .isEqualTo(ResponseCode.UNAUTHORIZED);

        house.done(join(DAVE, external));
        house.done(join(DAVE, main));
        house.done(join(DAVE, internal));
    }

    @Test
    void nobodyBringsAnOutsiderIntoAnInternalSidebar() {
        house.done(CcmpRequest.of(Message.CONFS, DAVE));
        String dave = "<info:user entity='" + DAVE + "'><info:display-text>Dave</info:display-text></info:user>";

        assertThat(house.ask(user(Operation.CREATE, ALICE).on(internal).info(userInfo(DAVE, "")))
                        .code())
                .isEqualTo(ResponseCode.UNAUTHORIZED);
        assertThat(house.ask(addContact(ALICE, internal, "sip:fred@elsewhere.example"))
                        .code())
                .isEqualTo(ResponseCode.UNAUTHORIZED);
        for (CcmpRequest bringing : List.of(
                users(Operation.UPDATE, ALICE).on(internal).info(usersInfo(dave)),
                Sidebar.BY_VALUE.update(ALICE, internal, "<info:users>" + dave + "</info:users>"),
                Sidebar.BY_VALUE.create(ALICE, main, "<info:users>" + dave + "</info:users>"))) {
            CcmpResponse response = house.ask(bringing);
            assertThat(response.code()).as(bringing.toString()).isEqualTo(ResponseCode.USER_NOT_FOUND);
            assertThat(response.reason()).contains(DAVE);
        }
        Sidebar.BY_VALUE.expectVersions(house, main, 6, internal, 1);
    }

    @ParameterizedTest
    @ValueSource(strings = {NOBODY, "sip:nobody@elsewhere.example"})
    @Requirement("XF-9.4.1-03")
    void whoIsNamedInAnInternalSidebarIsAUserOfTheSystem(String stranger) {
        String list = "<xcon:allowed-users-list><xcon:target method='dial-in' uri='" + BOB + "'/>"
                + "<xcon:target method='dial-out' uri='" + stranger + "'/></xcon:allowed-users-list>";

        for (CcmpRequest naming : List.of(
                Sidebar.BY_VALUE.update(ALICE, internal, "<info:users>" + list + "</info:users>"),
                users(Operation.UPDATE, ALICE).on(internal).info(usersInfo(list)),
                Sidebar.BY_VALUE.create(ALICE, main, "<info:users>" + list + "</info:users>"))) {
            CcmpResponse response = house.ask(naming);
            assertThat(response.code()).as(naming.toString()).isEqualTo(ResponseCode.USER_NOT_FOUND);
            assertThat(response.reason()).contains(stranger);
        }
        Sidebar.BY_VALUE.expectVersions(house, main, 6, internal, 1);
        house.done(Sidebar.BY_REFERENCE.update(ALICE, external, "<info:users>" + list + "</info:users>"));
    }

    @Test
    void rolesAndDomainsNameNobodyInParticular() {
        house.done(CcmpRequest.of(Message.CONFS, DAVE));
        for (String target : new String[] {"moderator", "sip:*@elsewhere.example", DAVE, "sip:bob@example.com"}) {
            Roster.change(
                    house,
                    internal,
                    ALICE,
                    "<xcon:allowed-users-list><xcon:target uri='" + target + "'/></xcon:allowed-users-list>");
        }
    }

    @Test
    @Requirement("XF-9.4.2-01")
    void anExternalSidebarAdmitsWhoIsUnknownAndGivesHimAnIdentifier() {
        CcmpResponse added = house.done(addContact(ALICE, external, "sip:fred@elsewhere.example"));
        String fred = added.body()
                .info()
                .flatMap(user -> user.attribute(Attributes.ENTITY))
                .orElseThrow();

        assertThat(fred).startsWith("xcon-userid:").doesNotContain("AUTO_GENERATE");
        assertThat(Roster.ids(house, external, ALICE)).containsExactly(fred);
        assertThat(Roster.ids(house, main, ALICE)).doesNotContain(fred);
        assertThat(house.memory()
                        .users()
                        .owner(ContactUri.parse("sip:fred@elsewhere.example").orElseThrow())
                        .orElseThrow()
                        .id())
                .isEqualTo(XconUserId.of(fred));
    }

    @Test
    void whoIsBannedFromTheMainConferenceIsBannedFromAClonedSidebar() {
        Roster.change(
                house,
                main,
                ALICE,
                "<xcon:user-admission-policy>openAuthenticated</xcon:user-admission-policy>"
                        + "<xcon:deny-users-list><xcon:target uri='" + DAVE + "'/></xcon:deny-users-list>");
        String sidebar = Sidebar.BY_REFERENCE.of(house, main, ALICE);

        assertThat(house.ask(join(DAVE, sidebar)).code()).isEqualTo(ResponseCode.UNAUTHORIZED);
    }

    @Test
    void whoLeavesTheMainConferenceLeavesItsInternalSidebars() {
        house.done(join(BOB, internal));
        house.done(join(BOB, external));

        house.done(user(Operation.DELETE, ALICE).on(main).info(userInfo(BOB, "")));

        assertThat(Roster.ids(house, internal, ALICE)).isEmpty();
        assertThat(Roster.ids(house, external, ALICE)).containsExactly(BOB);
        Sidebar.BY_VALUE.expectVersions(house, main, 8, internal, 3);
        Element held = house.documentOf(main, ALICE);
        assertThat(held.toString()).doesNotContain("<info:user entity=\"" + BOB);
    }
}
