package io.parley.examples.embedding;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.codec.xml.CcmpCodec;
import io.parley.codec.xml.Limits;
import io.parley.conference.Conferences;
import io.parley.engine.Parley;
import io.parley.http.CcmpHttpServer;
import io.parley.http.client.CcmpClient;
import io.parley.http.client.CcmpException;
import io.parley.http.client.Sender;
import io.parley.identity.XconUri;
import io.parley.inmemory.InMemory;
import io.parley.ports.in.CcmpService;
import io.parley.user.UriEntry;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The sample of the client, against a server of the sort that it is written for. */
class RemoteMeetingTest {

    private static final Sender ALICE = Sender.of("xcon-userid:alice@example.com");

    private final CcmpService service =
            Parley.builder("example.com", InMemory.open("example.com")).build().ccmp();
    private final CcmpHttpServer server = CcmpHttpServer.builder()
            .codec(new CcmpCodec(Limits.defaults()))
            .service(service)
            .build();
    private final ByteArrayOutputStream told = new ByteArrayOutputStream();
    private CcmpClient client;
    private RemoteMeeting meeting;

    @BeforeEach
    void start() {
        server.start();
        client = CcmpClient.builder().server(uri()).build();
        meeting = new RemoteMeeting(client, ALICE, new PrintStream(told, true, StandardCharsets.UTF_8));
    }

    @AfterEach
    void end() {
        client.close();
        server.close();
    }

    private URI uri() {
        return URI.create("http://127.0.0.1:" + server.address().getPort() + "/Xcon/Ccmp");
    }

    private String told() {
        return told.toString(StandardCharsets.UTF_8).strip();
    }

    @Test
    void aMeetingIsBookedAndNamed() throws CcmpException {
        assertThat(meeting.book("example.com")).isTrue();
        meeting.rename("Weekly");

        assertThat(told()).isEqualTo("Weekly, version 3");
    }

    @Test
    void whoeverComesSecondHearsOfIt() throws CcmpException {
        assertThat(meeting.book("example.com")).isTrue();
        XconUri id = service.handle(ALICE.confs()).body().info().orElseThrow().elements().stream()
                .map(entry -> XconUri.of(new UriEntry(entry).uri()))
                .findFirst()
                .orElseThrow();
        service.handle(ALICE.update(id, Conferences.changes(id).title("First").build()));

        meeting.rename("Second");

        assertThat(told().lines()).containsExactly("somebody else has named it", "First, version 3");
    }

    @Test
    void aRefusalIsToldAndNoException() throws CcmpException {
        assertThat(meeting.book("elsewhere.example.org")).isFalse();

        assertThat(told()).startsWith("no meeting: 427 ");
    }
}
