package io.parley.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** How the server ends. */
class CloseTest {

    private final Echo echo = new Echo();
    private final CountDownLatch begun = new CountDownLatch(1);
    private final CountDownLatch mayEnd = new CountDownLatch(1);
    private final ExecutorService executor = Executors.newCachedThreadPool();
    private final Exchange slow = (body, origin) -> {
        begun.countDown();
        await(mayEnd);
        return echo.answer(body, origin);
    };

    @AfterEach
    void shutDown() {
        mayEnd.countDown();
        executor.shutdown();
    }

    @Test
    void aRequestThatIsBeingAnsweredIsFinished() throws Exception {
        CcmpHttpServer server = echo.server().exchange(slow).executor(executor).build();
        server.start();
        InetSocketAddress address = server.address();
        try (Wire busy = new Wire(address);
                Wire idle = new Wire(address)) {
            busy.send(Post.of("running") + Post.of("not begun"));
            await(begun);
            AtomicReference<Thread> closer = new AtomicReference<>();
            CompletableFuture<Void> closing = CompletableFuture.runAsync(
                    () -> {
                        closer.set(Thread.currentThread());
                        server.close();
                    },
                    executor);
            assertThat(idle.ends()).as("an idle connection is closed at once").isTrue();
            assertThat(closing).isNotDone();
            assertThat(refusesSoon(address)).as("no more connections").isTrue();
            awaitWaiting(closer.get()); // by now it has told all connections, and waits for them
            mayEnd.countDown();
            Answer answer = busy.answer();
            assertThat(answer.body()).isEqualTo("<running>");
            assertThat(answer.closes()).isTrue();
            assertThat(busy.ends()).isTrue();
            busy.endOutput();
            closing.get(5, TimeUnit.SECONDS);
            assertThat(echo.seen()).containsExactly("running");
        }
    }

    @Test
    void aRequestThatIsBeingReceivedIsFinished() {
        String request = Post.of("body");
        try (Pipe pipe = new Pipe(echo.server())) {
            pipe.send(request.substring(0, 10)).tell(ConnectionEvent.DRAIN);
            assertThat(pipe.isOpen()).isTrue();
            Answer answer = pipe.send(request.substring(10)).answer();
            assertThat(answer.body()).isEqualTo("<body>");
            assertThat(answer.closes()).isTrue();
            assertThat(pipe.isOpen()).isFalse();
        }
    }

    @Test
    void whatDoesNotFinishIsCutOff() {
        CcmpHttpServer server = echo.server()
                .exchange(slow)
                .executor(executor)
                .drainTime(Duration.ofMillis(100))
                .build();
        server.start();
        try (Wire busy = new Wire(server.address())) {
            busy.send(Post.of("stuck"));
            await(begun);
            long before = System.nanoTime();
            server.close();
            assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(2));
            assertThat(busy.ends()).isTrue();
        }
    }

    @Test
    void closingTwiceOrBeforeTheStartIsHarmless() {
        CcmpHttpServer server = echo.server().build();
        server.start();
        server.close();
        server.close();
        assertThatThrownBy(server::start).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(server::address).isInstanceOf(IllegalStateException.class);
        CcmpHttpServer never = echo.server().build();
        never.close();
        assertThatThrownBy(never::start).isInstanceOf(IllegalStateException.class);
    }

    /** The system needs a moment to close a port. */
    private static boolean refusesSoon(InetSocketAddress address) {
        long end = System.nanoTime() + Duration.ofSeconds(5).toNanos();
        while (System.nanoTime() < end) {
            try {
                new Wire(address).close();
            } catch (UncheckedIOException refused) {
                return true;
            }
        }
        return false;
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(5, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static void awaitWaiting(Thread thread) {
        while (thread.getState() != Thread.State.WAITING && thread.getState() != Thread.State.TIMED_WAITING) {
            Thread.onSpinWait();
        }
    }
}
