package io.parley.inmemory.mcu;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.c3p.C3pJoiningMethod;
import io.parley.conference.Conference;
import io.parley.document.Attributes;
import io.parley.document.Element;
import io.parley.document.Info;
import io.parley.document.Schema;
import io.parley.focus.McuType;
import io.parley.identity.SipUri;
import io.parley.inmemory.mcu.RtpPorts.RtpPort;
import io.parley.ports.contract.MediaSessionsContract;
import io.parley.ports.contract.RecordingFocus;
import io.parley.ports.contract.Samples;
import io.parley.ports.in.FocusService;
import io.parley.ports.in.FocusService.McuId;
import io.parley.ports.out.MediaSession;
import io.parley.ports.out.MediaSessions.Leg;
import io.parley.ports.out.MediaSessions.Outcome;
import io.parley.sdp.Direction;
import io.parley.sdp.MediaDescription;
import io.parley.sdp.SessionDescription;
import io.parley.spec.Requirement;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Sessions of phones with MCUs that carry nothing: the contract, the media of the conference, and the ports. */
class MediaLegsTest implements MediaSessionsContract {

    private static final McuId MCU = new McuId(
            Samples.id("a"),
            McuType.AUDIO_VIDEO,
            SipUri.of("sip:a@example.com;gruu;opaque=app:conf:audio-video:id:a"),
            1);

    private final InMemoryMcus mcus = InMemoryMcus.audioVideo();
    private final List<Outcome> outcomes = new ArrayList<>();

    @Override
    public Mcus mcus(FocusService focus) {
        InMemoryMcus made = InMemoryMcus.audioVideo();
        made.reportTo(focus);
        return new Mcus(made, made.sessions());
    }

    @Override
    public void settle() {}

    private MediaSession open(Conference conference) {
        mcus.reportTo(new RecordingFocus());
        mcus.start(MCU, conference);
        SipUri bob = SipUri.of("sip:bob@example.com");
        Leg leg = new Leg(MCU, "call", bob, Optional.empty(), "sip:bob@192.0.2.7", C3pJoiningMethod.DIALED_IN, false);
        return mcus.sessions().open(leg, why -> {});
    }

    private static Conference withMedium(String label, String status) {
        Conference plain = Samples.fresh(MCU.conference());
        Element description =
                plain.document().child(Info.CONFERENCE_DESCRIPTION).orElseGet(Schema.CONFERENCE_DESCRIPTION::empty);
        Element media = description.type().child(Info.AVAILABLE_MEDIA).empty();
        Element entry = media.type()
                .child(Info.ENTRY)
                .empty()
                .withAttribute(Attributes.LABEL, label)
                .with(Info.TYPE, "audio")
                .with(Info.STATUS, status);
        return plain.next(plain.document().with(description.with(media.with(entry))));
    }

    private SessionDescription described() {
        return ((Outcome.Described) outcomes.get(outcomes.size() - 1)).description();
    }

    private MediaDescription first() {
        return described().media().get(0);
    }

    @Test
    @Requirement("EV-5.3.4-02")
    void whereParticipantsOnlyReceiveTheOfferSendsOnly() {
        open(withMedium("music", "recvonly")).offer(outcomes::add);
        assertThat(first().direction()).contains(Direction.SENDONLY);
    }

    @Test
    @Requirement({"EV-5.3.4-03", "EV-5.8.3-02"})
    void lessThanThereIsMayBeTaken() {
        open(withMedium("talk", "sendrecv"))
                .answer(MediaSessionsContract.offer("m=audio 4000 RTP/AVP 0\r\na=recvonly\r\n"), outcomes::add);
        assertThat(first().direction()).contains(Direction.SENDONLY);
        assertThat(first().label()).contains("talk");
    }

    @Test
    void aMediumThatTheConferenceHasNotAndASecondStreamOfOneAreRefused() {
        open(withMedium("talk", "sendrecv"))
                .answer(
                        MediaSessionsContract.offer(
                                "m=video 4002 RTP/AVP 34\r\nm=audio 4000 RTP/AVP 0\r\nm=audio 4004 RTP/AVP 0\r\n"),
                        outcomes::add);
        assertThat(described().media()).extracting(MediaDescription::isRefused).containsExactly(true, false, true);
    }

    /** A port that says whether it is open. */
    private static final class Port implements RtpPort {
        private final int number;
        private boolean closed;

        Port(int number) {
            this.number = number;
        }

        @Override
        public InetSocketAddress address() {
            return InetSocketAddress.createUnresolved("192.0.2.9", number);
        }

        @Override
        public void close() {
            closed = true;
        }
    }

    @Test
    void aStreamHasAPortAsLongAsItIsThere() {
        List<Port> ports = new ArrayList<>();
        mcus.receiveAt(() -> {
            ports.add(new Port(5000 + ports.size()));
            return Optional.of(ports.get(ports.size() - 1));
        });
        MediaSession session = open(Samples.fresh(MCU.conference()));
        String audio = "m=audio 4000 RTP/AVP 0\r\n";
        session.answer(MediaSessionsContract.offer(audio + "m=video 4002 RTP/AVP 34\r\n"), outcomes::add);
        assertThat(described().media()).extracting(MediaDescription::port).containsExactly(5000, 5001);
        assertThat(described().text()).contains("c=IN IP4 192.0.2.9\r\n");
        session.confirmed();
        session.answer(MediaSessionsContract.offer(audio + "m=video 0 RTP/AVP 34\r\n"), outcomes::add);
        assertThat(described().media()).extracting(MediaDescription::port).containsExactly(5000, 0);
        assertThat(ports).extracting(port -> port.closed).containsExactly(false, true);
        session.end();
        assertThat(ports).allMatch(port -> port.closed);
    }

    @Test
    void withoutAPortNobodyIsTaken() {
        mcus.receiveAt(Optional::empty);
        open(Samples.fresh(MCU.conference())).answer(AUDIO, outcomes::add);
        assertThat(outcomes).singleElement().isInstanceOf(Outcome.Refused.class);
    }
}
