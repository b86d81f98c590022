package io.parley.examples.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.ccmp.CcmpRequest;
import io.parley.ccmp.Message;
import io.parley.ccmp.Operation;
import io.parley.document.Attributes;
import io.parley.document.Info;
import io.parley.document.Schema;
import io.parley.identity.XconUri;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** Server-sent events of a running server. */
class FeedTest {

    private static final String ALICE = "xcon-userid:alice@example.com";

    private final HttpClient client = HttpClient.newHttpClient();

    private HttpResponse<InputStream> follow(RunningServer server, String conference, String user, String after)
            throws IOException, InterruptedException {
        String encoded = URLEncoder.encode(conference, StandardCharsets.UTF_8);
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create("http://" + server.address() + "/events/" + encoded + "?user=" + user))
                .header("Accept", "text/event-stream");
        if (!after.isEmpty()) {
            request.header("Last-Event-ID", after);
        }
        return client.send(request.build(), BodyHandlers.ofInputStream());
    }

    private static String next(BufferedReader lines) throws IOException {
        StringBuilder event = new StringBuilder();
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            if (line.isEmpty() && event.indexOf("data: ") >= 0) {
                return event.toString();
            }
            event.append(line).append('\n');
        }
        return "(end)";
    }

    @Test
    void aFollowerSeesTheConferenceLiveAndGoesOnWhereHeWas() throws Exception {
        try (RunningServer server = RunningServer.with()) {
            CcmpOverHttp ccmp = server.client();
            CcmpRequest conf = CcmpRequest.of(Message.CONF, ALICE);
            String id =
                    ccmp.handle(conf.operation(Operation.CREATE)).confObjId().orElseThrow();
            try (BufferedReader lines = reader(follow(server, id, ALICE, ""))) {
                assertThat(next(lines)).contains("event: reset\nid: 1\n");
                ccmp.handle(conf.operation(Operation.UPDATE)
                        .on(id)
                        .info(Schema.CONFERENCE_INFO
                                .empty()
                                .withAttribute(Attributes.ENTITY, XconUri.of(id).toString())
                                .with(Schema.CONFERENCE_DESCRIPTION
                                        .empty()
                                        .with(Info.DISPLAY_TEXT, "Weekly \"one\""))));
                assertThat(next(lines))
                        .contains("event: changed\nid: 2\n", "\"action\":\"confRequest/update\"", "Weekly \\\"one\\\"");
            }
            ccmp.handle(CcmpRequest.of(Message.USER, ALICE)
                    .operation(Operation.CREATE)
                    .on(id));
            try (BufferedReader lines = reader(follow(server, id, ALICE, "2"))) {
                assertThat(next(lines)).contains("event: changed\nid: 3\n", "\"action\":\"userRequest/create\"");
                ccmp.handle(conf.operation(Operation.DELETE).on(id));
                assertThat(next(lines)).contains("event: deleted\nid: 4\n");
                assertThat(next(lines)).isEqualTo("(end)");
            }
            assertThat(follow(server, id, ALICE, "").statusCode()).isEqualTo(404);
        }
    }

    @Test
    void anOutsiderGetsNothing() throws Exception {
        try (RunningServer server = RunningServer.with()) {
            CcmpRequest create = CcmpRequest.of(Message.CONF, ALICE).operation(Operation.CREATE);
            String id = server.client().handle(create).confObjId().orElseThrow();
            HttpResponse<InputStream> answer = follow(server, id, "xcon-userid:eve@example.com", "");
            assertThat(answer.statusCode()).isEqualTo(403);
            assertThat(answer.body().readAllBytes()).isEmpty();
        }
    }

    private static BufferedReader reader(HttpResponse<InputStream> answer) {
        assertThat(answer.statusCode()).isEqualTo(200);
        return new BufferedReader(new InputStreamReader(answer.body(), StandardCharsets.UTF_8));
    }
}
