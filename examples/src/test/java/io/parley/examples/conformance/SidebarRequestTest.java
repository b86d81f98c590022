package io.parley.examples.conformance;

import static io.parley.examples.conformance.House.ALICE;
import static io.parley.examples.conformance.House.AUDIO_ROOM;
import static io.parley.examples.conformance.House.BOB;
import static io.parley.examples.conformance.House.NOWHERE;
import static io.parley.examples.conformance.House.blueprint;
import static io.parley.examples.conformance.House.conf;
import static io.parley.examples.conformance.House.confInfo;
import static io.parley.examples.conformance.House.users;
import static io.parley.examples.conformance.House.usersInfo;
import static io.parley.examples.conformance.Updates.description;
import static io.parley.examples.conformance.Updates.title;
import static io.parley.examples.conformance.Updates.update;
import static org.assertj.core.api.Assertions.assertThat;

import io.parley.ccmp.CcmpRequest;
import io.parley.ccmp.CcmpResponse;
import io.parley.ccmp.Message;
import io.parley.ccmp.Operation;
import io.parley.ccmp.ResponseCode;
import io.parley.conference.ConferenceInfo;
import io.parley.document.Attributes;
import io.parley.document.Element;
import io.parley.identity.Version;
import io.parley.spec.Requirement;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** {@code sidebarByValRequest} and {@code sidebarByRefRequest} (RFC 6503 sections 5.3.8 and 5.3.10), and who else knows sidebars. */
class SidebarRequestTest {

    private static final Operation[] ON_A_SIDEBAR = {Operation.RETRIEVE, Operation.UPDATE, Operation.DELETE};

    private final House house = House.open();
    private final String main = Sidebar.main(house);

    @ParameterizedTest
    @EnumSource
    @Requirement({"CCMP-5.3.8-04", "CCMP-5.3.10-04"})
    void theAnswerNamesTheNewSidebar(Sidebar kind) {
        CcmpResponse created = house.done(kind.create(ALICE, main));
        String sidebar = created.confObjId().orElseThrow();

        assertThat(sidebar).isNotEqualTo(main).endsWith("@example.com");
        assertThat(created.version()).contains(Version.FIRST);
        house.done(kind.retrieve(ALICE, sidebar));
    }

    @ParameterizedTest
    @EnumSource
    @Requirement({"CCMP-5.3.8-03", "CCMP-5.3.10-03"})
    void theMainConferenceHoldsIt(Sidebar kind) {
        String sidebar = kind.of(house, main, ALICE);
        ConferenceInfo document = new ConferenceInfo(house.documentOf(main, ALICE));

        assertThat(kind.heldBy(house, main, ALICE)).containsExactly(sidebar);
        assertThat(kind.other().heldBy(house, main, ALICE)).isEmpty();
        if (kind == Sidebar.BY_VALUE) {
            assertThat(document.sidebarsByValue().get(0).users().allowed()).hasSize(3);
        } else {
            assertThat(document.sidebarsByReference())
                    .singleElement()
                    .satisfies(entry ->
                            assertThat(entry.displayText()).contains("SIDEBAR CONFERENCE registered by Alice"));
            assertThat(document.element().toString()).doesNotContain("sidebars-by-val", "sidebar-parent");
        }
    }

    @ParameterizedTest
    @EnumSource
    @Requirement({"CCMP-5.3.8-05", "CCMP-5.3.10-05", "XF-9.4-01"})
    void withoutAMainConferenceThereIsNoSidebar(Sidebar kind) {
        String sidebar = kind.of(house, main, ALICE);

        for (String nothing : new String[] {NOWHERE, AUDIO_ROOM, sidebar}) {
            CcmpResponse response = house.ask(kind.create(ALICE, nothing));
            assertThat(response.code()).as(nothing).isEqualTo(ResponseCode.OBJECT_NOT_FOUND);
            assertThat(response.message()).contains(kind.message());
        }
    }

    @ParameterizedTest
    @EnumSource
    @Requirement({"CCMP-5.3.8-07", "CCMP-5.3.10-07"})
    void retrievingGivesTheWholeDocumentAndItsVersion(Sidebar kind) {
        CcmpResponse created = house.done(kind.create(ALICE, main));
        CcmpResponse retrieved =
                house.done(kind.retrieve(ALICE, created.confObjId().orElseThrow()));

        assertThat(retrieved.body()).isEqualTo(created.body());
        assertThat(retrieved.version()).contains(Version.FIRST);
        assertThat(new ConferenceInfo(retrieved.body().info().orElseThrow()).floors())
                .hasSize(1);
    }

    @ParameterizedTest
    @EnumSource
    @Requirement({"CCMP-5.3.8-08", "CCMP-5.3.8-09", "CCMP-5.3.10-08", "CCMP-5.3.10-09"})
    void anUpdateChangesWhatItMentionsAndTellsTheVersionOfTheSidebar(Sidebar kind) {
        String sidebar = kind.of(house, main, ALICE);
        ConferenceInfo before = kind.document(house, sidebar, ALICE);

        CcmpResponse response = house.done(kind.update(ALICE, sidebar, title("Aside")));
        ConferenceInfo after = kind.document(house, sidebar, ALICE);

        assertThat(response.version()).contains(new Version(2));
        assertThat(after.title()).contains("Aside");
        assertThat(after.media()).isEqualTo(before.media());
        assertThat(after.users()).isEqualTo(before.users());
        assertThat(after.sidebarParent()).isEqualTo(before.sidebarParent());
    }

    @ParameterizedTest
    @EnumSource
    @Requirement({
        "CCMP-5.3.8-10",
        "CCMP-5.3.8-11",
        "CCMP-5.3.8-13",
        "CCMP-5.3.10-10",
        "CCMP-5.3.10-11",
        "CCMP-5.3.10-12"
    })
    void deletingRemovesItFromTheMainConferenceAsWell(Sidebar kind) {
        String sidebar = kind.of(house, main, ALICE);
        String kept = kind.of(house, main, ALICE);

        CcmpResponse response = house.done(kind.delete(ALICE, sidebar));

        assertThat(response.confObjId()).contains(sidebar);
        assertThat(response.version()).isEmpty();
        assertThat(response.body().info()).isEmpty();
        assertThat(house.ask(kind.retrieve(ALICE, sidebar)).code()).isEqualTo(ResponseCode.OBJECT_NOT_FOUND);
        assertThat(house.ask(kind.delete(ALICE, sidebar)).code()).isEqualTo(ResponseCode.OBJECT_NOT_FOUND);
        assertThat(kind.heldBy(house, main, ALICE)).containsExactly(kept);
        assertThat(house.done(kind.list(ALICE, main))
                        .body()
                        .info()
                        .orElseThrow()
                        .toString())
                .contains(kept)
                .doesNotContain(sidebar);
        house.done(kind.delete(ALICE, kept));
        assertThat(house.documentOf(main, ALICE).toString()).doesNotContain("sidebar");
        assertThat(house.done(kind.list(ALICE, main)).body().info()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    @Requirement("CCMP-5.3.8-12")
    void whoMayNotDeleteItIs401(Sidebar kind) {
        String sidebar = kind.of(house, main, ALICE);

        CcmpResponse response = house.ask(kind.delete(BOB, sidebar));

        assertThat(response.code()).isEqualTo(ResponseCode.UNAUTHORIZED);
        house.done(kind.retrieve(ALICE, sidebar));
    }

    @ParameterizedTest
    @EnumSource
    @Requirement({"CCMP-5.3.8-13", "CCMP-5.3.8-14", "CCMP-5.3.8-15", "CCMP-5.3.10-12", "CCMP-5.3.10-13"})
    void whatIsNoSidebarOfTheKindIs404InAResponseOfTheMessage(Sidebar kind) {
        String other = kind.other().of(house, main, ALICE);

        for (String object : new String[] {NOWHERE, AUDIO_ROOM, main, other}) {
            for (Operation operation : ON_A_SIDEBAR) {
                CcmpResponse response =
                        house.ask(kind.update(ALICE, object, title("No")).operation(operation));
                assertThat(response.code()).as("%s %s", operation, object).isEqualTo(ResponseCode.OBJECT_NOT_FOUND);
                assertThat(response.message()).contains(kind.message());
                assertThat(response.reason()).contains(object);
            }
        }
        kind.other().expectVersions(house, main, 5, other, 1);
    }

    @ParameterizedTest
    @EnumSource
    @Requirement({"CCMP-5.3.4-21", "CCMP-5.3.3-05"})
    void confRequestAndBlueprintRequestKnowNoSidebars(Sidebar kind) {
        String sidebar = kind.of(house, main, ALICE);

        for (Operation operation : ON_A_SIDEBAR) {
            assertThat(house.ask(update(ALICE, sidebar, title("No")).operation(operation))
                            .code())
                    .isEqualTo(ResponseCode.OBJECT_NOT_FOUND);
            assertThat(house.ask(blueprint(operation, House.ROOT).on(sidebar).info(confInfo(sidebar, "")))
                            .code())
                    .isEqualTo(ResponseCode.OBJECT_NOT_FOUND);
        }
        assertThat(house.ask(conf(Operation.CREATE, ALICE).on(sidebar)).code())
                .isEqualTo(ResponseCode.OBJECT_NOT_FOUND);
        kind.expectVersions(house, main, 5, sidebar, 1);
    }

    @Test
    @Requirement("CCMP-D3-03")
    void theListOfConferencesHoldsNoSidebars() {
        for (Sidebar kind : Sidebar.values()) {
            kind.of(house, main, ALICE);
        }
        Element list =
                house.done(CcmpRequest.of(Message.CONFS, ALICE)).body().info().orElseThrow();

        assertThat(list.elements())
                .singleElement()
                .satisfies(entry -> assertThat(entry.toString()).contains(main));
    }

    @ParameterizedTest
    @EnumSource
    void confRequestDoesNotTouchTheListsOfSidebars(Sidebar kind) {
        String sidebar = kind.of(house, main, ALICE);
        String entry = kind == Sidebar.BY_VALUE
                ? "<info:sidebars-by-val><info:entry entity='%s'>" + title("Mine")
                        + "</info:entry></info:sidebars-by-val>"
                : "<info:sidebars-by-ref><info:entry><info:uri>%s</info:uri><info:display-text>Mine</info:display-text>"
                        + "</info:entry></info:sidebars-by-ref>";

        for (String uri : new String[] {sidebar, "xcon:another@example.com"}) {
            CcmpResponse response = house.ask(update(ALICE, main, entry.formatted(uri)));
            assertThat(response.code()).as(response.reason()).isEqualTo(ResponseCode.FORBIDDEN_CHANGE_PROTECTED);
        }
        assertThat(kind.heldBy(house, main, ALICE)).containsExactly(sidebar);
        kind.expectVersions(house, main, 5, sidebar, 1);
    }

    @ParameterizedTest
    @EnumSource
    void theWholeDocumentSentBackIsNoChangeOfSidebars(Sidebar kind) {
        String sidebar = kind.of(house, main, ALICE);
        Element document = house.documentOf(main, ALICE);

        house.done(conf(Operation.UPDATE, ALICE).on(main).info(document));

        assertThat(house.documentOf(main, ALICE)).isEqualTo(document);
        kind.expectVersions(house, main, 6, sidebar, 1);
    }

    @ParameterizedTest
    @EnumSource
    void theParentOfASidebarIsTheServers(Sidebar kind) {
        String sidebar = kind.of(house, main, ALICE);
        String parent = "<xcon:sidebar-parent>%s</xcon:sidebar-parent>";

        house.done(kind.update(ALICE, sidebar, description(parent.formatted(main))));
        CcmpResponse response = house.ask(kind.update(ALICE, sidebar, description(parent.formatted(NOWHERE))));

        assertThat(response.code()).isEqualTo(ResponseCode.FORBIDDEN_CHANGE_PROTECTED);
        assertThat(response.version()).contains(new Version(2));
        assertThat(kind.document(house, sidebar, ALICE).sidebarParent().map(Object::toString))
                .isEqualTo(Optional.of(main));
    }

    @ParameterizedTest
    @EnumSource
    @Requirement("DM-4.2.4-02")
    void theParentMayStandAmongTheUsersAsRfc6504WritesIt(Sidebar kind) {
        String sidebar = kind.of(house, main, ALICE);
        String users = "<info:users><xcon:sidebar-parent> %s </xcon:sidebar-parent></info:users>";

        house.done(kind.update(ALICE, sidebar, users.formatted(main)));

        String document = kind.document(house, sidebar, ALICE).element().toString();
        assertThat(document).containsOnlyOnce("<xcon:sidebar-parent>" + main);
        assertThat(document.indexOf("sidebar-parent")).isLessThan(document.indexOf("info:users"));
        assertThat(house.ask(kind.update(ALICE, sidebar, users.formatted(NOWHERE)))
                        .code())
                .isEqualTo(ResponseCode.FORBIDDEN_CHANGE_PROTECTED);
    }

    @Test
    @Requirement({"CCMP-5.3-12", "CCMP-5.3-13"})
    void anInfoThatIsNotAskedForIsIgnored() {
        String other = house.conferenceOf(ALICE);
        Element foreign = confInfo(other, title("Other"));
        CcmpRequest retrieve = conf(Operation.RETRIEVE, ALICE).on(main);
        CcmpRequest roster = users(Operation.RETRIEVE, ALICE).on(main);

        assertThat(house.done(retrieve.info(foreign))).isEqualTo(house.done(retrieve));
        assertThat(house.done(roster.info(usersInfo("<info:user entity='" + BOB + "'/>"))))
                .isEqualTo(house.done(roster));
        for (Sidebar kind : Sidebar.values()) {
            String sidebar = kind.of(house, main, ALICE);
            String kept = kind.of(house, main, ALICE);
            assertThat(house.done(kind.retrieve(ALICE, sidebar).info(foreign)))
                    .isEqualTo(house.done(kind.retrieve(ALICE, sidebar)));
            house.done(kind.delete(ALICE, sidebar).info(confInfo(kept, title("Other"))));
            assertThat(house.ask(kind.retrieve(ALICE, sidebar)).code()).isEqualTo(ResponseCode.OBJECT_NOT_FOUND);
            assertThat(house.done(kind.delete(ALICE, kept).info(foreign)).confObjId())
                    .contains(kept);
        }
        house.done(conf(Operation.DELETE, ALICE).on(main).info(foreign));
        assertThat(house.ask(retrieve).code()).isEqualTo(ResponseCode.OBJECT_NOT_FOUND);
        assertThat(house.versionOf(other, ALICE)).isEqualTo(1);
    }

    @Test
    @Requirement({"XF-6.2-02", "CCMP-D1-21"})
    void everyObjectIsFoundByItsMessageAndDeletedWithoutAVersion() {
        String pattern = house.done(blueprint(Operation.CREATE, House.ROOT).on(AUDIO_ROOM))
                .confObjId()
                .orElseThrow();
        String byValue = Sidebar.BY_VALUE.of(house, main, ALICE);
        String byReference = Sidebar.BY_REFERENCE.of(house, main, ALICE);

        for (CcmpRequest retrieve : List.of(
                blueprint(Operation.RETRIEVE, House.ROOT).on(pattern),
                Sidebar.BY_VALUE.retrieve(ALICE, byValue),
                Sidebar.BY_REFERENCE.retrieve(ALICE, byReference),
                conf(Operation.RETRIEVE, ALICE).on(main))) {
            assertThat(house.done(retrieve).body().info().flatMap(info -> info.attribute(Attributes.ENTITY)))
                    .isEqualTo(retrieve.confObjId());
            assertThat(house.done(retrieve.operation(Operation.DELETE)).version())
                    .isEmpty();
        }
    }
}
