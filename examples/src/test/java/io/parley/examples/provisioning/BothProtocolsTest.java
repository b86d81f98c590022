package io.parley.examples.provisioning;

import static io.parley.examples.provisioning.Desk.ALICE;
import static io.parley.examples.provisioning.Desk.BOB;
import static io.parley.examples.provisioning.Desk.ID;
import static io.parley.examples.provisioning.Desk.URI;
import static io.parley.examples.provisioning.Desk.id;
import static io.parley.examples.provisioning.Desk.key;
import static io.parley.examples.provisioning.Desk.modifyConference;
import static org.assertj.core.api.Assertions.assertThat;

import io.parley.c3p.Answer;
import io.parley.c3p.C3pNames;
import io.parley.c3p.Reason;
import io.parley.ccmp.CcmpRequest;
import io.parley.ccmp.CcmpResponse;
import io.parley.ccmp.Message;
import io.parley.ccmp.Operation;
import io.parley.ccmp.ResponseCode;
import io.parley.conference.Conferences;
import io.parley.document.Element;
import io.parley.document.Info;
import io.parley.document.Xcon;
import io.parley.identity.XconUri;
import io.parley.participation.Refusal;
import io.parley.ports.in.FocusService.Departure;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A conference that the Focus Factory made, for clients of CCMP: it is one of its organizer's like any other. */
class BothProtocolsTest {

    private static final String ALICES_ID = "xcon-userid:alice@example.com";

    private final Desk desk = Desk.open();

    private Element retrieved(XconUri conference) {
        CcmpResponse response = desk.ccmp(Operation.RETRIEVE, ALICES_ID, conference, Optional.empty());
        assertThat(response.code()).isEqualTo(ResponseCode.SUCCESS);
        return response.body().info().orElseThrow();
    }

    private static List<String> confUris(Element document) {
        List<String> uris = new ArrayList<>();
        document.at(Info.CONFERENCE_DESCRIPTION, Info.CONF_URIS)
                .orElseThrow()
                .children(Info.ENTRY)
                .forEach(entry -> uris.add(entry.childText(Info.URI).orElse("")));
        return uris;
    }

    private CcmpResponse update(XconUri conference, Element changes) {
        return desk.ccmp(Operation.UPDATE, ALICES_ID, conference, Optional.of(changes));
    }

    @Test
    void itIsRetrievedWithItsOneWayInAndItsPeople() {
        desk.provisioned(
                "<ci:subject>Weekly</ci:subject>"
                        + "<msci:admission-policy>closedAuthenticated</msci:admission-policy>",
                "<ci:users><ci:user entity='sip:bob@example.com'/></ci:users>");
        Element document = retrieved(desk.idOf(URI));
        assertThat(confUris(document)).containsExactly(URI);
        assertThat(document.textAt(Info.CONFERENCE_DESCRIPTION, Info.SUBJECT)).contains("Weekly");
        assertThat(document.textAt(Info.USERS, Xcon.USER_ADMISSION_POLICY)).contains("closedAuthenticated");
        Element users = document.child(Info.USERS).orElseThrow();
        assertThat(users.entry(Info.USER, ALICES_ID).orElseThrow().textAt(Info.ROLES, Info.ENTRY))
                .contains("moderator");
        assertThat(users.child(Xcon.ALLOWED_USERS_LIST)
                        .flatMap(list -> list.entry(Xcon.TARGET, "sip:bob@example.com", "dial-in")))
                .isPresent();
        assertThat(document.textAt(Info.CONFERENCE_STATE, Info.ACTIVE)).contains("false");
        assertThat(document.textAt(Info.CONFERENCE_STATE, Info.USER_COUNT)).contains("1");
    }

    @Test
    void anUpdateByCcmpIsToldByTheFactoryAndTheWayInStays() {
        desk.provisioned("<ci:subject>Weekly</ci:subject>", "");
        XconUri conference = desk.idOf(URI);
        Element whole = retrieved(conference);
        assertThat(update(conference, whole).code()).isEqualTo(ResponseCode.SUCCESS);
        assertThat(update(
                                conference,
                                Conferences.changes(conference)
                                        .subject("Daily")
                                        .admissionPolicy("closedAuthenticated")
                                        .build())
                        .code())
                .isEqualTo(ResponseCode.SUCCESS);
        Element info = desk.done(ALICE, key("getConference"));
        assertThat(info.textAt(C3pNames.ci("conference-description"), C3pNames.ci("subject")))
                .contains("Daily");
        assertThat(info.textAt(C3pNames.ci("conference-description"), C3pNames.msci("admission-policy")))
                .contains("closedAuthenticated");
        assertThat(confUris(retrieved(conference))).containsExactly(URI);
    }

    @Test
    void noClientOfCcmpTakesTheWayInAway() {
        desk.provisioned("", "");
        XconUri conference = desk.idOf(URI);
        Element description =
                retrieved(conference).child(Info.CONFERENCE_DESCRIPTION).orElseThrow();
        Element uris = description.child(Info.CONF_URIS).orElseThrow();
        Element entry = uris.entry(Info.ENTRY, URI).orElseThrow();
        Element other = uris.replacing(entry, entry.with(Info.DISPLAY_TEXT, "mine"));
        CcmpResponse response = update(
                conference,
                Conferences.changes(conference)
                        .description(changes -> changes.with(other))
                        .build());
        assertThat(response.code()).isEqualTo(ResponseCode.FORBIDDEN_CHANGE_PROTECTED);
    }

    @Test
    void aDeletionByCcmpDeprovisions() {
        desk.provisioned("", "");
        XconUri conference = desk.idOf(URI);
        Desk.Call bob = desk.call(BOB);
        desk.ends();
        assertThat(desk.ccmp(Operation.DELETE, ALICES_ID, conference, Optional.empty())
                        .code())
                .isEqualTo(ResponseCode.SUCCESS);
        assertThat(desk.ends()).singleElement().satisfies(end -> {
            assertThat(end.dialog()).isEqualTo(bob.dialog);
            assertThat(end.why()).isEqualTo(Departure.TERMINATED);
        });
        assertThat(desk.call(BOB).refusal().kind()).isEqualTo(Refusal.Kind.NO_CONFERENCE);
        assertThat(desk.refused(ALICE, key("getConference"))).isEqualTo(Reason.CONFERENCE_DOESNT_EXIST);
        desk.provisioned("", "");
    }

    @Test
    void targetsThatCcmpAddsOutliveAModification() {
        desk.provisioned("", "<ci:users><ci:user entity='sip:bob@example.com'/></ci:users>");
        XconUri conference = desk.idOf(URI);
        assertThat(update(
                                conference,
                                Conferences.changes(conference)
                                        .allow("sip:bob@example.com", "dial-in")
                                        .allow("sip:dave@example.com", "dial-out")
                                        .build())
                        .code())
                .isEqualTo(ResponseCode.SUCCESS);
        desk.done(ALICE, modifyConference("", id(ID), ""));
        Element targets =
                retrieved(conference).at(Info.USERS, Xcon.ALLOWED_USERS_LIST).orElseThrow();
        assertThat(targets.entry(Xcon.TARGET, "sip:dave@example.com", "dial-out"))
                .isPresent();
        assertThat(targets.entry(Xcon.TARGET, "sip:bob@example.com", "dial-in")).isEmpty();
    }

    @Test
    void aLinkedCloneKeepsItsParentFromBeingDeprovisioned() {
        desk.provisioned("", "");
        XconUri conference = desk.idOf(URI);
        CcmpResponse clone = desk.ccmp(Operation.CREATE, ALICES_ID, conference, Optional.empty());
        assertThat(clone.code()).isEqualTo(ResponseCode.SUCCESS);
        XconUri copy = XconUri.of(clone.confObjId().orElseThrow());
        assertThat(confUris(retrieved(copy))).as("a way in of its own").doesNotContain(URI);
        assertThat(desk.refused(ALICE, key("deleteConference"))).isEqualTo(Reason.OTHER_FAILURE);
        assertThat(desk.ccmp(Operation.DELETE, ALICES_ID, copy, Optional.empty())
                        .code())
                .isEqualTo(ResponseCode.SUCCESS);
        desk.done(ALICE, key("deleteConference"));
    }

    @Test
    void whatCcmpMadeIsNoneOfTheFactorysConferences() {
        desk.parley.ccmp().handle(CcmpRequest.of(Message.CONF, ALICES_ID).operation(Operation.CREATE));
        Answer.OfConferences answer = (Answer.OfConferences)
                desk.ask(ALICE, "<getConferences/>").command().orElseThrow().answer();
        assertThat(answer.conferenceInfos()).isEmpty();
    }
}
