package io.parley.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.spec.Requirement;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.NotEmpty;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Join URLs of people who mean harm. Whatever a URL says, the tags of the page, its fields and the elements of the document are those of any
 * other; only texts differ.
 */
class HostileJoinUrlsTest {

    private static final String HTML = "Accept: text/html";
    private static final List<String> NO_LINK = new Page(page(ScriptedMeetings.strict(), "/meet/bob")).markup();
    private static final List<String> LINKS = new Page(page(ScriptedMeetings.lax(), "/meet/bob/1")).markup();

    private static String page(ScriptedMeetings meetings, String target) {
        return answer(meetings, target, HTML).body();
    }

    private static Answer answer(ScriptedMeetings meetings, String target, String accept) {
        try (Pipe pipe = new Pipe(new Echo().server().meetings(meetings))) {
            Answer answer = pipe.send(Get.of(target, accept)).answer();
            assertThat(answer.status()).isEqualTo(200);
            return answer;
        }
    }

    /** Every byte as a percent escape. */
    private static String escaped(String text) {
        StringBuilder escaped = new StringBuilder();
        for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
            escaped.append(String.format("%%%02X", b));
        }
        return escaped.toString();
    }

    private static void isLikeAnyOther(String target) {
        assertThat(new Page(page(ScriptedMeetings.strict(), target)).markup()).isIn(LINKS, NO_LINK);
        Page lax = new Page(page(ScriptedMeetings.lax(), target));
        assertThat(lax.markup()).isIn(LINKS, NO_LINK);
        lax.target("document").ifPresent(link -> assertThat(link).matches("\\./[A-Za-z0-9%._*-]+\\.ocsmeet"));
        for (ScriptedMeetings meetings : List.of(ScriptedMeetings.strict(), ScriptedMeetings.lax())) {
            Answer answer = answer(meetings, target, "Accept: application/vnd.microsoft.ocsmeeting");
            Ocsmeet.read(answer.body());
            assertThat(answer.field("content-disposition")).matches("attachment; filename=\"[\\w-]+\\.ocsmeet\"");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/meet/bob/%3Cscript%3E%22'",
                "/meet/bob/%3C/script%3E%3Cscript%3Ealert(1)%3C/script%3E",
                "/meet/%22onmouseover=%22alert(1)/1",
                "/meet/bob/'><img/src=x/onerror=alert(1)>",
                "/meet/bob/<svg/onload=alert(1)>",
                "/meet/bob/%0d%0aSet-Cookie:%20a=b%0d%0a%0d%0a%3Chtml%3E",
                "/meet/bob/1%00.html",
                "/meet/bob/javascript:alert(1)//",
                "/meet/bob/javascript%3Aalert(1)%2F%2F",
                "/meet/bob/%2F%2Fevil.example%2F1",
                "/meet/..%2F..%2Fetc/passwd",
                "/meet/../Xcon/Ccmp",
                "/meet/bob@evil.example%3Bx/1",
                "/meet/bob/1;maddr=evil.example?Subject=x",
                "/meet/bob/1%3Bmaddr=evil.example%3FSubject=x",
                "/meet/bob/]]%3E%3C!--",
                "/meet/bob/%26lt;%26%2360;&lt;&#60;",
                "/meet/%E2%80%AEbob/%EF%BF%BF%F0%9F%98%80%C2%85%E2%80%A8",
                "/meet/%ED%A0%80/%F4%90%80%80",
                "/meet/bob/%%%2",
                "/meet/bob/1?%3Cscript%3E\"'<>&",
                "/meet/bob/1\"'<>&#<script>"
            })
    @Requirement("C3P-D8-05")
    void pageAndDocumentHaveNoMarkupFromTheUrl(String target) {
        isLikeAnyOther(target);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Accept: text/html", "Accept: application/vnd.microsoft.ocsmeeting"})
    @Requirement("C3P-D8-05")
    void scriptsAndQuotesStandThereAsTextOnly(String accept) {
        String target = "/meet/bob/%3Cscript%3E%22'\"<script>";
        String body = answer(ScriptedMeetings.lax(), target, accept).body();
        assertThat(body).doesNotContain("<script", "\"'", "'");
        String unparsed = answer(ScriptedMeetings.strict(), target, accept).body();
        assertThat(unparsed)
                .doesNotContain("<script", "\"&#39;", "'")
                .contains("%3Cscript%3E%22&#39;&#34;&#60;script&#62;");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/meet/bob/1%0d%0aX-Injected:%20yes", "/meet/a%0d%0aX-Injected:%20yes/1.ocsmeet"})
    void noFieldComesOutOfTheUrl(String target) {
        for (ScriptedMeetings meetings : List.of(ScriptedMeetings.strict(), ScriptedMeetings.lax())) {
            assertThat(answer(meetings, target, "Accept: */*").fields()).doesNotContainKey("x-injected");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {100, 7_000, 8_100, 20_000})
    void aUrlIsServedOrTooLong(int length) {
        CcmpHttpServer server =
                new Echo().server().meetings(ScriptedMeetings.strict()).build();
        server.start();
        try (Wire wire = new Wire(server.address())) {
            Answer answer = wire.send(Get.of("/meet/bob/" + "%41".repeat(length / 3), HTML))
                    .answer();
            assertThat(answer.status()).isEqualTo(length < 8_150 ? 200 : 414);
        } finally {
            server.close();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"a'\"b", "a<b", "a&b", "a b", "a\u00e9b"})
    void aHostThatIsNoneIsRefused(String host) {
        try (Pipe pipe = new Pipe(new Echo().server().meetings(ScriptedMeetings.lax()))) {
            Answer answer = pipe.send("GET /meet/bob HTTP/1.1\r\nHost: " + host + "\r\n\r\n")
                    .answer();
            if (answer.status() == 200) {
                assertThat(Ocsmeet.read(answer.body()).originalIncomingUrl()).isEqualTo("http://" + host + "/meet/bob");
            } else {
                assertThat(answer.status()).isEqualTo(400);
            }
        }
    }

    @Property(tries = 300)
    void anyTextInEscapesIsText(@ForAll @NotEmpty @Size(max = 40) String organizer, @ForAll @Size(max = 40) String id) {
        isLikeAnyOther("/meet/" + escaped(organizer) + "/x" + escaped(id) + "%3C");
    }

    @Property(tries = 300)
    void anyBytesInEscapesAreText(@ForAll @Size(max = 40) List<Byte> bytes) {
        String escaped = bytes.stream().map(b -> String.format("%%%02x", b)).collect(Collectors.joining());
        isLikeAnyOther("/meet/bob/%3c" + escaped);
    }

    @Property(tries = 300)
    void anyCharactersOfARequestLineAreText(@ForAll @Size(max = 60) List<Byte> bytes) {
        String raw = bytes.stream()
                .map(b -> (char) (b & 0xFF))
                .filter(c -> c > ' ' && c != 0x7F && c != '?' && c != '#')
                .map(String::valueOf)
                .collect(Collectors.joining());
        try (Pipe pipe = new Pipe(new Echo().server().meetings(ScriptedMeetings.lax()))) {
            Answer answer = pipe.send(Get.of("/meet/bob/<" + raw, HTML)).answer();
            assertThat(answer.status()).isIn(200, 400);
            if (answer.status() == 200) {
                assertThat(new Page(answer.body()).markup()).isIn(LINKS, NO_LINK);
            }
        }
    }
}
