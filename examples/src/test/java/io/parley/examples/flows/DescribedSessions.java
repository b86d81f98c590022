package io.parley.examples.flows;

import io.parley.focus.McuType;
import io.parley.ports.out.MediaSession;
import io.parley.ports.out.MediaSessions;
import io.parley.sdp.SdpReading;
import io.parley.sdp.SessionDescription;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Sessions with an MCU that says the same to everything, when the test wants it, and notes what it is told. */
final class DescribedSessions implements MediaSessions {

    static final String AUDIO = "v=0\r\no=- 1 1 IN IP4 10.0.0.9\r\ns=-\r\nc=IN IP4 10.0.0.9\r\nt=0 0\r\n"
            + "m=audio 40000 RTP/AVP 0\r\na=rtpmap:0 PCMU/8000\r\n";

    final List<Leg> legs = new ArrayList<>();
    final List<String> heard = new ArrayList<>();
    private Outcome outcome = new Outcome.Described(read(AUDIO));
    private Consumer<String> dismissed = why -> {};

    private static SessionDescription read(String text) {
        return ((SdpReading.Read) SessionDescription.read(text)).description();
    }

    /** From now on it refuses. */
    void refuses(int status, String reason) {
        outcome = new Outcome.Refused(status, reason);
    }

    /** Sends away whoever came last. */
    void dismisses() {
        dismissed.accept("Gone");
    }

    @Override
    public List<McuType> types() {
        return List.of(McuType.AUDIO_VIDEO);
    }

    @Override
    public boolean serves(McuType mcu, SessionDescription offer) {
        return false;
    }

    @Override
    public MediaSession open(Leg leg, Consumer<String> told) {
        legs.add(leg);
        dismissed = told;
        return new MediaSession() {
            @Override
            public void answer(SessionDescription offer, Consumer<Outcome> answered) {
                heard.add("offer");
                answered.accept(outcome);
            }

            @Override
            public void offer(Consumer<Outcome> offered) {
                heard.add("asked");
                offered.accept(outcome);
            }

            @Override
            public void answered(SessionDescription answer) {
                heard.add("answer " + answer.media().get(0).port());
            }

            @Override
            public void confirmed() {
                heard.add("confirmed");
            }

            @Override
            public void end() {
                if (!heard.contains("end")) {
                    heard.add("end");
                }
            }
        };
    }
}
