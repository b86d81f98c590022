package io.parley.examples.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.c3p.C3pCode;
import io.parley.c3p.C3pRole;
import io.parley.c3p.Command;
import io.parley.c3p.ConferenceCommand.DeleteConference;
import io.parley.c3p.ConferenceCommand.ModifyConferenceLock;
import io.parley.c3p.ConferenceKeys;
import io.parley.c3p.UserCommand.DeleteUser;
import io.parley.c3p.UserCommand.ModifyUserRoles;
import io.parley.c3p.UserKeys;
import io.parley.ccmp.CcmpRequest;
import io.parley.ccmp.Message;
import io.parley.ccmp.Operation;
import io.parley.examples.caller.SipUser;
import io.parley.examples.caller.Visit;
import io.parley.focus.ConferenceUri;
import io.parley.identity.SipUri;
import io.parley.identity.XconUri;
import java.io.IOException;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** {@code watch} against a server of this process, and what SIP users do there meanwhile. */
@Timeout(60)
class WatchTest {

    private static final String ALICE = "xcon-userid:alice@example.com";

    private RunningServer server;
    private SipUri conference;
    private SipUser alice;
    private SipUser bob;

    @BeforeEach
    void begin() throws IOException {
        server = RunningServer.with("--sip", "127.0.0.1:0", "--notify-interval", "0");
        String id = server.client()
                .handle(CcmpRequest.of(Message.CONF, ALICE).operation(Operation.CREATE))
                .confObjId()
                .orElseThrow();
        conference = ConferenceUri.of(XconUri.of(id));
        alice = user("sip:alice@example.com");
        bob = user("sip:bob@example.com");
    }

    @AfterEach
    void end() {
        alice.close();
        bob.close();
        server.close();
    }

    private SipUser user(String who) {
        return new SipUser(
                SipUri.of(who), HostAndPort.parse(server.address("sip-tcp")).address());
    }

    private RunningWatch watch(String... options) throws IOException {
        return RunningWatch.of(server, conference.toString(), options);
    }

    private Visit join(SipUser user) {
        return user.join(conference, C3pRole.ATTENDEE).join();
    }

    private static void done(Visit visit, Command command) {
        assertThat(visit.ask(command).join().code()).isEqualTo(C3pCode.SUCCESS);
    }

    private static String title(String state) {
        return "conference \"New conference by Alice cloned from default blueprint\", " + state;
    }

    @Test
    void tellsTheRosterFromTheOneDocumentToTheLast() throws IOException {
        Visit host = join(alice);
        try (RunningWatch watch = watch()) {
            assertThat(watch.line()).isEqualTo(title("open"));
            assertThat(watch.line()).isEqualTo("+ sip:alice@example.com (Alice), presenter: focus connected");
            assertThat(watch.line()).isEqualTo("+ sip:watcher@example.com (Watcher), attendee: focus connected");
            join(bob);
            assertThat(watch.line()).isEqualTo("+ sip:bob@example.com (Bob), attendee: focus connected");
            UserKeys him = new UserKeys(conference, bob.self());
            done(host, new ModifyUserRoles(him, C3pRole.PRESENTER, Optional.empty()));
            assertThat(watch.line()).isEqualTo("* sip:bob@example.com (Bob), presenter: focus connected");
            done(host, new ModifyConferenceLock(ConferenceKeys.of(conference), true, Optional.empty()));
            assertThat(watch.line()).isEqualTo(title("locked"));
            done(host, new DeleteUser(him, Optional.empty(), Optional.empty(), Optional.empty()));
            assertThat(watch.line()).isEqualTo("- sip:bob@example.com");
            done(host, new DeleteConference(ConferenceKeys.of(conference)));
            assertThat(watch.line()).isEqualTo("over: ConferenceTerminated");
            assertThat(watch.status()).isZero();
        }
    }

    @Test
    void whoeverIsEjectedIsTold() throws IOException {
        Visit host = join(alice);
        try (RunningWatch watch = watch("--as", "sip:guest@example.com")) {
            watch.line();
            watch.line();
            assertThat(watch.line()).startsWith("+ sip:guest@example.com (Guest)");
            UserKeys him = new UserKeys(conference, SipUri.of("sip:guest@example.com"));
            done(host, new DeleteUser(him, Optional.empty(), Optional.empty(), Optional.empty()));
            assertThat(watch.line()).isEqualTo("over: ParticipantRemoved");
            assertThat(watch.status()).isZero();
        }
    }

    @Test
    void leavesWhenItIsToldToEnd() throws IOException {
        join(alice);
        try (RunningWatch first = watch("--as", "sip:first@example.com")) {
            first.line();
            first.line();
            first.line();
            try (RunningWatch second = watch()) {
                assertThat(first.line()).startsWith("+ sip:watcher@example.com");
                second.line();
                assertThat(second.end()).isZero();
            }
            assertThat(first.line()).isEqualTo("- sip:watcher@example.com");
        }
    }

    @Test
    void aConferenceThatIsNotThereIsStatus1() throws IOException {
        try (RunningWatch watch = RunningWatch.of(server, "sip:none@example.com")) {
            assertThat(watch.status()).isEqualTo(1);
            assertThat(watch.complaint()).startsWith("404 Not Found: there is no conference sip:none@example.com");
        }
    }

    @Test
    void aServerThatIsNotThereIsStatus3() {
        Run run = Run.of("watch", conference.toString(), "--server", "127.0.0.1:1");

        assertThat(run.status()).isEqualTo(3);
        assertThat(run.err()).startsWith("503 ");
    }
}
