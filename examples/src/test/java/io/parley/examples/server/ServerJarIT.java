package io.parley.examples.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** {@code parley-server.jar} as a process of its own: what only a process has is its exit status. */
class ServerJarIT {

    @Test
    void servesUntilSigtermAndEndsWithStatus0() throws IOException, InterruptedException {
        Process process = java("serve", "--http", "127.0.0.1:0");
        try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8)) {
            String ready = String.valueOf(out.readLine());
            assertThat(ready).matches("READY http=127\\.0\\.0\\.1:[1-9]\\d*");
            URI address = URI.create(ready.replace("READY http=", "http://") + "/Xcon/Ccmp");
            try (CcmpOverHttp client = new CcmpOverHttp(address)) {
                assertThat(new Section6(client).play(line -> {})).isTrue();
            }

            // Process.destroy would close the stream as well.
            process.toHandle().destroy();

            assertThat(process.waitFor(5, TimeUnit.SECONDS)).isTrue();
            assertThat(process.exitValue()).isZero();
            assertThat(out.lines()).isEmpty();
        } finally {
            process.destroyForcibly();
        }
    }

    @Test
    void aBadOptionIsStatus2() throws IOException, InterruptedException {
        assertThat(java("serve", "--http", "nowhere").waitFor()).isEqualTo(2);
    }

    private static Process java(String... arguments) throws IOException {
        List<String> command = Stream.concat(
                        Stream.of(
                                Path.of(System.getProperty("java.home"), "bin", "java")
                                        .toString(),
                                "-jar",
                                Path.of("target", "parley-server.jar").toString()),
                        Stream.of(arguments))
                .toList();
        return new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }
}
