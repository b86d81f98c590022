package io.parley.examples.conformance;

import static io.parley.examples.conformance.House.ALICE;
import static io.parley.examples.conformance.House.BOB;
import static io.parley.examples.conformance.House.CAROL;
import static io.parley.examples.conformance.House.user;
import static io.parley.examples.conformance.House.userInfo;
import static io.parley.examples.conformance.Roster.join;
import static io.parley.examples.conformance.Updates.title;
import static io.parley.examples.conformance.Updates.titleOf;
import static io.parley.examples.conformance.Updates.update;
import static org.assertj.core.api.Assertions.assertThat;

import io.parley.ccmp.Operation;
import io.parley.ccmp.ResponseCode;
import io.parley.document.Info;
import io.parley.spec.Requirement;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Bob takes part without anybody's knowledge (RFC 6501 section 4.6.5.1); Alice owns the conference, Carol takes part in it. */
class HiddenUsersTest {

    private static final String HIDDEN = "<xcon:provide-anonymity>hidden</xcon:provide-anonymity>";

    private final House house = House.open();
    private final String conference = house.conferenceOf(ALICE);

    @Test
    @Requirement("DM-4.6.5.1-04")
    void nothingThatOthersCanAskForHoldsThem() {
        house.done(join(CAROL, conference));
        hide();

        for (String viewer : List.of(ALICE, CAROL)) {
            assertThat(Roster.ids(house, conference, viewer)).containsExactlyInAnyOrder(ALICE, CAROL);
            assertThat(Roster.userCount(house, conference, viewer)).isEqualTo(2);
            assertThat(house.documentOf(conference, viewer).toString())
                    .doesNotContain("bob")
                    .doesNotContain("hidden");
            for (String expression : List.of(
                    "//user[@entity='" + BOB + "']",
                    "//endpoint[contains(@entity, 'bob')]",
                    "//provide-anonymity",
                    "count(//user) > 2",
                    "conference-state/user-count > 2")) {
                assertThat(Filters.conferences(house, viewer, expression))
                        .as(expression)
                        .isEmpty();
            }
            assertThat(Filters.conferences(house, viewer, "count(//user) = 2")).containsExactly(conference);
        }
        assertThat(Filters.conferences(house, BOB, "//user[@entity='" + BOB + "']"))
                .as("of himself")
                .containsExactly(conference);
    }

    @Test
    @Requirement("DM-4.6.5.1-05")
    void theySeeThemselvesAndTheirRolesAreTheirs() {
        hide();
        assertThat(Roster.ids(house, conference, BOB)).contains(BOB);
        assertThat(Roster.record(house, conference, BOB, BOB).count(Info.ENDPOINT))
                .isEqualTo(1);
        assertThat(house.ask(update(BOB, conference, title("no"))).code()).isNotEqualTo(ResponseCode.SUCCESS);
        house.done(user(Operation.DELETE, BOB).on(conference));

        house.done(update(
                ALICE,
                conference,
                Updates.users("<info:user entity='" + BOB
                        + "'><info:roles><info:entry>moderator</info:entry></info:roles></info:user>")));
        hide();
        assertThat(Roster.ids(house, conference, ALICE)).doesNotContain(BOB);
        house.done(update(BOB, conference, title("Bob's")));

        assertThat(titleOf(house.documentOf(conference, ALICE))).contains("Bob's");
    }

    @Test
    @Requirement("DM-4.6.5.1-05")
    void theyAreAdmittedAndTurnedAwayAsWhoTheyAre() {
        Roster.change(
                house,
                conference,
                ALICE,
                "<xcon:user-admission-policy>closedAuthenticated</xcon:user-admission-policy>"
                        + "<xcon:allowed-users-list><xcon:target uri='" + BOB
                        + "' method='dial-in'/></xcon:allowed-users-list>");
        assertThat(house.ask(join(CAROL, conference).info(userInfo(CAROL, HIDDEN)))
                        .isSuccess())
                .isFalse();
        hide();
        house.done(user(Operation.DELETE, BOB).on(conference));

        Roster.change(
                house,
                conference,
                ALICE,
                "<xcon:user-admission-policy>openAuthenticated</xcon:user-admission-policy>"
                        + "<xcon:deny-users-list><xcon:target uri='" + BOB + "'/></xcon:deny-users-list>");
        assertThat(house.ask(join(BOB, conference).info(userInfo(BOB, HIDDEN))).isSuccess())
                .isFalse();
        house.done(join(CAROL, conference).info(userInfo(CAROL, HIDDEN)));
    }

    private void hide() {
        house.done(join(BOB, conference).info(userInfo(BOB, Roster.endpoint("sip:bob@example.com") + HIDDEN)));
    }
}
