package io.parley.examples.focus;

import static io.parley.examples.focus.Meeting.ALICE;
import static io.parley.examples.focus.Meeting.BOB;
import static io.parley.examples.focus.Meeting.CAROL;
import static org.assertj.core.api.Assertions.assertThat;

import io.parley.c3p.Answer;
import io.parley.c3p.C3pCode;
import io.parley.c3p.C3pEndpoint;
import io.parley.c3p.C3pNames;
import io.parley.c3p.C3pResponse;
import io.parley.c3p.C3pUser;
import io.parley.c3p.ConferenceCommand.ModifyConferenceLock;
import io.parley.c3p.ConferenceKeys;
import io.parley.c3p.DiagnosticsInfo;
import io.parley.c3p.EndpointKeys;
import io.parley.c3p.Reason;
import io.parley.c3p.UserCommand.ModifyEndpoint;
import io.parley.document.Element;
import io.parley.document.ElementType;
import io.parley.focus.Autopromote;
import io.parley.focus.DialogId;
import io.parley.focus.LobbySettings;
import io.parley.focus.LobbySettings.Admission;
import io.parley.focus.Provisioning;
import io.parley.identity.SipUri;
import io.parley.participation.FocusSettings;
import io.parley.participation.Joining;
import io.parley.participation.Refusal;
import io.parley.ports.in.FocusService.Endorsement;
import io.parley.ports.in.FocusService.Signaller;
import io.parley.spec.Requirement;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Endorsing participants, the settings of a lobby, and what devices show of themselves (MS-CONFBAS sections 3.3, 3.6 and 3.13). */
class SettingsStoriesTest {

    private static final String EVE = "sip:eve@elsewhere.example";

    private final Meeting meeting = Meeting.open();

    private static Optional<Refusal> endorse(Meeting meeting, String endorser, String endorsee, DialogId dialog) {
        return meeting.parley
                .focus()
                .endorse(
                        new Signaller(SipUri.of(endorser), true, false),
                        meeting.uri,
                        new Endorsement(SipUri.of(endorsee), dialog.callId(), dialog.localTag(), dialog.remoteTag()));
    }

    /** How a new watcher is shown {@code user}. */
    private static C3pUser shown(Meeting.Caller watcher, String user) {
        return watcher.watch().next().orElseThrow().elements().stream()
                .filter(part -> part.name().local().equals("users"))
                .flatMap(users -> users.elements().stream())
                .flatMap(element -> C3pUser.read(element).stream())
                .filter(read -> read.entity().equals(SipUri.of(user)))
                .findFirst()
                .orElseThrow();
    }

    private static C3pResponse set(Meeting.Caller who, Meeting meeting, LobbySettings settings) {
        return who.ask(new ModifyConferenceLock(ConferenceKeys.of(meeting.uri), false, Optional.of(settings)));
    }

    private static LobbySettings settings(Admission policy, Autopromote autopromote, boolean bypass) {
        return new LobbySettings(policy, autopromote, bypass);
    }

    @Test
    @Requirement({"C3P-3.3-01", "C3P-3.3-02", "C3P-2.2.4.2-05", "C3P-2.2.4.2-06"})
    void whomAPresenterEndorsesLeavesTheLobbyAsPresenter() {
        Meeting.Caller alice = meeting.join(ALICE);
        Meeting.Caller eve = meeting.join(EVE);
        assertThat(eve.joined.onHold()).isTrue();
        assertThat(endorse(meeting, ALICE, EVE, eve.dialog)).isEmpty();
        C3pUser endorsed = shown(alice, EVE);
        assertThat(endorsed.roles()).containsExactly("presenter");
        assertThat(endorsed.endorser()).contains(SipUri.of(ALICE));
        assertThat(endorsed.endpoints().get(0).status()).contains("connected");
        assertThat(shown(alice, ALICE).endorser()).isEmpty();
    }

    @Test
    @Requirement({"C3P-3.3-02", "C3P-2.2.4.2-05"})
    void anAttendeeAdmitsWhomHeEndorsesAndTheLastEndorserIsShown() {
        Meeting.Caller alice = meeting.join(ALICE);
        Meeting.Caller eve = meeting.join(EVE);
        assertThat(endorse(meeting, BOB, EVE, eve.dialog)).isEmpty();
        assertThat(shown(alice, EVE).roles()).containsExactly("attendee");
        assertThat(shown(alice, EVE).endpoints().get(0).status()).contains("connected");
        assertThat(endorse(meeting, CAROL, EVE, eve.dialog)).isEmpty();
        assertThat(shown(alice, EVE).endorser()).contains(SipUri.of(CAROL));
    }

    @Test
    @Requirement({"C3P-D2-25", "C3P-3.3.4.2-02"})
    void anEndorsementIsRefusedOfWhoIsNotAdmittedHimselfAndForADialogThatIsNot() {
        meeting.join(ALICE);
        Meeting.Caller eve = meeting.join(EVE);
        assertThat(endorse(meeting, "sip:mallory@elsewhere.example", EVE, eve.dialog)
                        .map(Refusal::kind))
                .contains(Refusal.Kind.UNAUTHORIZED);
        DialogId wrong = new DialogId(eve.dialog.callId(), eve.dialog.localTag(), "another");
        assertThat(endorse(meeting, ALICE, EVE, wrong).map(Refusal::kind)).contains(Refusal.Kind.UNAUTHORIZED);
        assertThat(endorse(meeting, ALICE, BOB, eve.dialog).map(Refusal::kind)).contains(Refusal.Kind.UNAUTHORIZED);
    }

    @Test
    @Requirement({"C3P-2.2.3.10-02", "C3P-2.2.3.10-03", "C3P-D2-14"})
    void theSettingsOfTheLobbyHoldForWhoComesNextAndAreTold() {
        Meeting.Caller alice = meeting.join(ALICE);
        LobbySettings wanted = settings(Admission.ANONYMOUS, Autopromote.EVERYONE, true);
        C3pResponse told = set(alice, meeting, wanted);
        assertThat(told.code()).isEqualTo(C3pCode.SUCCESS);
        Answer.OfLock answer = (Answer.OfLock) told.command().orElseThrow().answer();
        assertThat(answer)
                .isEqualTo(new Answer.OfLock(Optional.of(meeting.uri), Optional.of(false), Optional.of(wanted)));
        assertThat(meeting.join("sip:x@anonymous.invalid").joined)
                .as("admitted by the policy, promoted by the bit for everyone")
                .matches(joined -> !joined.onHold() && joined.presenter());
        C3pResponse plain = alice.ask(new ModifyConferenceLock(ConferenceKeys.of(meeting.uri), true, Optional.empty()));
        assertThat(plain.command().orElseThrow().answer())
                .isEqualTo(new Answer.OfLock(Optional.of(meeting.uri), Optional.of(true), Optional.empty()));
    }

    @Test
    @Requirement({"C3P-2.2.2.3-05", "C3P-2.2.2.3-11"})
    void aSettingThatIsForbiddenFailsAndChangesNothing() {
        Meeting strict = Meeting.with(standard -> new FocusSettings(
                standard.domain(),
                standard.serverMode(),
                LobbySettings.STANDARD,
                new Provisioning.Allowed(false, Autopromote.COMPANY, false),
                standard.mcus(),
                standard.participants(),
                standard.factory()));
        Meeting.Caller alice = strict.join(ALICE);
        boolean bypass = LobbySettings.STANDARD.pstnLobbyBypass();
        for (LobbySettings forbidden : List.of(
                settings(Admission.ANONYMOUS, Autopromote.NONE, bypass),
                settings(Admission.OPEN_AUTHENTICATED, Autopromote.EVERYONE, bypass),
                settings(Admission.OPEN_AUTHENTICATED, Autopromote.NONE, !bypass))) {
            C3pResponse refused = set(alice, strict, forbidden);
            assertThat(refused.anyReason()).as("%s", forbidden).contains(Reason.OTHER_FAILURE);
            assertThat(refused.diagnostics().value(DiagnosticsInfo.MS_DIAGNOSTICS_PUBLIC))
                    .as("%s", forbidden)
                    .isPresent();
            assertThat(strict.call("sip:x@anonymous.invalid", "{x}")).isInstanceOf(Joining.Refused.class);
        }
        assertThat(strict.join(BOB).joined.presenter()).isFalse();
        assertThat(set(alice, strict, settings(Admission.OPEN_AUTHENTICATED, Autopromote.COMPANY, bypass))
                        .code())
                .isEqualTo(C3pCode.SUCCESS);
        assertThat(strict.join(CAROL).joined.presenter()).as("as the bit says").isTrue();
    }

    @Test
    @Requirement({"C3P-4.4.9-02", "C3P-2.2.3.24-01"})
    void aDeviceShowsThatItRecordsUntilItSaysSoNoMore() {
        Meeting.Caller alice = meeting.join(ALICE);
        Meeting.Caller bob = meeting.join(BOB, "{b}");
        EndpointKeys keys = new EndpointKeys(meeting.uri, SipUri.of(BOB), "{b}");
        Element recording =
                ElementType.foreign(C3pNames.msci("client-recording")).empty();
        C3pResponse done =
                bob.ask(new ModifyEndpoint(keys, C3pEndpoint.of("{b}").with(recording), Optional.empty()));
        assertThat(done.command().orElseThrow().answer()).isEqualTo(new Answer.Nothing());
        assertThat(shown(alice, BOB).endpoints().get(0).clientRecording()).isPresent();
        bob.ask(new ModifyEndpoint(keys, C3pEndpoint.of("{b}"), Optional.empty()));
        assertThat(shown(alice, BOB).endpoints().get(0).clientRecording()).isEmpty();
        assertThat(bob.ask(new ModifyEndpoint(
                                new EndpointKeys(meeting.uri, SipUri.of(BOB), "{none}"),
                                C3pEndpoint.of("{none}"),
                                Optional.empty()))
                        .anyReason())
                .contains(Reason.ENDPOINT_DOESNT_EXIST);
    }
}
