package io.parley.examples.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.parley.ccmp.CcmpRequest;
import io.parley.ccmp.CcmpResponse;
import io.parley.ccmp.Message;
import io.parley.ccmp.Operation;
import io.parley.ccmp.ResponseCode;
import io.parley.identity.Version;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** A server that runs: its one line, its options, its end. */
class ServeTest {

    private static final CcmpRequest BLUEPRINTS_FOR_ALICE = blueprintsFor("xcon-userid:alice@example.com");

    @Test
    void saysOneLineWithTheRealPortAndEndsWithStatus0() throws IOException {
        RunningServer server = RunningServer.with();

        assertThat(server.ready()).matches("READY http=127\\.0\\.0\\.1:[1-9]\\d*");
        assertThat(server.client().handle(BLUEPRINTS_FOR_ALICE).isSuccess()).isTrue();
        assertThat(server.end()).isZero();
        assertThat(server.furtherLines()).isEmpty();
    }

    @Test
    void listensOnIpv6() {
        assumeThat(hasIpv6()).isTrue();

        Run run = Run.of("serve", "--http", "[::1]:0");

        assertThat(run.out()).matches("READY http=\\[::1\\]:[1-9]\\d*\\R");
        assertThat(run.status()).isZero();
    }

    @Test
    void whatOtherMachinesReachInClearIsWarnedOf() {
        assertThat(warnings("--http", "127.0.0.1:0", "--sip", "127.0.0.1:0")).isEmpty();
        assertThat(warnings("--http", "0.0.0.0:0", "--sip", "127.0.0.1:0"))
                .singleElement()
                .asString()
                .contains("0.0.0.0:0", "in clear");
        assertThat(warnings("--http", "127.0.0.1:0", "--sip", "0.0.0.0:0")).hasSize(1);
    }

    private static List<String> warnings(String... options) {
        Logger logger = (Logger) LoggerFactory.getLogger(Server.class);
        ListAppender<ILoggingEvent> log = new ListAppender<>();
        log.start();
        logger.addAppender(log);
        String[] serve = Stream.concat(Stream.of("serve"), Stream.of(options)).toArray(String[]::new);
        assertThat(Run.of(serve).status()).isZero();
        logger.detachAppender(log);
        return log.list.stream()
                .filter(event -> event.getLevel() == Level.WARN)
                .map(ILoggingEvent::getFormattedMessage)
                .toList();
    }

    @Test
    void theFocusSaysByWhatItIsReached() throws IOException {
        try (RunningServer server = RunningServer.with("--sip", "127.0.0.1:0", "--sip-host", "sip.example.com")) {
            int port = HostAndPort.parse(server.address("sip-tcp")).port();
            String room = server.client()
                    .handle(CcmpRequest.of(Message.CONF, "xcon-userid:alice@example.com")
                            .operation(Operation.CREATE))
                    .confObjId()
                    .orElseThrow()
                    .replaceFirst("xcon:(.*)@.*", "$1");
            try (Socket socket = new Socket("127.0.0.1", port)) {
                String options = String.join(
                        "\r\n",
                        "OPTIONS sip:" + room + "@example.com SIP/2.0",
                        "Via: SIP/2.0/TCP 127.0.0.1;branch=z9hG4bK1",
                        "From: <sip:alice@example.com>;tag=1",
                        "To: <sip:" + room + "@example.com>",
                        "Call-ID: 1",
                        "CSeq: 1 OPTIONS",
                        "Max-Forwards: 70",
                        "Content-Length: 0",
                        "",
                        "");
                socket.getOutputStream().write(options.getBytes(StandardCharsets.UTF_8));
                BufferedReader reader =
                        new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
                assertThat(reader.lines().takeWhile(line -> !line.isEmpty()))
                        .contains("Contact: <sip:" + room + "@sip.example.com:" + port
                                + ";transport=tcp;gr=focus>;isfocus");
            }
        }
    }

    @Test
    void servesOnThePathThatItIsGiven() throws IOException {
        try (RunningServer server = RunningServer.with("--path", "/ccmp")) {
            assertThat(server.client("/ccmp").handle(BLUEPRINTS_FOR_ALICE).isSuccess())
                    .isTrue();
        }
    }

    @Test
    void openUsersAreThoseOfTheDomain() throws IOException {
        try (RunningServer server = RunningServer.with("--domain", "conf.example.org")) {
            assertThat(code(server, blueprintsFor("xcon-userid:anybody@conf.example.org")))
                    .isEqualTo(ResponseCode.SUCCESS);
            assertThat(code(server, BLUEPRINTS_FOR_ALICE)).isEqualTo(ResponseCode.INVALID_CONF_USER_ID);
        }
    }

    @Test
    void closedUsersAreThoseWhoAreNamed() throws IOException {
        try (RunningServer server = RunningServer.with(
                "--users", "closed", "--user", "alice:secret", "--admin", "xcon-userid:root@example.com")) {
            assertThat(code(server, BLUEPRINTS_FOR_ALICE)).isEqualTo(ResponseCode.SUCCESS);
            assertThat(code(server, blueprintsFor("xcon-userid:root@example.com")))
                    .isEqualTo(ResponseCode.SUCCESS);
            assertThat(code(server, blueprintsFor("xcon-userid:bob@example.com")))
                    .isEqualTo(ResponseCode.INVALID_CONF_USER_ID);
        }
    }

    @Test
    void aDemandedSubjectHasToBeRightAndTheSenders() throws IOException {
        try (RunningServer server = RunningServer.with(
                "--subject", "required", "--user", "alice:secret", "--user", "robert:x:xcon-userid:bob@example.com")) {
            assertThat(code(server, BLUEPRINTS_FOR_ALICE)).isEqualTo(ResponseCode.AUTHENTICATION_REQUIRED);
            assertThat(code(server, BLUEPRINTS_FOR_ALICE.subject("alice", "wrong")))
                    .isEqualTo(ResponseCode.AUTHENTICATION_REQUIRED);
            assertThat(code(server, BLUEPRINTS_FOR_ALICE.subject("alice", "secret")))
                    .isEqualTo(ResponseCode.SUCCESS);
            assertThat(code(server, BLUEPRINTS_FOR_ALICE.subject("robert", "x")))
                    .isEqualTo(ResponseCode.UNAUTHORIZED);
            assertThat(code(server, blueprintsFor("xcon-userid:bob@example.com").subject("robert", "x")))
                    .isEqualTo(ResponseCode.SUCCESS);
        }
    }

    @Test
    void aStrangerWithTheContactOfAUserIsThatUser() throws IOException {
        try (RunningServer server =
                RunningServer.with("--user", "c:x:xcon-userid:Ciccio83@example.com:sip:Ciccio@example.com")) {
            CcmpOverHttp client = server.client();
            Requests requests = new Requests();
            String conference =
                    client.handle(requests.read("create", "")).confObjId().orElseThrow();

            CcmpResponse added = client.handle(requests.read("add", conference));

            assertThat(Section6.user(added)).isEqualTo("xcon-userid:Ciccio83@example.com");
        }
    }

    @Test
    void administratorsManageBlueprints() throws IOException {
        try (RunningServer server = RunningServer.with("--admin", "xcon-userid:root@example.com")) {
            CcmpRequest delete = CcmpRequest.of(Message.BLUEPRINT, "xcon-userid:root@example.com")
                    .on("xcon:VideoRoom@example.com")
                    .operation(Operation.DELETE);

            assertThat(code(server, delete)).isEqualTo(ResponseCode.SUCCESS);
            assertThat(Section6.titles(server.client().handle(BLUEPRINTS_FOR_ALICE)))
                    .isEqualTo("AudioConference1 AudioConference2 AudioRoom VideoConference1");
        }
    }

    @Test
    void answersWhatTheReadmePosts() throws IOException {
        try (RunningServer server = RunningServer.with()) {
            Telling telling = new Telling(server.client());

            assertThat(telling.ask("blueprints", "create").version()).contains(new Version(1));
            assertThat(telling.ask("update").version()).contains(new Version(2));
            assertThat(telling.ask("join").version()).contains(new Version(3));
            assertThat(telling.retrieve().isActive()).isTrue();
            assertThat(code(server, new Requests().read("join", telling.conference())))
                    .isEqualTo(ResponseCode.CONFLICT);
        }
    }

    private static boolean hasIpv6() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName("::1"))) {
            return socket.isBound();
        } catch (IOException none) {
            return false;
        }
    }

    private static ResponseCode code(RunningServer server, CcmpRequest request) {
        return server.client().handle(request).code();
    }

    private static CcmpRequest blueprintsFor(String user) {
        return CcmpRequest.of(Message.BLUEPRINTS, user);
    }
}
