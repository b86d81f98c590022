package io.parley.sip.chat;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.identity.SipUri;
import io.parley.sdp.MediaDescription;
import io.parley.sdp.SessionDescription;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Streams of messages among others. */
class MessageStreamsTest {

    private static final List<String> TYPES = List.of("text/plain", "text/html");
    private static final MessageStreams OURS = new MessageStreams(SipUri.of("sip:10.0.0.2:5070"), TYPES);

    @Test
    void anAnswerTakesOneStreamOfMessagesAtMost() {
        SessionDescription offer = MessageStreams.read(Phone.sdp("m=audio 4000 RTP/AVP 0\r\nm=message 0 sip null\r\n"
                        + "m=message 5060 SIP null\r\nm=message 5061 sip null\r\n"))
                .orElseThrow();
        assertThat(OURS.answer(offer).media())
                .extracting(MediaDescription::port)
                .containsExactly(0, 0, 5070, 0);
        assertThat(OURS.answer(offer).media().get(2).attribute("accept-types")).contains("text/plain text/html");
    }

    @Test
    void whatHasNoStreamOfMessagesIsToldApart() {
        assertThat(MessageStreams.areIn(Phone.CHAT)).isTrue();
        for (String stream : List.of("m=message 0 sip null", "m=message 5060 TCP/MSRP *", "m=audio 4000 RTP/AVP 0")) {
            assertThat(MessageStreams.areIn(Phone.sdp(stream + "\r\n")))
                    .as(stream)
                    .isFalse();
        }
    }

    @Test
    void theAddressIsTheServers() {
        assertThat(OURS.offer().text())
                .isEqualTo("v=0\r\no=- 0 0 IN IP4 10.0.0.2\r\ns=-\r\nc=IN IP4 10.0.0.2\r\nt=0 0\r\n"
                        + "m=message 5070 sip null\r\na=accept-types:text/plain text/html\r\n");
        assertThat(new MessageStreams(SipUri.of("sip:[2001:db8::1]"), TYPES)
                        .offer()
                        .text())
                .contains("c=IN IP6 2001:db8::1\r\n", "m=message 5060 sip null\r\n");
    }
}
