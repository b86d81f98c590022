package io.parley.examples.conformance;

import static io.parley.examples.conformance.House.ALICE;
import static io.parley.examples.conformance.House.conf;
import static io.parley.examples.conformance.House.confInfo;
import static io.parley.examples.conformance.Updates.title;
import static io.parley.examples.conformance.Updates.titleOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.parley.ccmp.CcmpRequest;
import io.parley.ccmp.CcmpResponse;
import io.parley.ccmp.Operation;
import io.parley.ccmp.ResponseCode;
import io.parley.spec.Requirement;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** A request that takes longer than the service threshold is answered 510, and then has changed nothing (RFC 6503 section 5.4). */
class ServiceTimeoutTest {

    private final House house = House.open(parley -> parley.serviceTimeout(Duration.ofMillis(100)));

    /** The next commit of the store takes so long that its work has to run again, a second later. */
    private void slowStore(String conference) {
        house.memory().faults().beforeCommit(() -> {
            house.done(update(conference, "Meanwhile"));
            house.memory().clock().advance(Duration.ofSeconds(1));
        });
    }

    private static CcmpRequest update(String conference, String title) {
        return conf(Operation.UPDATE, ALICE).on(conference).info(confInfo(conference, title(title)));
    }

    @Test
    @Requirement({"CCMP-5.4-19", "CCMP-D2-14"})
    void anUpdateThatIsDecidedTooLateHasNotHappenedAndWillNot() {
        String conference = house.conferenceOf(ALICE);
        slowStore(conference);

        CcmpResponse late = house.ask(update(conference, "Late"));

        assertThat(late.code()).isEqualTo(ResponseCode.REQUEST_TIMEOUT);
        assertThat(late.reason()).contains("100 ms").contains("nothing has changed");
        house.memory().clock().advance(Duration.ofMinutes(1));
        assertThat(titleOf(house.documentOf(conference, ALICE))).contains("Meanwhile");
        assertThat(house.versionOf(conference, ALICE)).isEqualTo(2);
    }

    @Test
    void whatIsDecidedInTimeIsDone() {
        String conference = house.conferenceOf(ALICE);
        house.memory().faults().beforeCommit(() -> house.memory().clock().advance(Duration.ofMillis(100)));

        assertThat(house.done(update(conference, "In time"))
                        .version()
                        .orElseThrow()
                        .value())
                .isEqualTo(2);
    }

    @Test
    void aThresholdIsSomeTime() {
        for (Duration none : new Duration[] {Duration.ZERO, Duration.ofMillis(-1)}) {
            assertThatThrownBy(() -> House.open(parley -> parley.serviceTimeout(none)))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("needs some time");
        }
    }
}
