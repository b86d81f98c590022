package io.parley.sip.cms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.netty.pkitesting.CertificateBuilder;
import io.netty.pkitesting.X509Bundle;
import io.parley.spec.Requirement;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** That others than we open what we seal, and the reverse: OpenSSL, where it is installed. */
class OpensslTest {

    private static final CmsEnvelopes OURS =
            CmsEnvelopes.selfSigned("example.com", Instant.parse("2030-01-01T09:00:00Z"));

    @TempDir
    Path directory = Path.of("");

    private Path run(String command, String... arguments) throws Exception {
        Path out = directory.resolve("out");
        List<String> line = new ArrayList<>(List.of("openssl", command, "-out", out.toString()));
        line.addAll(List.of(arguments));
        Process process = new ProcessBuilder(line)
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve("log").toFile())
                .start();
        assertThat(process.waitFor())
                .as(Files.readString(directory.resolve("log")))
                .isZero();
        return out;
    }

    private static boolean isInstalled() {
        try {
            return new ProcessBuilder("openssl", "version").start().waitFor() == 0;
        } catch (IOException missing) {
            return false;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @ParameterizedTest
    @EnumSource(ContentCipher.class)
    @Requirement("C3P-4.4.7-03")
    void opensslOpensWhatWeSeal(ContentCipher cipher) throws Exception {
        assumeTrue(isInstalled(), "openssl is not installed");
        X509Bundle client = new CertificateBuilder()
                .algorithm(CertificateBuilder.Algorithm.rsa2048)
                .subject("CN=client")
                .setIsCertificateAuthority(true)
                .buildSelfSigned();
        Path key = Files.writeString(directory.resolve("key.pem"), client.getPrivateKeyPEM());
        Path certificate = Files.writeString(directory.resolve("cert.pem"), client.getCertificatePEM());
        Path envelope = Files.write(
                directory.resolve("envelope.der"),
                OURS.with(cipher)
                        .seal("the key is 4711", client.getCertificate().getEncoded())
                        .orElseThrow());
        Path opened = run(
                "cms",
                "-decrypt",
                "-inform",
                "DER",
                "-binary",
                "-in",
                envelope.toString(),
                "-inkey",
                key.toString(),
                "-recip",
                certificate.toString());
        assertThat(opened).hasContent("the key is 4711");
    }

    @ParameterizedTest
    @EnumSource(ContentCipher.class)
    void weOpenWhatOpensslSeals(ContentCipher cipher) throws Exception {
        assumeTrue(isInstalled(), "openssl is not installed");
        Path certificate = Files.write(directory.resolve("cert.der"), OURS.certificate());
        Path pem = directory.resolve("cert.pem");
        Files.copy(run("x509", "-inform", "DER", "-in", certificate.toString()), pem);
        Path secret = Files.write(directory.resolve("secret"), "4711".getBytes(StandardCharsets.UTF_8));
        String option = cipher == ContentCipher.AES_256_CBC ? "-aes256" : "-des3";
        Path envelope =
                run("cms", "-encrypt", "-binary", option, "-outform", "DER", "-in", secret.toString(), pem.toString());
        assertThat(OURS.open(Files.readAllBytes(envelope))).contains("4711");
    }
}
