package io.parley.examples.server;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.parley.sip.authentication.DigestCredentials;
import io.parley.sip.message.SipBody;
import io.parley.sip.message.SipRequest;
import io.parley.sip.message.SipResponse;
import io.parley.sip.stack.Transport;
import io.parley.spec.Requirement;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/** {@code serve --sips}, from outside. */
@Timeout(60)
class SipsTest {

    private static final String ALICE = "sip:alice@example.com";
    private static final String BOB = "sip:bob@example.com";
    private static final String FACTORY = ALICE + ";gruu;opaque=app:conf:focusfactory";
    private static final String CONFERENCE = "sip:alice@example.com;gruu;opaque=app:conf:focus:id:SAFE1234";

    @TempDir
    private Path directory;

    private final List<AutoCloseable> open = new ArrayList<>();
    private Keys keys;

    @BeforeEach
    void begin() throws Exception {
        keys = new Keys(directory);
    }

    @AfterEach
    void end() throws Exception {
        for (int i = open.size() - 1; i >= 0; i--) {
            open.get(i).close();
        }
    }

    /** A server that speaks TLS only. */
    private RunningServer server(String... options) throws Exception {
        String[] all = Stream.of(
                        new String[] {"--https", "127.0.0.1:0", "--sips", "127.0.0.1:0", "--notify-interval", "0"},
                        keys.ofServer(),
                        options)
                .flatMap(Stream::of)
                .toArray(String[]::new);
        RunningServer server = RunningServer.encrypted(all);
        open.add(server);
        return server;
    }

    private Handset handset(String who, RunningServer server, SSLContext context) {
        Handset made = who.startsWith("sips:")
                ? Handset.bySips(who, server.address("sip-tls"), context)
                : Handset.byTls(who, server.address("sip-tls"), context);
        open.add(made);
        return made;
    }

    private void found(Handset alice) {
        SipRequest service = alice.request("SERVICE", FACTORY)
                .with(Handset.command(
                        ALICE,
                        FACTORY,
                        "<addConference><ci:conference-info entity=''><ci:conference-description>"
                                + "<msci:conference-id>SAFE1234</msci:conference-id></ci:conference-description>"
                                + "</ci:conference-info></addConference>"));
        assertThat(alice.ask(service).body().text()).contains("code=\"success\"");
    }

    @Test
    @Requirement("XF-11-01")
    void eachProtocolIsServedByTlsAndNothingInClear() throws Exception {
        RunningServer server = server();
        assertThat(server.ready()).matches("READY https=127\\.0\\.0\\.1:\\d+ sip-tls=127\\.0\\.0\\.1:\\d+");

        Handset alice = handset(ALICE, server, keys.ofStranger());
        found(alice);
        assertThat(alice.ask(alice.invite(CONFERENCE)).status()).isEqualTo(200);
    }

    @Test
    @Requirement({"EV-8.1-01", "EV-8.1-03"})
    void notificationsGoByTheConnectionThatTheSubscriptionCameBy() throws Exception {
        RunningServer server = server();
        Handset alice = handset(ALICE, server, keys.ofStranger());
        found(alice);
        String clear = "<sip:handset@" + alice.clear() + ">";
        assertThat(alice.ask(alice.invite(CONFERENCE).with("Contact", clear)).status())
                .isEqualTo(200);
        SipRequest subscribe = alice.subscribe(CONFERENCE).with("Contact", clear);
        assertThat(alice.ask(subscribe).status()).isEqualTo(200);

        Handset.Heard first = alice.next();
        assertThat(first.request().method()).isEqualTo("NOTIFY");
        assertThat(first.peer().transport()).isEqualTo(Transport.TLS);
        assertThat(first.request().header("Via").orElseThrow()).startsWith("SIP/2.0/TLS ");
        assertThat(first.request().body().contentType()).contains("application/conference-info+xml");
    }

    @Test
    @Requirement({"TIMER-11.2-01", "EV-8.1-02"})
    void whoCallsBySipsIsServedBySips() throws Exception {
        RunningServer server = server();
        found(handset(ALICE, server, keys.ofStranger()));
        Handset bob = handset("sips:bob@example.com", server, keys.ofStranger());
        String secure = CONFERENCE.replaceFirst("^sip:", "sips:");
        SipRequest invite = bob.invite(secure);
        SipResponse joined = bob.ask(invite);
        assertThat(joined.status()).as("%s", joined.body().text()).isEqualTo(200);
        assertThat(joined.header("Contact").orElseThrow()).startsWith("<sips:").contains(";isfocus");
        SipResponse updated = bob.askOnce(bob.within(invite, joined, "UPDATE"));
        assertThat(updated.status()).isEqualTo(200);
        assertThat(updated.header("Contact").orElseThrow()).startsWith("<sips:");

        SipResponse subscribed = bob.ask(bob.subscribe(secure));
        assertThat(subscribed.status()).isEqualTo(200);
        assertThat(subscribed.header("Contact").orElseThrow()).startsWith("<sips:");
        Handset.Heard first = bob.next();
        assertThat(first.peer().transport()).isEqualTo(Transport.TLS);
        assertThat(first.request().uri()).startsWith("sips:");
    }

    @Test
    void whoCallsBySipIsServedBySip() throws Exception {
        RunningServer server = server();
        Handset alice = handset(ALICE, server, keys.ofStranger());
        found(alice);

        assertThat(alice.ask(alice.invite(CONFERENCE)).header("Contact").orElseThrow())
                .startsWith("<sip:")
                .contains(";transport=tls");
    }

    @Test
    @Requirement("EV-8.1-03")
    void whoWantsSecureMimeGetsNone() throws Exception {
        RunningServer server = server();
        Handset alice = handset(ALICE, server, keys.ofStranger());
        found(alice);
        SipRequest invite = alice.invite(CONFERENCE);
        SipResponse joined = alice.ask(invite);
        assertThat(joined.status()).isEqualTo(200);

        assertThat(alice.ask(alice.subscribe(CONFERENCE).with("Accept", "application/pkcs7-mime"))
                        .status())
                .isEqualTo(406);
        SipRequest info = alice.within(invite, joined, "INFO")
                .with(SipBody.of("application/pkcs7-mime; smime-type=enveloped-data", "none"));
        assertThat(alice.ask(info).status()).isEqualTo(415);
        assertThat(Run.of("serve", "-h").out()).doesNotContainIgnoringCase("s/mime");
    }

    @Test
    @Requirement("C3P-D2-05")
    void whoShowsHisCertificateIsNotChallengedAndEverybodyElseIs() throws Exception {
        RunningServer server = server(
                "--tls-client-ca",
                keys.authority(),
                "--sip-auth",
                "digest",
                "--user",
                "alice:secret",
                "--user",
                "bob:hush");
        found(handset(ALICE, server, keys.ofStranger()).with(new DigestCredentials("alice", "secret")));
        SSLContext bobs = keys.ofClient(BOB);

        Handset bob = handset(BOB, server, bobs);
        assertThat(bob.askOnce(bob.invite(CONFERENCE)).status()).isEqualTo(200);
        Handset pretender = handset(ALICE, server, bobs);
        assertThat(pretender.askOnce(pretender.invite(CONFERENCE)).status()).isEqualTo(401);
        Handset stranger = handset(BOB, server, keys.ofStranger());
        assertThat(stranger.askOnce(stranger.invite(CONFERENCE)).status()).isEqualTo(401);
    }

    @Test
    void whereCertificatesAreDemandedNobodyComesInWithoutOne() throws Exception {
        RunningServer server = server("--tls-client-ca", keys.authority(), "--tls-client-auth", "required");
        Handset stranger = handset(ALICE, server, keys.ofStranger());
        assertThat(stranger.askOnce(stranger.request("OPTIONS", "sip:example.com"))
                        .status())
                .isEqualTo(503);

        Handset alice = handset(ALICE, server, keys.ofClient(ALICE));
        found(alice);
    }

    @Test
    @Requirement("CCMP-10.1-03")
    void aCertificateThatNamesNoHostIsWarnedOf() throws Exception {
        ch.qos.logback.classic.Logger all = ((LoggerContext) LoggerFactory.getILoggerFactory()).getLogger("io.parley");
        ListAppender<ILoggingEvent> log = new ListAppender<>();
        log.start();
        all.addAppender(log);
        try (RunningServer server = RunningServer.encrypted(
                Stream.of(new String[] {"--https", "127.0.0.1:0", "--sips", "127.0.0.1:0"}, keys.ofNamelessServer())
                        .flatMap(Stream::of)
                        .toArray(String[]::new))) {
            assertThat(server.ready()).startsWith("READY https=");
        } finally {
            all.detachAppender(log);
        }
        assertThat(List.copyOf(log.list))
                .extracting(ILoggingEvent::getFormattedMessage)
                .filteredOn(text -> text.contains("cert.pem: the certificate has no subjectAltName"))
                .as("of HTTPS and of SIP")
                .hasSize(2);
    }
}
