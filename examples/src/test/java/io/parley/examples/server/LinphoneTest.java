package io.parley.examples.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.spec.Requirement;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What the CCMP client of liblinphone sends, and what it reads from the answers without looking twice: qualified names as literals, ways
 * in, directions of media and entities of users that have to be there. Hence this test reads text and not documents.
 */
class LinphoneTest {

    private static final String ORGANIZER = "xcon-userid:marie@example.com";
    private static final String GUEST = "xcon-userid:pauline@example.com";
    private static final String CALENDAR = "BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:-//phone//EN\nBEGIN:VEVENT\n"
            + "DTSTART:20300102T100000Z\nDURATION:PT1H\nSUMMARY:Stand-up\nEND:VEVENT\nEND:VCALENDAR";

    private final HttpClient http = HttpClient.newHttpClient();
    private Server server;

    @BeforeEach
    void start() {
        server = Server.start(new ServeOptions().listeningOn("127.0.0.1:0").plan());
    }

    @AfterEach
    void end() {
        server.close();
    }

    @Test
    @Requirement("CCMP-I-05")
    void anAdHocConferenceIsOneRequestThatCallsItsPeople() {
        String created = create(document("xcon:AUTO_GENERATE_1@example.com", "Ad hoc", "", "dial-out"));

        assertThat(created).contains("<response-code>200</response-code>").doesNotContain("AUTO_GENERATE");
        assertThat(texts(created, "confObjID"))
                .singleElement()
                .satisfies(id -> assertThat(id).startsWith("xcon:").endsWith("@example.com"));
        assertThat(created)
                .contains("<xcon:target uri=\"sip:pauline@example.com\" method=\"dial-out\"")
                .contains("<info:status>inactive</info:status>");
        assertThat(texts(created, "info:type")).containsExactlyInAnyOrder("audio", "video", "text");
    }

    @Test
    @Requirement({"CCMP-I-08", "CCMP-I-09", "CCMP-I-10", "CCMP-I-11"})
    void everyAnswerHoldsWhatTheClientReadsWithoutLooking() {
        String created = create(document("xcon:AUTO_GENERATE_1@example.com", "Weekly", CALENDAR, "dial-in"));
        String conference = texts(created, "confObjID").get(0);
        String updated = update(conference, document(conference, "Fortnightly", CALENDAR, "dial-in"));
        String retrieved = ask(ORGANIZER, "conf", "retrieve", conference, "");

        for (String answer : List.of(created, updated, retrieved)) {
            assertThat(texts(answer, "confObjID")).containsExactly(conference);
            assertThat(answer).contains("<xcon:conference-time>").contains("<xcon:allowed-users-list>");
            assertThat(texts(between(answer, "info:conf-uris"), "info:uri"))
                    .singleElement()
                    .satisfies(uri -> assertThat(uri).startsWith("sip:"));
            assertThat(between(answer, "info:available-media").split("<info:entry"))
                    .hasSize(4);
            assertThat(texts(between(answer, "info:available-media"), "info:status"))
                    .hasSize(3);
            assertThat(answer).contains("<info:user entity=\"" + ORGANIZER + "\"");
        }
    }

    @Test
    @Requirement({"CCMP-I-06", "CCMP-D5-13"})
    void theWholeDocumentComesBackAsAnUpdateAndTheLastWriterWins() {
        String conference = texts(
                        create(document("xcon:AUTO_GENERATE_1@example.com", "Weekly", CALENDAR, "dial-in")),
                        "confObjID")
                .get(0);
        String renamed = update(conference, document(conference, "Fortnightly", CALENDAR, "dial-in"));
        String retrieved = ask(ORGANIZER, "conf", "retrieve", conference, "");

        assertThat(renamed).contains("<response-code>200</response-code>").contains("<version>2</version>");
        assertThat(retrieved)
                .contains("<info:subject>Fortnightly</info:subject>")
                .contains("DTSTART:20300102T100000Z");
        assertThat(texts(between(retrieved, "xcon:conference-time"), "xcon:base"))
                .singleElement()
                .isEqualTo(CALENDAR);
    }

    @Test
    void theListShowsTheOrganizerAndTheGuestTheConferenceAndNobodyElse() {
        String conference = texts(
                        create(document("xcon:AUTO_GENERATE_1@example.com", "Weekly", CALENDAR, "dial-in")),
                        "confObjID")
                .get(0);

        assertThat(list(ORGANIZER)).contains("<info:uri>" + conference + "</info:uri>");
        assertThat(list(GUEST)).contains("<info:uri>" + conference + "</info:uri>");
        assertThat(list("xcon-userid:stranger@example.com"))
                .contains("<response-code>200</response-code>")
                .doesNotContain(conference);
    }

    @Test
    @Requirement("CCMP-I-07")
    void theWholeDocumentComesWithTheDeleteToo() {
        String conference = texts(
                        create(document("xcon:AUTO_GENERATE_1@example.com", "Weekly", CALENDAR, "dial-in")),
                        "confObjID")
                .get(0);
        String deleted =
                ask(ORGANIZER, "conf", "delete", conference, document(conference, "Weekly", CALENDAR, "dial-in"));

        assertThat(deleted).contains("<response-code>200</response-code>");
        assertThat(ask(ORGANIZER, "conf", "retrieve", conference, "")).contains("<response-code>404</response-code>");
        assertThat(list(ORGANIZER)).doesNotContain(conference);
    }

    @Test
    void theOrganizerIsTheUserWithThatRole() {
        String created = create(document("xcon:AUTO_GENERATE_1@example.com", "Weekly", CALENDAR, "dial-in")
                .replace(
                        "<conference-info:users>",
                        "<conference-info:users><conference-info:user entity=\"" + ORGANIZER
                                + "\"><conference-info:roles><conference-info:entry>organizer</conference-info:entry>"
                                + "</conference-info:roles></conference-info:user>"));

        assertThat(created).contains("<response-code>200</response-code>");
        assertThat(texts(between(created, "info:roles"), "info:entry")).contains("organizer");
    }

    private String create(String document) {
        return ask(ORGANIZER, "conf", "create", "", document);
    }

    private String update(String conference, String document) {
        return ask(ORGANIZER, "conf", "update", conference, document);
    }

    private String list(String user) {
        return ask(user, "confs", "", "", "");
    }

    /** {@code confInfo} as the client fills it, in updates too: every stream that it knows, with a placeholder for its label. */
    private static String document(String entity, String title, String calendar, String method) {
        String time = calendar.isEmpty()
                ? ""
                : "<xcon-conference-info:conference-time><xcon-conference-info:entry><xcon-conference-info:base>"
                        + calendar
                        + "</xcon-conference-info:base></xcon-conference-info:entry></xcon-conference-info:conference-time>";
        return "<confInfo entity=\"" + entity + "\"><conference-info:conference-description>"
                + "<conference-info:subject>" + title + "</conference-info:subject>"
                + "<conference-info:available-media>" + medium(2, "audio", "sendrecv") + medium(3, "video", "sendrecv")
                + medium(4, "text", "inactive") + "</conference-info:available-media>" + time
                + "</conference-info:conference-description><conference-info:users>"
                + "<xcon-conference-info:allowed-users-list>"
                + "<xcon-conference-info:target uri=\"sip:pauline@example.com\" method=\"" + method + "\"/>"
                + "</xcon-conference-info:allowed-users-list></conference-info:users></confInfo>";
    }

    private static String medium(int number, String type, String status) {
        return "<conference-info:entry label=\"AUTO_GENERATE_" + number + "\"><conference-info:display-text>" + type
                + "</conference-info:display-text><conference-info:type>" + type
                + "</conference-info:type><conference-info:status>" + status
                + "</conference-info:status></conference-info:entry>";
    }

    private String ask(String user, String message, String operation, String conference, String document) {
        String body = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"no\" ?>"
                + "<xcon-ccmp:ccmpRequest xmlns:conference-info=\"urn:ietf:params:xml:ns:conference-info\""
                + " xmlns:xcon-ccmp=\"urn:ietf:params:xml:ns:xcon-ccmp\""
                + " xmlns:xcon-conference-info=\"urn:ietf:params:xml:ns:xcon-conference-info\""
                + " xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\">"
                + "<ccmpRequest xsi:type=\"xcon-ccmp:ccmp-" + message + "-request-message-type\">"
                + "<confUserID>" + user + "</confUserID>"
                + (conference.isEmpty() ? "" : "<confObjID>" + conference + "</confObjID>")
                + (operation.isEmpty() ? "" : "<operation>" + operation + "</operation>")
                + "<xcon-ccmp:" + message + "Request>" + document + "</xcon-ccmp:" + message + "Request>"
                + "</ccmpRequest></xcon-ccmp:ccmpRequest>";
        HttpRequest post = HttpRequest.newBuilder(URI.create("http://" + server.http() + "/Xcon/Ccmp"))
                .header("Content-Type", "application/ccmp+xml")
                .header("From", user.replace("xcon-userid:", "sip:"))
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        try {
            return http.send(post, HttpResponse.BodyHandlers.ofString()).body();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(hurried);
        }
    }

    /** The texts of the elements of that literal name. */
    private static List<String> texts(String answer, String name) {
        return Pattern.compile("<" + name + ">(.*?)</" + name + ">", Pattern.DOTALL)
                .matcher(answer)
                .results()
                .map(found -> found.group(1).replace("&#13;", ""))
                .toList();
    }

    /** What stands in the first element of that literal name. */
    private static String between(String answer, String name) {
        Matcher element = Pattern.compile("<" + name + ">.*?</" + name + ">", Pattern.DOTALL)
                .matcher(answer);
        assertThat(element.find()).as("%s in %s", name, answer).isTrue();
        return element.group();
    }
}
