package io.parley.examples.focus;

import static io.parley.examples.focus.Meeting.ALICE;
import static io.parley.examples.focus.Meeting.BOB;
import static io.parley.examples.focus.Meeting.CAROL;
import static org.assertj.core.api.Assertions.assertThat;

import io.parley.ccmp.Message;
import io.parley.ccmp.Operation;
import io.parley.dialout.Referral;
import io.parley.document.Element;
import io.parley.document.Info;
import io.parley.document.Name;
import io.parley.document.Xcon;
import io.parley.focus.DialOut.Headers;
import io.parley.focus.OutgoingCall;
import io.parley.focus.SipStatus;
import io.parley.identity.ContactUri;
import io.parley.identity.SipUri;
import io.parley.identity.XconUserId;
import io.parley.inmemory.Callees;
import io.parley.inmemory.RecordingSignalling.Cancel;
import io.parley.inmemory.RecordingSignalling.End;
import io.parley.inmemory.RecordingSignalling.Invite;
import io.parley.inmemory.RecordingSignalling.Refer;
import io.parley.participation.Joining;
import io.parley.participation.Refusal;
import io.parley.ports.in.FocusService.Departure;
import io.parley.ports.in.FocusService.Signaller;
import io.parley.spec.Requirement;
import io.parley.user.Execution;
import io.parley.user.Users;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** People ask the focus by REFER to bring in, refer or send away others (RFC 4579 sections 5.5, 5.7, 5.10 and 5.11). */
class ReferralStoriesTest {

    private static final String DAN = "sip:dan@example.org";

    private final Meeting meeting = Meeting.open();
    private final Meeting.Caller alice = meeting.join(ALICE);
    private final Meeting.Caller bob = meeting.join(BOB);
    private final List<SipStatus> progress = new ArrayList<>();

    private Optional<Refusal.Kind> refer(String who, String referTo) {
        return refer(new Signaller(SipUri.of(who), true, false), referTo, Optional.empty());
    }

    private Optional<Refusal.Kind> refer(Signaller who, String referTo, Optional<SipUri> referredBy) {
        meeting.memory.signalling().take();
        return meeting.parley
                .focus()
                .refer(
                        who,
                        meeting.uri,
                        Referral.of(SipUri.of(referTo), referredBy).orElseThrow(),
                        progress::add)
                .map(Refusal::kind);
    }

    private void allow(Name what, String word) {
        Element users = meeting.retrieved().child(Info.USERS).orElseThrow();
        Element record = users.entry(Info.USER, "xcon-userid:bob@example.com").orElseThrow();
        meeting.ccmp(
                Message.USER, Operation.UPDATE, "xcon-userid:alice@example.com", Optional.of(record.with(what, word)));
    }

    private OutgoingCall callTo(String who) {
        return meeting.memory.signalling().callTo(SipUri.of(who)).orElseThrow();
    }

    private void nothingWasSent() {
        assertThat(meeting.memory.signalling().calls()).isEmpty();
        assertThat(progress).isEmpty();
    }

    @Test
    @Requirement("DM-4.6.5.4-02")
    void aParticipantInvitesNobodyUnlessHeIsAllowedTo() {
        assertThat(refer(BOB, DAN)).contains(Refusal.Kind.FORBIDDEN);
        nothingWasSent();
        allow(Xcon.ALLOW_INVITE_USERS_DYNAMICALLY, "false");
        assertThat(refer(BOB, DAN)).contains(Refusal.Kind.FORBIDDEN);
        nothingWasSent();
    }

    @Test
    @Requirement("DM-4.6.5.4-01")
    void aParticipantWhoIsAllowedToInvitesSomebodyWhoIsOnNoListForThat() {
        allow(Xcon.ALLOW_INVITE_USERS_DYNAMICALLY, "true");
        assertThat(refer(BOB, DAN)).isEmpty();

        assertThat(meeting.memory.signalling().calls()).containsExactly(new Invite(meeting.id, ContactUri.of(DAN)));
        assertThat(new Users(meeting.retrieved().child(Info.USERS).orElseThrow()).allowed())
                .isEmpty();
        assertThat(refer(BOB, DAN + ";method=REFER")).as("not this").contains(Refusal.Kind.FORBIDDEN);
    }

    @Test
    @Requirement("DM-4.6.5.3-02")
    void aParticipantHasNobodyReferredUnlessHeIsAllowedTo() {
        assertThat(refer(BOB, DAN + ";method=REFER")).contains(Refusal.Kind.FORBIDDEN);
        nothingWasSent();
        allow(Xcon.ALLOW_REFER_USERS_DYNAMICALLY, "false");
        assertThat(refer(BOB, DAN + ";method=REFER")).contains(Refusal.Kind.FORBIDDEN);
        nothingWasSent();
    }

    @Test
    @Requirement("DM-4.6.5.3-01")
    void aParticipantWhoIsAllowedToHasSomebodyReferred() {
        allow(Xcon.ALLOW_REFER_USERS_DYNAMICALLY, "true");
        assertThat(refer(BOB, DAN + ";method=REFER")).isEmpty();

        assertThat(meeting.memory.signalling().calls()).containsExactly(new Refer(meeting.id, ContactUri.of(DAN)));
        assertThat(new Users(meeting.retrieved().child(Info.USERS).orElseThrow()).allowed())
                .isEmpty();
        meeting.parley.focus().followed(meeting.id, callTo(DAN).id());
        assertThat(progress).containsExactly(SipStatus.OK);
    }

    @Test
    @Requirement("DM-4.6.5.5-02")
    void aParticipantSendsNobodyAwayUnlessHeIsAllowedTo() {
        assertThat(refer(BOB, ALICE + ";method=BYE")).contains(Refusal.Kind.FORBIDDEN);
        nothingWasSent();
        allow(Xcon.ALLOW_REMOVE_USERS_DYNAMICALLY, "false");
        assertThat(refer(BOB, ALICE + ";method=BYE")).contains(Refusal.Kind.FORBIDDEN);
        nothingWasSent();
    }

    @Test
    @Requirement({"DM-4.6.5.5-01", "PHONE-5.11-02"})
    void aParticipantWhoIsAllowedToSendsAwaySomebodyWithAllHisDevices() {
        allow(Xcon.ALLOW_REMOVE_USERS_DYNAMICALLY, "true");
        Meeting.Caller desk = meeting.join(CAROL, "desk");
        Meeting.Caller mobile = meeting.join(CAROL, "mobile");
        assertThat(refer(BOB, CAROL + ";method=BYE")).isEmpty();

        assertThat(meeting.ends())
                .containsExactlyInAnyOrder(
                        new End(meeting.id, desk.dialog, Departure.REMOVED),
                        new End(meeting.id, mobile.dialog, Departure.REMOVED));
        assertThat(progress).containsExactly(SipStatus.OK);
    }

    @Test
    @Requirement("DM-4.6.5.5-03")
    void aModeratorNeedsNoPermission() {
        assertThat(refer(ALICE, DAN)).isEmpty();
        assertThat(refer(ALICE, "sip:eve@example.org;method=REFER")).isEmpty();
        assertThat(refer(ALICE, BOB + ";method=BYE")).isEmpty();
    }

    @Test
    void sendingAwaySomebodyWhoIsNotThereIsAcceptedAndNotFound() {
        assertThat(refer(ALICE, CAROL + ";method=BYE")).isEmpty();
        assertThat(progress).containsExactly(SipStatus.NOT_FOUND);
        assertThat(meeting.memory.signalling().calls()).isEmpty();
    }

    @Test
    void whoIsNoUserOfTheConferenceOrHasNotProvedItRefersNobody() {
        assertThat(refer(CAROL, DAN)).contains(Refusal.Kind.FORBIDDEN);
        nothingWasSent();
        Signaller forger = new Signaller(SipUri.of(CAROL), true, false);
        assertThat(refer(forger, DAN, Optional.of(SipUri.of(ALICE)))).contains(Refusal.Kind.FORBIDDEN);
        nothingWasSent();
        Signaller unproved = new Signaller(SipUri.of(ALICE), false, false);
        assertThat(refer(unproved, DAN, Optional.empty())).contains(Refusal.Kind.FORBIDDEN);
        nothingWasSent();
        assertThat(meeting.memory.users().owner(ContactUri.of(DAN)))
                .as("nobody is registered because he is named")
                .isEmpty();
    }

    @Test
    void theFocusRefersToItsOwnConferenceOnly() {
        assertThat(refer(ALICE, DAN + ";method=REFER?Refer-To=sip%3Aother%40example.com"))
                .contains(Refusal.Kind.FORBIDDEN);
        nothingWasSent();
        assertThat(refer(
                        ALICE,
                        DAN + ";method=REFER?Refer-To=%3C"
                                + meeting.uri.toString().replace("@", "%40") + "%3E"))
                .isEmpty();
    }

    @Test
    void theFactoryRefersNobody() {
        assertThat(meeting.parley
                        .focus()
                        .refer(
                                new Signaller(SipUri.of(ALICE), true, false),
                                SipUri.of("sip:conference-factory@example.com"),
                                Referral.of(SipUri.of(DAN), Optional.empty()).orElseThrow(),
                                progress::add)
                        .map(Refusal::kind))
                .contains(Refusal.Kind.FORBIDDEN);
    }

    @Test
    void whoAskedIsToldHowItGoes() {
        meeting.memory
                .signalling()
                .reaches(new Callees(meeting.parley.focus())
                        .rings(SipUri.of(DAN))
                        .answers(SipUri.of(DAN)));
        assertThat(refer(ALICE, DAN)).isEmpty();

        assertThat(progress).containsExactly(SipStatus.RINGING, SipStatus.OK);
    }

    @Test
    void whoAskedIsToldOfAFailureOnceAndNobodyIsCalledAgain() {
        assertThat(refer(ALICE, DAN)).isEmpty();
        SipStatus busy = new SipStatus(486, "Busy Here");
        meeting.parley.focus().failed(meeting.id, callTo(DAN).id(), busy);
        meeting.parley.focus().failed(meeting.id, callTo(DAN).id(), busy);
        meeting.memory.clock().advance(Duration.ofHours(1));

        assertThat(progress).containsExactly(busy);
        assertThat(meeting.memory.signalling().calls()).hasSize(1);
    }

    @Test
    void twoWhoAskForTheSameManCallHimOnceAndAreBothTold() {
        assertThat(refer(ALICE, DAN)).isEmpty();
        allow(Xcon.ALLOW_INVITE_USERS_DYNAMICALLY, "true");
        assertThat(refer(BOB, DAN)).isEmpty();
        assertThat(meeting.memory.signalling().calls()).isEmpty();

        OutgoingCall call = callTo(DAN);
        meeting.parley.focus().answered(meeting.id, call.id(), Callees.device(call));
        assertThat(progress).containsExactly(SipStatus.OK, SipStatus.OK);
        assertThat(refer(ALICE, DAN)).as("he is there").isEmpty();
        assertThat(progress).containsExactly(SipStatus.OK, SipStatus.OK, SipStatus.OK);
        assertThat(meeting.memory.signalling().calls()).isEmpty();
    }

    @Test
    void whoIsSentAwayWhileHeIsCalledIsCalledNoMore() {
        assertThat(refer(ALICE, DAN)).isEmpty();
        OutgoingCall call = callTo(DAN);
        assertThat(refer(ALICE, DAN + ";method=BYE")).isEmpty();

        assertThat(meeting.memory.signalling().calls()).containsExactly(new Cancel(meeting.id, call.id()));
        assertThat(progress).containsExactlyInAnyOrder(SipStatus.OK, SipStatus.REQUEST_TERMINATED);
    }

    @Test
    @Requirement("EV-5.7.2-01")
    void theRosterSaysWhoReferred() {
        Signaller who = new Signaller(SipUri.of(ALICE), true, false);
        assertThat(refer(who, DAN, Optional.of(SipUri.of("sip:assistant@example.com"))))
                .isEmpty();
        assertThat(refer(who, "sip:eve@example.org", Optional.empty())).isEmpty();

        assertThat(referredBy(DAN)).contains("sip:assistant@example.com");
        assertThat(referredBy("sip:eve@example.org")).contains(ALICE);
    }

    private Optional<String> referredBy(String who) {
        XconUserId id = callTo(who).user();
        return new Users(meeting.retrieved().child(Info.USERS).orElseThrow())
                .find(id).orElseThrow().endpoints().stream()
                        .flatMap(endpoint -> endpoint.referred().stream())
                        .flatMap(referred -> referred.by().stream())
                        .findFirst();
    }

    @Test
    void ofTheHeadersInReferToOnlySomeArePassedOn() {
        assertThat(
                        refer(
                                ALICE,
                                DAN
                                        + "?Replaces=c%3Bto-tag%3Da%3Bfrom-tag%3Db&Require=replaces&Subject=Hello%20Dan&Route=sip:x&Via=y"))
                .isEmpty();

        assertThat(callTo(DAN).wanted().headers())
                .isEqualTo(new Headers(Optional.of("c;to-tag=a;from-tag=b"), true, Optional.of("Hello Dan")));
        assertThat(callTo(DAN).wanted().target()).isEqualTo(SipUri.of(DAN));
    }

    @Test
    void nobodyIsCalledIntoALockedOrFullConferenceByRefer() {
        Element state = meeting.retrieved().child(Info.CONFERENCE_STATE).orElseThrow();
        meeting.ccmp(
                Message.CONF,
                Operation.UPDATE,
                "xcon-userid:alice@example.com",
                Optional.of(meeting.retrieved().with(state.with(Info.LOCKED, "true"))));

        assertThat(refer(ALICE, DAN)).contains(Refusal.Kind.FORBIDDEN);
        nothingWasSent();
        Meeting small = Meeting.with(settings -> settings.withParticipants(1));
        small.join(ALICE);
        assertThat(small.parley
                        .focus()
                        .refer(
                                new Signaller(SipUri.of(ALICE), true, false),
                                small.uri,
                                Referral.of(SipUri.of(DAN), Optional.empty()).orElseThrow(),
                                progress::add)
                        .map(Refusal::kind))
                .contains(Refusal.Kind.FULL);
    }

    @Test
    void whoeverIsCalledMeetsNoLobbyEvenIfHeIsAStranger() {
        assertThat(alice.joined.presenter()).isTrue();
        assertThat(bob.joined.onHold()).isFalse();
        assertThat(refer(ALICE, DAN)).isEmpty();
        OutgoingCall call = callTo(DAN);
        assertThat(meeting.parley.focus().answered(meeting.id, call.id(), Callees.device(call)))
                .isInstanceOfSatisfying(
                        Joining.Joined.class,
                        joined -> assertThat(joined.onHold()).isFalse());
        assertThat(new Users(meeting.retrieved().child(Info.USERS).orElseThrow())
                        .find(call.user())
                        .orElseThrow()
                        .endpoints()
                        .get(0)
                        .joiningInfo()
                        .flatMap(Execution::by))
                .contains(ALICE);
    }
}
