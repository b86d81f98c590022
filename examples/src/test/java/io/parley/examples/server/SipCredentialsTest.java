package io.parley.examples.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.sip.authentication.Credentials;
import io.parley.sip.message.SipRequest;
import io.parley.sip.message.SipResponse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The file of {@code --sip-credentials}. */
class SipCredentialsTest {

    private static final SipRequest INVITE = SipRequest.of("INVITE", "sip:carol@192.0.2.1");

    @TempDir
    private Path directory;

    private static SipResponse challenge(String realm) {
        return SipResponse.of(407, "Proxy Authentication Required")
                .with("Proxy-Authenticate", "Digest realm=\"" + realm + "\", nonce=\"n\"");
    }

    private Path file(String text) throws IOException {
        return Files.writeString(directory.resolve("credentials"), text);
    }

    @Test
    void eachRealmIsAnsweredByItsOwn() throws IOException {
        Credentials all = SipCredentials.read(file("# ours\n\nfocus:Example PBX:a:b\nparley:trunk:secret\n"));
        assertThat(all.answer(INVITE, challenge("Example PBX")).orElseThrow().value())
                .contains("username=\"focus\"", "realm=\"Example PBX\"");
        assertThat(all.answer(INVITE, challenge("trunk")).orElseThrow().value()).contains("username=\"parley\"");
        assertThat(all.answer(INVITE, challenge("elsewhere"))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "# none\n", "focus:hush\n", ":realm:hush\n", "focus::hush\n", "focus:realm:hu\u0001sh"})
    void whatSaysNothingIsRefusedWithoutAPassword(String text) throws IOException {
        Path file = file(text);
        Run run = Run.of("serve", "--http", "127.0.0.1:0", "--sip-credentials", file.toString());
        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err()).contains("--sip-credentials", file.toString()).doesNotContain("hush", "sh\n");
    }

    @Test
    void aFileThatIsNotThereIsNamed() {
        Run run = Run.of("serve", "--http", "127.0.0.1:0", "--sip-credentials", "/no/such/file");
        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err()).contains("--sip-credentials /no/such/file: cannot be read");
    }
}
