package io.parley.inmemory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.parley.ports.contract.SchedulerContract;
import io.parley.ports.out.Scheduler;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ManualSchedulerTest implements SchedulerContract {

    private final ManualClock clock = ManualClock.at("2026-11-20T12:00:00Z");
    private final Instant noon = clock.instant();
    private final List<String> reported = new ArrayList<>();
    private final ManualScheduler scheduler = new ManualScheduler(clock, thrown -> reported.add(thrown.getMessage()));
    private final List<String> ran = new ArrayList<>();

    @Override
    public Timeline timeline() {
        return new Timeline() {
            @Override
            public Scheduler scheduler() {
                return scheduler;
            }

            @Override
            public Instant now() {
                return clock.instant();
            }

            @Override
            public void set(Instant time) {
                clock.set(time);
            }
        };
    }

    private Scheduler.Task note(int seconds) {
        return scheduler.at(
                noon.plusSeconds(seconds),
                () -> ran.add(seconds + " at "
                        + Duration.between(noon, clock.instant()).toSeconds()));
    }

    @Test
    void theClockShowsEachTaskItsOwnTime() {
        note(20);
        note(10);
        clock.advance(Duration.ofMinutes(1));
        assertThat(ran).containsExactly("10 at 10", "20 at 20");
        assertThat(clock.instant()).isEqualTo(noon.plusSeconds(60));
    }

    @Test
    void aTaskThatIsGivenOnTheWayRunsOnTheWay() {
        scheduler.at(noon.plusSeconds(10), () -> note(15));
        note(20);
        clock.advance(Duration.ofMinutes(1));
        assertThat(ran).containsExactly("15 at 15", "20 at 20");
    }

    @Test
    void aTaskThatCameLateSeesTheTimeThatItIs() {
        note(-5);
        assertThat(ran).isEmpty();
        clock.advance(Duration.ZERO);
        assertThat(ran).containsExactly("-5 at 0");
    }

    @Test
    void schedulersOfOneClockKeepTheOrderOfTimes() {
        ManualScheduler other = new ManualScheduler(clock);
        note(1);
        other.at(noon.plusSeconds(2), () -> ran.add("other"));
        note(3);
        clock.advance(Duration.ofSeconds(3));
        assertThat(ran).containsExactly("1 at 1", "other", "3 at 3");
    }

    @Test
    void aClockThatIsSetBackRunsNothingTwice() {
        note(10);
        note(20);
        clock.advance(Duration.ofSeconds(10));
        clock.set(noon.minusSeconds(100));
        assertThat(clock.instant()).isEqualTo(noon.minusSeconds(100));
        clock.set(noon.plusSeconds(20));
        assertThat(ran).containsExactly("10 at 10", "20 at 20");
    }

    @Test
    void whatWaitsCanBeSeen() {
        assertThat(scheduler.next()).isEmpty();
        note(20);
        note(10).cancel();
        assertThat(scheduler.next()).contains(noon.plusSeconds(20));
        assertThat(scheduler.waiting()).isEqualTo(1);
    }

    @Test
    void whatATaskThrowsIsReported() {
        scheduler.at(noon, () -> {
            throw new IllegalStateException("of a task");
        });
        clock.advance(Duration.ZERO);
        assertThat(reported).containsExactly("of a task");
    }

    @Test
    void aTaskCannotSetTheClock() {
        scheduler.at(noon, () -> clock.advance(Duration.ofDays(1)));
        clock.advance(Duration.ZERO);
        assertThat(reported).singleElement().asString().contains("is being set");
        assertThat(clock.instant()).isEqualTo(noon);
    }

    @Test
    void timeDoesNotPassBackwards() {
        assertThatThrownBy(() -> clock.advance(Duration.ofSeconds(-1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("PT-1S");
    }
}
