package io.parley.inmemory.mcu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.parley.conference.Conference;
import io.parley.focus.McuType;
import io.parley.identity.SipUri;
import io.parley.inmemory.RecordingMcuGateway;
import io.parley.ports.contract.McuContract;
import io.parley.ports.contract.McuGatewayContract;
import io.parley.ports.contract.RecordingFocus;
import io.parley.ports.contract.Samples;
import io.parley.ports.in.FocusService;
import io.parley.ports.in.FocusService.McuId;
import io.parley.ports.out.McuGateway;
import org.junit.jupiter.api.Test;

/** Several gateways that are one. */
class McuGatewaysTest implements McuContract, McuGatewayContract {

    private static InMemoryMcus mcus(FocusService focus, McuType type) {
        InMemoryMcus made = InMemoryMcus.of(McuProfile.plain(type));
        made.reportTo(focus);
        return made;
    }

    @Override
    public McuGateway gateway(FocusService focus) {
        return McuGateways.of(
                mcus(focus, McuType.AUDIO_VIDEO), mcus(focus, McuType.CHAT), mcus(focus, McuType.MEETING));
    }

    @Override
    public McuGateway gateway() {
        return gateway(new RecordingFocus());
    }

    @Override
    public McuType type() {
        return McuType.CHAT;
    }

    @Override
    public void settle() {}

    @Override
    public void join(McuGateway gateway, McuId id, SipUri user) {
        Requests.send(gateway, id, Requests.dialOut(user));
    }

    @Test
    void itsTypesAreThoseOfAllInOrder() {
        assertThat(gateway().types()).containsExactly(McuType.AUDIO_VIDEO, McuType.CHAT, McuType.MEETING);
    }

    @Test
    void allAreToldOfMixes() {
        RecordingMcuGateway one = new RecordingMcuGateway();
        RecordingMcuGateway other = new RecordingMcuGateway();
        McuGateway both = McuGateways.of(one, other);
        Conference conference = Samples.fresh(Samples.id("a"));
        both.mix(conference);
        both.stop(conference.id());
        assertThat(one.calls())
                .isEqualTo(other.calls())
                .containsExactly(
                        new RecordingMcuGateway.Mix(conference), new RecordingMcuGateway.Stop(conference.id()));
    }

    @Test
    void twoOfOneTypeAndNoneAtAllAreRefused() {
        RecordingFocus focus = new RecordingFocus();
        assertThatThrownBy(() -> McuGateways.of(mcus(focus, McuType.CHAT), mcus(focus, McuType.CHAT)))
                .hasMessageContaining("chat");
        assertThatThrownBy(McuGateways::of).hasMessageContaining("at least one");
    }
}
