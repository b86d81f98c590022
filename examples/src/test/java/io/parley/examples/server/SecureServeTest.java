package io.parley.examples.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.pkitesting.CertificateBuilder;
import io.netty.pkitesting.CertificateBuilder.Algorithm;
import io.netty.pkitesting.X509Bundle;
import io.parley.ccmp.CcmpRequest;
import io.parley.ccmp.Message;
import io.parley.codec.xml.CcmpCodec;
import io.parley.codec.xml.Dialect;
import io.parley.codec.xml.Limits;
import io.parley.spec.Requirement;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code serve} with TLS, HTTP authentication and bounds, from outside. */
class SecureServeTest {

    private static final CcmpCodec CODEC = new CcmpCodec(Limits.defaults());

    @TempDir
    private Path directory;

    private X509Bundle localhost;
    private Path certificate;
    private Path key;

    @BeforeEach
    void write() throws Exception {
        localhost = new CertificateBuilder()
                .algorithm(Algorithm.ecp256)
                .subject("CN=localhost")
                .setIsCertificateAuthority(true)
                .addSanDnsName("localhost")
                .buildSelfSigned();
        certificate = Files.writeString(directory.resolve("cert.pem"), localhost.getCertificatePathPEM());
        key = Files.writeString(directory.resolve("key.pem"), localhost.getPrivateKeyPEM());
    }

    @Test
    void theOneLineNamesBothAddresses() throws Exception {
        try (RunningServer server = RunningServer.with(tls())) {
            assertThat(server.ready()).matches("READY http=127\\.0\\.0\\.1:[1-9]\\d* https=127\\.0\\.0\\.1:[1-9]\\d*");
            assertThat(code(post(https(server), "alice"))).isEqualTo(200);
            assertThat(code(post("http://" + server.address(), "alice"))).isEqualTo(200);
        }
    }

    @Test
    void clearTextCanBeLeftOut() throws Exception {
        try (RunningServer server = RunningServer.encrypted(tls())) {
            assertThat(server.ready()).matches("READY https=127\\.0\\.0\\.1:[1-9]\\d*");
            assertThat(code(post(https(server), "alice"))).isEqualTo(200);
        }
    }

    @Test
    @Requirement("CCMP-I-03")
    void digestIsAskedForInsteadOfASubject() throws Exception {
        try (RunningServer server = RunningServer.with("--http-auth", "digest", "--user", "alice:secret")) {
            HttpResponse<byte[]> answer = post("http://" + server.address(), "alice");

            assertThat(answer.statusCode()).isEqualTo(401);
            assertThat(answer.headers().allValues("www-authenticate"))
                    .hasSize(2)
                    .allMatch(it -> it.startsWith("Digest realm=\"example.com\""));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--https 127.0.0.1:0 | --tls-cert and --tls-key are wanted",
                "--tls-cert x | are for --https",
                "--http off | nothing is left to listen on",
                "--http-auth basic | --http-auth basic: one of off, digest, bearer is wanted",
                "--http-auth bearer | --jwks is wanted",
                "--http-auth bearer --jwks missing.json | missing.json: no such file",
                "--jwks keys.json | are for --http-auth bearer",
                "--max-rate 0 | --max-rate 0: a number",
                "--https 127.0.0.1:0 --tls-cert missing.pem --tls-key missing.pem | missing.pem: no such file"
            })
    void whatMakesNoSenseIsNamed(String options, String complaint) {
        List<String> arguments = new ArrayList<>(List.of("serve", "--http", "127.0.0.1:0"));
        arguments.addAll(List.of(options.split(" ")));
        if (options.startsWith("--http off")) {
            arguments.subList(1, 3).clear();
        }
        Run run = Run.of(arguments.toArray(String[]::new));

        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err()).contains(complaint);
        assertThat(run.out()).isEmpty();
    }

    private String[] tls() {
        return new String[] {"--https", "127.0.0.1:0", "--tls-cert", certificate.toString(), "--tls-key", key.toString()
        };
    }

    private static String https(RunningServer server) {
        return "https://localhost:" + server.ready().replaceFirst(".*https=.*:", "");
    }

    private HttpResponse<byte[]> post(String server, String user) throws Exception {
        KeyStore trusted = KeyStore.getInstance(KeyStore.getDefaultType());
        trusted.load(null, null);
        trusted.setCertificateEntry("server", localhost.getCertificate());
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(trusted);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        CcmpRequest request = CcmpRequest.of(Message.BLUEPRINTS, "xcon-userid:" + user + "@example.com");
        return HttpClient.newBuilder()
                .sslContext(context)
                .build()
                .send(
                        HttpRequest.newBuilder(URI.create(server + "/Xcon/Ccmp"))
                                .header("Content-Type", "application/ccmp+xml")
                                .POST(BodyPublishers.ofByteArray(CODEC.writeRequest(request, Dialect.RFC_6503)))
                                .build(),
                        BodyHandlers.ofByteArray());
    }

    private static int code(HttpResponse<byte[]> answer) throws Exception {
        return CODEC.readResponse(answer.body()).code().number();
    }
}
