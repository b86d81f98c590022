package io.parley.inmemory;

import static io.parley.ports.contract.Samples.fresh;
import static io.parley.ports.contract.Samples.id;
import static io.parley.ports.contract.Transactions.find;
import static io.parley.ports.contract.Transactions.storing;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.parley.identity.XconUserId;
import io.parley.ports.out.OutPorts;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PresetTest {

    private static final XconUserId DAVE = XconUserId.of("dave", "example.com");

    static Stream<OutPorts> presets() {
        return Stream.of(
                InMemory.open("example.com"),
                InMemory.closed(),
                ScriptedInMemory.open("example.com"),
                ScriptedInMemory.closed());
    }

    @ParameterizedTest
    @MethodSource("presets")
    void aPresetIsOneSystem(OutPorts ports) {
        ports.store().transact(storing(fresh(id("a"))));
        assertThat(find(ports.store(), id("a"))).isPresent();
        assertThat(ports.ids().token()).isNotEqualTo(ports.ids().token());
        assertThat(ports.authenticator()).isSameAs(ports.authenticator());
        assertThat(ports.users()).isSameAs(ports.users());
        assertThat(ports.signalling()).isSameAs(ports.signalling());
        assertThat(ports.mcus()).isSameAs(ports.mcus());
    }

    @Test
    void anOpenPresetKnowsItsDomainAndAClosedOneNobody() {
        assertThat(InMemory.open("example.com").users().find(DAVE)).isPresent();
        assertThat(ScriptedInMemory.open("example.com").users().find(DAVE)).isPresent();
        assertThat(InMemory.closed().users().find(DAVE)).isEmpty();
        assertThat(ScriptedInMemory.closed().users().find(DAVE)).isEmpty();
    }

    @Test
    void theFaultsOfTheScriptedPresetAreThoseOfItsStore() {
        ScriptedInMemory ports = ScriptedInMemory.closed();
        ports.faults().failCommit(1);
        assertThatThrownBy(() -> ports.store().transact(storing(fresh(id("a")))))
                .isInstanceOf(StoreFault.class);
        assertThat(find(ports.store(), id("a"))).isEmpty();
    }
}
