package io.parley.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.spec.Requirement;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Simple Join as clients see it (MS-CONFBAS sections 2.2.6 and 4.1). */
class JoinTest {

    private static final String URL = "/meet/bob/MJMAY7RF";
    private static final String URI = "sip:bob@fabrikam.com;gruu;opaque=app:conf:focus:id:MJMAY7RF";
    private static final String DOCUMENT = "application/vnd.microsoft.ocsmeeting";
    private static final String BROWSER =
            "Accept: text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,image/webp,*/*;q=0.8";

    private final ScriptedMeetings meetings = ScriptedMeetings.strict();
    private final CcmpHttpServer server = new Echo().server().meetings(meetings).build();

    @BeforeEach
    void start() {
        server.start();
    }

    @AfterEach
    void close() {
        server.close();
    }

    private Answer send(String request) {
        try (Wire wire = new Wire(server.address())) {
            return wire.send(request).answer();
        }
    }

    private Answer get(String target, String... fields) {
        return send(Get.of(target, fields));
    }

    private Ocsmeet document(String target, String... fields) {
        Answer answer = get(target, fields);
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.field("content-type")).isEqualTo(DOCUMENT);
        return Ocsmeet.read(answer.body());
    }

    @Test
    @Requirement({"C3P-D8-01", "C3P-4.1-01"})
    void theUrlShowsAPageWithLinksToTheConference() {
        Answer answer = get(URL, BROWSER);
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.field("content-type")).isEqualTo("text/html; charset=utf-8");
        assertThat(answer.field("cache-control")).isEqualTo("private");
        Page page = new Page(answer.body());
        assertThat(page.target("join")).contains("conf:" + URI);
        assertThat(page.target("call")).contains(URI);
        assertThat(page.text()).contains(URI);
    }

    @Test
    @Requirement("C3P-D8-02")
    void thePageOffersTheDocument() {
        String link = new Page(get(URL, BROWSER).body()).target("document").orElseThrow();
        Answer answer = get(java.net.URI.create(URL).resolve(link).toString(), BROWSER);
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.field("content-type")).isEqualTo(DOCUMENT);
        assertThat(answer.field("content-disposition")).isEqualTo("attachment; filename=\"MJMAY7RF.ocsmeet\"");
        assertThat(Ocsmeet.read(answer.body()).confUri()).isEqualTo(URI);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Accept: application/vnd.microsoft.ocsmeeting",
                "Accept: APPLICATION/vnd.microsoft.OCSmeeting;q=0.5",
                "Accept: text/html;q=0.4, application/*;q=0.5",
                "Accept: */*, application/vnd.microsoft.ocsmeeting",
                "Accept: text/html;q=0, */*"
            })
    @Requirement({"C3P-2.2.6.3-01", "C3P-2.2.6.3-02", "C3P-2.2.6.3-05"})
    void whoPrefersTheDocumentGetsIt(String accept) {
        Ocsmeet document = document(URL, accept);
        assertThat(document.confUri()).isEqualTo(URI);
        assertThat(document.confKey()).isEqualTo("MJMAY7RF");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Accept: */*",
                "Accept: text/html, application/vnd.microsoft.ocsmeeting;q=0.9",
                "Accept: text/html, application/vnd.microsoft.ocsmeeting",
                "Accept: nonsense",
                "X-Without: Accept",
                // The client of section 4.1 names no type of ours.
                "Accept: image/gif, image/jpeg, image/pjpeg, application/x-ms-application, application/msword"
            })
    void everybodyElseGetsThePage(String accept) {
        Answer answer = get(URL, accept);
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.field("content-type")).isEqualTo("text/html; charset=utf-8");
        assertThat(answer.field("vary")).isEqualToIgnoringCase("accept");
    }

    @Test
    @Requirement("C3P-2.2.6.3-03")
    void theTimeIsThatOfTheServer() {
        long began = System.nanoTime();
        String time = document(URL + ".ocsmeet").serverTime();
        long wall = System.nanoTime() - began;
        assertThat(time).matches("[0-9]+\\.[0-9]+");
        assertThat(Double.parseDouble(time)).isBetween(0.0, wall / (double) TimeUnit.MILLISECONDS.toNanos(1));
    }

    @Test
    void theTimeRunsFromTheBeginningToTheDocument() {
        long[] now = {7_000_000};
        JoinResource resource = new JoinResource(
                (organizer, id) -> {
                    now[0] += 1_500_000;
                    return meetings.find(organizer, id);
                },
                () -> now[0]);
        try (Pipe pipe = new Pipe(new Echo().server().resource(resource))) {
            String body = pipe.send(Get.of(URL + ".ocsmeet")).answer().body();
            assertThat(Ocsmeet.read(body).serverTime()).isEqualTo("1.5000");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/meet/bob/MJMAY7RF.ocsmeet",
                "/meet/bob/MJMAY7RF.ocsmeet?sl=1&x=%3Ca%3E",
                "/meet/b%6Fb/MJMAY7RF.ocsmeet",
                "/meet/bob.ocsmeet?'"
            })
    @Requirement("C3P-2.2.6.3-04")
    void theUrlIsToldAsItWasRequested(String target) {
        assertThat(document(target).originalIncomingUrl()).isEqualTo("http://localhost" + target);
        assertThat(document("http://localhost" + target).originalIncomingUrl()).isEqualTo("http://localhost" + target);
    }

    @Test
    void aClientWithoutHostIsToldWhatItSaid() {
        Answer answer = send("GET /meet/bob/1.ocsmeet HTTP/1.0\r\n\r\n");
        assertThat(Ocsmeet.read(answer.body()).originalIncomingUrl()).isEqualTo("/meet/bob/1.ocsmeet");
    }

    @Test
    void escapesAreUndoneBeforeTheConferenceIsLookedFor() {
        document("/meet/b%6fb/%4DJMAY7RF.ocsmeet?id=other");
        assertThat(meetings.asked()).containsExactly("bob MJMAY7RF");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/meet/bob",
                "/meet/",
                "/meet//",
                "/meet/bob/",
                "/meet//MJMAY7RF",
                "/meet/bob/MJMAY7RF/",
                "/meet/a/b/c",
                "/meet/bob/.ocsmeet",
                "/meet/.ocsmeet",
                "/meet/b@b/MJMAY7RF",
                "/meet/bob/%",
                "/meet/bob/%4",
                "/meet/bob/%zz",
                "/meet/bob/%C3%28",
                "/meet/bob/%C0%80",
                "/meet/bob/%00"
            })
    @Requirement("C3P-D8-04")
    void aUrlThatCannotBeParsedGivesTheDocumentWithAnEmptyUri(String target) {
        for (Ocsmeet document : new Ocsmeet[] {document(target), document(target, "Accept: " + DOCUMENT)}) {
            assertThat(document.confUri()).isEmpty();
            assertThat(document.confKey()).isEmpty();
            assertThat(document.originalIncomingUrl()).isEqualTo("http://localhost" + target);
        }
        assertThat(get(target).field("content-disposition")).isEqualTo("attachment; filename=\"meeting.ocsmeet\"");
    }

    @Test
    void aBrowserAtSuchAUrlShowsAPageThatSaysSo() {
        Answer answer = get("/meet/bob", BROWSER);
        assertThat(answer.field("content-type")).isEqualTo("text/html; charset=utf-8");
        Page page = new Page(answer.body());
        assertThat(page.text()).contains("http://localhost/meet/bob names no meeting");
        assertThat(page.target("join")).isEmpty();
        assertThat(page.target("document")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"0, Nobody is there yet.", "1, 1 participant is there.", "8154, 8154 participants are there."})
    void whoMayKnowIsToldHowManyAreThere(int connected, String words) {
        meetings.connected(connected);
        assertThat(new Page(get(URL).body()).text()).contains(words);
    }

    @Test
    void nobodyElseIs() {
        assertThat(get(URL).body()).doesNotContain("roster", "there");
    }

    @Test
    void thePageRunsNothingAndIsFramedNowhere() {
        Answer page = get(URL);
        assertThat(page.field("content-security-policy"))
                .matches("default-src 'none'; style-src 'sha256-[A-Za-z0-9+/]{43}='; base-uri 'none'; "
                        + "form-action 'none'; frame-ancestors 'none'");
        assertThat(page.field("x-frame-options")).isEqualTo("DENY");
        assertThat(page.field("x-content-type-options")).isEqualTo("nosniff");
        assertThat(page.field("referrer-policy")).isEqualTo("no-referrer");
        assertThat(page.body()).doesNotContain("<script", "style=", "src=", " on");
        assertThat(get(URL + ".ocsmeet").field("x-content-type-options")).isEqualTo("nosniff");
    }

    @Test
    void headIsTheSameWithoutTheBody() {
        for (String target : new String[] {URL, URL + ".ocsmeet", "/meet/bob"}) {
            Answer whole = get(target);
            try (Pipe pipe = new Pipe(new Echo().server().meetings(meetings))) {
                assertThat(pipe.send(Get.head(target)).text())
                        .startsWith("HTTP/1.1 200 ")
                        .contains("content-type: " + whole.field("content-type") + "\r\n")
                        .contains("content-length: ")
                        .contains("cache-control: private\r\n")
                        .endsWith("\r\n\r\n");
            }
        }
    }

    @Test
    void theLengthOfAHeadIsThatOfThePage() {
        String length = get(URL).field("content-length");
        try (Pipe pipe = new Pipe(new Echo().server().meetings(meetings))) {
            assertThat(pipe.send(Get.head(URL)).text()).contains("content-length: " + length + "\r\n");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PUT", "DELETE", "OPTIONS", "PATCH", "TRACE", "PROPFIND"})
    void nothingElseIsAllowedThere(String method) {
        Answer answer = send(method + " " + URL + " HTTP/1.1\r\nHost: a\r\nContent-Length: 0\r\n\r\n");
        assertThat(answer.status()).isEqualTo(405);
        assertThat(answer.field("allow")).isEqualTo("GET, HEAD");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/meet", "/Meet/bob/MJMAY7RF", "/meetings/bob/MJMAY7RF", "//meet/bob/MJMAY7RF", "/"})
    void besideItThereIsNothing(String target) {
        assertThat(get(target).status()).isEqualTo(404);
    }

    @Test
    void itIsNotThereUnlessItIsWanted() {
        try (Pipe pipe = new Pipe(new Echo().server())) {
            assertThat(pipe.send(Get.of(URL)).answer().status()).isEqualTo(404);
        }
    }
}
