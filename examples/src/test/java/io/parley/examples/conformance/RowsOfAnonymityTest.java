package io.parley.examples.conformance;

import static io.parley.examples.conformance.Filters.conferences;
import static io.parley.examples.conformance.House.ALICE;
import static io.parley.examples.conformance.House.BOB;
import static io.parley.examples.conformance.House.CAROL;
import static io.parley.examples.conformance.House.ROOT;
import static io.parley.examples.conformance.House.user;
import static io.parley.examples.conformance.House.userInfo;
import static io.parley.examples.conformance.Roster.change;
import static io.parley.examples.conformance.Roster.join;
import static org.assertj.core.api.Assertions.assertThat;

import io.parley.ccmp.Operation;
import io.parley.conference.Change;
import io.parley.document.Attributes;
import io.parley.document.Element;
import io.parley.document.Info;
import io.parley.identity.XconUserId;
import io.parley.spec.Requirement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What others learn of a user, by the anonymity that he wants (RFC 6503 section 10.3); Alice owns, Carol and Bob take part. */
class RowsOfAnonymityTest {

    private static final String NAME = "Robert Tables";
    private static final String RECORD = "<info:display-text>" + NAME + "</info:display-text>"
            + Roster.aor("mailto:tables@example.org") + Roster.endpoint("sip:bobby@example.org");

    private final House house = House.open();
    private final String conference = house.conferenceOf(ALICE);

    RowsOfAnonymityTest() {
        house.done(join(CAROL, conference));
    }

    private void bobJoins(String anonymity) {
        house.done(join(BOB, conference)
                .info(userInfo(BOB, RECORD + "<xcon:provide-anonymity>" + anonymity + "</xcon:provide-anonymity>")));
    }

    @Test
    @Requirement("CCMP-10.3-02")
    void withoutAnonymityEachSeesTheOther() {
        house.done(join(BOB, conference).info(userInfo(BOB, RECORD)));

        for (String viewer : List.of(BOB, CAROL)) {
            assertThat(Roster.ids(house, conference, viewer)).contains(BOB, CAROL);
            assertThat(Roster.record(house, conference, viewer, BOB).childText(Info.DISPLAY_TEXT))
                    .contains(NAME);
            assertThat(Roster.record(house, conference, viewer, CAROL).childText(Info.DISPLAY_TEXT))
                    .contains("Carol");
        }
    }

    @Test
    @Requirement("CCMP-10.3-04")
    void ofAnAnonymousUserOthersSeeThatHeIsThereAndNothingElse() {
        bobJoins("anonymous");

        for (String viewer : List.of(ALICE, CAROL)) {
            Element somebody = unknown(viewer).orElseThrow();
            assertThat(somebody.child(Info.DISPLAY_TEXT)).isEmpty();
            assertThat(somebody.child(Info.ASSOCIATED_AORS)).isEmpty();
            assertThat(somebody.child(Info.ENDPOINT)).isEmpty();
            assertThat(somebody.attribute(Attributes.ENTITY).orElseThrow()).doesNotContainIgnoringCase("bob");
            assertThat(house.documentOf(conference, viewer).toString())
                    .doesNotContain(NAME)
                    .doesNotContainIgnoringCase("bobby");
        }
    }

    @Test
    @Requirement("CCMP-10.3-05")
    void whoIsSemiPrivateIsKnownToModeratorsAndAdministratorsOnly() {
        change(
                house,
                conference,
                ALICE,
                "<info:user entity='xcon-userid:mo@example.com'><info:roles><info:entry>moderator</info:entry>"
                        + "</info:roles></info:user>");
        bobJoins("semi-private");

        for (String viewer : List.of(ROOT, "xcon-userid:mo@example.com")) {
            assertThat(Roster.record(house, conference, viewer, BOB).childText(Info.DISPLAY_TEXT))
                    .contains(NAME);
        }
        assertThat(Roster.ids(house, conference, CAROL)).doesNotContain(BOB);
        Element opaque = unknown(CAROL).orElseThrow();
        assertThat(opaque.size()).isZero();
    }

    @Test
    @Requirement("CCMP-10.3-06")
    void theSystemKnowsWhoAHiddenUserIs() {
        bobJoins("hidden");
        List<Change> record = new ArrayList<>();
        house.memory().store().addListener(record::add);

        house.done(user(Operation.UPDATE, BOB)
                .on(conference)
                .info(userInfo(BOB, "<info:display-text>Rob</info:display-text>")));

        assertThat(record)
                .singleElement()
                .satisfies(change -> assertThat(change.cause().by()).contains(XconUserId.of(BOB)));
        assertThat(Roster.ids(house, conference, CAROL)).doesNotContain(BOB);
    }

    @Test
    @Requirement({"CCMP-D8-06", "CCMP-D9-03"})
    void aFilterDoesNotSeeWhoAPrivateUserIs() {
        String expression = "users/user/display-text='" + NAME + "'";
        bobJoins("private");

        assertThat(conferences(house, ALICE, expression)).isEmpty();
        assertThat(conferences(house, CAROL, expression)).isEmpty();
        assertThat(conferences(house, ROOT, expression)).isEmpty();
        assertThat(conferences(house, BOB, expression)).containsExactly(conference);
    }

    /** The record of the one who is nobody that {@code viewer} knows. */
    private Optional<Element> unknown(String viewer) {
        List<Element> strangers = new ArrayList<>();
        Roster.of(house, conference, viewer).children(Info.USER).forEach(record -> {
            if (!List.of(ALICE, CAROL, "xcon-userid:mo@example.com")
                    .contains(record.attribute(Attributes.ENTITY).orElseThrow())) {
                strangers.add(record);
            }
        });
        assertThat(strangers).hasSizeLessThan(2);
        return strangers.stream().findFirst();
    }
}
