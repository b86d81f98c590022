package io.parley.sip.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.netty.pkitesting.X509Bundle;
import io.parley.sip.message.SipResponse;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.security.cert.X509Certificate;
import java.util.concurrent.atomic.AtomicReference;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who proves what to whom by TLS. */
class TlsTest {

    private static final X509Bundle AUTHORITY = Identity.authority();
    private static final X509Bundle STRANGER = Identity.authority();
    private static final SSLContext SERVER = Identity.of(AUTHORITY, "localhost");
    private static final SipResponse OK = SipResponse.of(200, "OK");

    private final Received received = Received.answering(OK);
    private final Loopback loopback = new Loopback();

    @AfterEach
    void close() {
        loopback.close();
    }

    private JainSipStack server(ClientCertificates clients) {
        return loopback.open(
                received, builder -> builder.keys(() -> SERVER, clients).tls(Loopback.anyPort()));
    }

    private Answers ask(SSLContext client, InetSocketAddress address) {
        JainSipStack stack =
                loopback.open(Received.silent(), builder -> builder.keys(() -> client, ClientCertificates.NONE));
        Answers answers = new Answers();
        stack.send(Requests.of("OPTIONS"), Target.of(Transport.TLS, address), answers);
        return answers;
    }

    private static InetSocketAddress address(JainSipStack stack) {
        return stack.listening(Transport.TLS).orElseThrow();
    }

    @ParameterizedTest
    @ValueSource(strings = {"TLSv1.2", "TLSv1.3"})
    void itSpeaksTls12And13(String version) throws IOException {
        try (SSLSocket socket = open(server(ClientCertificates.NONE), version)) {
            socket.startHandshake();
            assertThat(socket.getSession().getProtocol()).isEqualTo(version);
            assertThat(socket.getSession().getCipherSuite()).contains("_GCM_");
        }
    }

    @Test
    void aSuiteWithoutAuthenticatedEncryptionIsRefused() throws IOException {
        try (SSLSocket socket = open(server(ClientCertificates.NONE), "TLSv1.2")) {
            socket.setEnabledCipherSuites(
                    new String[] {"TLS_ECDHE_ECDSA_WITH_AES_128_CBC_SHA256", "TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA256"});
            assertThatThrownBy(socket::startHandshake).isInstanceOf(SSLException.class);
        }
    }

    private static SSLSocket open(JainSipStack server, String version) throws IOException {
        SSLSocket socket = (SSLSocket) Identity.none(AUTHORITY)
                .getSocketFactory()
                .createSocket(InetAddress.getLoopbackAddress(), address(server).getPort());
        socket.setSoTimeout((int) (Answers.PATIENCE_SECONDS * 1000));
        socket.setEnabledProtocols(new String[] {version});
        return socket;
    }

    @Test
    void theCertificateOfAClientIsTold() {
        SSLContext alice = Identity.of(AUTHORITY, "alice.example.com");
        assertThat(ask(alice, address(server(ClientCertificates.WANTED)))
                        .finalResponse()
                        .status())
                .isEqualTo(200);
        assertThat(received.next().peer().certificates())
                .first()
                .extracting(X509Certificate::getSubjectX500Principal)
                .hasToString("CN=alice.example.com");
    }

    @Test
    void aClientWithoutOneIsServedIfItIsOnlyWanted() {
        assertThat(ask(Identity.none(AUTHORITY), address(server(ClientCertificates.WANTED)))
                        .finalResponse()
                        .status())
                .isEqualTo(200);
        assertThat(received.next().peer().certificates()).isEmpty();
    }

    @Test
    void aClientThatIsNotAskedTellsNothing() {
        ask(Identity.of(AUTHORITY, "alice.example.com"), address(server(ClientCertificates.NONE)))
                .finalResponse();
        assertThat(received.next().peer().certificates()).isEmpty();
    }

    @Test
    void aClientWithoutOneIsNotServedIfItIsDemanded() {
        assertThat(ask(Identity.none(AUTHORITY), address(server(ClientCertificates.DEMANDED)))
                        .failure())
                .isEqualTo(ResponseListener.Failure.UNREACHABLE);
        assertThat(received.soFar()).isEmpty();
    }

    @Test
    void aClientWithOneOfAStrangerIsNotServed() {
        assertThat(ask(Identity.of(STRANGER, "localhost"), address(server(ClientCertificates.WANTED)))
                        .failure())
                .isEqualTo(ResponseListener.Failure.UNREACHABLE);
        assertThat(received.soFar()).isEmpty();
    }

    /** RFC 5922 section 7.3. */
    @Test
    void aServerThatIsNotWhomItIsTakenForGetsNothing() throws UnknownHostException {
        InetSocketAddress address = address(server(ClientCertificates.NONE));
        InetAddress other = InetAddress.getByAddress("other.example.com", new byte[] {127, 0, 0, 1});
        assertThat(ask(Identity.none(AUTHORITY), new InetSocketAddress(other, address.getPort()))
                        .failure())
                .isEqualTo(ResponseListener.Failure.UNREACHABLE);
        assertThat(received.soFar()).isEmpty();
    }

    @Test
    void keysThatChangeCountForTheNextConnection() throws IOException {
        AtomicReference<SSLContext> keys = new AtomicReference<>(SERVER);
        JainSipStack server = loopback.open(
                received,
                builder -> builder.keys(keys::get, ClientCertificates.NONE).tls(Loopback.anyPort()));
        try (SSLSocket before = open(server, "TLSv1.3")) {
            before.startHandshake();
            keys.set(Identity.of(AUTHORITY, "renewed.example.com"));
            try (SSLSocket behind = open(server, "TLSv1.3")) {
                behind.startHandshake();
                assertThat(behind.getSession().getPeerPrincipal()).hasToString("CN=renewed.example.com");
            }
            assertThat(before.getSession().getPeerPrincipal()).hasToString("CN=localhost");
        }
    }

    @Test
    void bytesThatAreNoTlsEndTheConnection() {
        try (TcpPeer peer = new TcpPeer(address(server(ClientCertificates.NONE)))) {
            peer.send(Texts.tcp("OPTIONS", Texts.branch()));
            peer.awaitEnd();
        }
        assertThat(received.soFar()).isEmpty();
    }
}
