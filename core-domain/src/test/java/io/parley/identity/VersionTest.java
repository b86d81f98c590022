package io.parley.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VersionTest {

    @Test
    void theFirstIsOneAndEachNextIsOneHigher() {
        assertThat(Version.FIRST).hasToString("1");
        assertThat(Version.FIRST.next().next()).isEqualTo(new Version(3));
    }

    @Test
    void theyAreComparedAsNumbers() {
        assertThat(new Version(10)).isGreaterThan(new Version(9));
    }

    @ParameterizedTest
    @ValueSource(longs = {0, -1, Long.MIN_VALUE})
    void belowOneThereIsNone(long value) {
        assertThatThrownBy(() -> new Version(value))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(Long.toString(value));
    }
}
