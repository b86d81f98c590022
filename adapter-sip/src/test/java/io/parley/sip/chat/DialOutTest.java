package io.parley.sip.chat;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.c3p.Answer;
import io.parley.c3p.C3pCode;
import io.parley.c3p.C3pEndpoint;
import io.parley.c3p.C3pJoiningMethod;
import io.parley.c3p.C3pResponse;
import io.parley.c3p.C3pUser;
import io.parley.c3p.CommandResponse;
import io.parley.c3p.Reason;
import io.parley.c3p.UserCommand.DeleteUser;
import io.parley.c3p.UserKeys;
import io.parley.identity.SipUri;
import io.parley.participation.Assembly;
import io.parley.sip.dialog.IncomingInvite;
import io.parley.sip.dialog.SessionEnd;
import io.parley.sip.message.NameAddress;
import io.parley.sip.message.SipRequest;
import io.parley.sip.message.SipResponse;
import io.parley.spec.Requirement;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** People whom a chat MCU calls (MS-CONFBAS section 3.10). */
class DialOutTest {

    private static final String DORA = "sip:dora@example.com";

    private final Chatroom room = new Chatroom("bob");
    private final Phone dora = room.phone("dora");

    private List<C3pResponse> callDora() {
        List<C3pResponse> responses = room.command(room.dialOut("dora", dora.contact));
        room.settle();
        return responses;
    }

    private SipRequest invite(C3pEndpoint endpoint) {
        room.command(room.addUser("dora", endpoint.withJoiningMethod(C3pJoiningMethod.DIALED_OUT)));
        room.settle();
        return dora.rung.get(dora.rung.size() - 1).request();
    }

    private static String address(SipRequest request, String header) {
        return request.header(header)
                .flatMap(NameAddress::parse)
                .map(NameAddress::uri)
                .orElse("");
    }

    @Test
    @Requirement({"C3P-3.10.5.1-01", "C3P-2.2.3.16-02", "C3P-2.2.3.16-03"})
    void whoAnswersIsInAndReportedBeforeTheResponse() {
        List<C3pResponse> responses = callDora();
        assertThat(responses).extracting(C3pResponse::code).containsExactly(C3pCode.SUCCESS);
        C3pEndpoint answered = ((Answer.OfUser)
                        responses.get(0).command().map(CommandResponse::answer).orElseThrow())
                .user()
                .flatMap(C3pUser::endpoint)
                .orElseThrow();
        assertThat(answered.entity()).contains("{out}");
        assertThat(answered.joiningMethod()).contains(C3pJoiningMethod.DIALED_OUT);
        assertThat(room.told()).containsExactly(DORA + " full");
        assertThat(room.endpoint().entity()).contains("{out}");
        assertThat(room.endpoint().status()).contains("connected");
        Phone bob = room.in("bob");
        bob.say("welcome");
        assertThat(dora.texts()).containsExactly("welcome");
        dora.say("thanks");
        assertThat(bob.texts()).containsExactly("thanks");
        dora.hangUp();
        assertThat(room.told()).containsExactly(DORA + " deleted");
    }

    @Test
    @Requirement({"C3P-3.10.4.1.1-01", "C3P-3.10.4.1.1-02"})
    void theInviteComesFromTheMcuAndIsForTheUser() {
        SipRequest invite = invite(C3pEndpoint.of("{out}").withEndpointUri(SipUri.of(dora.contact)));
        assertThat(address(invite, "From")).isEqualTo(room.mcu().uri().toString());
        assertThat(address(invite, "To")).isEqualTo(DORA);
        assertThat(address(invite, "Contact")).isEqualTo(Chatroom.SERVER_URI.toString());
        assertThat(invite.header("Expires")).contains("180");
        assertThat(invite.body().text()).contains("m=message 5060 sip null\r\na=accept-types:text/plain ");
    }

    @Test
    @Requirement("C3P-3.10.4.1.1-03")
    void theRequestUriIsReferToElseEndpointElseTheUser() {
        String elsewhere = "sip:desk@" + dora.contact.substring(dora.contact.indexOf('@') + 1);
        C3pEndpoint both =
                C3pEndpoint.of("{1}").withEndpointUri(SipUri.of(dora.contact)).withReferToUri(SipUri.of(elsewhere));
        assertThat(invite(both).uri()).isEqualTo(elsewhere);
        dora.hangUp();
        assertThat(invite(C3pEndpoint.of("{2}").withEndpointUri(SipUri.of(dora.contact)))
                        .uri())
                .isEqualTo(dora.contact);
        dora.hangUp();
        room.locate("example.com", dora.contact);
        assertThat(invite(C3pEndpoint.of("{3}")).uri()).isEqualTo(DORA);
    }

    @Test
    @Requirement("C3P-3.10.4.1.1-04")
    void theHeadersOfReferToArePutIntoTheInvite() {
        SipUri referTo = SipUri.of(dora.contact + ";method=INVITE?Subject=a%20b&Replaces=1%40x%3Bto-tag%3D2");
        SipRequest invite = invite(C3pEndpoint.of("{out}").withReferToUri(referTo));
        assertThat(invite.uri()).isEqualTo(dora.contact);
        assertThat(invite.header("Subject")).contains("a b");
        assertThat(invite.header("Replaces")).contains("1@x;to-tag=2");
    }

    @Test
    void headersThatAreNotAStrangersToChooseAreLeftOut() {
        SipUri referTo = SipUri.of(dora.contact
                + "?From=%3Csip:eve%40example.com%3E&To=%3Csip:eve%40example.com%3E&Route=%3Csip:10.9.9.9%3Blr%3E"
                + "&Call-ID=mine&Contact=%3Csip:eve%40example.com%3E&v=SIP/2.0&c=text/plain&body=hello"
                + "&Subject=a%0D%0AX-Evil:%20yes&P-Asserted-Identity=%3Csip:eve%40example.com%3E&Priority=urgent");
        SipRequest invite = invite(C3pEndpoint.of("{out}").withReferToUri(referTo));
        assertThat(invite.headers().toString()).doesNotContain("eve", "10.9.9.9", "mine", "X-Evil");
        assertThat(invite.header("Subject")).isEmpty();
        assertThat(invite.header("Priority")).contains("urgent");
        assertThat(invite.body().contentType()).contains("application/sdp");
    }

    @Test
    void whileItRingsTheCommandIsPending() {
        dora.onRing =
                invite -> invite.progress(SipResponse.of(180, "Ringing").with("Contact", "<" + dora.contact + ">"));
        List<C3pResponse> responses = callDora();
        assertThat(responses).extracting(C3pResponse::code).containsExactly(C3pCode.PENDING);
        assertThat(responses.get(0).responder()).contains(room.mcu().uri());
        assertThat(room.documents()).as("who is rung is not in").hasSize(1);
        dora.rung.get(0).progress(SipResponse.of(180, "Ringing"));
        room.settle();
        assertThat(responses).hasSize(1);
        dora.pickUp(dora.rung.get(0));
        room.settle();
        assertThat(responses).extracting(C3pResponse::code).containsExactly(C3pCode.PENDING, C3pCode.SUCCESS);
        assertThat(room.told()).containsExactly(DORA + " full");
    }

    @ParameterizedTest
    @CsvSource({
        "486, userBusy",
        "600, userBusy",
        "408, userNotAnswered",
        "480, userNotAnswered",
        "603, userDeclined",
        "404, userUnknown",
        "604, userUnknown",
        "500, otherFailure"
    })
    void whoRefusesIsNotInAndTheResponseSaysWhy(int code, String reason) {
        dora.onRing = invite -> invite.reject(SipResponse.of(code, "No"));
        List<C3pResponse> responses = callDora();
        assertThat(responses).singleElement().satisfies(response -> {
            assertThat(response.code()).isEqualTo(C3pCode.FAILURE);
            assertThat(response.anyReason().map(Reason::toString)).contains(reason);
            assertThat(response.diagnostics().toString()).contains(code + " No");
        });
        assertThat(room.documents()).hasSize(1);
    }

    @Test
    void whoTakesNoMessagesIsNotIn() {
        dora.onRing = invite -> dora.pickUp(invite, Phone.sdp("m=message 0 sip null\r\n"));
        assertThat(callDora())
                .singleElement()
                .satisfies(response -> assertThat(response.anyReason()).contains(Reason.OTHER_FAILURE));
        assertThat(dora.ends).containsExactly(SessionEnd.LEFT);
        assertThat(room.inside()).isEmpty();
    }

    @Test
    void whomNobodyFindsIsNotCalled() {
        assertThat(room.command(room.dialOut("dora", "sip:dora@nowhere.example.com")))
                .singleElement()
                .satisfies(response -> assertThat(response.anyReason()).contains(Reason.OTHER_FAILURE));
        assertThat(room.command(room.dialOut("dora", "tel:+123")))
                .extracting(C3pResponse::code)
                .containsExactly(C3pCode.FAILURE);
        assertThat(room.server.dialogs()).isEmpty();
    }

    @Test
    void whoIsInByTheSameEndpointIsNotCalledAgain() {
        callDora();
        assertThat(callDora()).extracting(C3pResponse::code).containsExactly(C3pCode.SUCCESS);
        assertThat(dora.rung).hasSize(1);
        assertThat(room.documents()).hasSize(2);
    }

    @Test
    void whoIsDeletedWhileItRingsIsNotCalledAnyMore() {
        dora.onRing = invite -> invite.progress(SipResponse.of(180, "Ringing"));
        List<C3pResponse> responses = callDora();
        room.command(new DeleteUser(
                new UserKeys(room.conference, Assembly.sip("dora")),
                Optional.empty(),
                Optional.empty(),
                Optional.empty()));
        room.settle();
        assertThat(responses).extracting(C3pResponse::code).containsExactly(C3pCode.PENDING, C3pCode.FAILURE);
        IncomingInvite late = dora.rung.get(0);
        dora.pickUp(late);
        room.settle();
        assertThat(dora.ends).containsExactly(SessionEnd.LEFT);
        assertThat(room.inside()).isEmpty();
    }

    @Test
    void anMcuThatIsReleasedStopsCallingAndAnswersNothing() {
        dora.onRing = invite -> invite.progress(SipResponse.of(180, "Ringing"));
        List<C3pResponse> responses = callDora();
        room.chat.release(room.mcu());
        room.pass(Duration.ofMinutes(1));
        assertThat(responses).extracting(C3pResponse::code).containsExactly(C3pCode.PENDING);
        assertThat(room.server.dialogs()).isEmpty();
        assertThat(room.server.armedTimers()).isZero();
    }

    @Test
    void onlySoManyAreCalledAtOnce() {
        ChatSettings one = new ChatSettings(Chatroom.SERVER_URI, List.of("*"), 100, 100, 1, Duration.ofMinutes(1));
        Chatroom small = new Chatroom(one);
        Phone erin = small.phone("erin");
        erin.onRing = invite -> {};
        small.command(small.dialOut("erin", erin.contact));
        assertThat(small.command(small.dialOut("frank", erin.contact)))
                .singleElement()
                .satisfies(response -> assertThat(response.anyReason()).contains(Reason.SERVER_BUSY));
    }
}
