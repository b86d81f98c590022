package io.parley.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page in a browser of today: what it makes of the text, with the links still in it and nothing of its own refused. */
class JoinInABrowserTest {

    private static final List<String> BROWSERS =
            List.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome");

    @TempDir
    private Path directory;

    private static Optional<Path> browser() {
        return Arrays.stream(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .filter(folder -> !folder.isEmpty())
                .flatMap(folder -> BROWSERS.stream().map(name -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }

    @Test
    void theLinksAreThereAndTheStyleIsAllowed() throws IOException, InterruptedException {
        Optional<Path> browser = browser();
        assumeThat(browser)
                .as("a browser is needed to see the page in one, and none of " + BROWSERS + " is on the PATH")
                .isPresent();
        ScriptedMeetings meetings = ScriptedMeetings.strict();
        meetings.connected(3);
        CcmpHttpServer server = new Echo().server().meetings(meetings).build();
        server.start();
        try {
            String seen = open(
                    browser.orElseThrow(),
                    "http://127.0.0.1:" + server.address().getPort() + "/meet/bob/MJMAY7RF");
            assertThat(seen)
                    .contains("href=\"conf:sip:bob@fabrikam.com;gruu;opaque=app:conf:focus:id:MJMAY7RF\"")
                    .contains("href=\"./MJMAY7RF.ocsmeet\"")
                    .contains("3 participants are there.")
                    .doesNotContain("Content Security Policy");
        } finally {
            server.close();
        }
    }

    /** The document as the browser has it after loading, and what it said on its console. */
    private String open(Path browser, String url) throws IOException, InterruptedException {
        Path out = directory.resolve("out");
        List<String> command = Stream.of(
                        browser.toString(),
                        "--headless",
                        "--no-sandbox",
                        "--disable-gpu",
                        "--disable-background-networking",
                        "--no-first-run",
                        "--enable-logging=stderr",
                        "--user-data-dir=" + directory.resolve("profile"),
                        "--dump-dom",
                        url)
                .toList();
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(out.toFile())
                .start();
        process.getOutputStream().close();
        assertThat(process.waitFor()).isZero();
        return Files.readString(out, StandardCharsets.UTF_8);
    }
}
