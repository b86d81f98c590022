package io.parley.examples.conformance;

import static io.parley.examples.conformance.House.ALICE;
import static io.parley.examples.conformance.House.BOB;
import static io.parley.examples.conformance.House.CAROL;
import static io.parley.examples.conformance.House.confInfo;
import static io.parley.examples.conformance.Roster.join;
import static org.assertj.core.api.Assertions.assertThat;

import io.parley.ccmp.CcmpRequest;
import io.parley.ccmp.CcmpResponse;
import io.parley.ccmp.Message;
import io.parley.ccmp.Operation;
import io.parley.conference.ConferenceInfo;
import io.parley.document.Element;
import io.parley.identity.Version;
import io.parley.user.UriEntry;
import java.util.List;

/** The two kinds of sidebars, as clients ask for them. */
enum Sidebar {
    BY_VALUE(Message.SIDEBAR_BY_VAL, Message.SIDEBARS_BY_VAL),
    BY_REFERENCE(Message.SIDEBAR_BY_REF, Message.SIDEBARS_BY_REF);

    private final Message one;
    private final Message all;

    Sidebar(Message one, Message all) {
        this.one = one;
        this.all = all;
    }

    /** A running conference of Alice's with Bob and Carol, at version 4. */
    static String main(House house) {
        String main = house.conferenceOf(ALICE);
        house.done(join(ALICE, main));
        house.done(join(BOB, main));
        house.done(join(CAROL, main));
        return main;
    }

    Message message() {
        return one;
    }

    Sidebar other() {
        return this == BY_VALUE ? BY_REFERENCE : BY_VALUE;
    }

    CcmpRequest ask(Operation operation, String user) {
        return CcmpRequest.of(one, user).operation(operation);
    }

    CcmpRequest create(String user, String main) {
        return ask(Operation.CREATE, user).on(main);
    }

    CcmpRequest create(String user, String main, String content) {
        return create(user, main).info(confInfo("xcon:AUTO_GENERATE_1@example.com", content));
    }

    CcmpRequest retrieve(String user, String sidebar) {
        return ask(Operation.RETRIEVE, user).on(sidebar);
    }

    CcmpRequest update(String user, String sidebar, String content) {
        return ask(Operation.UPDATE, user).on(sidebar).info(confInfo(sidebar, content));
    }

    CcmpRequest delete(String user, String sidebar) {
        return ask(Operation.DELETE, user).on(sidebar);
    }

    /** The request for the list of sidebars. */
    CcmpRequest list(String user, String main) {
        return CcmpRequest.of(all, user).on(main);
    }

    /** A clone that {@code user} makes of {@code main}; its XCON-URI. */
    String of(House house, String main, String user) {
        return house.done(create(user, main)).confObjId().orElseThrow();
    }

    ConferenceInfo document(House house, String sidebar, String user) {
        return new ConferenceInfo(
                house.done(retrieve(user, sidebar)).body().info().orElseThrow());
    }

    /** What the main conference holds of sidebars of this kind, as {@code user} sees it: their XCON-URIs. */
    List<String> heldBy(House house, String main, String user) {
        return held(house.documentOf(main, user));
    }

    List<String> held(Element main) {
        ConferenceInfo document = new ConferenceInfo(main);
        return this == BY_VALUE
                ? document.sidebarsByValue().stream()
                        .map(entry -> entry.id().toString())
                        .toList()
                : document.sidebarsByReference().stream().map(UriEntry::uri).toList();
    }

    /** Expects the versions of a main conference and of a sidebar of it, as Alice sees them. */
    void expectVersions(House house, String main, long ofMain, String sidebar, long ofSidebar) {
        CcmpResponse own = house.done(retrieve(ALICE, sidebar));
        assertThat(house.versionOf(main, ALICE))
                .as("version of the main conference")
                .isEqualTo(ofMain);
        assertThat(own.version()).as("version of the sidebar").contains(new Version(ofSidebar));
    }
}
