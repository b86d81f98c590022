package io.parley.examples.flows;

import static io.parley.examples.flows.House.ALICE;
import static io.parley.examples.flows.House.BOB;
import static io.parley.examples.flows.House.CAROL;
import static io.parley.examples.flows.Roster.at;
import static io.parley.examples.flows.Roster.attribute;
import static io.parley.examples.flows.Roster.child;
import static io.parley.examples.flows.Roster.partsOf;
import static io.parley.examples.flows.Roster.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.parley.ccmp.CcmpRequest;
import io.parley.ccmp.Message;
import io.parley.ccmp.Operation;
import io.parley.ccmp.ResponseCode;
import io.parley.conference.Conferences;
import io.parley.document.Element;
import io.parley.focus.ConferenceUri;
import io.parley.identity.XconUri;
import io.parley.identity.XconUserId;
import io.parley.sip.message.SipRequest;
import io.parley.spec.Requirement;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What phones are told of the sidebars of their conference (RFC 4575 sections 3.6 and 5.9). */
class SidebarsOverSipTest {

    private final SipHouse house = SipHouse.open();
    private final String main = house.house.id.toString();
    private final Phone alice = house.phone(ALICE);
    private final Line organizer = alice.join();
    private final Phone bob = house.phone(BOB);
    private final Phone carol = house.phone(CAROL);

    @BeforeEach
    void bobAndCarolAreIn() {
        join("bob", main);
        join("carol", main);
    }

    @AfterEach
    void nothingIsLeft() {
        organizer.bye();
        house.pass(Duration.ofHours(2));
        house.nothingIsLeft();
    }

    private String ccmp(Message message, Operation operation, String user, String object, Optional<Element> info) {
        CcmpRequest request = CcmpRequest.of(message, "xcon-userid:" + user + "@example.com")
                .on(object)
                .operation(operation);
        var response = house.house.parley.ccmp().handle(info.map(request::info).orElse(request));
        assertThat(response.code()).as("%s", response.reason()).isEqualTo(ResponseCode.SUCCESS);
        house.moment();
        return response.confObjId().orElse("");
    }

    private void join(String user, String object) {
        Element record = Conferences.user(XconUserId.of(user, "example.com"))
                .endpoint(Conferences.endpoint("tel:+1555" + user.length()))
                .build();
        ccmp(Message.USER, Operation.CREATE, user, object, Optional.of(record));
    }

    private void leave(String user, String object) {
        Element record = Conferences.user(XconUserId.of(user, "example.com")).build();
        ccmp(Message.USER, Operation.DELETE, user, object, Optional.of(record));
    }

    /** Bob makes a sidebar. */
    private String sidebar(Message kind) {
        return ccmp(kind, Operation.CREATE, "bob", main, Optional.empty());
    }

    private void end(Message kind, String sidebar) {
        ccmp(kind, Operation.DELETE, "bob", sidebar, Optional.empty());
    }

    private static String uri(String sidebar) {
        return ConferenceUri.of(XconUri.of(sidebar)).toString();
    }

    private static Element last(Line line) {
        List<SipRequest> heard = line.heard("NOTIFY");
        return House.document(heard.get(heard.size() - 1).body().bytes());
    }

    private static Line watching(Phone phone) {
        return phone.line(phone.subscribe());
    }

    private static List<String> references(Element document) {
        return at(document, "sidebars-by-ref").elements().stream()
                .map(entry -> text(entry, "uri"))
                .toList();
    }

    // By value

    @Test
    @Requirement({"EV-5.9.2-01", "EV-4.6-19", "EV-3.6-04", "CCMP-5.3.8-06"})
    void whoIsInASidebarByValueIsToldOfIt() {
        Line watching = watching(bob);
        assertThat(partsOf(last(watching))).doesNotContain("sidebars-by-val");
        String sidebar = sidebar(Message.SIDEBAR_BY_VAL);
        Element added = last(watching);
        assertThat(attribute(added, "state")).isEqualTo("partial");
        assertThat(partsOf(added)).containsExactly("sidebars-by-val");
        Element entry = at(added, "sidebars-by-val", "entry");
        assertThat(attribute(entry, "entity")).isEqualTo(uri(sidebar));
        assertThat(attribute(entry, "state")).isEqualTo("full");
        assertThat(partsOf(entry)).containsExactly("conference-description", "conference-state", "users");
        assertThat(at(last(watching(bob)), "sidebars-by-val", "entry"))
                .as("in a first document")
                .isEqualTo(entry);

        join("carol", sidebar);
        Element joined = at(last(watching), "sidebars-by-val", "entry");
        assertThat(attribute(at(last(watching), "sidebars-by-val"), "state")).isEqualTo("partial");
        assertThat(attribute(joined, "state")).isEqualTo("partial");
        assertThat(attribute(at(joined, "users", "user"), "entity")).isEqualTo(CAROL);

        end(Message.SIDEBAR_BY_VAL, sidebar);
        Element gone = at(last(watching), "sidebars-by-val", "entry");
        assertThat(attribute(last(watching), "state")).isEqualTo("partial");
        assertThat(attribute(gone, "entity")).isEqualTo(uri(sidebar));
        assertThat(attribute(gone, "state")).isEqualTo("deleted");
        assertThat(gone.attributes()).hasSize(2);
        assertThat(gone.elements()).isEmpty();
    }

    @Test
    @Requirement("EV-3.6-05")
    void whoIsNotInASidebarIsToldOfItIfItsPolicyIsOpenToHim() {
        Line watching = watching(carol);
        String sidebar = sidebar(Message.SIDEBAR_BY_VAL);
        assertThat(attribute(at(last(watching), "sidebars-by-val", "entry"), "entity"))
                .as("whoever is in the main conference may come")
                .isEqualTo(uri(sidebar));
        join("alice", sidebar);
        assertThat(attribute(at(last(watching), "sidebars-by-val", "entry", "users", "user"), "entity"))
                .isEqualTo(ALICE);
        open(Message.SIDEBAR_BY_VAL, sidebar, Optional.empty());
        assertThat(partsOf(last(watching))).containsExactly("conference-description", "conference-state", "users");
        int known = watching.heard("NOTIFY").size();
        leave("alice", sidebar);
        join("alice", sidebar);
        end(Message.SIDEBAR_BY_VAL, sidebar);
        assertThat(watching.heard("NOTIFY")).hasSize(known);
    }

    @Test
    void ofAReferenceIsToldOnlyWhoIsInIt() {
        Line watching = watching(carol);
        String sidebar = sidebar(Message.SIDEBAR_BY_REF);
        assertThat(watching.heard("NOTIFY")).hasSize(1);
        join("carol", sidebar);
        assertThat(references(last(watching))).containsExactly(uri(sidebar));
    }

    /** Bob says who else may come. */
    private void open(Message kind, String sidebar, Optional<String> guest) {
        var changes = Conferences.changes(XconUri.of(sidebar)).allowNobody();
        Element info =
                guest.map(it -> changes.allow(it, "dial-in")).orElse(changes).build();
        ccmp(kind, Operation.UPDATE, "bob", sidebar, Optional.of(info));
    }

    @Test
    void whoSteersTheConferenceIsToldOfEverySidebar() {
        Phone other = house.phone(ALICE);
        Line watching = watching(other);
        String first = sidebar(Message.SIDEBAR_BY_VAL);
        assertThat(attribute(at(last(watching), "sidebars-by-val", "entry"), "entity"))
                .isEqualTo(uri(first));
        String second = sidebar(Message.SIDEBAR_BY_REF);
        assertThat(references(last(watching))).containsExactly(uri(second));
    }

    // By reference

    @Test
    @Requirement({"EV-4.6-17", "EV-4.6-18", "CCMP-5.3.10-06"})
    void theListOfReferencesIsToldWholeAndItsEndByAFullDocument() {
        Line watching = watching(bob);
        String first = sidebar(Message.SIDEBAR_BY_REF);
        String second = sidebar(Message.SIDEBAR_BY_REF);
        assertThat(references(last(watching))).containsExactlyInAnyOrder(uri(first), uri(second));
        end(Message.SIDEBAR_BY_REF, first);
        assertThat(attribute(last(watching), "state")).isEqualTo("partial");
        assertThat(attribute(at(last(watching), "sidebars-by-ref"), "state")).isEqualTo("full");
        assertThat(references(last(watching))).containsExactly(uri(second));
        end(Message.SIDEBAR_BY_REF, second);
        assertThat(attribute(last(watching), "state")).isEqualTo("full");
        assertThat(child(last(watching), "sidebars-by-ref")).isEmpty();
        assertThat(partsOf(last(watching))).containsExactly("conference-description", "conference-state", "users");
    }

    @Test
    @Requirement({"EV-5.9.1-01", "EV-5.9.1-02"})
    void aSidebarIsWatchedByItsOwnUriByThoseWhoMay() {
        String sidebar = sidebar(Message.SIDEBAR_BY_REF);
        Line ofMain = watching(bob);
        String entry = references(last(ofMain)).get(0);
        Line ofSidebar = bob.line(subscribe(bob, entry));
        assertThat(attribute(last(ofSidebar), "entity")).isEqualTo(uri(sidebar));
        assertThat(attribute(last(ofSidebar), "version")).isEqualTo("1");
        assertThat(carol.ask(subscribe(carol, entry)).status())
                .as("whoever is in the main conference may come")
                .isEqualTo(200);
        open(Message.SIDEBAR_BY_REF, sidebar, Optional.empty());
        assertThat(carol.ask(subscribe(carol, entry)).status())
                .as("not for her")
                .isEqualTo(403);
        assertThat(alice.ask(subscribe(alice, entry)).status())
                .as("she steers the main conference")
                .isEqualTo(200);
        join("alice", sidebar);
        assertThat(attribute(last(ofSidebar), "state")).isEqualTo("partial");
        assertThat(attribute(last(ofSidebar), "version")).isEqualTo("2");
        open(Message.SIDEBAR_BY_REF, sidebar, Optional.of(CAROL));
        assertThat(carol.ask(subscribe(carol, entry)).status()).as("invited").isEqualTo(200);
        int known = ofMain.heard("NOTIFY").size();
        leave("alice", sidebar);
        assertThat(ofSidebar.heard("NOTIFY").size()).isGreaterThan(2);
        assertThat(ofMain.heard("NOTIFY")).hasSize(known);
    }

    private static SipRequest subscribe(Phone phone, String uri) {
        return phone.request("SUBSCRIBE", uri)
                .with("Event", "conference")
                .with("Accept", "application/conference-info+xml");
    }
}
