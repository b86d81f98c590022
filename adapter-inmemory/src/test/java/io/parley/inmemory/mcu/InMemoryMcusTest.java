package io.parley.inmemory.mcu;

import static io.parley.inmemory.mcu.Requests.ALICE;
import static io.parley.inmemory.mcu.Requests.BOB;
import static io.parley.inmemory.mcu.Requests.CONFERENCE;
import static io.parley.inmemory.mcu.Requests.dialIn;
import static io.parley.inmemory.mcu.Requests.dialOut;
import static io.parley.inmemory.mcu.Requests.endpoint;
import static io.parley.inmemory.mcu.Requests.send;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.parley.c3p.Answer;
import io.parley.c3p.C3pCode;
import io.parley.c3p.C3pEndpoint;
import io.parley.c3p.C3pJoiningMethod;
import io.parley.c3p.C3pMedia;
import io.parley.c3p.C3pNames;
import io.parley.c3p.C3pResponse;
import io.parley.c3p.C3pRole;
import io.parley.c3p.C3pUser;
import io.parley.c3p.CommandResponse;
import io.parley.c3p.ConferenceCommand.DeleteConference;
import io.parley.c3p.ConferenceCommand.ModifyConferenceAnnouncements;
import io.parley.c3p.ConferenceCommand.ModifyUsersMediaFilters;
import io.parley.c3p.ConferenceKeys;
import io.parley.c3p.ConnectionInfo;
import io.parley.c3p.MediaCommand.ModifyEndpointMedia;
import io.parley.c3p.MediaFilter;
import io.parley.c3p.MediaKeys;
import io.parley.c3p.Reason;
import io.parley.c3p.UserCommand.ModifyUserRoles;
import io.parley.c3p.UserKeys;
import io.parley.document.ElementType;
import io.parley.focus.McuType;
import io.parley.identity.SipUri;
import io.parley.ports.contract.McuContract;
import io.parley.ports.contract.McuGatewayContract;
import io.parley.ports.contract.RecordingFocus;
import io.parley.ports.contract.Samples;
import io.parley.ports.in.FocusService;
import io.parley.ports.in.FocusService.McuId;
import io.parley.ports.out.McuGateway;
import io.parley.spec.Requirement;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** MCUs of audio and video that carry no media: the contract, who is in, and what is muted. */
class InMemoryMcusTest implements McuContract, McuGatewayContract {

    private final RecordingFocus focus = new RecordingFocus();
    private final InMemoryMcus mcus = InMemoryMcus.audioVideo();
    private final McuId mcu = mcu("a");

    @Override
    public McuGateway gateway(FocusService reports) {
        InMemoryMcus made = InMemoryMcus.audioVideo();
        made.reportTo(reports);
        return made;
    }

    @Override
    public McuGateway gateway() {
        return gateway(focus);
    }

    @Override
    public McuType type() {
        return McuType.AUDIO_VIDEO;
    }

    @Override
    public void settle() {}

    @Override
    public void join(McuGateway gateway, McuId id, SipUri user) {
        send(gateway, id, dialOut(user));
    }

    private void start() {
        mcus.reportTo(focus);
        mcus.start(mcu, Samples.fresh(mcu.conference()));
    }

    private C3pUser user(SipUri uri) {
        return mcus.state(mcu).orElseThrow().user(uri).orElseThrow();
    }

    private static Answer.OfUser user(C3pResponse response) {
        return (Answer.OfUser) response.command().map(CommandResponse::answer).orElseThrow();
    }

    @Test
    void mcusThatDoNotKnowWhomToReportToDoNotStart() {
        assertThatThrownBy(() -> mcus.start(mcu, Samples.fresh(mcu.conference())))
                .hasMessageContaining("whom they report to");
    }

    @Test
    @Requirement("C3P-2.2.3.16-01")
    void theResponseHasTheRoleOfTheRequestOrNone() {
        start();
        C3pResponse presenter = send(mcus, mcu, Requests.withRole(dialIn(ALICE), C3pRole.PRESENTER))
                .get(0);
        assertThat(user(presenter).user().orElseThrow().roles()).containsExactly("presenter");
        C3pResponse none = send(mcus, mcu, dialIn(BOB)).get(0);
        assertThat(user(none).user().orElseThrow().roles()).isEmpty();
    }

    @Test
    @Requirement({"C3P-2.2.3.16-02", "C3P-2.2.3.16-03"})
    void theResponseHasTheEndpointAndTheJoiningMethodOfTheRequest() {
        start();
        C3pEndpoint in = user(send(mcus, mcu, dialIn(ALICE)).get(0))
                .user()
                .flatMap(C3pUser::endpoint)
                .orElseThrow();
        assertThat(in.entity()).contains("{in}");
        assertThat(in.joiningMethod()).contains(C3pJoiningMethod.DIALED_IN);
        C3pEndpoint out = user(send(mcus, mcu, dialOut(BOB)).get(0))
                .user()
                .flatMap(C3pUser::endpoint)
                .orElseThrow();
        assertThat(out.entity()).contains("{out}");
        assertThat(out.joiningMethod()).contains(C3pJoiningMethod.DIALED_OUT);
    }

    @Test
    @Requirement("C3P-2.2.3.17-02")
    void whoDialsInWithoutARoleIsAnAttendee() {
        start();
        send(mcus, mcu, dialIn(ALICE));
        assertThat(user(ALICE).endpoint().orElseThrow().roles()).containsExactly("attendee");
    }

    @Test
    void whoDialsInIsToldTheUriOfTheConferenceAndWhoIsCalledIsNot() {
        start();
        Optional<ConnectionInfo> in =
                user(send(mcus, mcu, dialIn(ALICE)).get(0)).connectionInfo();
        assertThat(in.flatMap(ConnectionInfo::conferenceUri)).contains(mcu.uri());
        assertThat(user(send(mcus, mcu, dialOut(BOB)).get(0)).connectionInfo()).isEmpty();
    }

    @Test
    void anotherEndpointOfSomebodyWhoIsInIsRefusedUnlessItReplacesTheFirst() {
        start();
        send(mcus, mcu, dialIn(ALICE));
        assertThat(send(mcus, mcu, dialOut(ALICE)).get(0).anyReason()).contains(Reason.USER_EXISTS_ALREADY);
        assertThat(user(ALICE).endpoint().flatMap(C3pEndpoint::entity)).contains("{in}");
        assertThat(send(mcus, mcu, Requests.replacing(dialOut(ALICE))).get(0).code())
                .isEqualTo(C3pCode.SUCCESS);
        assertThat(user(ALICE).endpoints()).extracting(C3pEndpoint::entity).containsExactly(Optional.of("{out}"));
    }

    private ModifyEndpointMedia mute(SipUri user, String medium, MediaFilter filter) {
        return new ModifyEndpointMedia(
                new MediaKeys(CONFERENCE, user, "{in}", Optional.of(medium)),
                C3pMedia.of(medium).withIngressFilter(filter),
                Optional.of(mcu.uri()));
    }

    private MediaFilter heard(SipUri user) {
        return user(user).endpoint().orElseThrow().media().get(0).ingressFilter();
    }

    @Test
    void whoIsMutedStaysMutedUntilHeIsUnmutedEvenIfHeComesAgain() {
        start();
        send(mcus, mcu, dialIn(ALICE));
        assertThat(heard(ALICE)).isEqualTo(MediaFilter.UNBLOCK);
        assertThat(send(mcus, mcu, mute(ALICE, "1", MediaFilter.BLOCK)).get(0).code())
                .isEqualTo(C3pCode.SUCCESS);
        assertThat(heard(ALICE)).isEqualTo(MediaFilter.BLOCK);
        assertThat(user(ALICE).endpoint().orElseThrow().media().get(0).label()).contains("main-audio");
        send(mcus, mcu, dialIn(ALICE));
        assertThat(heard(ALICE)).isEqualTo(MediaFilter.BLOCK);
        send(mcus, mcu, mute(ALICE, "1", MediaFilter.UNBLOCK));
        assertThat(heard(ALICE)).isEqualTo(MediaFilter.UNBLOCK);
        assertThat(focus.documents(mcu)).as("the first, alice, mute, unmute").hasSize(4);
    }

    @Test
    void aMediumOfNobodyCannotBeMuted() {
        start();
        send(mcus, mcu, dialIn(ALICE));
        assertThat(send(mcus, mcu, mute(BOB, "1", MediaFilter.BLOCK)).get(0).anyReason())
                .contains(Reason.USER_DOESNT_EXIST);
        assertThat(send(mcus, mcu, mute(ALICE, "9", MediaFilter.BLOCK)).get(0).anyReason())
                .contains(Reason.OTHER_FAILURE);
        send(mcus, mcu, dialOut(BOB));
        assertThat(send(mcus, mcu, mute(BOB, "1", MediaFilter.BLOCK)).get(0).anyReason())
                .contains(Reason.ENDPOINT_DOESNT_EXIST);
        assertThat(heard(ALICE)).isEqualTo(MediaFilter.UNBLOCK);
    }

    @Test
    void allButPresentersAreMutedByOneCommand() {
        start();
        send(mcus, mcu, Requests.withRole(dialIn(ALICE), C3pRole.PRESENTER));
        send(mcus, mcu, dialIn(BOB));
        List<C3pResponse> responses = send(
                mcus,
                mcu,
                new ModifyUsersMediaFilters(
                        ConferenceKeys.of(CONFERENCE),
                        List.of("main-audio", "smell"),
                        Optional.of(MediaFilter.BLOCK),
                        Optional.empty(),
                        List.of("presenter", "king"),
                        List.of(SipUri.of("sip:nobody@example.com")),
                        Optional.of(mcu.uri())));
        assertThat(heard(ALICE)).isEqualTo(MediaFilter.UNBLOCK);
        assertThat(heard(BOB)).isEqualTo(MediaFilter.BLOCK);
        Answer.OfMediaFilters answer = (Answer.OfMediaFilters)
                responses.get(0).command().map(CommandResponse::answer).orElseThrow();
        assertThat(answer.unsupportedRoles()).containsExactly("king");
        assertThat(answer.unknownUsers()).containsExactly(SipUri.of("sip:nobody@example.com"));
        assertThat(answer.unsupportedMediaLabels()).containsExactly("smell");
    }

    @Test
    void rolesAnnouncementsAndTheEndAreDone() {
        start();
        send(mcus, mcu, dialIn(ALICE));
        send(mcus, mcu, new ModifyUserRoles(new UserKeys(CONFERENCE, ALICE), C3pRole.PRESENTER, Optional.empty()));
        assertThat(user(ALICE).role()).contains(C3pRole.PRESENTER);
        assertThat(user(ALICE).endpoint().orElseThrow().roles()).containsExactly("presenter");
        send(mcus, mcu, new ModifyConferenceAnnouncements(ConferenceKeys.of(CONFERENCE), true, Optional.empty()));
        assertThat(mcus.state(mcu).orElseThrow().view().announces()).contains(true);
        send(mcus, mcu, new DeleteConference(ConferenceKeys.of(CONFERENCE)));
        assertThat(mcus.state(mcu).orElseThrow().users().isEmpty()).isTrue();
    }

    @Test
    void whatAClientSaysOfItsAuthenticationIsNotBelieved() {
        start();
        C3pEndpoint forged = endpoint("{in}", C3pJoiningMethod.DIALED_IN)
                .with(ElementType.foreign(C3pNames.msci("authMethod")).text("enterprise"));
        send(mcus, mcu, Requests.addUser(ALICE, forged));
        assertThat(user(ALICE).endpoint().orElseThrow().element().child(C3pNames.msci("authMethod")))
                .isEmpty();
    }
}
