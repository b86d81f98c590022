package io.parley.examples.conformance;

import static io.parley.examples.conformance.House.ALICE;
import static io.parley.examples.conformance.House.AUDIO_ROOM;
import static io.parley.examples.conformance.House.BOB;
import static io.parley.examples.conformance.House.ROOT;
import static io.parley.examples.conformance.House.blueprint;
import static io.parley.examples.conformance.House.confInfo;
import static io.parley.examples.conformance.House.user;
import static io.parley.examples.conformance.Updates.description;
import static io.parley.examples.conformance.Updates.title;
import static io.parley.examples.conformance.Updates.update;
import static org.assertj.core.api.Assertions.assertThat;

import io.parley.ccmp.Operation;
import io.parley.conference.ConferenceInfo;
import io.parley.document.Element;
import io.parley.spec.Requirement;
import io.parley.user.AllowedTarget;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A sidebar that was cloned is linked to its main conference (RFC 5239 section 9.4). */
class SidebarInheritanceTest {

    private static final String SUBJECT = description("<info:subject>Budget</info:subject>");

    private final House house = House.open();
    private final String main = Sidebar.main(house);

    @ParameterizedTest
    @EnumSource
    void aChangeOfTheMainConferenceShowsInItsSidebarAndIsOneVersionOfEach(Sidebar kind) {
        String sidebar = kind.of(house, main, ALICE);

        house.done(update(ALICE, main, SUBJECT));

        assertThat(kind.document(house, sidebar, ALICE).subject()).contains("Budget");
        kind.expectVersions(house, main, 6, sidebar, 2);
        assertHeldAsItIs(kind, sidebar);
    }

    @ParameterizedTest
    @EnumSource
    void whatASidebarSaysItselfHidesWhatTheMainConferenceSays(Sidebar kind) {
        String sidebar = kind.of(house, main, ALICE);
        house.done(kind.update(ALICE, sidebar, description("<info:subject>Gossip</info:subject>")));
        long before = house.versionOf(main, ALICE);

        house.done(update(ALICE, main, title("Weekly")));
        house.done(update(ALICE, main, SUBJECT));

        assertThat(kind.document(house, sidebar, ALICE).subject()).contains("Gossip");
        assertThat(kind.document(house, sidebar, ALICE).title()).contains("SIDEBAR CONFERENCE registered by Alice");
        kind.expectVersions(house, main, before + 2, sidebar, 2);
        assertHeldAsItIs(kind, sidebar);
    }

    @ParameterizedTest
    @EnumSource
    void whoComesAndGoesInTheMainConferenceIsNoMatterOfASidebar(Sidebar kind) {
        String sidebar = kind.of(house, main, ALICE);

        house.done(Roster.join("xcon-userid:dave@example.com", main));
        house.done(user(Operation.DELETE, BOB).on(main));
        Roster.change(
                house,
                main,
                ALICE,
                "<xcon:allowed-users-list><xcon:target uri='xcon-userid:eve@example.com'/></xcon:allowed-users-list>");

        assertThat(kind.document(house, sidebar, ALICE).users().allowed())
                .extracting(AllowedTarget::uri)
                .contains(BOB)
                .hasSize(3);
        kind.expectVersions(house, main, 8, sidebar, 1);
    }

    @ParameterizedTest
    @EnumSource
    void theRulesOfJoiningAreThoseOfTheMainConference(Sidebar kind) {
        String sidebar = kind.of(house, main, ALICE);

        Roster.change(house, main, ALICE, "<xcon:join-handling>block</xcon:join-handling>");

        assertThat(kind.document(house, sidebar, ALICE).users().joinHandling()).contains("block");
        kind.expectVersions(house, main, 6, sidebar, 2);
        assertHeldAsItIs(kind, sidebar);
    }

    @ParameterizedTest
    @EnumSource
    void aChangeReachesThroughTheMainConference(Sidebar kind) {
        String sidebar = kind.of(house, main, ALICE);

        house.done(blueprint(Operation.UPDATE, ROOT).on(AUDIO_ROOM).info(confInfo(AUDIO_ROOM, SUBJECT)));

        assertThat(kind.document(house, sidebar, ALICE).subject()).contains("Budget");
        kind.expectVersions(house, main, 6, sidebar, 2);
        assertHeldAsItIs(kind, sidebar);
    }

    @ParameterizedTest
    @EnumSource
    @Requirement("XF-9.4-02")
    void itIsLinkedEvenIfOtherClonesAreIndependent(Sidebar kind) {
        Element independent = Documents.read("<info:conference-info entity='" + main
                + "' c:clones='independent' xmlns:c='urn:parley:params:xml:ns:cloning'></info:conference-info>");
        house.done(House.conf(Operation.UPDATE, ALICE).on(main).info(independent));
        String sidebar = kind.of(house, main, ALICE);

        house.done(update(ALICE, main, SUBJECT));

        assertThat(kind.document(house, sidebar, ALICE).subject()).contains("Budget");
        kind.expectVersions(house, main, 7, sidebar, 2);
        assertThat(kind.document(house, sidebar, ALICE).element().toString()).doesNotContain("independent");
    }

    @ParameterizedTest
    @EnumSource
    void aSidebarThatWasDescribedInheritsNothing(Sidebar kind) {
        String sidebar =
                house.done(kind.create(ALICE, main, title("Aside"))).confObjId().orElseThrow();

        house.done(update(ALICE, main, SUBJECT));

        assertThat(kind.document(house, sidebar, ALICE).subject()).isEmpty();
        kind.expectVersions(house, main, 6, sidebar, 1);
    }

    private void assertHeldAsItIs(Sidebar kind, String sidebar) {
        if (kind == Sidebar.BY_VALUE) {
            Element own = kind.document(house, sidebar, ALICE).element();
            Element held = new ConferenceInfo(house.documentOf(main, ALICE))
                    .sidebarsByValue()
                    .get(0)
                    .element();
            assertThat(own.type().adopt(held)).isEqualTo(own);
        }
    }
}
