package io.parley.ports.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.ports.out.Scheduler;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** When a {@link Scheduler} runs tasks. Its clock is in the hands of the test; nothing waits for time to pass. */
public interface SchedulerContract {

    /** What is tested, and its clock. */
    interface Timeline {

        /** The scheduler. */
        Scheduler scheduler();

        /** The time that its clock shows. */
        Instant now();

        /** Sets its clock. */
        void set(Instant time);
    }

    /** A new scheduler without tasks. */
    Timeline timeline();

    /** Lets {@code time} pass, and gives the scheduler the occasion to run whatever is due. */
    private static void pass(Timeline timeline, Duration time) {
        timeline.set(timeline.now().plus(time));
        CountDownLatch due = new CountDownLatch(1);
        timeline.scheduler().at(timeline.now(), due::countDown);
        timeline.set(timeline.now());
        try {
            assertThat(due.await(Crowd.SECONDS, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static Instant in(Timeline timeline, int seconds) {
        return timeline.now().plusSeconds(seconds);
    }

    private static void passSeconds(Timeline timeline, int seconds) {
        pass(timeline, Duration.ofSeconds(seconds));
    }

    @Test
    default void aTaskRunsAtItsTimeAndNotBeforeAndOnce() {
        Timeline timeline = timeline();
        List<String> ran = new CopyOnWriteArrayList<>();
        timeline.scheduler().at(in(timeline, 10), () -> ran.add("task"));
        passSeconds(timeline, 0);
        pass(timeline, Duration.ofSeconds(10).minusNanos(1));
        assertThat(ran).isEmpty();
        pass(timeline, Duration.ofNanos(1));
        assertThat(ran).containsExactly("task");
        passSeconds(timeline, 10);
        assertThat(ran).containsExactly("task");
    }

    @Test
    default void aTaskWhoseTimeHasPassedRunsSoon() {
        Timeline timeline = timeline();
        List<String> ran = new CopyOnWriteArrayList<>();
        timeline.scheduler().at(in(timeline, -10), () -> ran.add("late"));
        timeline.scheduler().at(Instant.MIN, () -> ran.add("earliest"));
        passSeconds(timeline, 0);
        assertThat(ran).containsExactlyInAnyOrder("late", "earliest");
    }

    @Test
    default void aTaskMayBeInTheFarthestFuture() {
        Timeline timeline = timeline();
        List<String> ran = new CopyOnWriteArrayList<>();
        timeline.scheduler().at(Instant.MAX, () -> ran.add("never"));
        timeline.scheduler().at(in(timeline, 1), () -> ran.add("task"));
        passSeconds(timeline, 1);
        assertThat(ran).containsExactly("task");
    }

    @Test
    default void tasksRunInTheOrderOfTheirTimesWhicheverWasGivenFirst() {
        Timeline timeline = timeline();
        List<String> ran = new CopyOnWriteArrayList<>();
        timeline.scheduler().at(in(timeline, 3), () -> ran.add("third"));
        timeline.scheduler().at(in(timeline, 1), () -> ran.add("first"));
        timeline.scheduler().at(in(timeline, 2), () -> ran.add("second"));
        passSeconds(timeline, 5);
        assertThat(ran).containsExactly("first", "second", "third");
    }

    @Test
    default void tasksWithTheSameTimeRunInTheOrderInWhichTheyWereGiven() {
        Timeline timeline = timeline();
        List<Integer> ran = new CopyOnWriteArrayList<>();
        Instant time = in(timeline, 1);
        for (int i = 0; i < 20; i++) {
            int number = i;
            timeline.scheduler().at(time, () -> ran.add(number));
        }
        passSeconds(timeline, 1);
        assertThat(ran).hasSize(20).isSorted();
    }

    @Test
    default void aCancelledTaskDoesNotRun() {
        Timeline timeline = timeline();
        List<String> ran = new CopyOnWriteArrayList<>();
        Scheduler.Task task = timeline.scheduler().at(in(timeline, 1), () -> ran.add("cancelled"));
        timeline.scheduler().at(in(timeline, 1), () -> ran.add("other"));
        task.cancel();
        task.cancel();
        passSeconds(timeline, 1);
        assertThat(ran).containsExactly("other");
    }

    @Test
    default void cancellingATaskThatHasRunHasNoEffect() {
        Timeline timeline = timeline();
        List<String> ran = new CopyOnWriteArrayList<>();
        Scheduler.Task task = timeline.scheduler().at(in(timeline, 1), () -> ran.add("task"));
        timeline.scheduler().at(in(timeline, 2), () -> ran.add("other"));
        passSeconds(timeline, 1);
        task.cancel();
        passSeconds(timeline, 1);
        assertThat(ran).containsExactly("task", "other");
    }

    @Test
    default void whatATaskThrowsStopsNoOther() {
        Timeline timeline = timeline();
        List<String> ran = new CopyOnWriteArrayList<>();
        timeline.scheduler().at(in(timeline, 1), () -> {
            throw new IllegalStateException("of a task");
        });
        timeline.scheduler().at(in(timeline, 1), () -> {
            throw new AssertionError("of a task");
        });
        timeline.scheduler().at(in(timeline, 1), () -> ran.add("other"));
        timeline.scheduler().at(in(timeline, 2), () -> ran.add("later"));
        passSeconds(timeline, 1);
        passSeconds(timeline, 1);
        assertThat(ran).containsExactly("other", "later");
    }

    @Test
    default void aTaskMayGiveAndCancelTasks() {
        Timeline timeline = timeline();
        List<String> ran = new CopyOnWriteArrayList<>();
        Scheduler.Task victim = timeline.scheduler().at(in(timeline, 2), () -> ran.add("cancelled"));
        Instant later = in(timeline, 3);
        timeline.scheduler().at(in(timeline, 1), () -> {
            victim.cancel();
            timeline.scheduler().at(later, () -> ran.add("given"));
        });
        passSeconds(timeline, 1);
        passSeconds(timeline, 2);
        assertThat(ran).containsExactly("given");
    }

    @Test
    default void manyMayGiveTasksAtOnce() {
        Timeline timeline = timeline();
        List<Instant> ran = new CopyOnWriteArrayList<>();
        Instant start = timeline.now();
        Crowd.together(4, () -> {
            for (int i = 1; i <= 50; i++) {
                Instant time = start.plusMillis(i);
                timeline.scheduler().at(time, () -> ran.add(time));
            }
            return "done";
        });
        passSeconds(timeline, 1);
        assertThat(ran).hasSize(200).isSorted();
    }
}
