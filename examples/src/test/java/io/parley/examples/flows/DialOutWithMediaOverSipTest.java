package io.parley.examples.flows;

import static io.parley.examples.flows.House.ALICE;
import static org.assertj.core.api.Assertions.assertThat;

import io.parley.c3p.C3pJoiningMethod;
import io.parley.focus.McuType;
import io.parley.inmemory.mcu.McuProfile;
import io.parley.sip.message.SipBody;
import io.parley.sip.message.SipHeaders;
import io.parley.sip.message.SipRequest;
import io.parley.sip.message.SipResponse;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The focus calls somebody for an MCU of media, which describes itself (RFC 4579 sections 5.1 and 5.5). */
class DialOutWithMediaOverSipTest {

    private final DescribedSessions mcu = new DescribedSessions();
    private final SipHouse house =
            new SipHouse(Plan.STANDARD.with(McuProfile.of(McuType.AUDIO_VIDEO)), sessions -> mcu);
    private final Room room = Room.of(house);
    private final Telephone carol = house.telephone("sip:carol@elsewhere.example");

    DialOutWithMediaOverSipTest() {
        // The first call of all, which begins the conference.
        room.update(it -> it.allow(carol.uri, "dial-out"));
        Phone alice = house.phone(ALICE);
        alice.line(alice.invite(room.uri, "presenter").with("Session-Expires", "7200"));
        house.moment();
    }

    @AfterEach
    void nothingIsLeft() {
        room.deleted();
        house.nothingIsLeft();
        assertThat(carol.talks).allMatch(talk -> talk.ends() == 1);
        assertThat(mcu.heard).endsWith("end").containsOnlyOnce("end");
    }

    @Test
    void theMcuMakesTheOfferAndGetsTheAnswer() {
        SipRequest invite = carol.invitation();
        assertThat(invite.body().text()).isEqualTo(DescribedSessions.AUDIO);
        assertThat(mcu.legs).hasSize(1);
        assertThat(mcu.legs.get(0).mcu().type()).isEqualTo(McuType.AUDIO_VIDEO);
        assertThat(mcu.legs.get(0).method()).isEqualTo(C3pJoiningMethod.DIALED_OUT);
        carol.answers();
        assertThat(mcu.heard).containsExactly("asked", "answer 5060");
        assertThat(room.status(carol.uri)).isEqualTo("connected");
    }

    @Test
    void whatHeOffersLaterGoesToTheMcu() {
        Talk talk = carol.answers();
        List<SipResponse> responses = new ArrayList<>();
        talk.session().modify(SipHeaders.NONE, Telephone.OFFER, responses::add);
        house.moment();
        assertThat(responses.get(0).status()).isEqualTo(200);
        assertThat(responses.get(0).body().text()).isEqualTo(DescribedSessions.AUDIO);
        mcu.refuses(488, "Not Acceptable Here");
        talk.session().modify(SipHeaders.NONE, Telephone.OFFER, responses::add);
        house.moment();
        assertThat(responses.get(1).status()).isEqualTo(488);
        talk.session().modify(SipHeaders.NONE, SipBody.of("application/sdp", "nonsense"), responses::add);
        house.moment();
        assertThat(responses.get(2).status()).isEqualTo(400);
        assertThat(talk.isOver()).isFalse();
        assertThat(mcu.heard).containsExactly("asked", "answer 5060", "offer", "offer");
    }

    @Test
    void whomTheMcuSendsAwayIsHungUpOn() {
        Talk talk = carol.answers();
        mcu.dismisses();
        house.moment();
        assertThat(talk.isOver()).isTrue();
        assertThat(room.endpoints(carol.uri)).isEmpty();
    }

    @Test
    void whoRefusesIsNoMoreWithTheMcu() {
        carol.ringing.get(0).reject(SipResponse.of(603, "Decline"));
        house.moment();
        assertThat(mcu.heard).containsExactly("asked", "end");
        assertThat(room.status(carol.uri)).isEqualTo("disconnected");
    }
}
