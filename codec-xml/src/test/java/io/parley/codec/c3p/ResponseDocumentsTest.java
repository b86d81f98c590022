package io.parley.codec.c3p;

import static io.parley.codec.c3p.C3pTrees.CODEC;
import static io.parley.codec.c3p.C3pTrees.text;
import static io.parley.codec.c3p.C3pTrees.valid;
import static io.parley.codec.c3p.Messages.BOB;
import static io.parley.codec.c3p.Messages.CATHY;
import static io.parley.codec.c3p.Messages.CHAT;
import static io.parley.codec.c3p.Messages.FOCUS;
import static io.parley.codec.c3p.Messages.KEYS;
import static io.parley.codec.c3p.Messages.comesBack;
import static io.parley.codec.c3p.Messages.response;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.parley.c3p.Answer;
import io.parley.c3p.C3pCode;
import io.parley.c3p.C3pCommand;
import io.parley.c3p.C3pMedia;
import io.parley.c3p.C3pNames;
import io.parley.c3p.C3pRequest;
import io.parley.c3p.C3pResponse;
import io.parley.c3p.C3pRole;
import io.parley.c3p.C3pUser;
import io.parley.c3p.CommandResponse;
import io.parley.c3p.ConnectionInfo;
import io.parley.c3p.DiagnosticsInfo;
import io.parley.c3p.EndpointKeys;
import io.parley.c3p.LobbyStatus;
import io.parley.c3p.Reason;
import io.parley.c3p.UnknownCommand;
import io.parley.document.ElementType;
import io.parley.spec.Requirement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What the documents of responses are (sections 2.2.3.2 and 7.1). */
class ResponseDocumentsTest {

    private static final DiagnosticsInfo DIAGNOSTICS =
            DiagnosticsInfo.of(DiagnosticsInfo.MS_DIAGNOSTICS_PUBLIC, 3126, "Unauthorized", "ocs.fabrikam.com");

    /** A request of which only the name of the command matters. */
    private static C3pRequest requestOf(String command) {
        return new C3pRequest(
                "1",
                BOB,
                FOCUS,
                new UnknownCommand(ElementType.foreign(C3pNames.cccp(command)).empty()));
    }

    private static C3pResponse failed(String command, Reason reason) {
        return C3pResponse.failure(requestOf(command), reason, new Answer.Nothing());
    }

    /** Each command with each reason that the schema lists for it. */
    static List<C3pResponse> failures() {
        List<C3pResponse> failures = new ArrayList<>();
        for (C3pCommand command : C3pCommand.values()) {
            command.reasons().forEach(reason -> failures.add(failed(command.element(), reason)));
        }
        return failures;
    }

    private static UnreadableC3pException unreadable(byte[] message) {
        try {
            throw new AssertionError("was read: " + CODEC.readResponse(message));
        } catch (UnreadableC3pException refused) {
            return refused;
        }
    }

    @ParameterizedTest
    @MethodSource("failures")
    @Requirement({"C3P-7.1-06", "C3P-7.1-09"})
    void aReasonOfACommandStandsOnItsElement(C3pResponse failure) throws UnreadableC3pException {
        CommandResponse command = failure.command().orElseThrow();
        String written = text(valid(failure));
        assertThat(written)
                .contains(" code=\"failure\"")
                .contains("<" + command.name() + " ")
                .contains(" reason=\"" + command.reason().orElseThrow() + "\"");
        C3pResponse read = comesBack(failure);
        assertThat(read.anyReason()).isEqualTo(command.reason());
        assertThat(read.reason()).isEmpty();
    }

    @Test
    @Requirement("C3P-7.1-05")
    void aCommonReasonStandsOnTheResponse() throws UnreadableC3pException {
        assertThat(Reason.COMMON).hasSize(8);
        for (Reason reason : Reason.COMMON) {
            C3pResponse failure = C3pResponse.failure(requestOf("deleteUser"), reason);
            assertThat(comesBack(failure)).isEqualTo(failure);
            assertThat(text(valid(failure)))
                    .contains(" reason=\"" + reason + "\"")
                    .endsWith("/>");
        }
    }

    @Test
    @Requirement("C3P-7.1-04")
    void otherReasonsArePassedOn() throws UnreadableC3pException {
        C3pResponse read = CODEC.readResponse(response("<deleteUser reason='vendorX'/>"));
        assertThat(read.anyReason()).contains(new Reason("vendorX"));
        assertThat(text(valid(read))).contains("vendorX");
        assertThat(comesBack(C3pResponse.failure(requestOf("x"), new Reason("vendorY")))
                        .reason())
                .contains(new Reason("vendorY"));
    }

    @ParameterizedTest
    @CsvSource({"requestId", "from", "to", "code"})
    @Requirement("C3P-7.1-02")
    void aResponseNeedsFourAttributes(String missing) {
        assertThat(unreadable(C3pTrees.utf8(text(response("")).replaceFirst(" " + missing + "='[^']*'", ""))))
                .hasMessage("response needs the attribute " + missing);
    }

    @Test
    @Requirement("C3P-2.2.3.2.1-06")
    void aResponseHoldsAtMostOneCommand() {
        assertThat(unreadable(response("<deleteUser/><addUser/>")))
                .hasMessage("a response holds at most one command, not 2");
    }

    @Test
    void aResponseNeedNotHoldOne() throws UnreadableC3pException {
        C3pResponse pending = C3pResponse.pending(requestOf("deleteUser")).respondedBy(CHAT);
        assertThat(comesBack(pending)).isEqualTo(pending);
        assertThat(comesBack(pending).code()).isEqualTo(C3pCode.PENDING);
    }

    @Test
    void timeOutAndVersionAreNotLookedAt() throws UnreadableC3pException {
        C3pResponse read = CODEC.readResponse(C3pTrees.utf8(
                text(response("")).replace("<response", "<response timeOut='1' version='2' retryAfter='2'")));
        assertThat(read.retryAfter()).isEqualTo(OptionalInt.of(2));
        assertThat(text(valid(read))).doesNotContain("timeOut").doesNotContain("version=\"2\"");
    }

    @ParameterizedTest
    @MethodSource("failures")
    @Requirement("C3P-7.1-07")
    void diagnosticsAreTheFirstChildOfTheCommand(C3pResponse failure) throws UnreadableC3pException {
        C3pResponse diagnosed = failure.with(DIAGNOSTICS);
        String name = failure.command().orElseThrow().name();
        assertThat(text(valid(diagnosed))).containsPattern("<" + name + "[^>]*><mscp:diagnostics-info>");
        assertThat(comesBack(diagnosed).diagnostics()).isEqualTo(DIAGNOSTICS);
    }

    @Test
    @Requirement({"C3P-7.1-07", "C3P-2.2.3.2.2-02"})
    void diagnosticsOfAnEndorsementAreItsSecondChild() throws UnreadableC3pException {
        C3pResponse refused = new C3pResponse(
                "1",
                FOCUS,
                BOB,
                C3pCode.FAILURE,
                Optional.empty(),
                Optional.empty(),
                OptionalInt.empty(),
                Optional.empty(),
                DIAGNOSTICS.and(DIAGNOSTICS),
                Optional.of(new CommandResponse(
                        "endorseUser",
                        Optional.empty(),
                        Optional.empty(),
                        new Answer.OfEndorsement(Optional.of(KEYS), Optional.of(Answer.OfEndorsement.OTHER_FAILURE)))));
        assertThat(text(valid(refused)))
                .containsPattern("<endorseUser result=\"otherFailure\"><conferenceKeys[^>]*/><mscp:diagnostics-info>");
        assertThat(comesBack(refused)).isEqualTo(refused);
        assertThat(comesBack(refused).diagnostics().entries()).hasSize(2);
        assertThat(CODEC.readResponse(response("<deleteUser><mscp:diagnostics-info/></deleteUser>"))
                        .diagnostics()
                        .entries())
                .isEmpty();
    }

    @Test
    void diagnosticsStandInTheResponseIfThereIsNoCommand() throws UnreadableC3pException {
        C3pResponse failure =
                C3pResponse.failure(requestOf("x"), Reason.OTHER_FAILURE).with(DIAGNOSTICS);
        assertThat(text(valid(failure))).containsPattern("<response[^>]*><mscp:diagnostics-info>");
        assertThat(comesBack(failure)).isEqualTo(failure);
    }

    @Test
    @Requirement("C3P-7.1-08")
    void theResponseToADialInIsInOrder() throws UnreadableC3pException {
        C3pResponse dialIn = C3pResponse.success(
                        requestOf("addUser"),
                        new Answer.OfUser(
                                Optional.of(KEYS),
                                Optional.of(C3pUser.of(BOB).withRole(C3pRole.ATTENDEE)),
                                Optional.of(ConnectionInfo.of(CHAT, CHAT))))
                .respondedBy(CHAT)
                .with(DIAGNOSTICS);
        assertThat(text(valid(dialIn)))
                .containsPattern("<addUser><mscp:diagnostics-info>.*</mscp:diagnostics-info><conferenceKeys[^>]*/>"
                        + "<ci:user .*</ci:user><mscp:connection-info>");
        assertThat(comesBack(dialIn)).isEqualTo(dialIn);
    }

    @Test
    @Requirement("C3P-7.1-13")
    void mediaFiltersOfManyTellWhatTheMcuDoesNotKnow() throws UnreadableC3pException {
        C3pResponse response = C3pResponse.success(
                requestOf("modifyUsersMediaFilters"),
                new Answer.OfMediaFilters(KEYS, List.of("chair"), List.of(CATHY), List.of("smell")));
        assertThat(comesBack(response)).isEqualTo(response);
    }

    @ParameterizedTest
    @CsvSource({
        "addEndpointMedia, mediaExistsAlready",
        "modifyEndpointMedia, mediaExistsAlready",
        "deleteEndpointMedia, mediaDoesntExist"
    })
    @Requirement("C3P-7.1-15")
    void mediaOfEndpointsAreAnsweredWithKeysAndAMedium(String command, String reason) throws UnreadableC3pException {
        C3pResponse response = C3pResponse.failure(
                requestOf(command),
                new Reason(reason),
                new Answer.OfMedia(Optional.of(new EndpointKeys(FOCUS, CATHY, "{A}")), Optional.of(C3pMedia.of("1"))));
        assertThat(comesBack(response)).isEqualTo(response);
    }

    @Test
    void theLobbyIsAnsweredUserByUser() throws UnreadableC3pException {
        C3pResponse response = C3pResponse.success(
                requestOf("setLobbyAccess"),
                new Answer.OfLobby(
                        Optional.of(KEYS),
                        List.of(
                                new LobbyStatus(CATHY, LobbyStatus.Word.ALREADY_GRANTED),
                                new LobbyStatus(BOB, LobbyStatus.Word.SUCCESS))));
        assertThat(comesBack(response)).isEqualTo(response);
    }

    @Test
    void whatAFactoryAnswersComesBack() throws UnreadableC3pException {
        for (C3pResponse response : List.of(
                C3pResponse.success(requestOf("getConferences"), new Answer.OfConferences(List.of(), true)),
                C3pResponse.success(requestOf("getAvailableMcuTypes"), new Answer.OfMcuTypes(List.of("chat"))),
                C3pResponse.success(
                        requestOf("getEncryptionKey"), new Answer.OfEncryptionKey("AAEC", Optional.of("server"))),
                C3pResponse.success(
                        requestOf("getConferencingCapabilities"),
                        new Answer.OfCapabilities(3, List.of("chat"), false, Optional.of(true))))) {
            assertThat(comesBack(response)).isEqualTo(response);
        }
    }

    @Test
    void aCertificateThatIsNoneIsNotWritten() {
        assertThatThrownBy(() -> CODEC.writeResponse(C3pResponse.success(
                        requestOf("getEncryptionKey"), new Answer.OfEncryptionKey("no!", Optional.empty()))))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
