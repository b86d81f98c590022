package io.parley.examples.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.document.Attributes;
import io.parley.document.Element;
import io.parley.document.Info;
import io.parley.focus.ConferenceUri;
import io.parley.http.client.Sender;
import io.parley.identity.XconUri;
import io.parley.sip.message.SipRequest;
import io.parley.sip.message.SipResponse;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** {@code serve --sip-trusted}, from outside: what a proxy says of its callers (RFC 3325). */
@Timeout(60)
class SipTrustedTest {

    private static final Sender ALICE = Sender.of("xcon-userid:alice@example.com");
    private static final String NOBODY = "sip:anonymous@anonymous.invalid";

    private static SipResponse called(RunningServer server, XconUri id, String from, String asserted) {
        try (Handset proxy = Handset.byTcp(from, server.address("sip-tcp"))) {
            SipRequest invite = proxy.invite(ConferenceUri.of(id).toString());
            return proxy.askOnce(invite.with("P-Asserted-Identity", asserted));
        }
    }

    private static RunningServer server(String... options) throws Exception {
        return RunningServer.with(Stream.concat(
                        Stream.of("--sip", "127.0.0.1:0", "--sip-auth", "digest", "--user", "bob:hush"),
                        Stream.of(options))
                .toArray(String[]::new));
    }

    private static XconUri founded(RunningServer server) {
        return XconUri.of(server.client().handle(ALICE.create()).confObjId().orElseThrow());
    }

    private static List<String> users(RunningServer server, XconUri id) {
        return server.client()
                .handle(ALICE.retrieve(id))
                .body()
                .info()
                .flatMap(document -> document.child(Info.USERS))
                .map(roster -> roster.elements().stream()
                        .filter(it -> it.name().equals(Info.USER))
                        .map(SipTrustedTest::entity)
                        .toList())
                .orElse(List.of());
    }

    private static String entity(Element user) {
        return user.attribute(Attributes.ENTITY).orElse("");
    }

    @Test
    void whomATrustedProxyAssertsIsInWithoutAPassword() throws Exception {
        try (RunningServer server = server("--sip-trusted", "127.0.0.1")) {
            XconUri id = founded(server);
            SipResponse joined = called(server, id, "sip:bob@example.com", "\"Bob\" <sip:bob@example.com>");

            assertThat(joined.status()).isEqualTo(200);
            assertThat(users(server, id)).contains("xcon-userid:bob@example.com");
        }
    }

    @Test
    void whereNoPasswordsAreNobodyElseIsBelieved() throws Exception {
        try (RunningServer server =
                RunningServer.with("--sip", "127.0.0.1:0", "--sip-auth", "certificate", "--sip-trusted", "192.0.2.1")) {
            XconUri id = founded(server);

            assertThat(called(server, id, "sip:bob@example.com", "<sip:bob@example.com>")
                            .status())
                    .isEqualTo(403);
        }
        Run run = Run.of("serve", "--http", "127.0.0.1:0", "--sip", "127.0.0.1:0", "--sip-auth", "certificate");
        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err()).contains("--sip-auth certificate: ", "--tls-client-ca", "--sip-trusted");
    }

    @Test
    void whatAnybodyElseAssertsIsWorthNothing() throws Exception {
        try (RunningServer server = server("--sip-trusted", "192.0.2.1")) {
            XconUri id = founded(server);
            SipResponse refused = called(server, id, "sip:bob@example.com", "<sip:bob@example.com>");

            assertThat(refused.status()).isEqualTo(401);
            assertThat(users(server, id)).doesNotContain("xcon-userid:bob@example.com");
        }
    }

    @Test
    void whoIsAssertedAsNobodyHasToProveWhoHeIs() throws Exception {
        try (RunningServer server = server("--sip-trusted", "127.0.0.1")) {
            XconUri id = founded(server);

            assertThat(called(server, id, "sip:bob@example.com", "<" + NOBODY + ">")
                            .status())
                    .isEqualTo(401);
        }
    }
}
