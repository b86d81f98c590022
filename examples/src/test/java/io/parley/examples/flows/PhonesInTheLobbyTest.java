package io.parley.examples.flows;

import static io.parley.examples.flows.House.ALICE;
import static io.parley.examples.flows.House.BOB;
import static io.parley.examples.flows.House.CAROL;
import static org.assertj.core.api.Assertions.assertThat;

import io.parley.c3p.Access;
import io.parley.c3p.Answer;
import io.parley.c3p.C3pCode;
import io.parley.c3p.C3pResponse;
import io.parley.c3p.ConferenceCommand.ModifyConferenceLock;
import io.parley.c3p.ConferenceKeys;
import io.parley.c3p.ConnectionInfo;
import io.parley.c3p.UserCommand.SetLobbyAccess;
import io.parley.focus.McuType;
import io.parley.identity.SipUri;
import io.parley.sip.message.SipBody;
import io.parley.sip.message.SipRequest;
import io.parley.spec.Requirement;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Phones that know SIP and messages and nothing of C3P (RFC 4579 section 3.3), where there is a lobby, and an MCU of messages that is called by SIP. */
class PhonesInTheLobbyTest {

    private final SipHouse house = new SipHouse(Plan.STANDARD.chatting());
    private final String conference = house.house.conference.toString();
    private final Phone alice = house.phone(ALICE);
    private final Phone bob = house.phone(BOB);
    private final Phone carol = house.phone(CAROL);
    private final Line organizer = alice.join();
    private final Line watching = alice.line(alice.subscribe());
    private final Line member = calls(carol);

    @BeforeEach
    void locked() {
        assertThat(watching.roster().endpoints(CAROL)).containsExactlyInAnyOrder("focus connected", "chat connected");
        ConferenceKeys keys = ConferenceKeys.of(house.house.conference);
        assertThat(organizer
                        .ask(new ModifyConferenceLock(keys, true, Optional.empty()))
                        .code())
                .isEqualTo(C3pCode.SUCCESS);
    }

    @AfterEach
    void nothingIsLeft() {
        house.house.provision(
                "<deleteConference><conferenceKeys msci:conference-id='" + House.ID + "'/></deleteConference>");
        house.nothingIsLeft();
    }

    /** A phone calls, offering a stream of messages. */
    private Line calls(Phone phone) {
        SipRequest invite = phone.request("INVITE", conference)
                .with(SipBody.of(
                        "application/sdp",
                        "v=0\r\no=- 0 0 IN IP4 10.0.1.1\r\ns=session\r\nc=IN IP4 10.0.1.1\r\nt=0 0\r\n"
                                + "m=message 5060 sip null\r\na=accept-types:text/plain\r\n"));
        Line line = phone.line(invite);
        house.moment();
        assertThat(line.accepted.body().text()).contains("m=message");
        return line;
    }

    private int says(Line line, String text) {
        return line.ask(line.request("MESSAGE").with(SipBody.of("text/plain", text)))
                .status();
    }

    private static List<String> heard(Line line) {
        return line.heard("MESSAGE").stream().map(it -> it.body().text()).toList();
    }

    private void decides(Access access) {
        C3pResponse response = organizer.ask(
                new SetLobbyAccess(ConferenceKeys.of(house.house.conference), List.of(SipUri.of(BOB)), access));
        assertThat(response.code()).isEqualTo(C3pCode.SUCCESS);
        house.moment();
    }

    @Test
    @Requirement("EV-5.7.3-03")
    void aPhoneThatHasToWaitIsOnHoldNeitherHearingNorHeardUntilItIsAdmitted() {
        Line line = calls(bob);
        assertThat(watching.roster().endpoints(BOB)).containsExactly("focus on-hold");
        assertThat(says(member, "Is Bob there?")).isEqualTo(200);
        assertThat(says(line, "Let me in!")).isEqualTo(403);
        assertThat(heard(line)).isEmpty();
        assertThat(heard(member)).isEmpty();

        decides(Access.GRANTED);
        assertThat(watching.roster().endpoints(BOB)).containsExactlyInAnyOrder("focus connected", "chat connected");
        assertThat(says(line, "Here I am")).isEqualTo(200);
        assertThat(says(member, "Welcome")).isEqualTo(200);
        assertThat(heard(member)).containsExactly("Here I am");
        assertThat(heard(line)).containsExactly("Welcome");
        line.bye();
        assertThat(watching.roster().users()).containsExactlyInAnyOrder(ALICE, CAROL);
    }

    @Test
    void aPhoneThatIsDeniedIsTold() {
        Line line = calls(bob);
        decides(Access.DENIED);
        assertThat(line.methods()).containsExactly("BYE");
        assertThat(line.heard("BYE").get(0).header("Reason").orElse("")).contains("Participant Denied");
        assertThat(watching.roster().users()).containsExactlyInAnyOrder(ALICE, CAROL);
    }

    @Test
    void aPhoneThatHangsUpInTheLobbyLeavesNoTrace() {
        Line line = calls(bob);
        assertThat(line.bye().status()).isEqualTo(200);
        assertThat(watching.roster().users()).containsExactlyInAnyOrder(ALICE, CAROL);
        decides(Access.GRANTED);
        assertThat(watching.roster().users()).containsExactlyInAnyOrder(ALICE, CAROL);
    }

    @Test
    @Requirement("C3P-4.4.6-01")
    void whoAsksToDialInIsToldWhereToCall() {
        SipUri chat = house.house
                .parley
                .focus()
                .find(house.house.conference)
                .orElseThrow()
                .focus()
                .orElseThrow()
                .provisioning()
                .mcuUri(McuType.CHAT);
        String requestId = organizer.fresh();
        organizer.info(
                requestId,
                "<addUser mscp:mcuUri='" + chat + "'><conferenceKeys confEntity='" + conference + "'/><ci:user entity='"
                        + ALICE + "'><ci:roles><ci:entry>presenter</ci:entry></ci:roles><ci:endpoint entity='{in}'>"
                        + "<ci:joining-method>dialed-in</ci:joining-method></ci:endpoint></ci:user></addUser>");
        house.moment();
        C3pResponse response = organizer.responses(requestId).get(0);
        assertThat(response.code()).isEqualTo(C3pCode.SUCCESS);
        assertThat(response.responder()).contains(chat);
        Answer.OfUser told = (Answer.OfUser) response.command().orElseThrow().answer();
        assertThat(told.conferenceKeys()).contains(ConferenceKeys.of(house.house.conference));
        assertThat(told.user().orElseThrow().roles()).containsExactly("presenter");
        assertThat(told.user().orElseThrow().endpoint().orElseThrow().entity()).contains("{in}");
        ConnectionInfo where = told.connectionInfo().orElseThrow();
        assertThat(where.entries())
                .extracting(ConnectionInfo.Entry::key)
                .containsExactlyInAnyOrder(ConnectionInfo.MCU_SERVER_URI, ConnectionInfo.MCU_CONFERENCE_URI);
        assertThat(where.serverUri()).isPresent();
    }
}
