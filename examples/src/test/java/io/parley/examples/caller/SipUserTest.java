package io.parley.examples.caller;

import static io.parley.examples.caller.ScriptedFocus.CONFERENCE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.parley.c3p.C3pCode;
import io.parley.c3p.C3pEndpoint;
import io.parley.c3p.C3pRequest;
import io.parley.c3p.C3pResponse;
import io.parley.c3p.C3pRole;
import io.parley.c3p.C3pUser;
import io.parley.c3p.ConferenceCommand.GetConference;
import io.parley.c3p.ConferenceKeys;
import io.parley.c3p.Reason;
import io.parley.c3p.UserCommand.AddUser;
import io.parley.identity.SipUri;
import io.parley.roster.RosterCopy;
import io.parley.sip.message.SipRequest;
import io.parley.sip.message.SipResponse;
import io.parley.spec.Requirement;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a client of MS-CONFBAS sends, and what it makes of the answers. */
class SipUserTest {

    private static final SipUri BOB = SipUri.of("sip:bob@example.com");
    private static final int PATIENCE_SECONDS = 20;

    private final ScriptedFocus focus = new ScriptedFocus();
    private final SipUser bob = new SipUser(BOB, focus.address());

    @AfterEach
    void end() {
        bob.close();
        focus.close();
    }

    private static <T> T soon(CompletableFuture<T> future) {
        return future.orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join();
    }

    private Visit visit() throws InterruptedException {
        Visit visit = soon(bob.join(CONFERENCE, C3pRole.ATTENDEE));
        assertThat(focus.next().method()).isEqualTo("INVITE");
        return visit;
    }

    private static GetConference command() {
        return new GetConference(ConferenceKeys.of(CONFERENCE), false, Optional.empty());
    }

    private static String between(String nameAddress) {
        return nameAddress.replaceFirst(".*<", "").replaceFirst(">.*", "");
    }

    private static String tag(String nameAddress) {
        return nameAddress.replaceFirst(".*;tag=", "");
    }

    @Test
    @Requirement({
        "C3P-2.2.1.2-01",
        "C3P-2.2.1.2-03",
        "C3P-2.2.1.2-04",
        "C3P-2.2.3.1.1-03",
        "C3P-2.2.3.1.1-04",
        "C3P-2.2.3.1.1-05",
        "C3P-2.2.3.3-06"
    })
    void heJoinsByAnInviteToTheConferenceUri() throws Exception {
        soon(bob.join(CONFERENCE, C3pRole.PRESENTER)).follow(new Watching());
        SipRequest invite = focus.next();
        SipRequest subscribe = focus.next();
        assertThat(subscribe.method()).isEqualTo("SUBSCRIBE");
        assertThat(invite.uri()).isEqualTo(CONFERENCE.toString());
        assertThat(between(invite.header("To").orElseThrow())).isEqualTo(CONFERENCE.toString());
        assertThat(between(subscribe.header("To").orElseThrow())).isEqualTo(CONFERENCE.toString());
        assertThat(invite.header("Session-Expires")).isPresent();

        assertThat(invite.body().text()).contains("C3PVersion=\"1\"");
        C3pRequest request = focus.command(invite);
        assertThat(request.from()).hasToString(between(invite.header("From").orElseThrow()));
        assertThat(request.to()).isEqualTo(CONFERENCE);
        C3pUser user = ((AddUser) request.command()).user();
        assertThat(user).isEqualTo(C3pUser.of(BOB).withRole(C3pRole.PRESENTER).withEndpoints(user.endpoints()));
        assertThat(user.endpoints()).hasSize(1);
    }

    @Test
    @Requirement("C3P-2.2.3.1.4-02")
    void everyDeviceHasAnIdentifierOfItsOwn() throws Exception {
        soon(bob.join(CONFERENCE, C3pRole.ATTENDEE));
        String first = device(focus.next());
        try (SipUser other = new SipUser(BOB, focus.address())) {
            soon(other.join(CONFERENCE, C3pRole.ATTENDEE));
            assertThat(List.of(first, device(focus.next())))
                    .doesNotHaveDuplicates()
                    .allMatch(entity -> entity.matches("\\{[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\\}"));
        }
    }

    private String device(SipRequest invite) {
        AddUser command = (AddUser) focus.command(invite).command();
        return command.user().endpoint().flatMap(C3pEndpoint::entity).orElseThrow();
    }

    @Test
    @Requirement({"C3P-2.2.1.5-01", "C3P-2.2.3.1.1-01", "C3P-2.2.3.1.1-02", "C3P-2.2.3.1.1-04", "C3P-2.2.3.1.1-05"})
    void commandsAreNumberedAndGoWithinTheCall() throws Exception {
        Visit visit = soon(bob.join(CONFERENCE, C3pRole.ATTENDEE));
        SipRequest invite = focus.next();
        Set<String> numbers = new HashSet<>(Set.of(focus.command(invite).requestId()));
        Set<String> tags = new HashSet<>();
        for (int i = 0; i < 1000; i++) {
            visit.ask(command());
            SipRequest info = focus.next();
            assertThat(info.method()).isEqualTo("INFO");
            assertThat(info.header("Call-ID")).isEqualTo(invite.header("Call-ID"));
            assertThat(tag(info.header("From").orElseThrow()))
                    .isEqualTo(tag(invite.header("From").orElseThrow()));
            tags.add(tag(info.header("To").orElseThrow()));
            C3pRequest request = focus.command(info);
            assertThat(request.from()).hasToString(between(info.header("From").orElseThrow()));
            assertThat(request.to()).hasToString(between(info.header("To").orElseThrow()));
            assertThat(request.requestId())
                    .matches("[0-9]+")
                    .satisfies(
                            number -> assertThat(numbers.add(number)).as(number).isTrue());
        }
        assertThat(tags).as("the tag of the focus").hasSize(1);
    }

    @Test
    @Requirement({
        "C3P-2.2.1.2-02",
        "C3P-3.5.5.1.1-01",
        "C3P-3.5.5.1.3-01",
        "C3P-3.5.5.1.4-02",
        "C3P-3.5.5.1.4-03",
        "C3P-2.2.3.2.1-07"
    })
    void aCommandIsOverWithItsResponseAndNotBefore() throws Exception {
        Visit visit = visit();
        CompletableFuture<C3pResponse> answer = visit.ask(command());
        C3pRequest asked = focus.command(focus.next());
        CompletableFuture<SipResponse> told = new CompletableFuture<>();
        // Whoever hears the response holds up the client until the focus has its 200.
        CompletableFuture<C3pResponse> heard = answer.thenApply(response -> {
            soon(told);
            return response;
        });
        C3pResponse stranger = C3pResponse.failure("77", BOB, CONFERENCE, Reason.OTHER_FAILURE);
        assertThat(soon(focus.tells(stranger)).status()).isEqualTo(200);
        assertThat(soon(focus.tells(C3pResponse.pending(asked))).status()).isEqualTo(200);
        assertThat(answer)
                .as("202, another's response and one that is not final")
                .isNotDone();

        C3pResponse failure = C3pResponse.failure(asked.requestId(), BOB, CONFERENCE, Reason.NOT_SUPPORTED);
        focus.tells(failure).thenAccept(told::complete);
        assertThat(soon(heard).code()).isEqualTo(C3pCode.FAILURE);
        assertThat(soon(told).status()).isEqualTo(200);
        assertThat(soon(heard).anyReason()).contains(Reason.NOT_SUPPORTED);

        assertThat(soon(focus.tells(C3pResponse.failure(asked.requestId(), BOB, CONFERENCE, Reason.OTHER_FAILURE)))
                        .status())
                .isEqualTo(200);
        assertThat(soon(answer).anyReason()).contains(Reason.NOT_SUPPORTED);
    }

    @Test
    @Requirement({"C3P-3.5.5.1.2-01", "C3P-PRO1-02"})
    void theAnswerToAnInfoMayHoldTheResponseOrRefuseTheCommand() throws Exception {
        Visit visit = visit();
        focus.answers(info -> SipResponse.of(200, "OK")
                .with(focus.body(C3pResponse.failure(focus.command(info), Reason.NOT_SUPPORTED))));
        assertThat(soon(visit.ask(command())).anyReason()).contains(Reason.NOT_SUPPORTED);
        focus.answers(info -> SipResponse.of(503, "Service Unavailable"));
        assertThatThrownBy(() -> soon(visit.ask(command())))
                .hasCauseInstanceOf(RefusedException.class)
                .hasMessageContaining("503");
    }

    /** Notes the versions that it sees. */
    private static final class Watching implements Follower {
        private final BlockingQueue<Long> versions = new LinkedBlockingQueue<>();

        @Override
        public void changed(RosterCopy before, RosterCopy now) {
            versions.add(now.version());
        }

        @Override
        public void ended(String why) {}

        @Override
        public void refused(RefusedException refusal) {}

        long next() throws InterruptedException {
            return Optional.ofNullable(versions.poll(PATIENCE_SECONDS, TimeUnit.SECONDS))
                    .orElseThrow();
        }
    }

    private static String document(int version, String state) {
        return "<conference-info xmlns='urn:ietf:params:xml:ns:conference-info' entity='" + CONFERENCE + "' state='"
                + state + "' version='" + version + "'><users state='partial'><user entity='sip:user" + version
                + "@example.com' state='full'/></users></conference-info>";
    }

    @Test
    @Requirement({"C3P-2.2.2.1-01", "C3P-2.2.2.1-02", "C3P-3.4.5.1.1-01"})
    void heFollowsTheRosterAndAsksAgainWhenADocumentIsMissing() throws Exception {
        Visit visit = visit();
        Watching watching = new Watching();
        focus.begins(document(4, "full"));
        visit.follow(watching);
        SipRequest subscribe = focus.next();
        assertThat(subscribe.method()).isEqualTo("SUBSCRIBE");
        assertThat(subscribe.header("Event")).contains("conference");
        assertThat(subscribe.headers().list("Accept")).containsExactly("application/conference-info+xml");
        assertThat(watching.next()).isEqualTo(4);

        focus.notifies(document(4, "partial"));
        focus.notifies(document(5, "partial"));
        assertThat(watching.next()).as("the second is dropped").isEqualTo(5);
        focus.notifies(document(7, "partial"));
        SipRequest again = focus.next();
        assertThat(again.method()).isEqualTo("SUBSCRIBE");
        assertThat(again.header("Call-ID")).isEqualTo(subscribe.header("Call-ID"));
    }

    @Test
    @Requirement("C3P-3.2.4.1-02")
    void heLeavesByBye() throws Exception {
        Visit visit = visit();
        visit.leave();
        assertThat(focus.next().method()).isEqualTo("LEFT");
        soon(visit.over());
    }

    @Test
    @Requirement("C3P-3.11.5.1.2-01")
    void heCallsAnMcuAsWhoHeIs() throws Exception {
        soon(bob.join(CONFERENCE, C3pRole.ATTENDEE));
        C3pUser joined = ((AddUser) focus.command(focus.next()).command()).user();
        SipUri mcu = SipUri.of("sip:alice@example.com;gruu;opaque=app:conf:chat:id:MJMAY7RF");
        bob.chat(mcu, text -> {});
        SipRequest invite = focus.next();
        assertThat(invite.method()).isEqualTo("INVITE");
        assertThat(invite.uri()).isEqualTo(mcu.toString());
        assertThat(between(invite.header("From").orElseThrow()))
                .isEqualTo(joined.entity().toString());
    }
}
