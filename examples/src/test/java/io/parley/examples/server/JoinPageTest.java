package io.parley.examples.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.ccmp.CcmpRequest;
import io.parley.ccmp.Message;
import io.parley.ccmp.Operation;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.Test;

/** Join URLs of a server that runs, beside CCMP on its one port. */
class JoinPageTest {

    private static HttpResponse<String> get(RunningServer server, String path) throws Exception {
        URI uri = URI.create("http://" + server.address() + path);
        return HttpClient.newHttpClient().send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString());
    }

    @Test
    void aConferenceHasAPageAndADocument() throws Exception {
        try (RunningServer server = RunningServer.with()) {
            String id = server.client()
                    .handle(CcmpRequest.of(Message.CONF, "xcon-userid:alice@example.com")
                            .operation(Operation.CREATE))
                    .confObjId()
                    .orElseThrow()
                    .replaceAll("xcon:|@.*", "");
            HttpResponse<String> page = get(server, "/meet/alice/" + id);
            assertThat(page.statusCode()).isEqualTo(200);
            assertThat(page.body())
                    .contains("href=\"sip:" + id + "@example.com\"")
                    .doesNotContain("roster");
            assertThat(get(server, "/meet/alice/" + id + ".ocsmeet").body())
                    .contains("<conf-uri>sip:" + id + "@example.com</conf-uri>")
                    .contains(">http://" + server.address() + "/meet/alice/" + id + ".ocsmeet</original-incoming-url>");
        }
    }
}
