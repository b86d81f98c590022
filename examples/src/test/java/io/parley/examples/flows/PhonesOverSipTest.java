package io.parley.examples.flows;

import static io.parley.examples.flows.House.ALICE;
import static io.parley.examples.flows.House.BOB;
import static io.parley.examples.flows.House.CAROL;
import static io.parley.examples.flows.Roster.attribute;
import static io.parley.examples.flows.Roster.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.parley.c3p.Access;
import io.parley.c3p.Answer;
import io.parley.c3p.C3pCode;
import io.parley.c3p.C3pMedia;
import io.parley.c3p.C3pResponse;
import io.parley.c3p.ConferenceCommand.ModifyConferenceLock;
import io.parley.c3p.ConferenceKeys;
import io.parley.c3p.MediaCommand.ModifyEndpointMedia;
import io.parley.c3p.MediaFilter;
import io.parley.c3p.MediaKeys;
import io.parley.c3p.UserCommand.SetLobbyAccess;
import io.parley.ccmp.CcmpRequest;
import io.parley.ccmp.Message;
import io.parley.ccmp.Operation;
import io.parley.ccmp.ResponseCode;
import io.parley.document.Attributes;
import io.parley.document.Element;
import io.parley.document.Info;
import io.parley.document.Schema;
import io.parley.document.Xcon;
import io.parley.identity.SipUri;
import io.parley.inmemory.mcu.McuProfile;
import io.parley.sdp.MediaDescription;
import io.parley.sdp.SdpReading;
import io.parley.sdp.SessionDescription;
import io.parley.sip.message.SipBody;
import io.parley.sip.message.SipRequest;
import io.parley.sip.message.SipResponse;
import io.parley.sip.stack.ClientTransaction;
import io.parley.spec.Requirement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Plain phones, which know SDP and nothing of conferences (RFC 4579 section 5.1), seen by whoever follows the roster. */
class PhonesOverSipTest {

    private static final String AUDIO = "m=audio 4000 RTP/AVP 0 8 101\r\ni=main audio\r\n"
            + "a=rtpmap:101 telephone-event/8000\r\na=ssrc:314159 cname:x\r\n";
    private static final String VIDEO = "m=video 4002 RTP/AVP 97\r\na=rtpmap:97 VP8/90000\r\n";

    private final SipHouse house = new SipHouse(Plan.STANDARD.with(McuProfile.audioVideo()));
    private final Line alice = house.phone(ALICE).join();
    private final Line watching = alice.phone.line(
            alice.request("SUBSCRIBE").with("Event", "conference").with("Expires", "3600"));
    private final Phone bob = house.phone(BOB);

    private static SipBody sdp(String streams) {
        return SipBody.of(
                SessionDescription.CONTENT_TYPE,
                "v=0\r\no=bob 1 1 IN IP4 10.0.1.9\r\ns=-\r\nc=IN IP4 10.0.1.9\r\nt=0 0\r\n" + streams);
    }

    private static SessionDescription description(SipResponse response) {
        SdpReading reading = SessionDescription.read(response.body().text());
        assertThat(reading).isInstanceOf(SdpReading.Read.class);
        return ((SdpReading.Read) reading).description();
    }

    private SipRequest call(Phone phone) {
        return phone.request("INVITE", house.house.conference.toString());
    }

    private List<Element> media(String who) {
        house.moment();
        return watching.roster().endpoint(who, "audio-video").elements().stream()
                .filter(it -> it.name().equals(Info.MEDIA))
                .toList();
    }

    private Element audio(String who) {
        return media(who).stream()
                .filter(it -> text(it, "type").equals("audio"))
                .findFirst()
                .orElseThrow();
    }

    private String status(String who) {
        return text(audio(who), "status");
    }

    @Test
    @Requirement({
        "C3P-D7-02",
        "PHONE-5.1-04",
        "PHONE-5.1-05",
        "EV-5.7.8-01",
        "EV-5.8-01",
        "EV-5.8.1-01",
        "EV-5.8.2-01",
        "EV-5.8.3-01",
        "EV-5.8.4-01",
        "EV-5.3.4-01"
    })
    void theOfferOfAPhoneIsAnsweredAndItsStreamsAreSeen() {
        Line line = bob.line(call(bob).with(sdp(AUDIO + VIDEO + "m=application 5000 TCP/BFCP *\r\n")));
        SessionDescription answer = description(line.accepted);
        assertThat(answer.media()).extracting(MediaDescription::media).containsExactly("audio", "video", "application");
        assertThat(answer.media()).extracting(MediaDescription::isRefused).containsExactly(false, false, true);
        assertThat(answer.media().get(0).formats()).containsExactly("0", "8", "101");
        assertThat(watching.roster().endpoints(BOB))
                .containsExactlyInAnyOrder("focus connected", "audio-video connected");
        List<Element> media = media(BOB);
        assertThat(media).extracting(it -> text(it, "type")).containsExactly("audio", "video");
        assertThat(media)
                .extracting(it -> attribute(it, "id"))
                .doesNotHaveDuplicates()
                .hasSize(2);
        assertThat(media)
                .extracting(it -> text(it, "label"))
                .doesNotHaveDuplicates()
                .containsExactly(
                        answer.media().get(0).label().orElseThrow(),
                        answer.media().get(1).label().orElseThrow());
        assertThat(media).extracting(it -> text(it, "display-text")).containsExactly("main audio", "");
        assertThat(media).extracting(it -> text(it, "src-id")).containsExactly("314159", "");
        assertThat(media).extracting(it -> text(it, "status")).containsExactly("sendrecv", "sendrecv");
        assertThat(line.bye().status()).isEqualTo(200);
        house.moment();
        assertThat(watching.roster().users()).containsExactly(ALICE);
    }

    @Test
    @Requirement("PHONE-5.1-02")
    void theFirstPhoneActivatesTheConference() {
        SipHouse asleep = new SipHouse(Plan.STANDARD.with(McuProfile.audioVideo()));
        assertThat(active(asleep)).isNotEqualTo("true");
        Phone carol = asleep.phone(CAROL);
        carol.line(carol.request("INVITE", asleep.house.conference.toString()).with(sdp(AUDIO)));
        assertThat(active(asleep)).isEqualTo("true");
    }

    private static String active(SipHouse house) {
        Element document = house.house
                .parley
                .focus()
                .find(house.house.conference)
                .orElseThrow()
                .document();
        return text(document, "conference-state", "active");
    }

    @Test
    @Requirement("PHONE-5.1-03")
    void aCallToNoConferenceMakesNone() {
        SipUri nowhere = SipUri.of("sip:nowhere@example.com");
        assertThat(bob.ask(bob.request("INVITE", nowhere.toString()).with(sdp(AUDIO)))
                        .status())
                .isEqualTo(404);
        assertThat(house.house.parley.focus().find(nowhere)).isEmpty();
    }

    @Test
    @Requirement("PHONE-3.1-01")
    void theAnswerSaysWhatTheConferenceIsCalled() {
        assertThat(description(bob.line(call(bob).with(sdp(AUDIO))).accepted).information())
                .contains("Weekly");
    }

    @Test
    @Requirement({"EV-5.8-02", "EV-5.8.5-01"})
    void aStreamOnHoldIsTheSameStream() {
        Line line = bob.line(call(bob).with(sdp(AUDIO)));
        String id = attribute(audio(BOB), "id");
        SipResponse held = line.ask(line.request("INVITE").with(sdp(AUDIO + "a=sendonly\r\n")));
        assertThat(description(held).media().get(0).direction().map(it -> it.word()))
                .contains("recvonly");
        assertThat(status(BOB)).isEqualTo("sendonly");
        SipResponse resumed = line.ask(line.request("UPDATE").with(sdp(AUDIO)));
        assertThat(status(BOB)).isEqualTo("sendrecv");
        assertThat(attribute(audio(BOB), "id")).isEqualTo(id);
        String first = description(line.accepted).origin().version();
        assertThat(List.of(
                        first,
                        description(held).origin().version(),
                        description(resumed).origin().version()))
                .containsExactly("1", "2", "3");
        SipResponse same = line.ask(line.request("INVITE").with(sdp(AUDIO)));
        assertThat(description(same)).isEqualTo(description(resumed));
    }

    @Test
    void aStreamMayComeAndGo() {
        Line line = bob.line(call(bob).with(sdp(AUDIO)));
        assertThat(line.ask(line.request("INVITE").with(sdp(AUDIO + VIDEO))).status())
                .isEqualTo(200);
        assertThat(media(BOB)).hasSize(2);
        assertThat(line.ask(line.request("INVITE").with(sdp(AUDIO + VIDEO.replace("4002", "0"))))
                        .status())
                .isEqualTo(200);
        assertThat(media(BOB))
                .singleElement()
                .satisfies(it -> assertThat(text(it, "type")).isEqualTo("audio"));
        assertThat(line.ask(line.request("INVITE").with(sdp(AUDIO.replace(" 0 8 101", " 18"))))
                        .status())
                .isEqualTo(488);
        assertThat(media(BOB)).hasSize(1);
    }

    @Test
    @Requirement("EV-5.8.5-02")
    void whoIsMutedByAModeratorReceivesOnly() {
        bob.line(call(bob).with(sdp(AUDIO)));
        assertThat(filtered(MediaFilter.BLOCK)).isEqualTo("recvonly");
        assertThat(status(BOB)).isEqualTo("recvonly");
        assertThat(filtered(MediaFilter.UNBLOCK)).isEqualTo("sendrecv");
        assertThat(status(BOB)).isEqualTo("sendrecv");
    }

    /** The direction of Bob's audio, as the response has it. */
    private String filtered(MediaFilter filter) {
        String endpoint = attribute(watching.roster().endpoint(BOB, "audio-video"), "entity");
        String id = attribute(audio(BOB), "id");
        C3pResponse response = alice.ask(new ModifyEndpointMedia(
                new MediaKeys(house.house.conference, SipUri.of(BOB), endpoint, Optional.of(id)),
                C3pMedia.of(id).withIngressFilter(filter),
                Optional.empty()));
        assertThat(response.code()).isEqualTo(C3pCode.SUCCESS);
        return ((Answer.OfMedia) response.command().orElseThrow().answer())
                .media()
                .flatMap(C3pMedia::status)
                .orElse("");
    }

    @Test
    @Requirement("EV-5.8.5-02")
    void whoIsMutedByCcmpReceivesOnly() {
        Line line = bob.line(call(bob).with(sdp(AUDIO)));
        assertThat(status(BOB)).isEqualTo("sendrecv");
        mute(true);
        assertThat(status(BOB)).isEqualTo("recvonly");
        assertThat(line.ask(line.request("INVITE").with(sdp(AUDIO))).status()).isEqualTo(200);
        assertThat(status(BOB)).isEqualTo("recvonly");
        mute(false);
        assertThat(status(BOB)).isEqualTo("sendrecv");
    }

    private void mute(boolean muted) {
        String self = "xcon-userid:alice@example.com";
        String conference = house.house.id.toString();
        Element found = house.house
                .parley
                .ccmp()
                .handle(CcmpRequest.of(Message.USER, self)
                        .on(conference)
                        .info(Schema.USER.empty().withAttribute(Attributes.ENTITY, "xcon-userid:bob@example.com"))
                        .operation(Operation.RETRIEVE))
                .body()
                .info()
                .orElseThrow();
        Element endpoint = found.children(Info.ENDPOINT).iterator().next();
        for (Element one : found.children(Info.ENDPOINT)) {
            endpoint = one.child(Info.MEDIA).isPresent() ? one : endpoint;
        }
        Element media = endpoint.child(Info.MEDIA).orElseThrow();
        Element mixer = media.type()
                .child(Xcon.TO_MIXER)
                .empty()
                .withAttribute(Attributes.NAME, "AudioIn")
                .with(media.type()
                        .child(Xcon.TO_MIXER)
                        .child(Xcon.CONTROLS)
                        .empty()
                        .with(Xcon.MUTE, Boolean.toString(muted)));
        Element wanted = Schema.USER
                .empty()
                .withAttribute(
                        Attributes.ENTITY, found.attribute(Attributes.ENTITY).orElseThrow())
                .with(endpoint.type()
                        .empty()
                        .withAttribute(
                                Attributes.ENTITY,
                                endpoint.attribute(Attributes.ENTITY).orElseThrow())
                        .with(media.type()
                                .empty()
                                .withAttribute(
                                        Attributes.ID,
                                        media.attribute(Attributes.ID).orElseThrow())
                                .with(mixer)));
        assertThat(house.house
                        .parley
                        .ccmp()
                        .handle(CcmpRequest.of(Message.USER, self)
                                .on(conference)
                                .operation(Operation.UPDATE)
                                .info(wanted))
                        .code())
                .isEqualTo(ResponseCode.SUCCESS);
    }

    @Test
    @Requirement("PHONE-5.1-06")
    void aCallWithoutAnOfferGetsOneAndIsInWhenItAnswers() {
        bob.acknowledgesWith(sdp("m=audio 4000 RTP/AVP 8\r\n"));
        Line line = bob.line(call(bob));
        SessionDescription offer = description(line.accepted);
        assertThat(offer.media()).extracting(MediaDescription::media).containsExactly("audio");
        assertThat(media(BOB))
                .singleElement()
                .satisfies(it -> assertThat(text(it, "type")).isEqualTo("audio"));
    }

    @Test
    void whoTakesNothingOfTheOfferIsSentAway() {
        bob.acknowledgesWith(sdp("m=audio 0 RTP/AVP 8\r\n"));
        Line line = bob.line(call(bob));
        house.moment();
        assertThat(line.methods()).containsExactly("BYE");
        assertThat(watching.roster().users()).containsExactly(ALICE);
    }

    @Test
    @Requirement({"PHONE-5.1-05", "PHONE-5.1-06", "C3P-D7-02"})
    void withoutAnMcuForItAnOfferIsRefused() {
        SipHouse silent = new SipHouse(Plan.STANDARD);
        Phone carol = silent.phone(CAROL);
        SipRequest call = carol.request("INVITE", silent.house.conference.toString());
        assertThat(carol.ask(call.with(sdp(AUDIO))).status()).isEqualTo(488);
        assertThat(bob.ask(call(bob).with(sdp("m=audio 4000 RTP/SAVP 0\r\n"))).status())
                .isEqualTo(488);
        assertThat(bob.ask(call(bob).with(sdp("m=text 4000 RTP/AVP 98\r\n"))).status())
                .isEqualTo(488);
        assertThat(watching.roster().users()).containsExactly(ALICE);
    }

    @Test
    void whatIsNoDescriptionIsRefusedWithItsLine() {
        SipResponse refused = bob.ask(call(bob).with(sdp("m=audio none RTP/AVP 0\r\n")));
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.reason() + refused.header("Warning").orElse("")).contains("line 6: no port: 'none'");
    }

    @Test
    void whoCancelsBeforeTheMcuHasAnsweredLeavesNoTrace() {
        SlowSessions slow = new SlowSessions();
        SipHouse patient = new SipHouse(Plan.STANDARD.with(McuProfile.audioVideo()), slow::over);
        Phone carol = patient.phone(CAROL);
        List<SipResponse> responses = new ArrayList<>();
        SipRequest invite = carol.request("INVITE", patient.house.conference.toString());
        ClientTransaction call = carol.begin(invite.with(sdp(AUDIO)), responses);
        patient.moment();
        assertThat(responses).noneMatch(SipResponse::isSuccess);
        call.cancel();
        patient.moment();
        slow.goOn();
        patient.moment();
        assertThat(responses).extracting(SipResponse::status).endsWith(487);
        patient.nothingIsLeft();
    }

    @Test
    void anAnswerThatTakesItsTimeIsWaitedFor() {
        SlowSessions slow = new SlowSessions();
        SipHouse patient = new SipHouse(Plan.STANDARD.with(McuProfile.audioVideo()), slow::over);
        Phone carol = patient.phone(CAROL);
        List<SipResponse> responses = new ArrayList<>();
        carol.begin(carol.request("INVITE", patient.house.conference.toString()).with(sdp(AUDIO)), responses);
        patient.moment();
        slow.goOn();
        patient.moment();
        assertThat(responses).extracting(SipResponse::status).endsWith(200);
    }

    @Test
    @Requirement("EV-5.7.3-03")
    void whoWaitsInTheLobbyIsInTheMcuOnceHeIsAdmitted() {
        ConferenceKeys keys = ConferenceKeys.of(house.house.conference);
        alice.ask(new ModifyConferenceLock(keys, true, Optional.empty()));
        Line line = bob.line(call(bob).with(sdp(AUDIO)));
        house.moment();
        assertThat(watching.roster().endpoints(BOB)).containsExactly("focus on-hold");
        alice.ask(new SetLobbyAccess(keys, List.of(SipUri.of(BOB)), Access.GRANTED));
        assertThat(status(BOB)).isEqualTo("sendrecv");
        line.bye();
        Line again = bob.line(call(bob).with(sdp(AUDIO)));
        alice.ask(new SetLobbyAccess(keys, List.of(SipUri.of(BOB)), Access.DENIED));
        house.moment();
        assertThat(again.methods()).containsExactly("BYE");
        assertThat(watching.roster().users()).containsExactly(ALICE);
    }

    @Test
    void oneCallMayHaveMessagesToo() {
        SipHouse both = new SipHouse(Plan.STANDARD.chatting().with(McuProfile.audioVideo()));
        Phone carol = both.phone(CAROL);
        String messages = "m=message 5060 sip null\r\na=accept-types:text/plain\r\n";
        SipRequest invite = carol.request("INVITE", both.house.conference.toString());
        Line line = carol.line(invite.with(sdp(AUDIO + messages)));
        assertThat(ports(line.accepted)).doesNotContain(0).hasSize(2);
        assertThat(ports(line.ask(line.request("INVITE").with(sdp(AUDIO + "a=sendonly\r\n" + messages)))))
                .isEqualTo(ports(line.accepted));
        carol.acknowledgesWith(sdp(AUDIO + messages));
        assertThat(ports(line.ask(line.request("INVITE")))).isEqualTo(ports(line.accepted));
        assertThat(line.ask(line.request("MESSAGE").with(SipBody.of("text/plain", "hello")))
                        .status())
                .isEqualTo(200);
        line.bye();
        both.nothingIsLeft();
    }

    private static List<Integer> ports(SipResponse response) {
        return description(response).media().stream()
                .map(MediaDescription::port)
                .toList();
    }

    @Test
    void whoComesByAnotherDeviceTakesThePlaceOfTheFirst() {
        Line first = bob.line(call(bob).with(sdp(AUDIO)));
        Phone other = house.phone(BOB);
        other.line(call(other).with(sdp(AUDIO)));
        house.moment();
        assertThat(first.methods()).containsExactly("BYE");
        assertThat(media(BOB)).hasSize(1);
    }

    @Test
    @Requirement("EV-3.6-03")
    void holdMuteAndVideoAreTold() {
        Line line = bob.line(call(bob).with(sdp(AUDIO)));
        assertThat(status(BOB)).isEqualTo("sendrecv");
        line.ask(line.request("INVITE").with(sdp(AUDIO + "a=sendonly\r\n")));
        assertThat(status(BOB)).as("hold").isEqualTo("sendonly");
        line.ask(line.request("INVITE").with(sdp(AUDIO)));
        filtered(MediaFilter.BLOCK);
        assertThat(status(BOB)).as("mute").isEqualTo("recvonly");
        filtered(MediaFilter.UNBLOCK);
        line.ask(line.request("INVITE").with(sdp(AUDIO + VIDEO)));
        assertThat(media(BOB)).extracting(it -> text(it, "type")).containsExactly("audio", "video");
        assertThat(status(BOB)).isEqualTo("sendrecv");
    }
}
