package io.parley.examples.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code call} against a server of this process. */
class CallTest {

    private static final String ALICE = "xcon-userid:alice@example.com";
    private static final String BOB = "xcon-userid:bob@example.com";

    private static RunningServer server;

    @BeforeAll
    static void start() throws IOException {
        server = RunningServer.with("--subject", "optional", "--user", "alice:secret", "--user", "bob:hush");
    }

    @AfterAll
    static void end() {
        server.close();
    }

    private Run as(String user, String... arguments) {
        List<String> line =
                new ArrayList<>(List.of("call", "--url", "http://" + server.address() + "/Xcon/Ccmp", "--user", user));
        line.addAll(List.of(arguments));
        return Run.of(line.toArray(String[]::new));
    }

    private static Run done(Run run) {
        assertThat(run.status()).as(run.err()).isZero();
        assertThat(run.err()).isEmpty();
        return run;
    }

    private static void refused(Run run, String code) {
        assertThat(run.status()).isEqualTo(1);
        assertThat(run.out()).isEmpty();
        assertThat(run.err().lines()).hasSize(1).first().asString().startsWith(code + " ");
    }

    private String created(String... arguments) {
        List<String> line = new ArrayList<>(List.of("create"));
        line.addAll(List.of(arguments));
        return done(as(ALICE, line.toArray(String[]::new))).out().split(" ")[0];
    }

    @Test
    void aConferenceFromItsBeginningToItsEnd() {
        String conference = created("--title", "Weekly");
        assertThat(conference).startsWith("xcon:");

        assertThat(done(as(ALICE, "confs")).out()).contains(conference + "  Weekly" + System.lineSeparator());
        assertThat(done(as(ALICE, "update", conference, "--title", "Daily")).out())
                .contains("version 2");
        assertThat(done(as(BOB, "join", conference, "--contact", "sip:bob@example.com"))
                        .out())
                .contains(conference + " version 3");
        assertThat(done(as(BOB, "get", conference)).out())
                .contains("title: Daily", "active: true", "user: " + BOB, "endpoint: sip:bob@example.com");
        refused(as(BOB, "join", conference), "409");
        done(as(BOB, "leave", conference));
        assertThat(done(as(ALICE, "get", conference)).out()).doesNotContain(BOB);
        assertThat(done(as(ALICE, "delete", conference)).out()).contains(conference + " is gone");
        refused(as(ALICE, "get", conference), "404");
        assertThat(done(as(ALICE, "confs")).out()).doesNotContain(conference);
    }

    @Test
    void blueprintsAreListedAndCloned() {
        assertThat(done(as(ALICE, "blueprints")).out().lines()).hasSize(5).anyMatch(line -> line.endsWith("AudioRoom"));

        String conference = created("--blueprint", "xcon:AudioRoom@example.com");

        assertThat(done(as(ALICE, "get", conference)).out()).contains("medium: audio");
    }

    @Test
    void whatTheServerCanDoIsListed() {
        assertThat(done(as(ALICE, "options")).out().lines())
                .contains("confsRequest", "confRequest retrieve create update delete")
                .anyMatch(line -> line.startsWith("confSummaryRequest  http"));
    }

    @Test
    void somebodyIsMutedAndHeardAgain() {
        String conference = created("--blueprint", "xcon:AudioRoom@example.com");
        done(as(BOB, "join", conference, "--contact", "sip:bob@example.com"));
        assertThat(as(ALICE, "mute", conference, "--who", BOB))
                .satisfies(run -> assertThat(run.status()).isEqualTo(1))
                .satisfies(run -> assertThat(run.err()).contains("sends no audio"));

        done(as(ALICE, "mute", conference, "--who", BOB, "--endpoint", "sip:bob@example.com", "--media", "1"));
        assertThat(done(as(BOB, "get", conference)).out()).contains("media 1 recvonly");
        done(as(ALICE, "mute", conference, "--who", BOB, "--off"));
        assertThat(done(as(BOB, "get", conference)).out()).contains("media 1 sendrecv");
        done(as(ALICE, "mute", conference, "--who", BOB));
        assertThat(done(as(BOB, "get", conference)).out()).contains("media 1 recvonly");
    }

    @Test
    void aBaseVersionThatIsOverIsRefused() {
        String conference = created("--title", "One");
        done(as(ALICE, "update", conference, "--title", "Two", "--base", "1"));

        refused(as(ALICE, "update", conference, "--title", "Three", "--base", "1"), "409");
    }

    @Test
    void aDocumentIsReadFromAFile(@TempDir Path directory) throws IOException {
        Path file = Files.writeString(
                directory.resolve("new.xml"),
                "<conference-info xmlns=\"urn:ietf:params:xml:ns:conference-info\" entity=\"xcon:AUTO_GENERATE_1@example.com\">"
                        + "<conference-description><display-text>From a file</display-text></conference-description>"
                        + "</conference-info>");

        String conference = created("--file", file.toString());

        assertThat(done(as(ALICE, "get", conference)).out()).contains("title: From a file");
    }

    @Test
    void aStrangerJoinsWithAContactAndIsGivenAnIdentifier() {
        String conference = created("--title", "Open");

        Run run = Run.of(
                "call",
                "--url",
                "http://" + server.address() + "/Xcon/Ccmp",
                "join",
                conference,
                "--contact",
                "sip:stranger@example.net");

        assertThat(done(run).out()).containsPattern("user: xcon-userid:(?!AUTO).+@example\\.com");
    }

    @Test
    void theMessagesAreShownIfThatIsWanted() {
        Run run = done(as(ALICE, "--xml", "confs"));

        assertThat(run.out().lines().filter(line -> line.contains("<ccmp:ccmp")))
                .hasSize(2)
                .first()
                .asString()
                .contains("<ccmp:confsRequest/>");
        assertThat(run.out()).contains("<response-code>200</response-code>");
    }

    @Test
    void aPasswordNeedNotStandOnTheCommandLine(@TempDir Path directory) throws IOException {
        Path right = Files.writeString(directory.resolve("right"), "secret\n");
        Path wrong = Files.writeString(directory.resolve("wrong"), "guess");

        done(as(ALICE, "--password", "file:" + right, "confs"));
        done(as(ALICE, "--subject", "alice:file:" + right, "confs"));
        refused(as(ALICE, "--password", "file:" + wrong, "confs"), "424");
        refused(as(ALICE, "--subject", "bob:hush", "confs"), "401");
        assertThat(Secret.read("--password", "env:X", name -> name.equals("X") ? "secret" : null))
                .isEqualTo("secret");
    }

    @Test
    void whereNobodyAnswersTheStatusIs3() throws IOException {
        String gone;
        try (RunningServer other = RunningServer.with()) {
            gone = other.address();
        }

        Run run = Run.of("call", "--url", "http://" + gone + "/", "--user", ALICE, "confs");

        assertThat(run.status()).isEqualTo(3);
        assertThat(run.out()).isEmpty();
        assertThat(run.err().lines()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    call                                                        | say what to call: confs
                    call confs                                                  | one of --url and --domain is wanted
                    call --url http://a/ --domain b --user xcon-userid:a@b confs | one of --url and --domain is wanted
                    call --url ftp://a/ --user xcon-userid:a@b confs            | --url ftp://a/: neither an http nor an https URI
                    call --url http://a/ confs                                  | confsRequest needs a confUserID
                    call --url http://a/ --user alice confs                     | --user alice: not an XCON-USERID
                    call --url http://a/ --user xcon-userid:a@b get room        | CONFERENCE room: not an XCON-URI
                    call --url http://a/ --user xcon-userid:a@b get             | Missing required parameter: 'CONFERENCE'
                    call --url http://a/ --user xcon-userid:a@b --subject s confs | --subject: NAME:SECRET is wanted
                    call --url http://a/ --user xcon-userid:a@b --password env:NO_SUCH_THING confs | --password env:NO_SUCH_THING: there is no such variable
                    call --url http://a/ --user xcon-userid:a@b --timeout 61 confs | --timeout 61: the timer of a request is at most 60 s
                    call --url http://a/ --user xcon-userid:a@b --cacert /no/such confs | --cacert /no/such: no certificates can be read
                    call --url http://a/ --user xcon-userid:a@b --bearer hä confs | --bearer ...: not a bearer token
                    call --url http://a/ --user xcon-userid:a@b mute xcon:c@b --media 1 | --endpoint and --media go together
                    call --foo confs                                            | Unknown option: '--foo'
                    """)
    void whatIsWrongIsOneLineAndStatus2(String commandLine, String message) {
        Run run = Run.of(commandLine.split(" +"));

        assertThat(run.status()).as(run.err()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err().lines()).hasSize(1).first().asString().startsWith("parley-server: " + message);
    }

    @ParameterizedTest
    @CsvSource({"call -h", "call confs --help", "call mute -h"})
    void helpExplains(String commandLine) {
        Run run = Run.of(commandLine.split(" "));

        assertThat(run.status()).isZero();
        assertThat(run.out()).startsWith("Usage: parley-server call").contains("--url");
    }
}
