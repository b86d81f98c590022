package io.parley.examples.server;

import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;

/** {@code watch} in this process, run as the command line runs it. */
final class RunningWatch implements AutoCloseable, Lifetime {

    private final CountDownLatch told = new CountDownLatch(1);
    private final CompletableFuture<Integer> status;
    private final BufferedReader out;
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    private RunningWatch(List<String> arguments) throws IOException {
        PipedInputStream written = new PipedInputStream(1 << 16);
        PrintStream pipe = new PrintStream(new PipedOutputStream(written), true, StandardCharsets.UTF_8);
        out = new BufferedReader(new InputStreamReader(written, StandardCharsets.UTF_8));
        status = CompletableFuture.supplyAsync(
                () -> {
                    try (pipe) {
                        return Main.run(
                                arguments.toArray(String[]::new),
                                pipe,
                                new PrintStream(err, true, StandardCharsets.UTF_8),
                                this);
                    }
                },
                task -> new Thread(task, "watch").start());
    }

    /** One of {@code conference} at {@code server}. */
    static RunningWatch of(RunningServer server, String conference, String... options) throws IOException {
        List<String> arguments = new ArrayList<>(List.of("watch", conference, "--server", server.address("sip-tcp")));
        arguments.addAll(List.of(options));
        return new RunningWatch(arguments);
    }

    @Override
    public void begin() {}

    @Override
    public void last() throws InterruptedException {
        told.await();
    }

    /** Its next line; waits for it. */
    String line() throws IOException {
        return String.valueOf(out.readLine());
    }

    /** Its exit status, once it has ended by itself. */
    int status() {
        return status.join();
    }

    String complaint() {
        return err.toString(StandardCharsets.UTF_8);
    }

    /** Tells it to end, and gives its exit status. */
    int end() {
        told.countDown();
        return status();
    }

    @Override
    public void close() {
        end();
    }
}
