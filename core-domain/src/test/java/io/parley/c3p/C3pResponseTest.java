package io.parley.c3p;

import static io.parley.c3p.C3pExamples.BOB;
import static io.parley.c3p.C3pExamples.CATHY;
import static io.parley.c3p.C3pExamples.CHAT;
import static io.parley.c3p.C3pExamples.FOCUS;
import static io.parley.c3p.C3pExamples.KEYS;
import static io.parley.c3p.C3pExamples.request;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.parley.identity.SipUri;
import io.parley.spec.Requirement;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Responses mirror their requests (section 2.2.3.2). */
class C3pResponseTest {

    private static final C3pRequest REQUEST = request(C3pExamples.deleteUser(CATHY));

    private static void mirrors(C3pResponse response) {
        assertThat(response.requestId()).isEqualTo("1");
        assertThat(response.from()).isEqualTo(FOCUS);
        assertThat(response.to()).isEqualTo(BOB);
    }

    @Test
    void everyResponseSwapsSenderAndAddresseeAndRepeatsTheRequestId() {
        Answer answer = Answer.OfUser.of(KEYS, C3pUser.of(CATHY));
        mirrors(C3pResponse.success(REQUEST, answer));
        mirrors(C3pResponse.pending(REQUEST));
        mirrors(C3pResponse.failure(REQUEST, Reason.UNAUTHORIZED));
        mirrors(C3pResponse.failure(REQUEST, Reason.USER_DOESNT_EXIST, answer));
        assertThat(C3pResponse.success(REQUEST, answer).command().orElseThrow().name())
                .isEqualTo("deleteUser");
    }

    @Test
    void reasonsStandWhereTheyBelong() {
        C3pResponse common = C3pResponse.failure(REQUEST, Reason.UNAUTHORIZED);
        assertThat(common.reason()).contains(Reason.UNAUTHORIZED);
        assertThat(common.command()).isEmpty();
        C3pResponse own = C3pResponse.failure(REQUEST, Reason.USER_DOESNT_EXIST, new Answer.Nothing());
        assertThat(own.reason()).isEmpty();
        assertThat(own.command().flatMap(CommandResponse::reason)).contains(Reason.USER_DOESNT_EXIST);
        assertThat(own.anyReason()).contains(Reason.USER_DOESNT_EXIST);
    }

    @Test
    void theResponseOfAnMcuIsPassedOnUnderTheRequestThatCame() {
        C3pRequest passedOn = new C3pRequest("77", FOCUS, CHAT, REQUEST.command());
        C3pResponse ofMcu = C3pResponse.pending(passedOn).respondedBy(CHAT);
        C3pResponse passedBack = ofMcu.inAnswerTo(REQUEST);
        mirrors(passedBack);
        assertThat(passedBack.code()).isEqualTo(C3pCode.PENDING);
        assertThat(passedBack.responder()).contains(CHAT);
    }

    @Test
    void severalCausesAreEntriesOfOneDiagnosticsInfo() {
        C3pResponse response = C3pResponse.failure(REQUEST, Reason.OTHER_FAILURE)
                .with(DiagnosticsInfo.of(DiagnosticsInfo.MS_DIAGNOSTICS, 486, "Busy \"here\"", "a.example.com"))
                .with(DiagnosticsInfo.of(DiagnosticsInfo.MS_DIAGNOSTICS_PUBLIC, 1, "x", "b"));
        assertThat(response.diagnostics().entries()).hasSize(2);
        assertThat(response.diagnostics().value(DiagnosticsInfo.MS_DIAGNOSTICS))
                .contains("486;reason=\"Busy \\\"here\\\"\";source=\"a.example.com\"");
        assertThat(response.diagnostics().value("x")).isEmpty();
    }

    @Test
    void aRequestThatCannotBeReadIsAnsweredIfItHasARequestId() {
        MalformedC3p known = new MalformedC3p(Optional.of("7"), Optional.of(CATHY), Optional.empty(), "no command");
        C3pResponse response = known.response(BOB, FOCUS).orElseThrow();
        assertThat(response.requestId()).isEqualTo("7");
        assertThat(response.to()).isEqualTo(CATHY);
        assertThat(response.from()).isEqualTo(FOCUS);
        assertThat(response.reason()).contains(Reason.REQUEST_MALFORMED);
        assertThat(response.displayString()).contains("no command");
        assertThat(new MalformedC3p(Optional.empty(), Optional.empty(), Optional.empty(), "x").response(BOB, FOCUS))
                .isEmpty();
    }

    @Test
    @Requirement("C3P-2.2.3.18-05")
    void onlyTheTwoKeysOfSipAreComparedWithoutRegardToCase() {
        ConnectionInfo info = new ConnectionInfo(List.of(
                new ConnectionInfo.Entry("mcu-conference-uri", " " + CHAT),
                new ConnectionInfo.Entry("sauthid", "1"),
                new ConnectionInfo.Entry("sAuthId", "2")));
        assertThat(info.conferenceUri()).contains(CHAT);
        assertThat(info.serverUri()).isEmpty();
        assertThat(info.value("sAuthId")).contains("2");
        assertThat(info.value("SAUTHID")).isEmpty();
    }

    @Test
    void valuesRefuseWhatTheyCannotBe() {
        assertThatThrownBy(() -> new Reason(" ")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new C3pRequest("", BOB, FOCUS, REQUEST.command()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new UserCommand.SetLobbyAccess(KEYS, List.of(), Access.DENIED))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new C3pUser(C3pEndpoint.of("{A}").element())).hasMessageContaining("endpoint");
        assertThat(C3pUser.read(C3pUser.of(BOB).element().withAttribute(C3pNames.ENTITY, "bob")))
                .isEmpty();
        assertThat(SipUri.parse("bob")).isEmpty();
    }
}
