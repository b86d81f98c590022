package io.parley.examples.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code sipp/meeting.sh} and {@code sipp/phones.sh} against a server of this process. Needs bash, curl and SIPp, so only the profile {@code sipp} runs it. */
class SippMeetings {

    @ParameterizedTest
    @ValueSource(strings = {"tcp", "udp"})
    void phonesReferEachOtherAndNothingIsLeftOfThem(String transport) throws IOException, InterruptedException {
        try (RunningServer server = RunningServer.with("--sip", "127.0.0.1:0", "--metrics", "127.0.0.1:0")) {
            ProcessBuilder phones = new ProcessBuilder("bash", "sipp/phones.sh", transport).redirectErrorStream(true);
            phones.environment()
                    .putAll(Map.of(
                            "SIP", server.address("sip-" + transport),
                            "METRICS", server.metrics()));

            Process process = phones.start();
            String told = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

            assertThat(process.waitFor()).as(told).isZero();
            assertThat(told).contains("the third was called", "the second was sent away", "nothing is left of it");
        }
    }

    @ParameterizedTest
    @CsvSource({"tcp, 150", "udp, 150"})
    void allAreInAndNothingIsLeftOfThem(String transport, String count) throws IOException, InterruptedException {
        try (RunningServer server = RunningServer.with("--sip", "127.0.0.1:0", "--metrics", "127.0.0.1:0")) {
            ProcessBuilder meeting =
                    new ProcessBuilder("bash", "sipp/meeting.sh", transport, count).redirectErrorStream(true);
            meeting.environment()
                    .putAll(Map.of(
                            "HTTP", server.address(),
                            "SIP", server.address("sip-" + transport),
                            "METRICS", server.metrics()));

            Process process = meeting.start();
            String told = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

            assertThat(process.waitFor()).as(told).isZero();
            assertThat(told).contains(count + " are in, " + count + ".0 subscriptions", "nothing is left of it");
        }
    }
}
