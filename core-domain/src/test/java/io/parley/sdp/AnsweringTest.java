package io.parley.sdp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The examples beside the property that any answer fits. */
class AnsweringTest {

    private static final SessionDescription OURS =
            SessionDescription.of(Origin.of(7, "192.0.2.9"), Connection.to("192.0.2.9"));

    private static SessionDescription offer(String streams) {
        return SdpReadingTest.read("v=0\no=- 1 1 IN IP4 192.0.2.1\ns=-\nc=IN IP4 192.0.2.1\nt=0 0\n" + streams);
    }

    private static MediaDescription audio(List<String> formats) {
        return MediaDescription.of("audio", 4000, "RTP/AVP", formats);
    }

    @Test
    void theCodecsInCommonKeepTheOrderOfTheOffer() {
        MediaDescription offered = offer("m=audio 1 RTP/AVP 18 96 8 0 111\na=rtpmap:96 OPUS/48000/2\n")
                .media()
                .get(0);
        assertThat(Answering.common(offered, List.of("PCMU", "opus", "PCMA"))).containsExactly("96", "8", "0");
    }

    @Test
    void aStreamThatWasNotOfferedIsNotAnswered() {
        assertThatThrownBy(() -> Answering.answer(
                        offer("m=audio 1 RTP/AVP 18\n"), OURS, stream -> Optional.of(audio(List.of("0")))))
                .hasMessage("none of the formats [18] is among [0]");
    }

    @Test
    void whoSendsOnlyIsNotSentTo() {
        assertThatThrownBy(() -> Answering.answer(
                        offer("m=audio 1 RTP/AVP 0\na=sendonly\n"), OURS, stream -> Optional.of(audio(List.of("0")))))
                .hasMessage("sendrecv answers sendonly");
    }

    @Test
    void anAnswerMayNumberACodecOtherwise() {
        SessionDescription offer = offer("m=audio 1 RTP/AVP 96\na=rtpmap:96 opus/48000/2\n");
        assertThat(Answering.unfit(offer, offer("m=audio 1 RTP/AVP 111\na=rtpmap:111 OPUS/48000/2\n")))
                .isEmpty();
        assertThat(Answering.unfit(offer, offer("m=audio 1 RTP/AVP 111\na=rtpmap:111 OPUS/48000\n")))
                .isPresent();
    }

    @Test
    void anAnswerHasTheStreamsOfTheOffer() {
        SessionDescription offer = offer("m=audio 1 RTP/AVP 0\nm=video 0 RTP/AVP 31\n");
        assertThat(Answering.unfit(offer, offer("m=audio 1 RTP/AVP 0\n"))).contains("1 streams answer 2");
        assertThat(Answering.unfit(offer, offer("m=video 0 RTP/AVP 31\nm=audio 1 RTP/AVP 0\n")))
                .contains("video by RTP/AVP answers audio by RTP/AVP");
        assertThat(Answering.unfit(offer, offer("m=audio 1 RTP/AVP 0\nm=video 2 RTP/AVP 31\n")))
                .contains("a stream of video was not offered");
        assertThat(Answering.unfit(offer, offer("m=audio 0 RTP/AVP 8\nm=video 0 RTP/AVP 31\n")))
                .isEmpty();
    }

    @Test
    void whatTwoHaveAnsweredIsPutTogetherWithTheAddressOfEach() {
        SessionDescription first = offer("m=audio 4000 RTP/AVP 0\nm=message 0 sip null\n");
        SessionDescription second = offer("m=audio 0 RTP/AVP 0\nm=message 5060 sip null\n")
                .withMedia(
                        offer("m=audio 0 RTP/AVP 0\nm=message 5060 sip null\n").media());
        SessionDescription whole = Answering.together(first, second);
        assertThat(whole.media()).extracting(MediaDescription::port).containsExactly(4000, 5060);
        assertThat(whole.media().get(1).connections()).containsExactly(Connection.to("192.0.2.1"));
    }
}
