package io.parley.sip.chat;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.c3p.Answer;
import io.parley.c3p.C3pCode;
import io.parley.c3p.C3pEndpoint;
import io.parley.c3p.C3pJoiningMethod;
import io.parley.c3p.C3pNames;
import io.parley.c3p.C3pResponse;
import io.parley.c3p.C3pSchema;
import io.parley.c3p.C3pUser;
import io.parley.c3p.CommandResponse;
import io.parley.c3p.ConferenceCommand.DeleteConference;
import io.parley.c3p.ConferenceKeys;
import io.parley.c3p.ConnectionInfo;
import io.parley.c3p.Reason;
import io.parley.c3p.UserCommand.AddUser;
import io.parley.c3p.UserCommand.DeleteUser;
import io.parley.c3p.UserKeys;
import io.parley.document.Element;
import io.parley.document.Name;
import io.parley.focus.McuType;
import io.parley.participation.Assembly;
import io.parley.participation.McuReporting;
import io.parley.sip.dialog.SessionEnd;
import io.parley.sip.message.SipBody;
import io.parley.sip.message.SipRequest;
import io.parley.sip.network.Traffic;
import io.parley.spec.Requirement;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Who gets into a chat MCU by calling it, and how he leaves it (MS-CONFBAS section 3.11). */
class DialInTest {

    private static final String CATHY = "sip:cathy@example.com";

    private final Chatroom room = new Chatroom("bob", "cathy");

    private String mcuUri() {
        return room.mcu().uri().toString();
    }

    private DeleteUser deleteUser(String name) {
        return new DeleteUser(
                new UserKeys(room.conference, Assembly.sip(name)),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    private static Answer.OfUser answer(C3pResponse response) {
        return (Answer.OfUser) response.command().map(CommandResponse::answer).orElseThrow();
    }

    private List<String> byes() {
        return room.network.traffic().stream()
                .map(Traffic::message)
                .filter(message -> message instanceof SipRequest request
                        && request.method().equals("BYE"))
                .map(bye -> bye.header("Reason").orElse(""))
                .toList();
    }

    @Test
    @Requirement({"C3P-2.2.3.18-01", "C3P-3.11.5.2.1-01"})
    void whoWasAddedIsToldWhereToCallAndIsAnsweredThere() {
        List<C3pResponse> responses = room.command(room.dialIn("dora"));
        assertThat(responses).extracting(C3pResponse::code).containsExactly(C3pCode.SUCCESS);
        ConnectionInfo info = answer(responses.get(0)).connectionInfo().orElseThrow();
        assertThat(info.entries()).hasSize(2);
        assertThat(info.conferenceUri().map(Object::toString)).contains(mcuUri());
        assertThat(info.serverUri()).contains(Chatroom.SERVER_URI);
        assertThat(room.phone("dora")
                        .call(info.conferenceUri().orElseThrow().toString())
                        .status())
                .isEqualTo(200);
    }

    @Test
    @Requirement({"C3P-2.2.3.16-02", "C3P-2.2.3.16-03"})
    void theResponseHasTheEndpointOfTheRequestAsDialedIn() {
        C3pEndpoint endpoint = answer(room.command(room.dialIn("dora")).get(0))
                .user()
                .flatMap(C3pUser::endpoint)
                .orElseThrow();
        assertThat(endpoint.entity()).contains("{in}");
        assertThat(endpoint.joiningMethod()).contains(C3pJoiningMethod.DIALED_IN);
    }

    @Test
    @Requirement({"C3P-3.11.5.2.1-02", "C3P-2.2.4.2.2-02", "C3P-2.2.5-03", "C3P-2.2.3.17-02"})
    void whoWasAddedIsReportedOnceHeHasCalled() {
        room.command(room.dialIn("cathy"));
        assertThat(room.documents()).as("nobody is in yet").hasSize(1);
        Phone cathy = room.in("cathy");
        assertThat(room.documents()).hasSize(2);
        assertThat(room.told()).containsExactly(CATHY + " full");
        C3pEndpoint endpoint = room.endpoint();
        assertThat(endpoint.entity()).contains("{in}");
        assertThat(endpoint.status()).contains("connected");
        assertThat(endpoint.roles()).containsExactly("attendee");
        assertThat(endpoint.attribute(C3pNames.STATE)).contains("full");
        assertThat(cathy.answer.orElseThrow().body().text()).contains("m=message 5060 sip null\r\na=accept-types:");
    }

    @Test
    void whoIsAtTheFocusNeedsNoCommand() {
        room.in("bob");
        assertThat(room.told()).containsExactly("sip:bob@example.com full");
        assertThat(room.endpoint().endpointUri().map(Object::toString)).contains("sip:bob@10.0.1.1:5060;transport=tcp");
        assertThat(room.endpoint().joiningMethod()).contains(C3pJoiningMethod.DIALED_IN);
        assertThat(C3pUser.read(Chatroom.users(room.last()).get(0)).flatMap(C3pUser::displayText))
                .contains("BOB");
    }

    @Test
    void aStrangerIsRefused() {
        assertThat(room.phone("mallory").call(mcuUri()).status()).isEqualTo(403);
        assertThat(room.documents()).hasSize(1);
    }

    @Test
    void whoWaitsInTheLobbyIsRefusedUntilHeIsAdmitted() {
        room.assembly.lock(true).join("dora");
        assertThat(room.phone("dora").call(mcuUri()).status()).isEqualTo(403);
        room.assembly.admit("dora", true);
        assertThat(room.phone("dora").call(mcuUri()).status()).isEqualTo(200);
    }

    @Test
    void anMcuThatDoesNotRunIsUnavailable() {
        room.chat.release(room.mcu());
        assertThat(room.phone("bob").call(mcuUri()).status()).isEqualTo(480);
    }

    @Test
    void aCommandLetsInOnce() {
        room.command(room.dialIn("dora"));
        Phone dora = room.in("dora");
        dora.hangUp();
        assertThat(room.phone("dora").call(mcuUri()).status()).isEqualTo(403);
    }

    @Test
    void whoWasAddedAndDeletedAgainIsRefused() {
        room.command(room.dialIn("dora"));
        room.command(deleteUser("dora"));
        assertThat(room.phone("dora").call(mcuUri()).status()).isEqualTo(403);
    }

    @Test
    void anOfferWithoutMessagesIs488() {
        Phone bob = room.phone("bob");
        assertThat(bob.call(mcuUri(), Phone.sdp("m=audio 4000 RTP/AVP 0\r\n")).status())
                .isEqualTo(488);
        assertThat(bob.call(mcuUri(), Phone.sdp("m=message 0 sip null\r\n")).status())
                .isEqualTo(488);
        assertThat(bob.call(mcuUri(), Phone.sdp("m=message 5060 TCP/MSRP *\r\n"))
                        .status())
                .isEqualTo(488);
        assertThat(bob.call(mcuUri(), SipBody.of("application/sdp", "hello")).status())
                .isEqualTo(400);
        assertThat(bob.call(mcuUri(), SipBody.of("text/plain", "hello")).status())
                .isEqualTo(415);
        assertThat(room.inside()).isEmpty();
    }

    @Test
    void whoOffersNothingIsOfferedMessages() {
        Phone bob = room.phone("bob");
        bob.acknowledgement = Phone.CHAT;
        bob.call(mcuUri(), SipBody.NONE);
        assertThat(bob.answer.orElseThrow().body().text()).contains("m=message 5060 sip null");
        assertThat(room.inside()).containsExactly("sip:bob@example.com");
    }

    @Test
    void whoDoesNotTakeTheOfferIsSentAway() {
        Phone bob = room.phone("bob");
        bob.acknowledgement = Phone.sdp("m=message 0 sip null\r\n");
        bob.call(mcuUri(), SipBody.NONE);
        assertThat(bob.ends).containsExactly(SessionEnd.LEFT);
        assertThat(room.inside()).isEmpty();
        assertThat(room.documents()).hasSize(2);
    }

    @Test
    void aPhoneThatCallsTheFocusHasMessagesAndNothingElse() {
        Phone dora = room.phone("dora");
        dora.call(
                room.conference.toString(),
                Phone.sdp("m=audio 4000 RTP/AVP 0 8\r\nm=message 5060 sip null\r\nm=video 4002 RTP/AVP 99\r\n"));
        assertThat(dora.answer.orElseThrow().header("Contact").orElse("")).contains("isfocus");
        assertThat(dora.answer.orElseThrow().body().text().lines().filter(line -> line.startsWith("m=")))
                .containsExactly("m=audio 0 RTP/AVP 0 8", "m=message 5060 sip null", "m=video 0 RTP/AVP 99");
        Phone bob = room.in("bob");
        bob.say("hello");
        assertThat(dora.texts()).containsExactly("hello");
    }

    @Test
    void theFocusHearsOfAPhonesSessionWhatIsNotTheMcus() {
        Phone dora = room.phone("dora").call(room.conference.toString());
        assertThat(dora.say("hello")).isEqualTo(200);
        assertThat(dora.send("INFO", "application/cccp+xml", "<request/>")).isEqualTo(202);
        dora.hangUp();
        assertThat(room.besides).containsExactly("INFO", "LEFT");
        assertThat(room.told()).containsExactly("sip:dora@example.com deleted");
        assertThat(room.phone("dora")
                        .call(room.conference.toString(), Phone.sdp("m=audio 4000 RTP/AVP 0\r\n"))
                        .status())
                .isEqualTo(488);
    }

    @Test
    @Requirement("C3P-D6-04")
    void whoHangsUpIsReportedDeleted() {
        Phone cathy = room.in("cathy");
        cathy.hangUp();
        assertThat(cathy.ends).containsExactly(SessionEnd.ENDED);
        assertThat(room.told()).containsExactly(CATHY + " deleted");
        assertThat(room.assembly
                        .instance()
                        .mcus()
                        .get(McuType.CHAT)
                        .orElseThrow()
                        .users())
                .isEmpty();
        assertThat(room.inside()).isEmpty();
    }

    @Test
    @Requirement("C3P-2.2.5-02")
    void theSecondDeviceOfAUserTakesThePlaceOfTheFirst() {
        Phone first = room.in("bob");
        Phone second = room.in("bob");
        assertThat(first.ends).containsExactly(SessionEnd.LEFT);
        assertThat(second.ends).isEmpty();
        assertThat(byes()).containsExactly("SIP;cause=200;text=\"Session Replaced\"");
        assertThat(room.told()).containsExactly("sip:bob@example.com full");
        assertThat(room.endpoint().endpointUri().map(Object::toString)).contains(second.contact);
        assertThat(room.documents()).hasSize(3);
        assertThat(room.inside()).containsExactly("sip:bob@example.com");
    }

    @Test
    @Requirement("C3P-2.2.5-01")
    void theFocusTakesEveryDocumentOfTheMcuAndRejectsOneThatIsNotValid() {
        room.in("bob").hangUp();
        room.in("cathy");
        room.chat.refresh(room.mcu());
        assertThat(room.documents())
                .hasSize(5)
                .allSatisfy(document ->
                        assertThat(C3pSchema.CONFERENCE_INFO.fault(document)).isEmpty());
        Element invalid = room.last().withAttribute(Name.unqualified("version"), "six");
        assertThat(room.assembly.report(McuType.CHAT, invalid)).isInstanceOf(McuReporting.Answer.Rejected.class);
    }

    @Test
    void anotherEndpointOfWhoIsInIsRefusedUnlessItReplaces() {
        room.command(room.dialIn("bob"));
        Phone first = room.in("bob");
        AddUser other = room.addUser("bob", C3pEndpoint.of("{other}").withJoiningMethod(C3pJoiningMethod.DIALED_IN));
        assertThat(room.command(other))
                .singleElement()
                .satisfies(response -> assertThat(response.anyReason()).contains(Reason.USER_EXISTS_ALREADY));
        assertThat(room.command(new AddUser(other.conferenceKeys(), other.user(), other.mcuUri(), true)))
                .extracting(C3pResponse::code)
                .containsExactly(C3pCode.SUCCESS);
        assertThat(first.ends).isEmpty();
        room.in("bob");
        assertThat(first.ends).containsExactly(SessionEnd.LEFT);
        assertThat(room.endpoint().entity()).contains("{other}");
    }

    @Test
    void whoIsDeletedIsSentAway() {
        Phone bob = room.in("bob");
        Phone cathy = room.in("cathy");
        assertThat(room.command(deleteUser("bob")))
                .extracting(C3pResponse::code)
                .containsExactly(C3pCode.SUCCESS);
        assertThat(room.told()).containsExactly("sip:bob@example.com deleted");
        room.settle();
        assertThat(bob.ends).containsExactly(SessionEnd.LEFT);
        assertThat(cathy.ends).isEmpty();
        assertThat(byes()).containsExactly("SIP;cause=200;text=\"Participant Removed\"");
        assertThat(room.inside()).containsExactly(CATHY);
    }

    @Test
    void whoIsDeletedBeforeHeAcknowledgesIsNeverIn() {
        Phone bob = room.phone("bob");
        bob.onAnswer = () -> room.command(deleteUser("bob"));
        bob.call(mcuUri());
        assertThat(bob.ends).containsExactly(SessionEnd.LEFT);
        assertThat(room.documents()).hasSize(1);
        assertThat(room.inside()).isEmpty();
    }

    @Test
    void atTheEndAllAreSentAway() {
        Phone bob = room.in("bob");
        Phone cathy = room.in("cathy");
        room.command(new DeleteConference(ConferenceKeys.of(room.conference)));
        room.settle();
        assertThat(bob.ends).containsExactly(SessionEnd.LEFT);
        assertThat(cathy.ends).containsExactly(SessionEnd.LEFT);
        assertThat(room.told()).containsExactlyInAnyOrder(CATHY + " deleted", "sip:bob@example.com deleted");
    }

    @Test
    void anMcuThatIsReleasedSendsAllAwayAndReportsNothing() {
        Phone bob = room.in("bob");
        int documents = room.documents().size();
        room.chat.release(room.mcu());
        room.settle();
        assertThat(bob.ends).containsExactly(SessionEnd.LEFT);
        assertThat(byes()).containsExactly("SIP;cause=200;text=\"Conference Terminated\"");
        assertThat(room.documents()).hasSize(documents);
        assertThat(room.server.armedTimers()).isZero();
    }

    @Test
    void whoGivesUpBeforeHeAcknowledgesWasNeverThere() {
        Phone bob = room.phone("bob");
        bob.callAndVanish(mcuUri());
        room.pass(Duration.ofMinutes(2));
        assertThat(room.documents()).hasSize(1);
        assertThat(room.server.dialogs()).isEmpty();
        room.in("bob");
        assertThat(room.documents()).hasSize(2);
    }

    @Test
    void optionsOutsideOfSessionsAreAnsweredAndMessagesRefused() {
        Phone bob = room.phone("bob");
        assertThat(bob.sendOutside(SipRequest.of("OPTIONS", mcuUri())).header("Accept"))
                .hasValueSatisfying(types -> assertThat(types).contains("application/sdp", "text/plain"));
        assertThat(bob.sendOutside(SipRequest.of("MESSAGE", mcuUri()).with(SipBody.of("text/plain", "hello")))
                        .status())
                .isEqualTo(403);
    }

    @Test
    void aSessionIsRefreshedWithOrWithoutADescriptionAndKeepsItsStream() {
        Phone bob = room.in("bob");
        assertThat(bob.modify(SipBody.NONE).body().text()).contains("m=message 5060 sip null");
        assertThat(bob.modify(Phone.CHAT).status()).isEqualTo(200);
        assertThat(bob.modify(Phone.sdp("m=message 0 sip null\r\n")).status()).isEqualTo(488);
        assertThat(bob.say("still here")).isEqualTo(200);
        assertThat(room.inside()).containsExactly("sip:bob@example.com");
    }
}
