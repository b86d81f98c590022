package io.parley.examples.conformance;

import static io.parley.examples.conformance.House.ALICE;
import static io.parley.examples.conformance.House.BOB;
import static io.parley.examples.conformance.House.CAROL;
import static io.parley.examples.conformance.House.ROOT;
import static io.parley.examples.conformance.House.conf;
import static io.parley.examples.conformance.House.confInfo;
import static io.parley.examples.conformance.House.userInfo;
import static io.parley.examples.conformance.Roster.join;
import static io.parley.examples.conformance.Updates.description;
import static io.parley.examples.conformance.Updates.state;
import static io.parley.examples.conformance.Updates.title;
import static io.parley.examples.conformance.Updates.titleOf;
import static io.parley.examples.conformance.Updates.update;
import static io.parley.examples.conformance.Updates.users;
import static org.assertj.core.api.Assertions.assertThat;

import io.parley.ccmp.CcmpRequest;
import io.parley.ccmp.CcmpResponse;
import io.parley.ccmp.Operation;
import io.parley.ccmp.ResponseCode;
import io.parley.document.Attributes;
import io.parley.document.Element;
import io.parley.document.Info;
import io.parley.document.Xcon;
import io.parley.spec.Requirement;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What clients meet of the elements of a conference that are not like the others: its identity, its state, its passwords, its sidebars. */
class ElementsOfConferencesTest {

    private static final String TARGETS =
            "<xcon:allowed-users-list><xcon:target uri='sip:x@example.com'%s/></xcon:allowed-users-list>";

    private static final Element BUSY = Documents.read("""
            <info:conference-info entity='xcon:Busy@example.com'>
              <info:conference-description><info:display-text>Busy</info:display-text></info:conference-description>
              <info:conference-state><info:active>true</info:active></info:conference-state>
              <info:users><xcon:join-handling>allow</xcon:join-handling></info:users>
              <info:sidebars-by-ref><info:entry><info:uri>xcon:x@example.com</info:uri></info:entry></info:sidebars-by-ref>
              <info:sidebars-by-val><info:entry entity='xcon:y@example.com'/></info:sidebars-by-val>
            </info:conference-info>""");

    private final House house = House.open();
    private final String conference = house.conferenceOf(ALICE);

    @Test
    @Requirement({"DM-EL-001", "DM-EL-002"})
    void theIdentityIsGivenOnceAndACloneHasItsOwn() {
        Element changes = confInfo(conference, title("Renamed"));

        assertCode(ResponseCode.BAD_REQUEST, changed(changes.withoutAttribute(Attributes.ENTITY)));
        assertCode(
                ResponseCode.BAD_REQUEST,
                changed(changes.withAttribute(Attributes.ENTITY, "xcon:another@example.com")));
        assertThat(titleOf(document()).orElseThrow()).doesNotContain("Renamed");

        house.done(changed(changes));
        assertThat(titleOf(document())).contains("Renamed");
        assertThat(document().toString()).as("merged").contains("audioLabel", "audioFloor");
        String clone = cloned(conference);
        assertThat(clone).isNotEqualTo(conference);
        assertThat(house.documentOf(clone, ALICE).attribute(Attributes.ENTITY)).contains(clone);
    }

    @Test
    @Requirement("DM-EL-003")
    void theVersionIsTheBaseOfAChangeAndIsNotWritten() {
        house.done(update(ALICE, conference, title("first")));
        Element changes = confInfo(conference, title("second")).withAttribute(Attributes.VERSION, "1");

        assertCode(ResponseCode.CONFLICT, changed(changes));
        assertThat(titleOf(document())).contains("first");

        CcmpResponse response = house.done(changed(changes.withAttribute(Attributes.VERSION, "2")));
        assertThat(titleOf(document())).contains("second");
        assertThat(response.body().info().orElseThrow().toString()).doesNotContain(" version=");
        assertThat(document().toString()).doesNotContain(" version=");
        assertThat(house.documentOf(cloned(conference), ALICE).toString()).doesNotContain(" version=");
    }

    @Test
    @Requirement("DM-EL-004")
    void ofTheStatesOnlyDeletedDoesSomething() {
        house.done(join(BOB, conference).info(userInfo(BOB, Roster.endpoint("sip:bob83@example.com"))));
        Element before = document();

        for (String harmless : List.of("full", "partial")) {
            house.done(changed(confInfo(
                            conference,
                            "<info:users state='" + harmless + "'><info:user entity='" + BOB + "' state='" + harmless
                                    + "'><info:endpoint entity='sip:bob83@example.com' state='" + harmless
                                    + "'/></info:user></info:users>")
                    .withAttribute(Attributes.STATE, harmless)));
            assertThat(document()).isEqualTo(before);
        }
        assertThat(before.toString()).doesNotContain(" state=");

        house.done(update(ALICE, conference, users("<info:user entity='" + BOB + "' state='deleted'/>")));
        assertThat(Roster.ids(house, conference, ALICE)).containsExactly(ALICE);
        assertThat(document().toString()).doesNotContain(" state=");
    }

    @Test
    @Requirement("DM-EL-020")
    void passwordsAreAModeratorsToSetAndNotAParticipantsToSee() {
        house.done(join(BOB, conference));
        String three = password("8601") + password("8602") + password("8603");

        assertCode(ResponseCode.FORBIDDEN_CHANGE_PROTECTED, update(BOB, conference, focus(three)));
        assertThat(document().toString()).doesNotContain("password");
        house.done(update(ALICE, conference, focus(three)));

        assertThat(retrieved(ALICE)).contains("8601", "8602", "8603");
        assertThat(retrieved(ROOT)).contains("8601", "8602", "8603");
        assertThat(retrieved(BOB))
                .contains("conf-uris")
                .doesNotContain("password")
                .doesNotContain("860");
    }

    @Test
    @Requirement("DM-EL-020")
    void aCloneHasNoPassword() {
        house.done(update(ALICE, conference, focus(password("8602"))));
        assertThat(retrieved(ALICE)).contains("8602");

        String clone = house.done(conf(Operation.CREATE, ALICE).on(conference).conferencePassword("8602"))
                .confObjId()
                .orElseThrow();

        assertThat(house.documentOf(clone, ALICE).toString()).doesNotContain("password");
    }

    @Test
    @Requirement("DM-EL-070")
    void theOwnerStartsAConferenceOnce() {
        assertThat(active(conference)).isEqualTo("false");
        assertCode(ResponseCode.BAD_REQUEST, update(ALICE, conference, state("<info:active>yes</info:active>")));
        assertCode(
                ResponseCode.BAD_REQUEST,
                update(ALICE, conference, state("<info:active>true</info:active><info:active>true</info:active>")));
        assertThat(active(conference)).isEqualTo("false");

        house.done(update(ALICE, conference, state("<info:active>1</info:active>")));

        assertThat(active(conference)).isEqualTo("true");
        for (String sender : List.of(ALICE, ROOT)) {
            assertCode(
                    ResponseCode.FORBIDDEN_CHANGE_PROTECTED,
                    update(sender, conference, state("<info:active>false</info:active>")));
        }
    }

    @Test
    @Requirement({"DM-EL-070", "DM-EL-153", "DM-EL-157", "DM-EL-159"})
    void aCloneIsNotStartedAndHasNoSidebars() {
        assertThat(BUSY.toString()).contains(">true<", "xcon:x@example.com", "xcon:y@example.com");
        House other = House.open(builder -> builder.blueprint(BUSY));
        String clone = other.done(conf(Operation.CREATE, ALICE).on("xcon:Busy@example.com"))
                .confObjId()
                .orElseThrow();

        Element document = other.documentOf(clone, ALICE);

        assertThat(titleOf(document).orElseThrow()).endsWith("Busy");
        assertThat(document.textAt(Info.CONFERENCE_STATE, Info.ACTIVE)).contains("false");
        assertThat(document.child(Info.SIDEBARS_BY_REF)).isEmpty();
        assertThat(document.child(Info.SIDEBARS_BY_VAL)).isEmpty();
    }

    @Test
    @Requirement("DM-EL-079")
    void aTargetWithoutMethodDialsIn() {
        String running = house.conferenceOf(ALICE);
        house.done(join(BOB, running));
        String refer = users(TARGETS.formatted(" method='refer'"));
        assertCode(ResponseCode.FORBIDDEN_CHANGE_PROTECTED, update(BOB, running, refer));
        house.done(update(ALICE, running, refer));

        for (String method : List.of("", "x-knock", "refer")) {
            house.done(update(
                    ALICE, conference, users(TARGETS.formatted(method.isEmpty() ? "" : " method='" + method + "'"))));

            String read = method.isEmpty() ? "dial-in" : method;
            assertThat(method(conference)).isEqualTo(read);
            assertThat(method(cloned(conference))).isEqualTo(read);
        }
    }

    @Test
    @Requirement({"DM-EL-153", "DM-EL-157", "DM-EL-159"})
    void sidebarsAreChangedByTheirOwnRequestsOnly() {
        house.done(join(ALICE, conference));
        house.done(join(CAROL, conference));
        String byReference = "<info:sidebars-by-ref><info:entry><info:uri>xcon:x@example.com</info:uri></info:entry>"
                + "</info:sidebars-by-ref>";
        String byValue = "<info:sidebars-by-val><info:entry%s/></info:sidebars-by-val>";
        String named = byValue.formatted(" entity='xcon:x@example.com'");
        Element before = document();

        for (String list : List.of(byReference, named)) {
            assertCode(ResponseCode.BAD_REQUEST, update(ALICE, conference, list + list));
            assertCode(ResponseCode.FORBIDDEN_CHANGE_PROTECTED, update(ALICE, conference, list));
            assertCode(ResponseCode.FORBIDDEN_CHANGE_PROTECTED, update(ROOT, conference, list));
        }
        assertCode(ResponseCode.BAD_REQUEST, update(ALICE, conference, byValue.formatted("")));
        assertThat(document()).isEqualTo(before);

        for (Sidebar kind : Sidebar.values()) {
            String sidebar = kind.of(house, conference, ALICE);
            assertThat(kind.heldBy(house, conference, ALICE)).containsExactly(sidebar);
            house.done(kind.delete(ALICE, sidebar));
            assertThat(kind.heldBy(house, conference, ALICE)).isEmpty();
        }
    }

    private CcmpRequest changed(Element changes) {
        return conf(Operation.UPDATE, ALICE).on(conference).info(changes);
    }

    private String cloned(String parent) {
        return house.done(conf(Operation.CREATE, ALICE).on(parent)).confObjId().orElseThrow();
    }

    private Element document() {
        return house.documentOf(conference, ALICE);
    }

    private String retrieved(String viewer) {
        return house.done(conf(Operation.RETRIEVE, viewer).on(conference).conferencePassword("8602"))
                .body()
                .toString();
    }

    private String active(String of) {
        return house.documentOf(of, ALICE)
                .textAt(Info.CONFERENCE_STATE, Info.ACTIVE)
                .orElseThrow();
    }

    private String method(String of) {
        return house.documentOf(of, ALICE)
                .at(Info.USERS, Xcon.ALLOWED_USERS_LIST, Xcon.TARGET)
                .flatMap(target -> target.attribute(Attributes.METHOD))
                .orElseThrow();
    }

    private String focus(String content) {
        return description("<info:conf-uris><info:entry><info:uri>" + conference.replace("xcon:", "sip:")
                + "</info:uri>" + content + "</info:entry></info:conf-uris>");
    }

    private static String password(String word) {
        return "<xcon:conference-password>" + word + "</xcon:conference-password>";
    }

    private void assertCode(ResponseCode code, CcmpRequest request) {
        CcmpResponse response = house.ask(request);
        assertThat(response.code()).as("%s: %s", request, response.reason()).isEqualTo(code);
    }
}
