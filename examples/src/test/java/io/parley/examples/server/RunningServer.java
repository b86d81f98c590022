package io.parley.examples.server;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;

/** {@code serve} on a free port of this process, run as the command line runs it. */
final class RunningServer implements AutoCloseable, Lifetime {

    private final CountDownLatch told = new CountDownLatch(1);
    private final CompletableFuture<Integer> status;
    private final BufferedReader out;
    private final String ready;
    private final Map<String, CcmpOverHttp> clients = new ConcurrentHashMap<>();

    private RunningServer(List<String> arguments) throws IOException {
        PipedInputStream written = new PipedInputStream();
        PrintStream pipe = new PrintStream(new PipedOutputStream(written), true, StandardCharsets.UTF_8);
        out = new BufferedReader(new InputStreamReader(written, StandardCharsets.UTF_8));
        status = CompletableFuture.supplyAsync(
                () -> {
                    try (pipe) {
                        return Main.run(arguments.toArray(String[]::new), pipe, System.err, this);
                    }
                },
                task -> new Thread(task, "serve").start());
        ready = String.valueOf(out.readLine());
    }

    /** One that does not listen in clear. */
    static RunningServer encrypted(String... options) throws IOException {
        List<String> arguments = new ArrayList<>(List.of("serve", "--http", "off"));
        arguments.addAll(List.of(options));
        return new RunningServer(arguments);
    }

    static RunningServer with(String... options) throws IOException {
        List<String> arguments = new ArrayList<>(List.of("serve", "--http", "127.0.0.1:0"));
        arguments.addAll(List.of(options));
        return new RunningServer(arguments);
    }

    @Override
    public void begin() {}

    @Override
    public void last() throws InterruptedException {
        told.await();
    }

    /** The first line that it wrote. */
    String ready() {
        return ready;
    }

    /** Where it listens, as it says. */
    String address() {
        return ready.replaceFirst("^READY http=(\\S+).*", "$1");
    }

    /** Where it shows its metrics, as it says. */
    String metrics() {
        return address("metrics");
    }

    /** Where it listens by {@code what}, as it says. */
    String address(String what) {
        return ready.replaceFirst(".* " + what + "=(\\S+).*", "$1");
    }

    /** The server as a client has it. */
    CcmpOverHttp client() {
        return client("/Xcon/Ccmp");
    }

    CcmpOverHttp client(String path) {
        return clients.computeIfAbsent(path, there -> new CcmpOverHttp(URI.create("http://" + address() + there)));
    }

    /** Ends it, and gives its exit status. */
    int end() {
        clients.values().forEach(CcmpOverHttp::close);
        told.countDown();
        return status.join();
    }

    /** What it wrote behind the first line, once it has ended. */
    List<String> furtherLines() {
        return out.lines().toList();
    }

    @Override
    public void close() {
        end();
    }
}
