package io.parley.http.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.parley.spec.Requirement;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** The server is authenticated by its certificate, always (RFC 6503 section 9, RFC 2818 section 3.1). */
class TlsTest {

    private static final Sender ALICE = Sender.of("xcon-userid:alice@example.com");
    private static final TestIdentity LOCALHOST = TestIdentity.of("dns:localhost");
    private static final TestIdentity ELSEWHERE = TestIdentity.of("dns:elsewhere.example.com");
    private static final TestIdentity ADDRESS = TestIdentity.of("ip:127.0.0.1");

    @Test
    @Requirement({"CCMP-9-03", "CCMP-10.1-04"})
    void aServerWhoseCertificateIsTrustedIsServedAndNoOther() throws CcmpException {
        try (Stub server = Stub.https(LOCALHOST);
                CcmpClient trusting = CcmpClient.builder()
                        .server(server.uri("localhost"))
                        .trust(LOCALHOST.certificate())
                        .build();
                CcmpClient usual =
                        CcmpClient.builder().server(server.uri("localhost")).build()) {
            assertThat(trusting.send(ALICE.confs()).isAccepted()).isTrue();
            assertThatThrownBy(() -> usual.send(ALICE.confs()))
                    .isInstanceOf(UnreachableException.class)
                    .hasMessageContaining("could not be authenticated");
            assertThat(server.seen()).hasSize(1);
        }
    }

    @Test
    @Requirement({"CCMP-9-31", "CCMP-D10-10"})
    void theNameInTheCertificateHasToBeTheHost() throws CcmpException {
        try (Stub server = Stub.https(ELSEWHERE);
                Stub right = Stub.https(LOCALHOST);
                CcmpClient client = trusting(server);
                CcmpClient other = trusting(right)) {
            assertThatThrownBy(() -> client.send(ALICE.confs()))
                    .isInstanceOf(UnreachableException.class)
                    .hasMessageContaining("localhost");
            assertThat(server.seen()).isEmpty();
            assertThat(other.send(ALICE.confs()).isAccepted()).isTrue();
        }
    }

    private static CcmpClient trusting(Stub server) {
        return CcmpClient.builder()
                .server(server.uri("localhost"))
                .trust(LOCALHOST.certificate(), ELSEWHERE.certificate())
                .build();
    }

    @Test
    void anAddressHasToBeInTheCertificateAsAnAddress() throws CcmpException {
        try (Stub server = Stub.https(ADDRESS);
                CcmpClient client = CcmpClient.builder()
                        .server(server.uri())
                        .trust(ADDRESS.certificate())
                        .build()) {
            assertThat(client.send(ALICE.confs()).isAccepted()).isTrue();
        }
    }

    @Test
    @Requirement("CCMP-D10-10")
    void thereIsNoOptionForCarelessness() {
        assertThat(Arrays.stream(CcmpClientBuilder.class.getMethods())
                        .map(Method::getName)
                        .map(name -> name.toLowerCase(Locale.ROOT)))
                .noneMatch(name -> name.contains("hostname") || name.contains("insecure") || name.contains("verif"));
        assertThat(Arrays.stream(CcmpClientBuilder.class.getMethods())
                        .flatMap(method -> Arrays.stream(method.getParameterTypes()))
                        .map(Class::getSimpleName))
                .doesNotContain("HostnameVerifier", "SSLContext", "SslContext", "TrustManager", "SSLParameters");
    }

    @Test
    void theCertificateOfTheProxysServerIsCheckedToo() {
        try (Stub server = Stub.https(ELSEWHERE);
                TunnelProxy proxy = new TunnelProxy("");
                CcmpClient client = CcmpClient.builder()
                        .server(server.uri("localhost"))
                        .trust(ELSEWHERE.certificate())
                        .proxy(proxy.address())
                        .build()) {
            assertThatThrownBy(() -> client.send(ALICE.confs())).isInstanceOf(UnreachableException.class);
            assertThat(server.seen()).isEmpty();
        }
    }
}
