package io.parley.ports.contract;

import static org.assertj.core.api.Assertions.assertThatCode;

import io.parley.conference.Conference;
import io.parley.ports.out.McuGateway;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What may be asked of an {@link McuGateway} without harm. What it mixes is up to the tests of each implementation. */
public interface McuGatewayContract {

    /** What is tested. */
    McuGateway gateway();

    private static void mixTwiceAndStopTwice(McuGateway gateway, String name) {
        Conference first = Samples.fresh(Samples.id(name));
        Conference second = Samples.edited(first, "x");
        List.of(first, first, second, second).forEach(gateway::mix);
        gateway.stop(first.id());
        gateway.stop(first.id());
    }

    @Test
    default void bothCallsMayBeRepeated() {
        assertThatCode(() -> mixTwiceAndStopTwice(gateway(), "a")).doesNotThrowAnyException();
    }

    @Test
    default void stoppingWhatWasNeverMixedDoesNothing() {
        assertThatCode(() -> gateway().stop(Samples.id("never"))).doesNotThrowAnyException();
    }

    @Test
    default void aMixMayBeginAgainAfterItsEnd() {
        McuGateway gateway = gateway();
        assertThatCode(() -> {
                    mixTwiceAndStopTwice(gateway, "a");
                    mixTwiceAndStopTwice(gateway, "a");
                })
                .doesNotThrowAnyException();
    }

    @Test
    default void differentConferencesMayBeMixedAtOnce() {
        McuGateway gateway = gateway();
        assertThatCode(() -> Crowd.together(4, () -> {
                    mixTwiceAndStopTwice(
                            gateway, Thread.currentThread().getName().replace(' ', '-'));
                    return "done";
                }))
                .doesNotThrowAnyException();
    }
}
