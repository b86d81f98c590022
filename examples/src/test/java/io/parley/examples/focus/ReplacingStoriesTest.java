package io.parley.examples.focus;

import static io.parley.examples.focus.Meeting.ALICE;
import static io.parley.examples.focus.Meeting.BOB;
import static io.parley.examples.focus.Meeting.CAROL;
import static org.assertj.core.api.Assertions.assertThat;

import io.parley.ccmp.Message;
import io.parley.ccmp.Operation;
import io.parley.conference.Change;
import io.parley.conference.Conference;
import io.parley.document.Attributes;
import io.parley.document.Element;
import io.parley.document.Info;
import io.parley.focus.DialogId;
import io.parley.identity.SipUri;
import io.parley.identity.XconUserId;
import io.parley.inmemory.RecordingSignalling.End;
import io.parley.participation.Joining;
import io.parley.participation.Refusal;
import io.parley.ports.in.FocusService.Departure;
import io.parley.ports.in.FocusService.Device;
import io.parley.ports.in.FocusService.Signaller;
import io.parley.spec.Requirement;
import io.parley.user.Endpoint;
import io.parley.user.EndpointStatus;
import io.parley.user.User;
import io.parley.user.Users;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Somebody moves to another device by {@code Replaces} (RFC 4579 section 5.9, RFC 3891). */
class ReplacingStoriesTest {

    private static final DialogId FRESH = new DialogId("moved", "ours", "theirs");

    private final Meeting meeting = Meeting.open();

    private Joining.Answer move(String who, DialogId replaced) {
        return meeting.parley
                .focus()
                .join(
                        new Signaller(SipUri.of(who), true, false),
                        meeting.uri,
                        new Device(
                                FRESH,
                                who + ";device=moved",
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                false,
                                false,
                                Optional.empty(),
                                Optional.of(replaced)));
    }

    private User user(String name) {
        return new Users(meeting.retrieved().child(Info.USERS).orElseThrow())
                .find(XconUserId.of(name, "example.com"))
                .orElseThrow();
    }

    @Test
    @Requirement("PHONE-5.9-02")
    void theUserStaysInTheRosterAllTheTime() {
        meeting.join(ALICE);
        Meeting.Caller bob = meeting.join(BOB);
        List<Boolean> there = new ArrayList<>();
        meeting.parley.addListener(change -> there.add(isThere(change)));
        meeting.ends();

        assertThat(move(BOB, bob.dialog)).isInstanceOf(Joining.Joined.class);

        assertThat(there).containsOnly(true);
        assertThat(user("bob").endpoints()).extracting(Endpoint::entity).containsExactly(BOB + ";device=moved");
        assertThat(meeting.ends()).containsExactly(new End(meeting.id, bob.dialog, Departure.LEFT));
    }

    private static boolean isThere(Change change) {
        XconUserId bob = XconUserId.of("bob", "example.com");
        return change.after()
                .filter(state ->
                        state.user(bob).isPresent() && state.attendance().hasJoined(bob))
                .isPresent();
    }

    @Test
    @Requirement("PHONE-5.9-04")
    void roleAdmissionAndMuteCarryOver() {
        Meeting.Caller alice = meeting.join(ALICE);
        Element users = meeting.retrieved().child(Info.USERS).orElseThrow();
        Element record = users.entry(Info.USER, "xcon-userid:alice@example.com").orElseThrow();
        Element endpoint = record.child(Info.ENDPOINT).orElseThrow();
        Element media = endpoint.type()
                .child(Info.MEDIA)
                .empty()
                .withAttribute(Attributes.ID, "1")
                .with(Info.TYPE, "audio")
                .with(Info.STATUS, "recvonly");
        meeting.ccmp(
                Message.USER,
                Operation.UPDATE,
                "xcon-userid:alice@example.com",
                Optional.of(record.replacing(endpoint, endpoint.with(media))));

        assertThat(move(ALICE, alice.dialog)).isInstanceOfSatisfying(Joining.Joined.class, moved -> {
            assertThat(moved.presenter()).isTrue();
            assertThat(moved.onHold()).isFalse();
        });

        Endpoint now = user("alice").endpoints().get(0);
        assertThat(now.entity()).isEqualTo(ALICE + ";device=moved");
        assertThat(now.media()).hasSize(1);
        assertThat(now.media("1").orElseThrow().status()).contains("recvonly");
    }

    @Test
    void whoWaitsInTheLobbyWaitsOnByHisOtherDevice() {
        meeting.join(ALICE);
        lock();
        Meeting.Caller bob = meeting.join(BOB);
        assertThat(bob.joined.onHold()).isTrue();

        assertThat(move(BOB, bob.dialog))
                .isInstanceOfSatisfying(
                        Joining.Joined.class,
                        moved -> assertThat(moved.onHold()).isTrue());
        assertThat(user("bob").endpoints())
                .extracting(endpoint -> endpoint.status().orElse(""))
                .containsExactly(EndpointStatus.ON_HOLD);
    }

    @Test
    void whoIsInMovesThoughTheConferenceIsLockedAndFull() {
        meeting.join(ALICE);
        Meeting.Caller bob = meeting.join(BOB);
        lock();
        assertThat(move(BOB, bob.dialog))
                .isInstanceOfSatisfying(
                        Joining.Joined.class,
                        moved -> assertThat(moved.onHold()).isFalse());
    }

    private void lock() {
        Element state = meeting.retrieved().child(Info.CONFERENCE_STATE).orElseThrow();
        meeting.ccmp(
                Message.CONF,
                Operation.UPDATE,
                "xcon-userid:alice@example.com",
                Optional.of(meeting.retrieved().with(state.with(Info.LOCKED, "true"))));
    }

    @Test
    void theDialogOfSomebodyElseAndOneThatIsNotThereAreNotReplaced() {
        Meeting.Caller alice = meeting.join(ALICE);
        meeting.join(BOB);
        meeting.ends();
        long version = version();

        assertThat(refusal(move(BOB, alice.dialog))).isEqualTo(Refusal.Kind.FORBIDDEN);
        assertThat(refusal(move(CAROL, alice.dialog))).isEqualTo(Refusal.Kind.FORBIDDEN);
        assertThat(refusal(move(BOB, new DialogId("no", "such", "dialog")))).isEqualTo(Refusal.Kind.NO_DIALOG);

        assertThat(version()).isEqualTo(version);
        assertThat(meeting.ends()).isEmpty();
    }

    private long version() {
        return meeting.parley
                .conferences()
                .find(meeting.id)
                .map(Conference::version)
                .orElseThrow()
                .value();
    }

    private static Refusal.Kind refusal(Joining.Answer answer) {
        assertThat(answer).isInstanceOf(Joining.Refused.class);
        return ((Joining.Refused) answer).refusal().kind();
    }
}
