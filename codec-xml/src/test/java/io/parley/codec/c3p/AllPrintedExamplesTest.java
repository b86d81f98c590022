package io.parley.codec.c3p;

import static io.parley.codec.c3p.C3pTrees.CODEC;
import static io.parley.codec.c3p.C3pTrees.request;
import static io.parley.codec.c3p.C3pTrees.valid;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.parley.c3p.Answer;
import io.parley.c3p.C3pCode;
import io.parley.c3p.C3pCommand;
import io.parley.c3p.C3pRequest;
import io.parley.c3p.C3pResponse;
import io.parley.c3p.Carrier;
import io.parley.c3p.DocumentFaults;
import io.parley.c3p.LobbyStatus;
import io.parley.c3p.SipEnvelope;
import io.parley.document.Element;
import io.parley.identity.SipUri;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The bodies of MS-CONFBAS section 4 from files, as they are printed: what can be made sense of is read, and written again as the schema
 * wants it.
 */
class AllPrintedExamplesTest {

    private static byte[] example(String name) {
        String resource = "/ms-confbas/" + name + ".xml";
        try (InputStream stream =
                Objects.requireNonNull(AllPrintedExamplesTest.class.getResourceAsStream(resource), resource)) {
            return stream.readAllBytes();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "4.2.1-1-request, INVITE, JOIN",
        "4.2.1-4-request, INVITE, JOIN",
        "4.4.1-1-request, INFO, MODIFY_CONFERENCE_LOCK",
        "4.4.3-0-request, INFO, DELETE_USER",
        "4.4.4-1-request, INFO, DELETE_CONFERENCE",
        "4.4.5-1-request, INFO, ADD_USER_DIAL_OUT",
        "4.4.6-1-request, INFO, ADD_USER_DIAL_IN",
        "4.4.7-1-request, INFO, GET_CONFERENCE",
        "4.4.8-1-request, INFO, SET_LOBBY_ACCESS",
        "4.4.9-1-request, INFO, MODIFY_ENDPOINT",
        "4.4.10-0-request, INFO, MODIFY_CONFERENCE"
    })
    void requestsAreUnderstood(String name, Carrier carrier, C3pCommand command) {
        C3pRequest read = request(example(name));
        SipEnvelope envelope = new SipEnvelope(carrier, read.from(), read.to(), "fabrikam.com");
        assertThat(C3pCommand.of(read, envelope)).contains(command);
        assertThat(DocumentFaults.first(read, envelope)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "4.2.1-1-request", "4.2.1-4-request", "4.4.1-1-request", "4.4.3-0-request", "4.4.4-1-request",
                "4.4.5-1-request", "4.4.6-1-request", "4.4.8-1-request", "4.4.9-1-request", "4.4.10-0-request"
            })
    void requestsAreWrittenAsTheSchemaWantsThem(String name) {
        C3pRequest read = request(example(name));
        assertThat(request(valid(read))).isEqualTo(read);
    }

    @Test
    void theRequestWithoutItsRolesIsRefused() {
        C3pReading reading = CODEC.readRequest(example("4.4.2-1-request"));
        assertThat(((C3pReading.Unreadable) reading).fault().fault())
                .isEqualTo("request/modifyUserRoles needs user-roles");
        assertThat(((C3pReading.Unreadable) reading).fault().requestId()).contains("13");
    }

    @ParameterizedTest
    @CsvSource({
        "4.2.1-2-response, SUCCESS, addUser",
        "4.4.1-2-response, SUCCESS, modifyConferenceLock",
        "4.4.2-2-response, SUCCESS, modifyUserRoles",
        "4.4.8-2-response, SUCCESS, setLobbyAccess",
        "4.4.9-2-response, SUCCESS, modifyEndpoint",
        "4.4.10-1-response, SUCCESS, modifyConference"
    })
    void responsesAreUnderstood(String name, C3pCode code, String command) throws UnreadableC3pException {
        C3pResponse read = CODEC.readResponse(example(name));
        assertThat(read.code()).isEqualTo(code);
        assertThat(read.command().orElseThrow().name()).isEqualTo(command);
        assertThat(CODEC.readResponse(valid(read))).isEqualTo(read);
    }

    @ParameterizedTest
    @CsvSource({"4.4.5-2-response, PENDING", "4.4.5-3-response, SUCCESS"})
    void responsesWithoutTheElementOfTheCommandAreUnderstood(String name, C3pCode code) throws UnreadableC3pException {
        C3pResponse read = CODEC.readResponse(example(name));
        assertThat(read.code()).isEqualTo(code);
        assertThat(read.command()).isEmpty();
        assertThat(read.responder()).contains(SipUri.of("sip:alice@fabrikam.com;gruu;opaque=app:conf:chat:id:5D3747C"));
    }

    @Test
    void whatTheResponsesSay() throws UnreadableC3pException {
        Answer roles = CODEC.readResponse(example("4.4.2-2-response"))
                .command()
                .orElseThrow()
                .answer();
        assertThat(((Answer.OfUser) roles).conferenceKeys().orElseThrow().confEntity())
                .contains(SipUri.of("sip:alice@fabrikam.com;gruu;opaque=app:conf:focus:id:5D3747C"));
        Answer lobby = CODEC.readResponse(example("4.4.8-2-response"))
                .command()
                .orElseThrow()
                .answer();
        assertThat(((Answer.OfLobby) lobby).statuses())
                .containsExactly(new LobbyStatus(SipUri.of("sip:bob@fabrikam.com"), LobbyStatus.Word.SUCCESS));
        Answer lock = CODEC.readResponse(example("4.4.1-2-response"))
                .command()
                .orElseThrow()
                .answer();
        assertThat(((Answer.OfLock) lock).locked()).contains(true);
        assertThat(((Answer.OfLock) lock).settings()).isPresent();
        assertThat(((Answer.OfLock) lock).conference()).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "4.2.1-3-conference-info", "4.2.1-5-conference-info", "4.2.3-1-conference-info",
                "4.4.2-3-conference-info", "4.4.3-1-conference-info", "4.4.3-2-conference-info",
                "4.4.5-4-conference-info", "4.4.6-3-conference-info", "4.4.8-3-conference-info",
                "4.4.9-3-conference-info"
            })
    void documentsAreUnderstood(String name) throws UnreadableC3pException {
        Element read = CODEC.readDocument(example(name));
        assertThat(CODEC.readDocument(valid(CODEC.writeDocument(read)))).isEqualTo(read);
    }

    /** Prefixes that are not declared, or declared twice: no reader of XML with namespaces gets beyond that. */
    @ParameterizedTest
    @CsvSource({
        "4.3.1-1-conference-info, 'Undeclared namespace prefix \"msav\"'",
        "4.4.1-3-conference-info, 'Undeclared namespace prefix \"ci\"'",
        "4.4.6-2-response, 'Undeclared namespace prefix \"msci\"'",
        "4.4.7-2-response, Duplicate default namespace declaration"
    })
    void whatIsNoXmlWithNamespacesIsRefused(String name, String fault) {
        assertThatThrownBy(() -> {
                    if (name.endsWith("response")) {
                        CODEC.readResponse(example(name));
                    } else {
                        CODEC.readDocument(example(name));
                    }
                })
                .isInstanceOf(UnreadableC3pException.class)
                .hasMessageContaining(fault);
    }
}
