package io.parley.examples.server;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.read.ListAppender;
import io.parley.ccmp.CcmpRequest;
import io.parley.ccmp.Message;
import io.parley.ccmp.Operation;
import io.parley.codec.xml.CcmpCodec;
import io.parley.codec.xml.Dialect;
import io.parley.codec.xml.Limits;
import io.parley.document.Attributes;
import io.parley.document.Element;
import io.parley.document.Info;
import io.parley.document.Schema;
import io.parley.document.Xcon;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** Passwords in all places where they may stand, and some where they may not, leave no trace in the log, at any level. */
class SecretsTest {

    private static final String ALICE = "xcon-userid:alice@example.com";
    private static final String SECRET = "hunter2-is-secret";

    private final CcmpCodec codec = new CcmpCodec(Limits.defaults());
    private final HttpClient client = HttpClient.newHttpClient();

    @Test
    void noneIsLogged() throws Exception {
        LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
        Logger all = context.getLogger("io.parley");
        Level before = all.getLevel();
        ListAppender<ILoggingEvent> log = new ListAppender<>();
        log.start();
        all.setLevel(Level.TRACE);
        all.addAppender(log);
        try (RunningServer server = RunningServer.with(
                "--subject", "optional", "--user", "alice:" + SECRET, "--callback-allow", "127.0.0.1")) {
            String url = "http://" + server.address();
            for (byte[] body : bodies().toList()) {
                post(url + "/Xcon/Ccmp?password=" + SECRET, "application/ccmp+xml", body);
                post(url + "/" + "?password=" + SECRET, "application/ccmp+xml", body);
                post(url + "/Xcon/Ccmp", "text/" + SECRET, body);
            }
            post(
                    url + "/callbacks",
                    "application/json",
                    ("{\"conference\":\"xcon:c@example.com\",\"url\":\"https://127.0.0.1/" + SECRET + "\",\"user\":\""
                                    + ALICE + "\",\"password\":\"" + SECRET + "\",\"secret\":\"" + SECRET + "\"}")
                            .getBytes(StandardCharsets.UTF_8));
            post(url + "/callbacks", "application/json", ("{\"" + SECRET).getBytes(StandardCharsets.UTF_8));
            follow(url);
        } finally {
            all.detachAppender(log);
            all.setLevel(before);
        }
        List<ILoggingEvent> events = List.copyOf(log.list);
        assertThat(events)
                .filteredOn(event -> event.getLoggerName().equals("io.parley.http.access"))
                .as("lines of the access log")
                .hasSize(3 * (int) bodies().count() + 3)
                .allMatch(event -> event.getLevel() == Level.INFO);
        assertThat(events)
                .extracting(SecretsTest::whole)
                .noneMatch(line -> line.contains(SECRET))
                .noneMatch(line -> line.contains(basic().substring(6)))
                .noneMatch(line -> line.contains("alice@"));
    }

    /** Begins to follow, and goes away; the line is written when the connection has ended. */
    private void follow(String url) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create(url + "/events/xcon%3Ac%40example.com?password=" + SECRET))
                .header("Accept", "text/event-stream")
                .header("Authorization", basic())
                .header("Conference-Password", SECRET)
                .build();
        HttpResponse<InputStream> stream = client.send(request, BodyHandlers.ofInputStream());
        assertThat(stream.statusCode()).isEqualTo(200);
        stream.body().close();
    }

    private static String whole(ILoggingEvent event) {
        String message = event.getFormattedMessage();
        return event.getThrowableProxy() == null
                ? message
                : message + ThrowableProxyUtil.asString(event.getThrowableProxy());
    }

    private Stream<byte[]> bodies() {
        CcmpRequest conf = CcmpRequest.of(Message.CONF, ALICE);
        Element description = Schema.CONFERENCE_DESCRIPTION.empty();
        Element uris = description.type().child(Info.CONF_URIS).empty();
        Element entry = uris.type()
                .child(Info.ENTRY)
                .empty()
                .with(Info.URI, "sip:c@example.com")
                .with(Xcon.CONFERENCE_PASSWORD, SECRET);
        Element document = Schema.CONFERENCE_INFO
                .empty()
                .withAttribute(Attributes.ENTITY, "xcon:c@example.com")
                .with(description.with(uris.with(entry)));
        CcmpRequest create = conf.operation(Operation.CREATE).info(document);
        Stream<CcmpRequest> requests = Stream.of(
                create,
                create,
                create.subject("alice", SECRET),
                create.subject("alice", SECRET + "wrong"),
                conf.operation(Operation.RETRIEVE).on("xcon:c@example.com").conferencePassword(SECRET),
                conf.operation(Operation.RETRIEVE).on("xcon:c@example.com").conferencePassword(SECRET + "wrong"),
                conf.operation(Operation.RETRIEVE).on(SECRET),
                conf.operation(Operation.UPDATE)
                        .on("xcon:c@example.com")
                        .conferencePassword(SECRET)
                        .info(document));
        return Stream.concat(
                requests.map(request -> codec.writeRequest(request, Dialect.RFC_6503)),
                Stream.of(("<" + SECRET).getBytes(StandardCharsets.UTF_8)));
    }

    private void post(String url, String type, byte[] body) throws Exception {
        client.send(
                HttpRequest.newBuilder(URI.create(url))
                        .header("Content-Type", type)
                        .header("Authorization", basic())
                        .POST(BodyPublishers.ofByteArray(body))
                        .build(),
                BodyHandlers.ofString());
    }

    private static String basic() {
        return "Basic " + Base64.getEncoder().encodeToString(("alice:" + SECRET).getBytes(StandardCharsets.UTF_8));
    }
}
