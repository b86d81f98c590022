package io.parley.examples.conformance;

import static io.parley.examples.conformance.House.ALICE;
import static io.parley.examples.conformance.House.BOB;
import static io.parley.examples.conformance.House.CAROL;
import static io.parley.examples.conformance.House.conf;
import static io.parley.examples.conformance.House.user;
import static io.parley.examples.conformance.House.users;
import static io.parley.examples.conformance.Updates.description;
import static org.assertj.core.api.Assertions.assertThat;

import io.parley.ccmp.CcmpRequest;
import io.parley.ccmp.CcmpResponse;
import io.parley.ccmp.Operation;
import io.parley.ccmp.ResponseCode;
import io.parley.conference.ConferenceInfo;
import io.parley.spec.Requirement;
import io.parley.user.AllowedTarget;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What of a sidebar who sees, in itself and in the document of its main conference. */
class SidebarSightTest {

    private static final String FRED = "xcon-userid:fred@example.com";

    private final House house = House.open();
    private final String main = Sidebar.main(house);

    /** Bob's sidebar with Alice's name left out; whom he calls is in {@code targets}. */
    private String sidebar(Sidebar kind, String... targets) {
        String sidebar = kind.of(house, main, BOB);
        StringBuilder list = new StringBuilder();
        for (String target : targets) {
            list.append("<xcon:target method='dial-out' uri='").append(target).append("'/>");
        }
        Roster.change(
                house,
                sidebar,
                BOB,
                "<xcon:allowed-users-list>" + list + "<xcon:target method='dial-in' uri='" + BOB
                        + "'/></xcon:allowed-users-list>");
        return sidebar;
    }

    @ParameterizedTest
    @EnumSource
    void whoDoesNotBelongToASidebarLearnsNothingOfIt(Sidebar kind) {
        String sidebar = sidebar(kind);

        assertThat(house.documentOf(main, CAROL).toString()).doesNotContain("sidebar", sidebar);
        assertThat(house.done(kind.list(CAROL, main)).body().info()).isEmpty();
        for (CcmpRequest asking : new CcmpRequest[] {
            kind.retrieve(CAROL, sidebar),
            users(Operation.RETRIEVE, CAROL).on(sidebar),
            user(Operation.RETRIEVE, CAROL).on(sidebar),
            kind.delete(CAROL, sidebar)
        }) {
            CcmpResponse response = house.ask(asking);
            assertThat(response.code()).as(asking.toString()).isEqualTo(ResponseCode.UNAUTHORIZED);
            assertThat(response.version()).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void whoIsCalledIntoASidebarOrSteersTheMainConferenceSeesIt(Sidebar kind) {
        String sidebar = sidebar(kind, CAROL);

        for (String user : new String[] {BOB, CAROL, ALICE}) {
            assertThat(kind.heldBy(house, main, user)).as(user).containsExactly(sidebar);
            assertThat(kind.held(house.documentOf(main, user))).as(user).containsExactly(sidebar);
            assertThat(house.done(kind.list(user, main)).body().info()).isPresent();
            house.done(kind.retrieve(user, sidebar));
        }
    }

    @Test
    void whoMayOnlyDialIntoAnExternalSidebarHasToBeToldOfIt() {
        String internal = Sidebar.BY_VALUE.of(house, main, BOB);
        String external = Sidebar.BY_REFERENCE.of(house, main, BOB);

        assertThat(Sidebar.BY_VALUE.heldBy(house, main, CAROL)).containsExactly(internal);
        assertThat(Sidebar.BY_REFERENCE.heldBy(house, main, CAROL)).isEmpty();
        house.done(Sidebar.BY_REFERENCE.retrieve(CAROL, external));
        house.done(Roster.join(CAROL, external));
        assertThat(Sidebar.BY_REFERENCE.heldBy(house, main, CAROL)).containsExactly(external);
    }

    @Test
    void theSecretsOfASidebarStayItsOwnInTheMainConference() {
        String sidebar = sidebar(Sidebar.BY_VALUE, CAROL);
        house.done(
                Sidebar.BY_VALUE.update(
                        BOB,
                        sidebar,
                        description(
                                        "<info:conf-uris><info:entry><info:uri>sip:secret@example.com</info:uri>"
                                                + "<xcon:conference-password>8601</xcon:conference-password></info:entry></info:conf-uris>")
                                + "<info:users><xcon:deny-users-list><xcon:target uri='sip:mallory@example.com'/></xcon:deny-users-list></info:users>"));

        for (String user : new String[] {ALICE, CAROL}) {
            assertThat(house.documentOf(main, user).toString())
                    .contains(sidebar)
                    .doesNotContain("8601", "mallory");
            assertThat(house.done(Sidebar.BY_VALUE.list(user, main))
                            .body()
                            .info()
                            .orElseThrow()
                            .toString())
                    .contains(sidebar)
                    .doesNotContain("8601", "mallory");
        }
        assertThat(house.documentOf(main, BOB).toString()).contains("8601", "mallory");
    }

    @Test
    @Requirement("DM-8-08")
    void whoComesFromOutsideSeesNothingOfTheMainRoster() {
        String sidebar = Sidebar.BY_REFERENCE.of(house, main, ALICE);
        Roster.change(
                house,
                sidebar,
                ALICE,
                "<xcon:allowed-users-list><xcon:target method='dial-in' uri='" + BOB + "'/>"
                        + "<xcon:target method='dial-in' uri='" + CAROL + "'/>"
                        + "<xcon:target method='dial-out' uri='" + FRED + "'/></xcon:allowed-users-list>");
        house.done(Roster.join(FRED, sidebar));
        house.done(Roster.join(BOB, sidebar));

        ConferenceInfo seen = Sidebar.BY_REFERENCE.document(house, sidebar, FRED);

        assertThat(seen.users().allowed()).extracting(AllowedTarget::uri).containsExactly(BOB, FRED);
        assertThat(Roster.ids(house, sidebar, FRED)).containsExactly(FRED, BOB);
        assertThat(Roster.of(house, sidebar, FRED).toString()).doesNotContain(CAROL);
        assertThat(house.ask(conf(Operation.RETRIEVE, FRED).on(main)).code()).isEqualTo(ResponseCode.UNAUTHORIZED);
        assertThat(house.ask(users(Operation.RETRIEVE, FRED).on(main)).code()).isEqualTo(ResponseCode.UNAUTHORIZED);
        assertThat(house.ask(Sidebar.BY_REFERENCE.list(FRED, main)).code()).isEqualTo(ResponseCode.UNAUTHORIZED);
        assertThat(Sidebar.BY_REFERENCE.document(house, sidebar, BOB).users().allowed())
                .hasSize(3);
    }
}
