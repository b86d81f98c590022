package io.parley.dialout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.parley.focus.SipStatus;
import io.parley.spec.Requirement;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Who is called again, and what the code of a failure says. */
class RediallingTest {

    private static final Duration MINUTE = Duration.ofMinutes(1);

    private static boolean again(int code, int attempt) {
        return new Redialling(2, MINUTE, MINUTE).isWorthIt(new SipStatus(code, ""), attempt);
    }

    @Test
    void whoIsBusyOrAwayIsCalledAgainAndWhoDeclinesOrIsUnknownIsNot() {
        for (int code : new int[] {408, 480, 486, 500, 503, 504, 600}) {
            assertThat(again(code, 1)).as("%d", code).isTrue();
            assertThat(again(code, 2)).as("%d, the last time", code).isFalse();
        }
        for (int code : new int[] {403, 404, 415, 488, 603, 604}) {
            assertThat(again(code, 1)).as("%d", code).isFalse();
        }
    }

    @Test
    void whatMakesNoSenseIsRefused() {
        assertThatThrownBy(() -> new Redialling(0, MINUTE, MINUTE)).hasMessageContaining("not 0 times");
        assertThatThrownBy(() -> new Redialling(1, Duration.ZERO, MINUTE)).hasMessageContaining("PT0S");
        assertThatThrownBy(() -> new SipStatus(99, "")).hasMessageContaining("99");
    }

    @Test
    @Requirement("EV-5.7.2-02")
    void aStatusIsWrittenAsAReason() {
        assertThat(new SipStatus(486, "Busy Here").reason()).isEqualTo("SIP;cause=486;text=\"Busy Here\"");
        assertThat(new SipStatus(480, "").reason()).isEqualTo("SIP;cause=480");
        assertThat(new SipStatus(480, "\"so\\so\"").reason()).isEqualTo("SIP;cause=480;text=\"\\\"so\\\\so\\\"\"");
        assertThat(new SipStatus(600, "").isBusy()).isTrue();
        assertThat(new SipStatus(603, "").isBusy()).isFalse();
    }
}
