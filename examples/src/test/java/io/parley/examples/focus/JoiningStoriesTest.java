package io.parley.examples.focus;

import static io.parley.examples.focus.Meeting.ALICE;
import static io.parley.examples.focus.Meeting.BOB;
import static io.parley.examples.focus.Meeting.CAROL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.parley.c3p.Access;
import io.parley.c3p.Answer;
import io.parley.c3p.C3pCode;
import io.parley.c3p.C3pNames;
import io.parley.c3p.C3pResponse;
import io.parley.c3p.C3pRole;
import io.parley.c3p.ConferenceCommand.DeleteConference;
import io.parley.c3p.ConferenceCommand.ModifyConferenceLock;
import io.parley.c3p.ConferenceKeys;
import io.parley.c3p.LobbyStatus;
import io.parley.c3p.Reason;
import io.parley.c3p.UnknownCommand;
import io.parley.c3p.UserCommand.DeleteUser;
import io.parley.c3p.UserCommand.ModifyUserRoles;
import io.parley.c3p.UserCommand.SetLobbyAccess;
import io.parley.c3p.UserKeys;
import io.parley.ccmp.Limits;
import io.parley.ccmp.Message;
import io.parley.ccmp.Operation;
import io.parley.document.Attributes;
import io.parley.document.Element;
import io.parley.document.ElementType;
import io.parley.document.Info;
import io.parley.document.Schema;
import io.parley.engine.FocusTimes;
import io.parley.focus.ServerMode;
import io.parley.identity.SipUri;
import io.parley.identity.XconUserId;
import io.parley.inmemory.RecordingSignalling;
import io.parley.participation.Joining;
import io.parley.participation.Refusal;
import io.parley.ports.in.C3pService.Verdict;
import io.parley.ports.in.FocusService.Departure;
import io.parley.spec.Requirement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Joining, the lobby, commands and leaving (MS-CONFBAS sections 3.1 to 3.9 and 3.14), as CCMP sees them too. */
class JoiningStoriesTest {

    private final Meeting meeting = Meeting.open();

    private ConferenceKeys keys() {
        return ConferenceKeys.of(meeting.uri);
    }

    private ModifyConferenceLock lock(boolean locked) {
        return new ModifyConferenceLock(keys(), locked, Optional.empty());
    }

    private ModifyUserRoles role(String user, C3pRole role) {
        return new ModifyUserRoles(new UserKeys(meeting.uri, SipUri.of(user)), role, Optional.empty());
    }

    private DeleteUser eject(String user) {
        return new DeleteUser(
                new UserKeys(meeting.uri, SipUri.of(user)), Optional.empty(), Optional.empty(), Optional.empty());
    }

    private SetLobbyAccess lobby(Access access, String... users) {
        return new SetLobbyAccess(
                keys(), List.of(users).stream().map(SipUri::of).toList(), access);
    }

    private static Optional<Element> user(Element document, String id) {
        return document.child(Info.USERS).flatMap(users -> users.entry(Info.USER, id));
    }

    @Test
    @Requirement({"C3P-D1-01", "C3P-D1-09", "C3P-D2-13"})
    void whoJoinsBySignallingIsSeenByCcmpAtOnce() {
        long before =
                Long.parseLong(meeting.retrieved().attribute(Attributes.VERSION).orElse("1"));
        assertThat(meeting.join(ALICE).joined.presenter()).as("the organizer").isTrue();
        assertThat(meeting.join(BOB).joined.presenter()).isFalse();

        Element document = meeting.retrieved();
        assertThat(document.textAt(Info.CONFERENCE_STATE, Info.ACTIVE)).contains("true");
        assertThat(user(document, "xcon-userid:bob@example.com")
                        .orElseThrow()
                        .child(Info.ENDPOINT)
                        .orElseThrow()
                        .childText(Info.STATUS))
                .contains("connected");
        assertThat(document.at(Info.USERS).orElseThrow().count(Info.USER))
                .as("Alice, who made it by CCMP, once")
                .isEqualTo(2);
        assertThat(meeting.parley
                        .conferences()
                        .find(meeting.id)
                        .orElseThrow()
                        .version()
                        .value())
                .isGreaterThan(before);
    }

    @Test
    void theEndOfOneDeviceDoesNotTouchTheOthers() {
        meeting.join(ALICE);
        Meeting.Caller phone = meeting.join(BOB, "{phone}");
        meeting.join(BOB, "{desk}");
        meeting.parley.focus().leave(meeting.id, phone.dialog, Departure.LEFT);
        Element bob = user(meeting.retrieved(), "xcon-userid:bob@example.com").orElseThrow();
        assertThat(bob.count(Info.ENDPOINT)).isEqualTo(1);
        assertThat(meeting.ends()).extracting(RecordingSignalling.End::dialog).containsExactly(phone.dialog);
    }

    @Test
    void aConferenceThatIsNotThereCannotBeJoined() {
        assertThat(meeting.parley.focus().find(SipUri.of("sip:none@example.com")))
                .isEmpty();
        assertThat(meeting.parley.focus().find(meeting.uri)).isPresent();
    }

    @Test
    void aFederatedUserWaitsInTheLobbyOfAnOpenConference() {
        meeting.join(ALICE);
        assertThat(meeting.join("sip:eve@elsewhere.example").joined.onHold()).isTrue();
        assertThat(meeting.call("sip:x@anonymous.invalid", "{x}"))
                .isInstanceOfSatisfying(
                        Joining.Refused.class,
                        refused -> assertThat(refused.refusal().kind()).isEqualTo(Refusal.Kind.FORBIDDEN));
    }

    @Test
    void withoutALobbyFederatedUsersAreAdmittedAndALockedConferenceReleases() {
        Meeting old = Meeting.with(settings -> settings.with(ServerMode.WITHOUT_LOBBY));
        Meeting.Caller alice = old.join(ALICE);
        assertThat(old.join("sip:eve@elsewhere.example").joined.onHold()).isFalse();
        alice.ask(new ModifyConferenceLock(ConferenceKeys.of(old.uri), true, Optional.empty()));
        Meeting.Caller bob = old.join(BOB);
        assertThat(bob.joined.onHold()).isTrue();
        old.memory.clock().advance(Duration.ofSeconds(30));
        assertThat(old.ends()).contains(new RecordingSignalling.End(old.id, bob.dialog, Departure.DENIED));
        assertThat(user(old.retrieved(), "xcon-userid:bob@example.com")).isEmpty();
    }

    @Test
    @Requirement("C3P-3.14.4.1-01")
    void aLockedConferenceKeepsAllButTheOrganizerInTheLobbyUntilSomebodyAdmitsThem() {
        Meeting.Caller alice = meeting.join(ALICE);
        Meeting.Caller bob = meeting.join(BOB);
        C3pResponse locked = alice.ask(lock(true));
        assertThat(locked.code()).isEqualTo(C3pCode.SUCCESS);
        assertThat(meeting.retrieved().textAt(Info.CONFERENCE_STATE, Info.LOCKED))
                .contains("true");

        Meeting.Caller carol = meeting.join(CAROL);
        assertThat(carol.joined.onHold()).isTrue();
        assertThat(meeting.join(BOB, "{another}").joined.onHold())
                .as("another device of somebody who is in")
                .isFalse();
        assertThat(carol.verdict("1", lock(false), new ArrayList<>())).isEqualTo(Verdict.IN_LOBBY);

        C3pResponse admitted = alice.ask(lobby(Access.GRANTED, CAROL, BOB, "sip:nobody@example.com"));
        assertThat(((Answer.OfLobby) admitted.command().orElseThrow().answer()).statuses())
                .extracting(status -> status.reason().word())
                .containsExactly("success", "alreadyGranted", "userDoesntExist");
        assertThat(meeting.parley
                        .conferences()
                        .find(meeting.id)
                        .orElseThrow()
                        .attendance()
                        .hasJoined(XconUserId.of("xcon-userid:carol@example.com")))
                .isTrue();
        assertThat(bob.ask(lock(false)).reason()).as("an attendee").contains(Reason.UNAUTHORIZED);
    }

    @Test
    void whoIsDeniedLosesHisDialogs() {
        Meeting.Caller alice = meeting.join(ALICE);
        alice.ask(lock(true));
        Meeting.Caller carol = meeting.join(CAROL);
        C3pResponse denied = alice.ask(lobby(Access.DENIED, CAROL));
        assertThat(((Answer.OfLobby) denied.command().orElseThrow().answer()).statuses())
                .extracting(LobbyStatus::reason)
                .containsExactly(LobbyStatus.Word.SUCCESS);
        assertThat(meeting.ends()).contains(new RecordingSignalling.End(meeting.id, carol.dialog, Departure.DENIED));
        C3pResponse again = alice.ask(lobby(Access.GRANTED, CAROL));
        assertThat(((Answer.OfLobby) again.command().orElseThrow().answer()).statuses())
                .extracting(LobbyStatus::reason)
                .containsExactly(LobbyStatus.Word.USER_DOESNT_EXIST);
    }

    @Test
    @Requirement({"C3P-2.2.3.8-01", "C3P-I-12"})
    void aRoleIsTheSameInBothProtocolsAndSurvivesAReconnect() {
        Meeting.Caller alice = meeting.join(ALICE);
        Meeting.Caller bob = meeting.join(BOB);
        C3pResponse promoted = alice.ask(role(BOB, C3pRole.PRESENTER));
        assertThat(((Answer.OfUser) promoted.command().orElseThrow().answer())
                        .user()
                        .orElseThrow()
                        .roles())
                .containsExactly("presenter");
        Element record =
                user(meeting.retrieved(), "xcon-userid:bob@example.com").orElseThrow();
        assertThat(record.child(Info.ROLES).orElseThrow().childText(Info.ENTRY)).contains("moderator");

        meeting.parley.focus().leave(meeting.id, bob.dialog, Departure.LEFT);
        assertThat(meeting.join(BOB).joined.presenter()).isTrue();
        assertThat(alice.ask(role("sip:nobody@example.com", C3pRole.ATTENDEE)).anyReason())
                .contains(Reason.USER_DOESNT_EXIST);
    }

    @Test
    void whoIsEjectedByEitherProtocolLosesAllHisDialogs() {
        Meeting.Caller alice = meeting.join(ALICE);
        Meeting.Caller one = meeting.join(BOB, "{one}");
        Meeting.Caller two = meeting.join(BOB, "{two}");
        assertThat(alice.ask(eject(BOB)).code()).isEqualTo(C3pCode.SUCCESS);
        assertThat(meeting.ends())
                .containsExactlyInAnyOrder(
                        new RecordingSignalling.End(meeting.id, one.dialog, Departure.REMOVED),
                        new RecordingSignalling.End(meeting.id, two.dialog, Departure.REMOVED));

        Meeting.Caller carol = meeting.join(CAROL);
        Element named = Schema.USER.empty().withAttribute(Attributes.ENTITY, "xcon-userid:carol@example.com");
        meeting.ccmp(Message.USER, Operation.DELETE, "xcon-userid:alice@example.com", Optional.of(named));
        assertThat(meeting.ends())
                .containsExactly(new RecordingSignalling.End(meeting.id, carol.dialog, Departure.REMOVED));
    }

    @Test
    void deletingTheConferenceByCcmpEndsEverything() {
        Meeting.Caller alice = meeting.join(ALICE);
        meeting.ccmp(Message.CONF, Operation.DELETE, "xcon-userid:alice@example.com", Optional.empty());
        assertThat(meeting.ends())
                .containsExactly(new RecordingSignalling.End(meeting.id, alice.dialog, Departure.TERMINATED));
        assertThat(meeting.parley.focus().find(meeting.uri)).isEmpty();
    }

    @Test
    void deleteConferenceEndsTheInstanceAndLeavesWhatWasProvisioned() {
        Meeting.Caller alice = meeting.join(ALICE);
        Meeting.Caller bob = meeting.join(BOB);
        alice.ask(lock(true));
        assertThat(alice.ask(new DeleteConference(keys())).code()).isEqualTo(C3pCode.SUCCESS);
        assertThat(meeting.ends())
                .extracting(RecordingSignalling.End::why, RecordingSignalling.End::dialog)
                .containsExactlyInAnyOrder(
                        tuple(Departure.TERMINATED, alice.dialog), tuple(Departure.TERMINATED, bob.dialog));
        assertThat(meeting.retrieved().textAt(Info.CONFERENCE_STATE, Info.ACTIVE))
                .contains("false");
        assertThat(meeting.join(BOB).joined.onHold())
                .as("the lock lived with the instance")
                .isFalse();
    }

    @Test
    void theLastOneOutStartsTheTimerOfTheDeactivationAndAJoinInBetweenStopsIt() {
        Meeting.Caller alice = meeting.join(ALICE);
        meeting.parley.focus().leave(meeting.id, alice.dialog, Departure.LEFT);
        Duration nearly = FocusTimes.STANDARD.deactivation().minusMillis(1);
        meeting.memory.clock().advance(nearly);
        Meeting.Caller bob = meeting.join(BOB);
        meeting.memory.clock().advance(nearly);
        assertThat(meeting.retrieved().textAt(Info.CONFERENCE_STATE, Info.ACTIVE))
                .contains("true");
        meeting.parley.focus().leave(meeting.id, bob.dialog, Departure.LEFT);
        meeting.memory.clock().advance(FocusTimes.STANDARD.deactivation());
        assertThat(meeting.retrieved().textAt(Info.CONFERENCE_STATE, Info.ACTIVE))
                .contains("false");
    }

    @Test
    void whatChangesInAnEmptyConferenceDoesNotPutOffItsDeactivation() {
        Meeting.Caller alice = meeting.join(ALICE);
        meeting.parley.focus().leave(meeting.id, alice.dialog, Departure.LEFT);
        meeting.memory.clock().advance(FocusTimes.STANDARD.deactivation().minusMillis(1));
        meeting.ccmp(
                Message.CONF,
                Operation.UPDATE,
                "xcon-userid:alice@example.com",
                Optional.of(Schema.CONFERENCE_INFO
                        .empty()
                        .withAttribute(Attributes.ENTITY, meeting.id.toString())
                        .with(Schema.CONFERENCE_DESCRIPTION.empty().with(Info.SUBJECT, "tea"))));
        assertThat(meeting.retrieved().textAt(Info.CONFERENCE_STATE, Info.ACTIVE))
                .contains("true");
        meeting.memory.clock().advance(Duration.ofMillis(1));
        assertThat(meeting.retrieved().textAt(Info.CONFERENCE_STATE, Info.ACTIVE))
                .contains("false");
    }

    @Test
    void aJoinBeyondTheLimitIsRefusedUntilSomebodyLeaves() {
        Meeting small = Meeting.with(settings -> settings.withParticipants(2));
        small.join(ALICE);
        Meeting.Caller bob = small.join(BOB);
        assertThat(small.call(CAROL, "{c}"))
                .isInstanceOfSatisfying(
                        Joining.Refused.class,
                        refused -> assertThat(refused.refusal().kind()).isEqualTo(Refusal.Kind.FULL));
        small.parley.focus().leave(small.id, bob.dialog, Departure.LEFT);
        small.join(CAROL);
    }

    @Test
    void aJoinBeyondTheUsersOfTheSystemIsRefusedWhoeverIsInMayComeByAnotherDevice() {
        Meeting small = Meeting.within(Limits.defaults().withUsers(2));
        small.join(ALICE);
        Meeting.Caller bob = small.join(BOB);
        small.join(BOB, "{another}");
        assertThat(small.call(CAROL, "{c}"))
                .isInstanceOfSatisfying(
                        Joining.Refused.class,
                        refused -> assertThat(refused.refusal().kind()).isEqualTo(Refusal.Kind.FULL));
        small.parley.focus().leave(small.id, bob.dialog, Departure.LEFT);
        assertThat(small.call(CAROL, "{c}")).isInstanceOf(Joining.Refused.class);
        small.ccmp(
                Message.USER,
                Operation.DELETE,
                "xcon-userid:alice@example.com",
                Optional.of(Schema.USER.empty().withAttribute(Attributes.ENTITY, "xcon-userid:bob@example.com")));
        small.join(CAROL);
    }

    @Test
    void eachDeviceThatIsReleasedHasItsOwnTime() {
        Meeting old = Meeting.with(settings -> settings.with(ServerMode.WITHOUT_LOBBY));
        old.join(ALICE).ask(new ModifyConferenceLock(ConferenceKeys.of(old.uri), true, Optional.empty()));
        Meeting.Caller phone = old.join(BOB, "{phone}");
        old.memory.clock().advance(Duration.ofSeconds(20));
        Meeting.Caller desk = old.join(BOB, "{desk}");
        old.ends();
        old.memory.clock().advance(Duration.ofSeconds(10));
        assertThat(old.ends()).containsExactly(new RecordingSignalling.End(old.id, phone.dialog, Departure.DENIED));
        old.memory.clock().advance(Duration.ofSeconds(20));
        assertThat(old.ends()).containsExactly(new RecordingSignalling.End(old.id, desk.dialog, Departure.DENIED));
    }

    @Test
    void aRepeatedRequestIsAnsweredAgainAndNotExecutedTwice() {
        Meeting.Caller alice = meeting.join(ALICE);
        meeting.join(BOB);
        List<C3pResponse> first = alice.send("9", eject(BOB));
        meeting.join(BOB);
        assertThat(alice.send("9", eject(BOB))).isEqualTo(first);
        assertThat(user(meeting.retrieved(), "xcon-userid:bob@example.com")).isPresent();
        assertThat(alice.ask(new UnknownCommand(
                                ElementType.foreign(C3pNames.cccp("makeCoffee")).empty()))
                        .reason())
                .contains(Reason.NOT_SUPPORTED);
    }
}
