package io.parley.examples.provisioning;

import static io.parley.examples.provisioning.Desk.ID;
import static io.parley.examples.provisioning.Desk.URI;
import static org.assertj.core.api.Assertions.assertThat;

import io.parley.authorization.AccessPolicy;
import io.parley.authorization.Action;
import io.parley.ccmp.CcmpRequest;
import io.parley.ccmp.Message;
import io.parley.ccmp.Operation;
import io.parley.codec.xml.CcmpCodec;
import io.parley.codec.xml.Limits;
import io.parley.http.CcmpHttpServer;
import io.parley.identity.XconUri;
import io.parley.ports.in.MeetingDirectory.Meeting;
import io.parley.spec.Requirement;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is behind the join URLs of a system (MS-CONFBAS section 3.2, design of Simple Join). */
class JoinUrlsTest {

    private static final AccessPolicy OPEN = access -> access.action() == Action.SEE_CONFERENCE
            ? Optional.empty()
            : AccessPolicy.standard().refusal(access);

    private static String page(Desk desk, String path) throws IOException, InterruptedException {
        try (CcmpHttpServer server = CcmpHttpServer.builder()
                .service(desk.parley.ccmp())
                .codec(new CcmpCodec(Limits.defaults()))
                .meetings(desk.parley.meetings())
                .build()) {
            server.start();
            java.net.URI uri =
                    java.net.URI.create("http://127.0.0.1:" + server.address().getPort() + path);
            return HttpClient.newHttpClient()
                    .send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString())
                    .body();
        }
    }

    private static Desk withOneInAndOneWaiting(AccessPolicy policy) {
        Desk desk = Desk.with(parley -> parley.policy(policy));
        desk.provisioned("<msci:admission-policy>closedAuthenticated</msci:admission-policy>", "");
        desk.call(Desk.ALICE).joined();
        desk.call(Desk.BOB).joined();
        return desk;
    }

    @Test
    @Requirement("C3P-D8-03")
    void strangersAreToldHowManyAreConnectedWhereThePolicySaysSo() throws Exception {
        assertThat(page(withOneInAndOneWaiting(OPEN), "/meet/alice/" + ID)).contains("1 participant is there.");
    }

    @Test
    @Requirement("C3P-D8-03")
    void elsewhereThePageHasNoCount() throws Exception {
        String occupied = page(withOneInAndOneWaiting(AccessPolicy.standard()), "/meet/alice/" + ID);
        assertThat(occupied).contains(URI).doesNotContain("there", "roster");
        assertThat(occupied).as("as if there were nothing").isEqualTo(page(Desk.open(), "/meet/alice/" + ID));
    }

    @Test
    void aConferenceOfCcmpIsFoundUnderItsOwner() {
        Desk desk = Desk.open();
        XconUri id = XconUri.of(desk.parley
                .ccmp()
                .handle(CcmpRequest.of(Message.CONF, "xcon-userid:alice@example.com")
                        .operation(Operation.CREATE))
                .confObjId()
                .orElseThrow());
        String objectId = id.objectId().orElseThrow();
        assertThat(desk.parley.meetings().find("Alice", objectId).orElseThrow().uri())
                .hasToString("sip:" + objectId + "@example.com");
        assertThat(desk.parley.meetings().find("bob", objectId).orElseThrow().uri())
                .hasToString("sip:bob@example.com;gruu;opaque=app:conf:focus:id:" + objectId);
    }

    @Test
    void whatIsNotThereHasTheUriThatItWouldHave() {
        Desk desk = Desk.open();
        Meeting none = desk.parley.meetings().find("alice", ID).orElseThrow();
        assertThat(none.uri()).hasToString(URI);
        assertThat(none.connected()).isEqualTo(OptionalInt.empty());
        desk.provisioned("", "");
        assertThat(desk.parley.meetings().find("alice", ID)).contains(none);
    }

    @ParameterizedTest
    @CsvSource({
        "'', 1", "alice, ''", "alice, a.b", "al ice, 1", "alice@evil.example, 1", "alice;x, 1", "alice, 1;maddr=x",
        "alice, 1?x=y", "alice:pw, 1", "j\u00fcrgen, 1", "alice, \u0661", "alice, 'a\n'", "%61lice, 1", "alice, a/b"
    })
    void whatCannotBeAUserAndAnIdentifierNamesNothing(String organizer, String id) {
        assertThat(Desk.open().parley.meetings().find(organizer, id)).isEmpty();
    }
}
