package io.parley.examples.focus;

import static io.parley.examples.focus.Meeting.ALICE;
import static io.parley.examples.focus.Meeting.BOB;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.parley.c3p.Answer;
import io.parley.c3p.C3pCode;
import io.parley.c3p.C3pEndpoint;
import io.parley.c3p.C3pNames;
import io.parley.c3p.C3pRequest;
import io.parley.c3p.C3pResponse;
import io.parley.c3p.C3pRole;
import io.parley.c3p.C3pUser;
import io.parley.c3p.ClientReason;
import io.parley.c3p.Command;
import io.parley.c3p.ConferenceCommand.DeleteConference;
import io.parley.c3p.ConferenceCommand.ModifyConferenceLock;
import io.parley.c3p.ConferenceKeys;
import io.parley.c3p.Reason;
import io.parley.c3p.UserCommand.AddUser;
import io.parley.c3p.UserCommand.DeleteUser;
import io.parley.c3p.UserCommand.ModifyUserRoles;
import io.parley.c3p.UserKeys;
import io.parley.conference.Conference;
import io.parley.document.Attributes;
import io.parley.document.Element;
import io.parley.document.ElementType;
import io.parley.focus.Focus;
import io.parley.focus.McuType;
import io.parley.focus.Provisioning;
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
        private final List<McuId> refreshed = new ArrayList<>();
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
        public void refresh(McuId mcu) {
            refreshed.add(mcu);
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
    @Requirement("C3P-3.5.5.2.2-01")
    void bothMcusAreSentWhatTheFocusExecutesWithTheSameKeys() {
        meeting.join(BOB);
        UserKeys keys = new UserKeys(meeting.uri, SipUri.of(BOB));
        for (Command command : List.of(
                new ModifyConferenceLock(ConferenceKeys.of(meeting.uri), true, Optional.empty()),
                new ModifyUserRoles(keys, C3pRole.PRESENTER, Optional.empty()),
                new DeleteUser(keys, Optional.empty(), Optional.empty(), Optional.empty()),
                new DeleteConference(ConferenceKeys.of(meeting.uri)))) {
            mcus.executors.clear();
            mcus.commands.clear();
            assertThat(alice.ask(command).code()).isEqualTo(C3pCode.SUCCESS);
            assertThat(mcus.executors).as("%s", command).containsExactlyInAnyOrderElementsOf(mcus.started);
            assertThat(mcus.commands).extracting(C3pRequest::command).containsExactly(command, command);
        }
    }

    @Test
    @Requirement("C3P-2.2.3.11-01")
    void whyAClientSendsSomebodyAwayIsHandedOnAsItWasSaid() {
        for (Optional<ClientReason> reason : List.of(
                Optional.<ClientReason>empty(),
                Optional.of(ClientReason.NEW_PRESENTER),
                Optional.of(ClientReason.PARTICIPANT_EJECTED),
                Optional.of(ClientReason.CONNECTED_AT_ANOTHER_ENDPOINT),
                Optional.of(new ClientReason("wentToLunch")))) {
            meeting.join(BOB);
            mcus.commands.clear();
            assertThat(alice.ask(new DeleteUser(
                                    new UserKeys(meeting.uri, SipUri.of(BOB)),
                                    Optional.empty(),
                                    reason,
                                    Optional.empty()))
                            .code())
                    .isEqualTo(C3pCode.SUCCESS);
            assertThat(mcus.commands)
                    .extracting(request -> ((DeleteUser) request.command()).clientReason())
                    .containsExactly(reason, reason);
        }
    }

    @Test
    @Requirement("C3P-D5-04")
    void aGapInTheVersionsOfAnMcuHasItAskedOnceForAFullDocument() {
        McuId chat = mcus.chat();
        report(chat, 5, "full", "{a}");
        report(chat, 7, "partial", "{lost}");
        assertThat(mcus.refreshed).containsExactly(chat);
        assertThat(seat(chat)).as("what is known holds").contains("{a}");
        report(chat, 8, "partial", "{lost too}");
        assertThat(mcus.refreshed).containsExactly(chat);
        report(chat, 9, "full", "{b}");
        assertThat(seat(chat)).contains("{b}");
        report(chat, 10, "partial", "{c}");
        assertThat(seat(chat)).contains("{c}");
        assertThat(mcus.refreshed).hasSize(1);
    }

    /** The MCU tells that Bob is in by that endpoint. */
    private void report(McuId mcu, long version, String state, String endpoint) {
        C3pUser bob = C3pUser.of(SipUri.of(BOB))
                .withEndpoints(List.of(C3pEndpoint.of(endpoint).withStatus("connected")));
        Element view = ElementType.foreign(C3pNames.ENTITY_VIEW)
                .empty()
                .withAttribute(C3pNames.ENTITY, mcu.uri().toString())
                .with(ElementType.foreign(C3pNames.msci("entity-state")).empty());
        Element document = ElementType.foreign(C3pNames.CONFERENCE_INFO)
                .empty()
                .withAttribute(Attributes.ENTITY, meeting.uri.toString())
                .withAttribute(Attributes.STATE, state)
                .withAttribute(Attributes.VERSION, Long.toString(version))
                .with(ElementType.foreign(C3pNames.ci("users"))
                        .empty()
                        .withAttribute(Attributes.STATE, state)
                        .with(bob.element()));
        meeting.parley
                .focus()
                .report(
                        mcu,
                        state.equals("full")
                                ? document.with(ElementType.foreign(C3pNames.CONFERENCE_VIEW)
                                        .empty()
                                        .with(view))
                                : document);
    }

    /** By which endpoints Bob is in. */
    private List<String> seat(McuId mcu) {
        return meeting
                .parley
                .focus()
                .find(meeting.uri)
                .orElseThrow()
                .focus()
                .flatMap(Focus::instance)
                .orElseThrow()
                .mcus()
                .get(mcu.type())
                .orElseThrow()
                .users()
                .get(Provisioning.key(SipUri.of(BOB)))
                .orElseThrow()
                .elements()
                .stream()
                .flatMap(child -> child.attribute(Attributes.ENTITY).stream())
                .toList();
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
