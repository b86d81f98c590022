package io.parley.http.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.parley.ccmp.CcmpResponse;
import io.parley.ccmp.ResponseCode;
import io.parley.spec.Requirement;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** From a domain to a server (RFC 6503 section 7, RFC 4848). */
class DiscoveryTest {

    private static final Sender ALICE = Sender.of("xcon-userid:alice@example.com");
    private static final String URI_OF = "!.*!https://confs.example.com/!";
    private static final URI CONFS = URI.create("https://confs.example.com/");

    private final DnsStub dns = new DnsStub();

    @AfterEach
    void end() {
        dns.close();
    }

    private List<URI> servers(String domain) throws UnreachableException {
        return dns.discovery(domain).lookup().servers(domain).servers();
    }

    private void findsNobody(String domain) {
        assertThatThrownBy(() -> servers(domain))
                .isInstanceOf(UnreachableException.class)
                .hasMessageContaining("no server of CCMP is known for " + domain);
    }

    @Test
    @Requirement({"CCMP-7-01", "CCMP-7-02", "CCMP-4848-06"})
    void theDnsIsAskedBeforeTheFirstRequestAndNotAgain() throws CcmpException {
        try (Stub server = Stub.http();
                CcmpClient client = CcmpClient.builder()
                        .discovery(dns.discovery("Example.com"))
                        .build()) {
            dns.server("example.com", server.uri());
            server.answers(request -> {
                assertThat(dns.queries()).containsExactly("NAPTR Example.com");
                return Stub.ccmp(CcmpResponse.to(request.request(), ResponseCode.SUCCESS, "Success"));
            });

            assertThat(client.send(ALICE.confs()).isAccepted()).isTrue();
            assertThat(client.send(ALICE.confs()).isAccepted()).isTrue();

            assertThat(server.seen()).hasSize(2);
            assertThat(dns.queries()).containsExactly("NAPTR Example.com");
        }
    }

    @Test
    void recordsThatHaveExpiredAreLookedUpAgain() throws CcmpException {
        AtomicReference<Instant> now = new AtomicReference<>(Instant.EPOCH);
        try (Stub server = Stub.http();
                CcmpClient client = CcmpClient.builder()
                        .discovery(dns.discovery("example.com"))
                        .clock(now::get)
                        .build()) {
            dns.server("example.com", server.uri());
            client.send(ALICE.confs());
            now.set(Instant.EPOCH.plusSeconds(299));
            client.send(ALICE.confs());
            assertThat(dns.queries()).hasSize(1);

            now.set(Instant.EPOCH.plusSeconds(300));
            client.send(ALICE.confs());
            assertThat(dns.queries()).hasSize(2);
        }
    }

    @Test
    @Requirement("CCMP-7-03")
    void theServerIsOneOfHttpOrHttps() throws CcmpException {
        dns.naptr("example.com", 100, 10, "u", "XCON:CCMP", "!.*!ftp://x.example.com/!", ".")
                .naptr("example.com", 100, 20, "u", "XCON:CCMP", "!.*!https://x.example.com/!", ".")
                .naptr("example.com", 100, 30, "u", "XCON:CCMP", "!.*!http://y.example.com/!", ".");

        assertThat(servers("example.com"))
                .containsExactly(URI.create("https://x.example.com/"), URI.create("http://y.example.com/"));
    }

    /** RFC 6503 figure 29, with the expression that it means. */
    @Test
    @Requirement({"CCMP-7-04", "CCMP-7-05"})
    void aDomainMayLeaveItToAnother() throws CcmpException {
        dns.naptr("zonea.example.com", 100, 10, "", "XCON-CCMP", "", "outsource.example.com")
                .naptr("zoneb.example.com", 100, 10, "", "XCON-CCMP", "", "outsource.example.com")
                .naptr("outsource.example.com", 100, 10, "u", "XCON-CCMP", URI_OF, ".");

        assertThat(servers("zonea.example.com")).containsExactly(CONFS);
        assertThat(servers("zoneb.example.com")).containsExactly(CONFS);
    }

    @ParameterizedTest
    @CsvSource({"XCON:CCMP, u", "XCON-CCMP, u", "xcon:ccmp, U", "Xcon-Ccmp, U", "XCON:foo:CCMP, u"})
    @Requirement({"CCMP-7-05", "CCMP-7-06", "CCMP-4848-04", "CCMP-4848-05"})
    void recordsOfOurServiceAreFound(String service, String flag) throws CcmpException {
        dns.naptr("example.com", 100, 10, flag, service, URI_OF, ".");

        assertThat(servers("example.com")).containsExactly(CONFS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"XCON:foo", "XCON", "SIP+D2U", "CCMP", "CCMP:XCON", "XCON-CCMP:foo", ""})
    @Requirement("CCMP-4848-05")
    void recordsOfOtherServicesAreSkipped(String service) {
        dns.naptr("example.com", 100, 10, "u", service, URI_OF, ".");

        findsNobody("example.com");
    }

    @Test
    @Requirement("CCMP-4848-01")
    void anExpressionIsTakenOnlyIfItYieldsTheUriAsItStands() throws CcmpException {
        dns.naptr("example.com", 100, 10, "u", "XCON:CCMP", "!^(.*)$!https://\\\\1/!", ".")
                .naptr("example.com", 100, 20, "u", "XCON:CCMP", "!*.!https://b.example.com/!", ".")
                .naptr("example.com", 100, 30, "u", "XCON:CCMP", "!.*!https://c.example.com/!i", ".")
                .naptr("example.com", 100, 40, "u", "XCON:CCMP", "!.*!https://a/x!", ".");

        assertThat(servers("example.com")).containsExactly(URI.create("https://a/x"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"p", "s", "a", "us", "x"})
    @Requirement({"CCMP-4848-02", "CCMP-4848-03"})
    void recordsWithOtherFlagsAreSkipped(String flag) throws CcmpException {
        dns.naptr("example.com", 10, 10, flag, "XCON:CCMP", "!.*!https://first.example.com/!", ".")
                .naptr("example.com", 10, 20, flag, "XCON:CCMP", "", "srv.example.com")
                .naptr("example.com", 100, 10, "u", "XCON:CCMP", URI_OF, ".");

        assertThat(servers("example.com")).containsExactly(CONFS);
        assertThat(dns.queries()).containsExactly("NAPTR example.com");
    }

    @Test
    @Requirement("CCMP-4848-07")
    void orderComesBeforePreference() throws CcmpException {
        for (int[] place : new int[][] {{100, 10}, {50, 20}, {100, 20}, {50, 10}}) {
            String uri = "!.*!https://o" + place[0] + "p" + place[1] + "/!";
            dns.naptr("example.com", place[0], place[1], "u", "XCON:CCMP", uri, ".");
        }

        assertThat(servers("example.com").stream().map(URI::getHost))
                .containsExactly("o50p10", "o50p20", "o100p10", "o100p20");
    }

    @Test
    @Requirement("CCMP-4848-08")
    void whereOneWayEndsTheNextIsTried() throws CcmpException {
        Stub gone = Stub.http();
        gone.close();
        TestIdentity stranger = TestIdentity.of("dns:localhost,dns:untrusted");
        try (Stub untrusted = Stub.https(stranger);
                Stub right = Stub.http();
                Stub last = Stub.http();
                CcmpClient client = CcmpClient.builder()
                        .discovery(dns.discovery("example.com"))
                        .build()) {
            dns.naptr("example.com", 1, 1, "", "XCON:CCMP", "", "empty.example.com")
                    .naptr("example.com", 1, 2, "u", "XCON:CCMP", "!.*!" + gone.uri() + "!", ".")
                    .naptr("example.com", 1, 3, "u", "XCON:CCMP", "!.*!" + untrusted.uri("localhost") + "!", ".")
                    .naptr("example.com", 1, 4, "u", "XCON:CCMP", "!.*!" + right.uri() + "!", ".")
                    .naptr("example.com", 1, 5, "u", "XCON:CCMP", "!.*!" + last.uri() + "!", ".");

            assertThat(client.send(ALICE.confs()).isAccepted()).isTrue();
            assertThat(right.seen()).hasSize(1);
            assertThat(untrusted.seen()).isEmpty();
            assertThat(last.seen()).isEmpty();
        }
    }

    @Test
    void whereAllWaysEndTheDnsIsAskedAgain() throws CcmpException {
        Stub gone = Stub.http();
        dns.server("example.com", gone.uri());
        gone.close();
        try (Stub server = Stub.http();
                CcmpClient client = CcmpClient.builder()
                        .discovery(dns.discovery("example.com"))
                        .build()) {
            assertThatThrownBy(() -> client.send(ALICE.confs())).isInstanceOf(UnreachableException.class);

            dns.forgets().server("example.com", server.uri());
            assertThat(client.send(ALICE.confs()).isAccepted()).isTrue();
        }
    }

    @Test
    @Requirement("CCMP-4848-09")
    void aCircleLeadsNowhere() {
        dns.delegation("zonea.example.com", "zoneb.example.com").delegation("zoneb.example.com", "zonea.example.com");
        dns.delegation("self.example.com", "self.example.com");

        findsNobody("zonea.example.com");
        assertThat(dns.queries()).containsExactly("NAPTR zonea.example.com", "NAPTR zoneb.example.com");
        findsNobody("self.example.com");
    }

    @Test
    @Requirement("CCMP-4848-09")
    void aChainIsFollowedSoFarAndNoFarther() {
        for (int i = 0; i < 40; i++) {
            dns.delegation("z" + i + ".example.com", "z" + (i + 1) + ".example.com");
        }

        findsNobody("z0.example.com");
        assertThat(dns.queries()).hasSize(UnaptrLookup.MOST_DOMAINS);
    }

    @Test
    @Requirement("CCMP-10.1-02")
    void answersThatNobodyHasValidatedCanBeRefused() throws CcmpException {
        dns.server("example.com", CONFS);
        Discovery strict = dns.discovery("example.com").requiringDnssec();

        assertThatThrownBy(() -> strict.lookup().servers("example.com"))
                .isInstanceOf(UnreachableException.class)
                .hasMessageContaining("vouch");
        dns.authentic();
        assertThat(strict.lookup().servers("example.com").servers()).containsExactly(CONFS);
    }

    @Test
    @Requirement("CCMP-9-32")
    void theCertificateIsThatOfTheHostThatWasFound() throws CcmpException {
        TestIdentity found = TestIdentity.of("dns:localhost");
        TestIdentity domain = TestIdentity.of("dns:example.com");
        for (TestIdentity shown : List.of(found, domain)) {
            try (Stub server = Stub.https(shown);
                    CcmpClient client = CcmpClient.builder()
                            .discovery(dns.discovery("example.com"))
                            .trust(found.certificate(), domain.certificate())
                            .build()) {
                dns.forgets().server("example.com", server.uri("localhost"));
                if (shown == found) {
                    assertThat(client.send(ALICE.confs()).isAccepted()).isTrue();
                } else {
                    assertThatThrownBy(() -> client.send(ALICE.confs())).isInstanceOf(UnreachableException.class);
                    assertThat(server.seen()).isEmpty();
                }
            }
        }
    }

    @Test
    void aDomainWithoutRecordsHasNoServer() {
        findsNobody("example.com");
        dns.failing();
        assertThatThrownBy(() -> servers("example.com")).hasMessageContaining("SERVFAIL");
        assertThatThrownBy(() -> servers("a..b")).hasMessageContaining("no name of the DNS");
    }
}
