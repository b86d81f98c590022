package io.parley.inmemory;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.ports.contract.Crowd;
import io.parley.ports.contract.SchedulerContract;
import io.parley.ports.out.Scheduler;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(Crowd.SECONDS)
class ThreadSchedulerTest implements SchedulerContract {

    private final ManualClock clock = ManualClock.at("2026-11-20T12:00:00Z");
    private final List<String> reported = new CopyOnWriteArrayList<>();
    private final ThreadScheduler scheduler = ThreadScheduler.start(clock, thrown -> reported.add(thrown.getMessage()));

    @AfterEach
    @Timeout(Crowd.SECONDS)
    void close() {
        scheduler.close();
    }

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

    private static <T> T soon(CompletableFuture<T> future) {
        return future.orTimeout(Crowd.SECONDS, TimeUnit.SECONDS).join();
    }

    @Test
    void tasksRunOnADaemonThreadOfItsOwn() {
        CompletableFuture<Thread> worker = new CompletableFuture<>();
        scheduler.at(clock.instant(), () -> worker.complete(Thread.currentThread()));
        assertThat(soon(worker)).isNotSameAs(Thread.currentThread());
        assertThat(soon(worker).isDaemon()).isTrue();
        assertThat(soon(worker).getName()).isEqualTo("parley-scheduler");
    }

    @Test
    void theClockOfTheSystemIsGoodEnough() {
        CompletableFuture<String> done = new CompletableFuture<>();
        try (ThreadScheduler real = ThreadScheduler.start()) {
            real.at(InstantSource.system().instant(), () -> done.complete("done"));
            assertThat(soon(done)).isEqualTo("done");
        }
    }

    @Test
    void whatATaskThrowsIsReported() {
        CompletableFuture<String> next = new CompletableFuture<>();
        scheduler.at(clock.instant(), () -> {
            throw new IllegalStateException("of a task");
        });
        scheduler.at(clock.instant(), () -> next.complete("ran"));
        assertThat(soon(next)).isEqualTo("ran");
        assertThat(reported).containsExactly("of a task");
    }

    @Test
    void noTaskBeginsAfterItIsClosed() {
        List<String> ran = new CopyOnWriteArrayList<>();
        scheduler.at(clock.instant().plusSeconds(1), () -> ran.add("waiting"));
        scheduler.close();
        clock.set(clock.instant().plusSeconds(1));
        scheduler.at(clock.instant(), () -> ran.add("late")).cancel();
        scheduler.at(clock.instant(), () -> ran.add("late"));
        scheduler.close();
        assertThat(ran).isEmpty();
    }

    @Test
    void closingWaitsForTheTaskThatIsRunning() throws InterruptedException {
        CompletableFuture<String> begun = new CompletableFuture<>();
        CompletableFuture<String> go = new CompletableFuture<>();
        List<String> done = new CopyOnWriteArrayList<>();
        scheduler.at(clock.instant(), () -> {
            begun.complete("begun");
            done.add(soon(go));
        });
        assertThat(soon(begun)).isEqualTo("begun");
        Thread closer = new Thread(() -> {
            scheduler.close();
            done.add("closed");
        });
        closer.start();
        while (closer.getState() != Thread.State.WAITING && closer.isAlive()) {
            Thread.onSpinWait();
        }
        go.complete("task");
        closer.join();
        assertThat(done).containsExactly("task", "closed");
    }

    @Test
    void aTaskMayCloseTheScheduler() {
        CompletableFuture<String> closed = new CompletableFuture<>();
        scheduler.at(clock.instant(), () -> {
            scheduler.close();
            closed.complete("closed");
        });
        assertThat(soon(closed)).isEqualTo("closed");
    }
}
