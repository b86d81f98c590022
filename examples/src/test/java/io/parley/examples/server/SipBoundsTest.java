package io.parley.examples.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The bounds of SIP that {@code serve} is given, from outside. */
@Timeout(60)
class SipBoundsTest {

    private static final String SERVER = "sip:example.com";

    @Test
    void nobodyHasMoreConnectionsThanOneAddressMayHave() throws Exception {
        try (RunningServer server =
                RunningServer.with("--sip", "127.0.0.1:0", "--sip-max-connections-per-address", "1")) {
            String address = server.address("sip-tcp");
            try (Handset first = Handset.byTcp("sip:alice@example.com", address);
                    Handset second = Handset.byTcp("sip:bob@example.com", address)) {
                assertThat(first.ask(first.request("OPTIONS", SERVER)).status()).isEqualTo(200);
                assertThat(second.ask(second.request("OPTIONS", SERVER)).status())
                        .isEqualTo(503);
                assertThat(first.ask(first.request("OPTIONS", SERVER)).status()).isEqualTo(200);
            }
        }
    }

    @Test
    void aBodyMayBeAsLongAsTheServerIsTold() throws Exception {
        assertThat(statusOfLongBody("--max-body", "1000")).isEqualTo(513);
        assertThat(statusOfLongBody("--max-body", "3000000"))
                .as("read, and found to be no command")
                .isEqualTo(400);
    }

    private static int statusOfLongBody(String... options) throws Exception {
        String factory = "sip:alice@example.com;gruu;opaque=app:conf:focusfactory";
        try (RunningServer server =
                        RunningServer.with(Stream.concat(Stream.of("--sip", "127.0.0.1:0"), Stream.of(options))
                                .toArray(String[]::new));
                Handset alice = Handset.byTcp("sip:alice@example.com", server.address("sip-tcp"))) {
            String padded = "<getConferences/>" + " ".repeat(2_000_000);
            return alice.ask(alice.request("SERVICE", factory)
                            .with(Handset.command("sip:alice@example.com", factory, padded)))
                    .status();
        }
    }
}
