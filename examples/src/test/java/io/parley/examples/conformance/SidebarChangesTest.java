package io.parley.examples.conformance;

import static io.parley.examples.conformance.House.ALICE;
import static io.parley.examples.conformance.House.BOB;
import static io.parley.examples.conformance.House.CAROL;
import static io.parley.examples.conformance.House.user;
import static io.parley.examples.conformance.House.userInfo;
import static io.parley.examples.conformance.House.users;
import static io.parley.examples.conformance.House.usersInfo;
import static io.parley.examples.conformance.Roster.join;
import static io.parley.examples.conformance.Updates.state;
import static io.parley.examples.conformance.Updates.title;
import static io.parley.examples.conformance.Updates.update;
import static org.assertj.core.api.Assertions.assertThat;

import io.parley.ccmp.CcmpRequest;
import io.parley.ccmp.CcmpResponse;
import io.parley.ccmp.Operation;
import io.parley.ccmp.ResponseCode;
import io.parley.conference.ConferenceInfo;
import io.parley.document.Attributes;
import io.parley.document.Element;
import io.parley.identity.Version;
import io.parley.spec.Requirement;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Every way of changing a sidebar, and what it does to its main conference (design of CCMP, section 3). */
class SidebarChangesTest {

    private final House house = House.open();
    private final String main = Sidebar.main(house);

    /** All that may be asked of a sidebar and changes it, by its owner and by those who come and go. */
    private static List<CcmpRequest> changes(Sidebar kind, String sidebar) {
        return List.of(
                kind.update(ALICE, sidebar, title("Aside")),
                kind.update(ALICE, sidebar, state("<info:active>true</info:active>")),
                users(Operation.UPDATE, ALICE)
                        .on(sidebar)
                        .info(usersInfo("<xcon:join-handling>allow</xcon:join-handling>")),
                user(Operation.UPDATE, CAROL)
                        .on(sidebar)
                        .info(userInfo(CAROL, "<info:display-text>C</info:display-text>")),
                join(BOB, sidebar),
                user(Operation.CREATE, ALICE).on(sidebar).info(userInfo(CAROL, "")),
                user(Operation.UPDATE, BOB).on(sidebar).info(userInfo(BOB, "<info:display-text>B</info:display-text>")),
                user(Operation.DELETE, BOB).on(sidebar),
                user(Operation.UPDATE, ALICE)
                        .on(sidebar)
                        .info(userInfo(CAROL, "").withAttribute(Attributes.STATE, "deleted")));
    }

    @Test
    @Requirement("CCMP-D3-07")
    void aChangeOfASidebarByValueIsOneOfItsMainConference() {
        String sidebar = Sidebar.BY_VALUE.of(house, main, ALICE);
        long version = 1;

        for (CcmpRequest change : changes(Sidebar.BY_VALUE, sidebar)) {
            CcmpResponse response = house.done(change);
            version++;
            assertThat(response.version()).as(change.toString()).contains(new Version(version));
            Sidebar.BY_VALUE.expectVersions(house, main, 4 + version, sidebar, version);
            Element held = new ConferenceInfo(house.documentOf(main, ALICE))
                    .sidebarsByValue()
                    .get(0)
                    .element();
            Element own = Sidebar.BY_VALUE.document(house, sidebar, ALICE).element();
            assertThat(own.type().adopt(held)).as(change.toString()).isEqualTo(own);
        }
    }

    @Test
    @Requirement({"CCMP-D3-08", "CCMP-D3-09"})
    void onlyTheComingAndGoingOfASidebarByReferenceChangesItsMainConference() {
        String sidebar = Sidebar.BY_REFERENCE.of(house, main, ALICE);
        Element before = house.documentOf(main, ALICE);
        long version = 1;

        for (CcmpRequest change : changes(Sidebar.BY_REFERENCE, sidebar)) {
            CcmpResponse response = house.done(change);
            version++;
            assertThat(response.version()).as(change.toString()).contains(new Version(version));
            Sidebar.BY_REFERENCE.expectVersions(house, main, 5, sidebar, version);
        }
        assertThat(house.documentOf(main, ALICE)).isEqualTo(before);
        house.done(Sidebar.BY_REFERENCE.delete(ALICE, sidebar));
        assertThat(house.versionOf(main, ALICE)).isEqualTo(6);
    }

    @ParameterizedTest
    @CsvSource({"BY_VALUE, 7", "BY_REFERENCE, 6"})
    void whatIsRefusedChangesNeither(Sidebar kind, long ofMain) {
        String sidebar = kind.of(house, main, ALICE);
        String other = kind.of(house, main, ALICE);

        assertThat(house.ask(kind.update(ALICE, sidebar, title("Aside")).basedOn(new Version(7)))
                        .code())
                .isEqualTo(ResponseCode.CONFLICT);
        assertThat(house.ask(kind.update(CAROL, sidebar, title("Mine"))).code())
                .isEqualTo(ResponseCode.FORBIDDEN_CHANGE_PROTECTED);
        assertThat(house.ask(kind.update(ALICE, sidebar, state("<info:locked>maybe</info:locked>")))
                        .code())
                .isEqualTo(ResponseCode.BAD_REQUEST);
        kind.expectVersions(house, main, 6, sidebar, 1);
        house.done(kind.update(ALICE, other, title("Other")).basedOn(Version.FIRST));
        kind.expectVersions(house, main, ofMain, other, 2);
    }

    @ParameterizedTest
    @EnumSource
    @Requirement({"CCMP-D3-06", "DM-3.4-01", "EV-5.9-01"})
    void whoJoinsASidebarStandsInBothRosters(Sidebar kind) {
        String sidebar = kind.of(house, main, ALICE);

        house.done(join(BOB, sidebar));
        house.done(users(Operation.UPDATE, ALICE)
                .on(sidebar)
                .info(usersInfo("<xcon:user-admission-policy>anonymous</xcon:user-admission-policy>")));

        assertThat(Roster.ids(house, sidebar, BOB)).containsExactly(BOB);
        assertThat(Roster.ids(house, main, ALICE)).containsExactly(ALICE, BOB, CAROL);
        assertThat(kind.document(house, sidebar, ALICE).isActive()).isTrue();
        if (kind == Sidebar.BY_VALUE) {
            assertThat(new ConferenceInfo(house.documentOf(main, ALICE))
                            .sidebarsByValue()
                            .get(0)
                            .users())
                    .extracting(user -> user.id().toString())
                    .containsExactly(BOB);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aTargetIsEnteredByHisFirstUpdateAndMayStillJoin(Sidebar kind) {
        String sidebar = kind.of(house, main, ALICE);

        house.done(user(Operation.UPDATE, BOB).on(sidebar).info(userInfo(BOB, Roster.endpoint("sip:b@example.com"))));

        assertThat(Roster.record(house, sidebar, BOB, BOB).toString()).contains("sip:b@example.com");
        assertThat(kind.document(house, sidebar, ALICE).isActive()).isFalse();
        house.done(join(BOB, sidebar));
        assertThat(house.ask(join(BOB, sidebar)).code()).isEqualTo(ResponseCode.CONFLICT);
    }

    @ParameterizedTest
    @EnumSource
    void whoIsNoTargetIsNotEnteredByAnUpdate(Sidebar kind) {
        String sidebar = kind.of(house, main, ALICE);
        Roster.change(
                house,
                sidebar,
                ALICE,
                "<xcon:allowed-users-list><xcon:target uri='" + BOB + "'/></xcon:allowed-users-list>");
        CcmpRequest update =
                user(Operation.UPDATE, CAROL).on(sidebar).info(userInfo(CAROL, Roster.endpoint("sip:c@example.com")));

        assertThat(house.ask(update).code()).isEqualTo(ResponseCode.FORBIDDEN_CHANGE_PROTECTED);
        assertThat(house.ask(user(Operation.UPDATE, ALICE).on(sidebar).info(userInfo(CAROL, "")))
                        .code())
                .isEqualTo(ResponseCode.USER_NOT_FOUND);
        assertThat(Roster.ids(house, sidebar, ALICE)).isEmpty();
    }

    @Test
    void anObsoleteVersionOfASidebarIsRefusedWithTheCurrentOne() {
        for (Sidebar kind : Sidebar.values()) {
            String sidebar = kind.of(house, main, ALICE);
            house.done(kind.update(ALICE, sidebar, title("First")).basedOn(Version.FIRST));

            CcmpResponse second =
                    house.ask(kind.update(ALICE, sidebar, title("Second")).basedOn(Version.FIRST));

            assertThat(second.code()).isEqualTo(ResponseCode.CONFLICT);
            assertThat(second.version()).contains(new Version(2));
            assertThat(kind.document(house, sidebar, ALICE).title()).contains("First");
        }
    }

    @Test
    void theMainConferenceIsChangedWithoutItsSidebars() {
        String byValue = Sidebar.BY_VALUE.of(house, main, ALICE);
        house.done(update(ALICE, main, title("Main")));

        Sidebar.BY_VALUE.expectVersions(house, main, 6, byValue, 1);
    }
}
