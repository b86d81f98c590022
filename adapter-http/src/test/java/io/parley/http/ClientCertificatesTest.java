package io.parley.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.netty.pkitesting.CertificateBuilder;
import io.netty.pkitesting.CertificateBuilder.Algorithm;
import io.netty.pkitesting.X509Bundle;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Clients who prove by a certificate who they are, as far as the configuration lets them. */
class ClientCertificatesTest {

    private static final X509Bundle SERVER = Pem.localhost("Server");
    private static final X509Bundle AUTHORITY = Pem.built(new CertificateBuilder()
            .algorithm(Algorithm.ecp256)
            .subject("CN=authority")
            .setIsCertificateAuthority(true));

    @TempDir
    private Path directory;

    private final Echo echo = new Echo();
    private Path authorities;
    private Pem files;

    @BeforeEach
    void write() {
        files = new Pem(directory).hold(SERVER);
        authorities = directory.resolve("authorities.pem");
        Pem.write(authorities, AUTHORITY.getCertificatePathPEM());
    }

    @Test
    void theUriNamesTheUser() throws Exception {
        X509Bundle alice = issued(person().addSanUriName("xcon-userid:Alice@example.com"));

        assertThat(post(accepting(CertificateUsers.byUri()), alice)).isEqualTo("xcon-userid:Alice@example.com");
    }

    @Test
    void theEmailAddressNamesTheUser() throws Exception {
        X509Bundle alice = issued(person().addSanRfc822Name("alice@example.com"));

        assertThat(post(accepting(CertificateUsers.byEmail()), alice)).isEqualTo("xcon-userid:alice@example.com");
    }

    @Test
    void aCertificateThatNamesNobodyOrTwoProvesNothing() throws Exception {
        TlsSettings settings = accepting(CertificateUsers.byUri());

        assertThat(post(settings, issued(person().addSanRfc822Name("alice@example.com"))))
                .isEmpty();
        assertThat(post(
                        settings,
                        issued(person().addSanUriName("xcon-userid:a@example.com")
                                .addSanUriName("xcon-userid:b@example.com"))))
                .isEmpty();
    }

    @Test
    void unlessConfiguredACertificateNamesNobody() throws Exception {
        X509Bundle alice = issued(person().addSanUriName("xcon-userid:alice@example.com"));

        assertThat(post(accepting(CertificateUsers.nobody()), alice)).isEmpty();
    }

    @Test
    void whoHasNoneIsServedUnlessOneIsDemanded() throws Exception {
        TlsSettings settings = accepting(CertificateUsers.byUri());

        assertThat(post(settings, null)).isEmpty();
        assertThatThrownBy(() -> post(settings.demanding(), null)).isInstanceOf(IOException.class);
        assertThat(echo.seen()).hasSize(1);
    }

    @Test
    void oneOfAnotherAuthorityIsRefused() throws Exception {
        X509Bundle mallory =
                person().addSanUriName("xcon-userid:alice@example.com").buildIssuedBy(SERVER);

        assertThatThrownBy(() -> post(accepting(CertificateUsers.byUri()).demanding(), mallory))
                .isInstanceOf(IOException.class);
        assertThat(echo.seen()).isEmpty();
    }

    private TlsSettings accepting(CertificateUsers users) {
        return files.settings().accepting(authorities, users);
    }

    private static CertificateBuilder person() {
        return new CertificateBuilder().algorithm(Algorithm.ecp256).subject("CN=person");
    }

    private static X509Bundle issued(CertificateBuilder builder) throws Exception {
        return builder.buildIssuedBy(AUTHORITY);
    }

    /** Whom the server takes for the sender of a request on a connection of that client. */
    private String post(TlsSettings settings, X509Bundle client) throws Exception {
        CcmpHttpServer server = echo.server()
                .withoutClear()
                .https(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), settings)
                .build();
        server.start();
        try {
            SSLContext context = Pem.client(SERVER, client);
            URI uri = URI.create("https://localhost:" + server.httpsAddress().getPort() + "/Xcon/Ccmp");
            int status = HttpClient.newBuilder()
                    .sslContext(context)
                    .build()
                    .send(
                            java.net.http.HttpRequest.newBuilder(uri)
                                    .header("Content-Type", "application/ccmp+xml")
                                    .POST(BodyPublishers.ofString("x"))
                                    .build(),
                            BodyHandlers.ofString())
                    .statusCode();
            assertThat(status).isEqualTo(200);
            return echo.users().get(echo.users().size() - 1);
        } finally {
            server.close();
        }
    }
}
