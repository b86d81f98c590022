package io.parley.examples.conformance;

import static io.parley.examples.conformance.House.ALICE;
import static io.parley.examples.conformance.House.BOB;
import static io.parley.examples.conformance.House.CAROL;
import static io.parley.examples.conformance.House.conf;
import static io.parley.examples.conformance.House.confInfo;
import static io.parley.examples.conformance.House.user;
import static io.parley.examples.conformance.House.userInfo;
import static org.assertj.core.api.Assertions.assertThat;

import io.parley.ccmp.CcmpResponse;
import io.parley.ccmp.Operation;
import io.parley.ccmp.ResponseCode;
import io.parley.conference.Codec;
import io.parley.conference.ConferenceInfo;
import io.parley.conference.Medium;
import io.parley.conference.Mix;
import io.parley.document.Element;
import io.parley.document.Name;
import io.parley.document.Xcon;
import io.parley.identity.XconUri;
import io.parley.identity.XconUserId;
import io.parley.spec.Requirement;
import io.parley.user.EndpointMedia;
import io.parley.user.Mixer;
import io.parley.user.VideoLayout;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What reaches the mixer of what a document says of media (RFC 6501 sections 4.2.7 and 4.6.5.6). */
class MixingTest {

    private static final String BOBS_PHONE = "sip:bob@example.com";

    private final House house = House.open();

    @ParameterizedTest
    @ValueSource(strings = {"moderator-controlled", "FCFS", "automatic", "loudest"})
    @Requirement("DM-4.2.7-01")
    void mixingModesAreHandedToTheMixer(String mode) {
        String conference = withMedia(audio("<xcon:mixing-mode>" + mode + "</xcon:mixing-mode>"));

        assertThat(medium(conference, "1").mixingMode()).contains(mode);
    }

    @Test
    @Requirement({"DM-4.2.7-03", "DM-4.2.7-05", "DM-4.2.7-06"})
    void onlyAModeratorChangesTheCodecs() {
        String codecs = "<xcon:codecs decision='moderator-controlled'>"
                + "<xcon:codec name='1' policy='allowed'><xcon:subtype>PCMU</xcon:subtype></xcon:codec>"
                + "<xcon:codec name='2' policy='disallowed'><xcon:subtype>x-new</xcon:subtype></xcon:codec></xcon:codecs>";
        String conference = withMedia(audio(""));
        house.done(Roster.join(BOB, conference));
        CcmpResponse refused = update(BOB, conference, audio(codecs));
        Medium before = medium(conference, "1");
        CcmpResponse done = update(ALICE, conference, audio(codecs));

        assertThat(refused.code()).isEqualTo(ResponseCode.FORBIDDEN_CHANGE_PROTECTED);
        assertThat(before.codecs()).isEmpty();
        assertThat(done.isSuccess()).isTrue();
        assertThat(medium(conference, "1").codecDecision()).contains("moderator-controlled");
        assertThat(medium(conference, "1").codecs())
                .containsExactlyInAnyOrder(new Codec("1", "allowed", "PCMU"), new Codec("2", "disallowed", "x-new"));
    }

    @Test
    @Requirement("DM-4.2.7-04")
    void theServerNamesTheCodecs() {
        String conference = withMedia(audio("<xcon:codecs decision='automatic'>"
                        + "<xcon:codec name='AUTO_GENERATE_7' policy='allowed'><xcon:subtype>opus</xcon:subtype></xcon:codec>"
                        + "</xcon:codecs>")
                + video("<xcon:codecs decision='automatic'>"
                        + "<xcon:codec name='AUTO_GENERATE_7' policy='allowed'/></xcon:codecs>"));

        assertThat(medium(conference, "1").codecs().get(0).name())
                .matches("\\d+")
                .isEqualTo(medium(conference, "2").codecs().get(0).name());
    }

    @Test
    @Requirement("DM-4.2.7-07")
    void aMutedMediumSilencesThoseWhoAreThereAndThoseWhoCome() {
        String conference = withMedia(audio(controls("<xcon:mute>true</xcon:mute>")) + video(""));
        joinWithMedia(BOB, conference);
        joinWithMedia(CAROL, conference);

        assertThat(heard(conference))
                .containsOnlyKeys("bob 1", "bob 2", "carol 1", "carol 2")
                .containsEntry("bob 1", false)
                .containsEntry("carol 1", false)
                .containsEntry("bob 2", true);
    }

    @Test
    @Requirement("DM-4.2.7-08")
    void aPausedMediumStopsEveryPicture() {
        String conference = withMedia(audio("") + video(""));
        joinWithMedia(BOB, conference);
        update(ALICE, conference, video(controls("<xcon:pause-video>true</xcon:pause-video>")));
        joinWithMedia(CAROL, conference);

        assertThat(heard(conference))
                .containsEntry("bob 2", false)
                .containsEntry("carol 2", false)
                .containsEntry("bob 1", true);
    }

    @Test
    @Requirement("DM-4.2.7-09")
    void theGainOfAMediumIsThatOfWhatTheMixerGives() {
        String conference = withMedia(audio(controls("<xcon:gain>-60</xcon:gain>")));
        joinWithMedia(BOB, conference);

        assertThat(mix(conference).streams().get(0).gainOut()).isEqualTo(-60);
        assertThat(mix(conference).streams().get(0).gainIn()).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "single-view",
                "dual-view",
                "dual-view-crop",
                "dual-view-2x1",
                "dual-view-2x1-crop",
                "quad-view",
                "multiple-3x3",
                "multiple-4x4",
                "multiple-5x1",
                "automatic"
            })
    @Requirement("DM-4.2.7-13")
    void layoutsReachTheMixer(String layout) {
        String conference =
                withMedia(audio("") + video(controls("<xcon:video-layout>" + layout + "</xcon:video-layout>")));
        joinWithMedia(BOB, conference);

        assertThat(mix(conference).streams())
                .allMatch(stream ->
                        !stream.media().id().equals("2") || stream.videoLayout().equals(layout));
    }

    @Test
    @Requirement({"DM-4.2.7-11", "DM-4.2.7-12"})
    void withoutALayoutItIsASingleViewThatNobodyWrote() {
        String conference = withMedia(audio("") + video(""));
        joinWithMedia(BOB, conference);

        assertThat(mix(conference).streams())
                .extracting(Mix.Stream::videoLayout)
                .containsOnly(VideoLayout.SINGLE_VIEW);
        assertThat(house.documentOf(conference, ALICE).toString()).doesNotContain("video-layout");
    }

    @Test
    @Requirement("DM-4.2.7-10")
    void aControlThatIsNotThereIsAModeratorsToAdd() {
        String conference = withMedia(audio("") + video(""));
        joinWithMedia(BOB, conference);
        Element muted =
                bobsMedia("<xcon:to-mixer name='AudioIn'><xcon:controls><xcon:mute>true</xcon:mute></xcon:controls>"
                        + "</xcon:to-mixer>");
        Element open =
                bobsMedia("<xcon:to-mixer name='AudioIn'><xcon:controls><xcon:mute>false</xcon:mute></xcon:controls>"
                        + "</xcon:to-mixer>");

        assertThat(house.ask(user(Operation.UPDATE, BOB).on(conference).info(muted))
                        .code())
                .isEqualTo(ResponseCode.FORBIDDEN_CHANGE_PROTECTED);
        house.done(user(Operation.UPDATE, ALICE).on(conference).info(muted));
        house.done(user(Operation.UPDATE, BOB).on(conference).info(open));
        assertThat(heard(conference)).containsEntry("bob 1", true);
    }

    @Test
    @Requirement("DM-4.2.7-14")
    void aControlOfAnotherNamespaceIsHandedOn() {
        String conference = withMedia(audio(controls("<x:reverb>hall</x:reverb>")));
        Name reverb = Name.of("urn:example:x", "reverb");

        assertThat(medium(conference, "1").controls().flatMap(controls -> controls.text(reverb)))
                .contains("hall");
        assertThat(new ConferenceInfo(house.documentOf(conference, ALICE))
                        .medium("1")
                        .flatMap(Medium::controls)
                        .flatMap(controls -> controls.text(reverb)))
                .contains("hall");
    }

    @Test
    @Requirement({"DM-4.6.5.6-02", "DM-4.6.5.6-06"})
    void theControlsOfAUserAreHisAlone() {
        String conference = withMedia(audio("") + video(""));
        joinWithMedia(BOB, conference);
        joinWithMedia(CAROL, conference);
        house.done(user(Operation.UPDATE, ALICE)
                .on(conference)
                .info(bobsMedia("<xcon:to-mixer name='AudioIn'><xcon:controls><xcon:mute>true</xcon:mute>"
                        + "<xcon:gain>5</xcon:gain></xcon:controls></xcon:to-mixer>"
                        + "<xcon:from-mixer name='AudioOut'><xcon:controls><xcon:gain>-7</xcon:gain></xcon:controls>"
                        + "</xcon:from-mixer>")));
        Mix.Stream bobs = mix(conference).streams().stream()
                .filter(stream -> stream.user().id().equals(XconUserId.of(BOB)))
                .filter(stream -> stream.media().id().equals("1"))
                .findFirst()
                .orElseThrow();

        assertThat(bobs.gainIn()).isEqualTo(5);
        assertThat(bobs.gainOut()).isEqualTo(-7);
        assertThat(heard(conference))
                .containsEntry("bob 1", false)
                .containsEntry("bob 2", true)
                .containsEntry("carol 1", true);
    }

    @Test
    @Requirement({"DM-4.6.5.6-07", "FLOW-6.2-04"})
    void mutedAndReceiveOnlyAreOneFact() {
        String conference = withMedia(audio("") + video(""));
        joinWithMedia(BOB, conference);

        update(conference, "<info:status>recvonly</info:status>");
        assertThat(bobsAudio(conference)
                        .toMixer()
                        .map(Mixer::controls)
                        .orElseThrow()
                        .get(0)
                        .mute())
                .contains(true);
        update(conference, mute(false));
        assertThat(bobsAudio(conference).status()).contains("sendrecv");
        update(conference, mute(true));
        assertThat(bobsAudio(conference).status()).contains("recvonly");
        update(conference, "<info:status>sendrecv</info:status>");
        assertThat(bobsAudio(conference)
                        .toMixer()
                        .map(Mixer::controls)
                        .orElseThrow()
                        .get(0)
                        .mute())
                .contains(false);
        assertThat(heard(conference)).containsEntry("bob 1", true);
    }

    @Test
    @Requirement("DM-4.6.5.6-05")
    void withoutFloorsNoFloorStandsInAMixer() {
        String conference = withMedia(audio("") + video(""));
        joinWithMedia(BOB, conference);
        update(conference, mute(true));

        assertThat(bobsAudio(conference).toMixer().orElseThrow().element().count(Xcon.FLOOR))
                .isZero();
    }

    private static String mute(boolean muted) {
        return "<xcon:to-mixer name='AudioIn'><xcon:controls><xcon:mute>" + muted
                + "</xcon:mute></xcon:controls></xcon:to-mixer>";
    }

    private void update(String conference, String ofBobsAudio) {
        house.done(user(Operation.UPDATE, ALICE).on(conference).info(bobsMedia(ofBobsAudio)));
    }

    private EndpointMedia bobsAudio(String conference) {
        return new ConferenceInfo(house.documentOf(conference, ALICE))
                .users()
                .find(XconUserId.of(BOB))
                .flatMap(bob -> bob.endpoint(BOBS_PHONE))
                .flatMap(phone -> phone.media("1"))
                .orElseThrow();
    }

    private static Element bobsMedia(String content) {
        return userInfo(
                BOB,
                "<info:endpoint entity='" + BOBS_PHONE + "'><info:media id='1'>" + content
                        + "</info:media></info:endpoint>");
    }

    private String withMedia(String media) {
        return house.done(conf(Operation.CREATE, ALICE)
                        .info(confInfo(
                                "xcon:AUTO_GENERATE_1@example.com",
                                "<info:conference-description><info:available-media>" + media
                                        + "</info:available-media></info:conference-description>")))
                .confObjId()
                .orElseThrow();
    }

    private CcmpResponse update(String user, String conference, String media) {
        return house.ask(conf(Operation.UPDATE, user)
                .on(conference)
                .info(confInfo(
                        conference,
                        "<info:conference-description><info:available-media>" + media
                                + "</info:available-media></info:conference-description>")));
    }

    private static String audio(String content) {
        return "<info:entry label='1'><info:type>audio</info:type>" + content + "</info:entry>";
    }

    private static String video(String content) {
        return "<info:entry label='2'><info:type>video</info:type>" + content + "</info:entry>";
    }

    private static String controls(String content) {
        return "<xcon:controls>" + content + "</xcon:controls>";
    }

    private void joinWithMedia(String user, String conference) {
        String contact = user.replace("xcon-userid:", "sip:");
        house.done(Roster.join(user, conference)
                .info(userInfo(
                        user,
                        "<info:endpoint entity='" + contact + "'>"
                                + "<info:media id='1'><info:label>1</info:label><info:status>sendrecv</info:status></info:media>"
                                + "<info:media id='2'><info:label>2</info:label><info:status>sendrecv</info:status></info:media>"
                                + "</info:endpoint>")));
    }

    private Mix mix(String conference) {
        return Mix.of(house.memory().mcus().mixOf(XconUri.of(conference)).orElseThrow());
    }

    private Medium medium(String conference, String label) {
        return mix(conference).media().stream()
                .filter(medium -> medium.label().equals(label))
                .findFirst()
                .orElseThrow();
    }

    /** Whether each stream reaches the others, under the name of its user and its id. */
    private Map<String, Boolean> heard(String conference) {
        Function<Mix.Stream, String> name =
                stream -> stream.user().id().name() + " " + stream.media().id();
        return mix(conference).streams().stream().collect(Collectors.toMap(name, Mix.Stream::heard));
    }
}
