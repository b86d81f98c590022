package io.parley.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** How many go through in a second. */
class GateTest {

    @Test
    void aBurstIsASecondsWorth() {
        Gate gate = new Gate();
        assertThat(gate.pass(2, 0)).isZero();
        assertThat(gate.pass(2, 0)).isZero();
        assertThat(gate.pass(2, 0)).isEqualTo(500_000_000);
        assertThat(gate.pass(2, 499_999_999)).isEqualTo(1);
        assertThat(gate.pass(2, 500_000_000)).isZero();
        assertThat(gate.pass(2, 10_000_000_000L)).isZero();
        assertThat(gate.pass(2, 10_000_000_000L)).isZero();
        assertThat(gate.pass(2, 10_000_000_000L)).isPositive();
    }
}
