package io.parley.sdp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Descriptions as phones send them, and as they may not be. */
class SdpReadingTest {

    private static final String PHONE = """
            v=0
            o=alice 16789012345678901234 1 IN IP4 198.51.100.7
            s=Talk
            c=IN IP4 198.51.100.7
            t=0 0
            m=audio 7078 RTP/AVP 96 0 8 101
            i=main audio
            a=rtpmap:96 opus/48000/2
            a=fmtp:96 useinbandfec=1
            a=rtpmap:101 telephone-event/8000
            a=ssrc:3735928559 cname:x
            a=label:main-audio
            a=mid:0
            m=video 9078 RTP/AVP 97
            a=rtpmap:97 VP8/90000
            a=recvonly
            """;

    static SessionDescription read(String text) {
        SdpReading reading = SessionDescription.read(text);
        assertThat(reading).isInstanceOf(SdpReading.Read.class);
        return ((SdpReading.Read) reading).description();
    }

    @Test
    void whatAPhoneOffersIsRead() {
        SessionDescription offer = read(PHONE);
        MediaDescription audio = offer.media().get(0);
        assertThat(offer.origin().next().toString()).isEqualTo("alice 16789012345678901234 2 IN IP4 198.51.100.7");
        assertThat(audio.information()).contains("main audio");
        assertThat(audio.codecs().stream().map(RtpMap::toString))
                .containsExactly("96 opus/48000/2", "0 PCMU/8000", "8 PCMA/8000", "101 telephone-event/8000");
        assertThat(audio.fmtp("96")).contains("useinbandfec=1");
        assertThat(audio.ssrc()).isEqualTo(OptionalLong.of(3_735_928_559L));
        assertThat(audio.label()).contains("main-audio");
        assertThat(audio.mid()).contains("0");
        assertThat(offer.direction(audio)).isEqualTo(Direction.SENDRECV);
        assertThat(offer.direction(offer.media().get(1))).isEqualTo(Direction.RECVONLY);
        assertThat(offer.connection(audio)).contains(Connection.to("198.51.100.7"));
    }

    @Test
    void linesMayEndInAnyWay() {
        assertThat(List.of("\r\n", "\r").stream().map(end -> read(PHONE.replace("\n", end))))
                .containsOnly(read(PHONE));
    }

    @Test
    void nothingIsSentToWhoeverIsNowhere() {
        SessionDescription held = read(PHONE.replace("c=IN IP4 198.51.100.7", "c=IN IP4 0.0.0.0"));
        assertThat(held.direction(held.media().get(0))).isEqualTo(Direction.SENDONLY);
        assertThat(held.direction(held.media().get(1))).isEqualTo(Direction.INACTIVE);
    }

    @ParameterizedTest
    @CsvSource({
        "v=0, v=1, 1, no version 0: 'v=1'",
        "s=Talk, q=Talk, 3, nothing that may stand here: 'q=Talk'",
        "s=Talk, Talk, 3, no line of the form x=...: 'Talk'",
        "t=0 0, t=0, 5, a time is not '0'",
        "m=audio 7078, m=audio 70780, 6, no ports: 70780/1",
        "m=audio 7078, m=audio x, 6, no port: 'x'",
        "m=audio 7078 RTP/AVP 96 0 8 101, m=audio 7078 RTP/AVP, 6, a stream has four parts: 'audio 7078 RTP/AVP'",
        "i=main audio, s=main audio, 7, nothing that may stand here: 's=main audio'",
        "c=IN IP4 198.51.100.7, c=IN IP4, 4, 'an address has three parts: [IN, IP4]'",
        "a=mid:0, a=mi d:0, 13, a name of an attribute is not 'mi d'",
    })
    void aFaultIsToldWithItsLine(String right, String wrong, int line, String reason) {
        assertThat(SessionDescription.read(PHONE.replace(right, wrong)))
                .isEqualTo(new SdpReading.Unreadable(line, reason));
    }

    @Test
    void whatHasNoOriginIsNone() {
        assertThat(SessionDescription.read("v=0\r\ns=-\r\n")).isEqualTo(new SdpReading.Unreadable(0, "it has no o="));
        assertThat(SessionDescription.read("")).isEqualTo(new SdpReading.Unreadable(1, "no version 0: ''"));
    }

    @Test
    void whatIsTooMuchIsNotRead() {
        String stream = "m=audio 7078 RTP/AVP 0\n";
        String head = "v=0\no=- 1 1 IN IP4 192.0.2.1\n";
        assertThat(read(head + stream.repeat(SessionDescription.MOST_STREAMS)).media())
                .hasSize(SessionDescription.MOST_STREAMS);
        assertThat(SessionDescription.read(head + stream.repeat(SessionDescription.MOST_STREAMS + 1)))
                .isEqualTo(new SdpReading.Unreadable(35, "more than 32 streams"));
        assertThat(SessionDescription.read("v=0" + "\n".repeat(SessionDescription.MOST_CHARACTERS)))
                .isEqualTo(new SdpReading.Unreadable(0, "it has 65539 characters"));
    }

    @Test
    void nothingThatIsNoLineGetsOntoOne() {
        assertThatThrownBy(() -> Attribute.of("label", "x\r\nm=audio 1 RTP/AVP 0"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> read(PHONE).titled("\n")).isInstanceOf(IllegalArgumentException.class);
    }
}
