package io.parley.examples.focus;

import static io.parley.examples.focus.Meeting.ALICE;
import static io.parley.examples.focus.Meeting.BOB;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.parley.c3p.Answer;
import io.parley.c3p.C3pCode;
import io.parley.c3p.C3pRequest;
import io.parley.c3p.C3pResponse;
import io.parley.c3p.C3pRole;
import io.parley.c3p.C3pUser;
import io.parley.c3p.Command;
import io.parley.c3p.ConferenceCommand.DeleteConference;
import io.parley.c3p.ConferenceCommand.ModifyConferenceLock;
import io.parley.c3p.ConferenceKeys;
import io.parley.c3p.Reason;
import io.parley.c3p.UserCommand.AddUser;
import io.parley.conference.Conference;
import io.parley.focus.McuType;
import io.parley.identity.SipUri;
import io.parley.identity.XconUri;
import io.parley.ports.in.C3pService.Verdict;
import io.parley.ports.in.FocusService.McuId;
import io.parley.ports.out.McuGateway;
import io.parley.spec.Requirement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** Commands that MCUs execute, and what all MCUs are told (MS-CONFBAS section 3.5.5.2): the client always gets one final answer. */
class McuCommandsTest {

    private final Mcus mcus = new Mcus();
    private final Meeting meeting = Meeting.mixedBy(mcus);
    private final Meeting.Caller alice = meeting.join(ALICE);

    /** MCUs that note what they are told, and answer when the test has them answer. */
    private static final class Mcus implements McuGateway {
        private final List<McuId> started = new ArrayList<>();
        private final List<McuId> released = new ArrayList<>();
        private final List<C3pRequest> commands = new ArrayList<>();
        private final List<McuId> executors = new ArrayList<>();
        private final List<Consumer<C3pResponse>> answers = new ArrayList<>();
        private boolean available = true;

        @Override
        public List<McuType> types() {
            return List.of(McuType.CHAT, McuType.AUDIO_VIDEO);
        }

        @Override
        public void start(McuId mcu, Conference conference) {
            started.add(mcu);
        }

        @Override
        public void release(McuId mcu) {
            released.add(mcu);
        }

        @Override
        public boolean isAvailable(McuId mcu) {
            return available;
        }

        @Override
        public void command(McuId mcu, C3pRequest request, Consumer<C3pResponse> responses) {
            executors.add(mcu);
            commands.add(request);
            answers.add(responses);
        }

        @Override
        public void mix(Conference conference) {}

        @Override
        public void stop(XconUri conference) {}

        private McuId chat() {
            return started.stream()
                    .filter(mcu -> mcu.type().equals(McuType.CHAT))
                    .reduce((first, second) -> second)
                    .orElseThrow();
        }
    }

    private Command dialOut(SipUri mcu) {
        return new AddUser(
                ConferenceKeys.of(meeting.uri), C3pUser.of(SipUri.of("sip:dave@example.com")), Optional.of(mcu), false);
    }

    private C3pResponse success() {
        C3pRequest request = mcus.commands.get(mcus.commands.size() - 1);
        return C3pResponse.success(request, new Answer.Nothing());
    }

    @Test
    void anInstanceStartsItsMcusAndReleasesThemAtItsEnd() {
        assertThat(mcus.started)
                .extracting(
                        mcu -> mcu.type().word(),
                        mcu -> mcu.uri().parameter("opaque").orElse(""))
                .containsExactlyInAnyOrder(
                        tuple("chat", "app:conf:chat:id:" + meeting.uri.user().orElse("")),
                        tuple(
                                "audio-video",
                                "app:conf:audio-video:id:" + meeting.uri.user().orElse("")));
        alice.ask(new DeleteConference(ConferenceKeys.of(meeting.uri)));
        assertThat(mcus.released).containsExactlyInAnyOrderElementsOf(mcus.started);
    }

    @Test
    @Requirement("C3P-D4-03")
    void aCommandThatTakesLongIsToldToBePendingAndThenAnswered() {
        List<C3pResponse> responses = alice.send(dialOut(mcus.chat().uri()));
        meeting.memory.clock().advance(Duration.ofMillis(27_999));
        assertThat(responses).isEmpty();
        meeting.memory.clock().advance(Duration.ofMillis(1));
        meeting.memory.clock().advance(Duration.ofSeconds(28));
        assertThat(responses).extracting(C3pResponse::code).containsExactly(C3pCode.PENDING, C3pCode.PENDING);
        meeting.memory.clock().advance(Duration.ofSeconds(4));
        mcus.answers.get(0).accept(C3pResponse.pending(mcus.commands.get(0)));
        mcus.answers.get(0).accept(success());
        mcus.answers.get(0).accept(success());
        meeting.memory.clock().advance(Duration.ofMinutes(20));
        assertThat(responses)
                .extracting(C3pResponse::code)
                .containsExactly(C3pCode.PENDING, C3pCode.PENDING, C3pCode.PENDING, C3pCode.SUCCESS);
        assertThat(responses.get(3).responder()).contains(mcus.chat().uri());
    }

    @Test
    @Requirement("C3P-3.5.4.2.3.2-01")
    void aCommandThatNeverEndsTimesOut() {
        List<C3pResponse> responses = alice.send(dialOut(mcus.chat().uri()));
        meeting.memory.clock().advance(Duration.ofMinutes(10));
        C3pResponse last = responses.get(responses.size() - 1);
        assertThat(last.code()).isEqualTo(C3pCode.FAILURE);
        assertThat(last.reason()).contains(Reason.TIMEOUT);
        mcus.answers.get(0).accept(success());
        assertThat(responses.get(responses.size() - 1)).isSameAs(last);
    }

    @Test
    void anMcuThatDiesLeavesNoCommandWithoutItsOneAnswerAndIsStartedAgainLaterEachTime() {
        McuId chat = mcus.chat();
        List<C3pResponse> responses = alice.send(dialOut(chat.uri()));
        meeting.parley.focus().failed(chat);
        assertThat(responses).hasSize(1);
        assertThat(responses.get(0).reason()).contains(Reason.SERVER_BUSY);
        assertThat(alice.verdict("77", dialOut(chat.uri()), new ArrayList<>())).isEqualTo(Verdict.UNAVAILABLE);

        assertThat(mcus.started).hasSize(2);
        meeting.memory.clock().advance(Duration.ofSeconds(1));
        assertThat(mcus.started).hasSize(3);
        meeting.parley.focus().failed(mcus.chat());
        meeting.memory.clock().advance(Duration.ofSeconds(1));
        assertThat(mcus.started).as("two seconds the second time").hasSize(3);
        meeting.memory.clock().advance(Duration.ofSeconds(1));
        assertThat(mcus.started).hasSize(4);
        meeting.parley.focus().failed(chat);
        assertThat(mcus.chat()).as("one of an earlier incarnation").isNotEqualTo(chat);
        assertThat(alice.verdict("78", dialOut(chat.uri()), new ArrayList<>())).isEqualTo(Verdict.ACCEPTED);
    }

    @Test
    void whatCanNeverSucceedIsDeclinedAndWhatCannotNowIsUnavailable() {
        SipUri other = SipUri.of("sip:x@example.com;gruu;opaque=app:conf:data-conf:id:x");
        assertThat(alice.verdict("1", dialOut(other), new ArrayList<>())).isEqualTo(Verdict.DECLINED);
        mcus.available = false;
        assertThat(alice.verdict("2", dialOut(mcus.chat().uri()), new ArrayList<>()))
                .isEqualTo(Verdict.UNAVAILABLE);
        assertThat(mcus.commands).isEmpty();
    }

    @Test
    @Requirement("C3P-3.5.5.2.2-02")
    void allMcusAreToldOfALockAndNobodyWaitsForThem() {
        C3pResponse locked =
                alice.ask(new ModifyConferenceLock(ConferenceKeys.of(meeting.uri), true, Optional.empty()));
        assertThat(locked.code()).isEqualTo(C3pCode.SUCCESS);
        assertThat(locked.responder()).isEmpty();
        assertThat(mcus.executors).containsExactlyInAnyOrderElementsOf(mcus.started);
        assertThat(mcus.commands)
                .extracting(request -> request.command().name())
                .containsOnly("modifyConferenceLock");
    }

    @Test
    void anMcuGetsTheRoleThatWasGrantedWhateverWasAskedFor() {
        Meeting.Caller bob = meeting.join(BOB);
        bob.send(new AddUser(
                ConferenceKeys.of(meeting.uri),
                C3pUser.of(SipUri.of(BOB)).withRole(C3pRole.PRESENTER),
                Optional.of(mcus.chat().uri()),
                false));
        assertThat(((AddUser) mcus.commands.get(0).command()).user().roles()).containsExactly("attendee");
    }
}
