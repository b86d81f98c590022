package io.parley.http.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.parley.ccmp.Message;
import io.parley.ccmp.Operation;
import io.parley.ccmp.Options;
import io.parley.identity.XconUri;
import io.parley.spec.Requirement;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a client takes from the optionsResponse of RFC 6503 section 6.8. */
class CapabilitiesTest {

    private static final Sender ALICE = Sender.of("xcon-userid:alice@example.com");
    private static final XconUri CONFERENCE = XconUri.of("xcon:1@example.com");

    private final Stub server = Stub.http();
    private final CcmpClient client = CcmpClient.builder().server(server.uri()).build();
    private Capabilities known;

    @BeforeEach
    void ask() throws IOException {
        byte[] response;
        try (InputStream stream = CapabilitiesTest.class.getResourceAsStream("options-response.xml")) {
            response = stream.readAllBytes();
        }
        server.answers(any -> new Stub.Answering(200, response, "Content-Type", "application/ccmp+xml"));
        known = client.capabilities(ALICE).orElseThrow();
        assertThat(server.only().request().message()).isEqualTo(Message.OPTIONS);
    }

    @AfterEach
    void end() {
        client.close();
        server.close();
    }

    @Test
    @Requirement("CCMP-5.3.11-04")
    void extensionsAreFoundWithTheirSchemas() {
        assertThat(known.extensions())
                .extracting(Options.ExtendedMessage::name, Options.ExtendedMessage::schemaDefinition)
                .containsExactly(tuple("confSummaryRequest", "http://example.com/ccmp-extension-schema.xsd"));
    }

    @Test
    @Requirement("CCMP-5.3.12-07")
    void aMessageWithoutOperationsHasAllOfThem() {
        assertThat(known.operations(Message.CONF))
                .containsExactlyInAnyOrder(Operation.CREATE, Operation.RETRIEVE, Operation.UPDATE, Operation.DELETE);
        assertThat(known.operations(Message.USERS)).containsExactlyInAnyOrder(Operation.RETRIEVE, Operation.UPDATE);
        assertThat(known.operations(Message.BLUEPRINT)).containsExactly(Operation.RETRIEVE);
        assertThat(known.operations(Message.SIDEBAR_BY_VAL)).isEmpty();
    }

    @Test
    @Requirement("CCMP-5.3.12-08")
    void aMessageThatIsNotListedIsNotSent() throws CcmpException {
        CcmpClient knowing = client.within(known);

        assertThatThrownBy(() -> knowing.send(ALICE.request(Message.SIDEBAR_BY_VAL, Operation.RETRIEVE, CONFERENCE)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the server does not support sidebarByValRequest");
        assertThat(server.seen()).hasSize(1);
        assertThat(knowing.send(ALICE.retrieve(CONFERENCE)).isAccepted()).isTrue();
        assertThat(knowing.send(ALICE.confs()).isAccepted()).isTrue();
        assertThat(knowing.send(ALICE.extended(CONFERENCE, "confSummaryRequest", List.of()))
                        .isAccepted())
                .isTrue();
    }

    @Test
    void anOperationThatIsNotListedIsRefused() {
        assertThat(known.refusal(ALICE.request(Message.BLUEPRINT, Operation.DELETE, CONFERENCE)))
                .contains("the server supports blueprintRequest without delete");
        assertThat(known.refusal(ALICE.options())).isEmpty();
    }
}
