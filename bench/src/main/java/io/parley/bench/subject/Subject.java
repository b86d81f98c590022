package io.parley.bench.subject;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * A server in a process of its own, with the JVM of this one and the same heap for all. It says where it listens by a line {@code READY
 * NAME=HOST:PORT ...} on its standard output.
 */
public final class Subject implements AutoCloseable {

    private static final List<String> HEAP = List.of("-Xms1g", "-Xmx1g");
    private static final int SECONDS_TO_END = 10;

    private final Process process;
    private final Map<String, InetSocketAddress> addresses;
    private final Duration startup;

    private Subject(Process process, Map<String, InetSocketAddress> addresses, Duration startup) {
        this.process = process;
        this.addresses = addresses;
        this.startup = startup;
    }

    /** Starts the server of Parley as a user does, and waits until it is ready. */
    public static Subject parley(String... options) {
        return start(List.of("-jar", runnable().toString(), "serve"), List.of(options));
    }

    /** Starts the server of Parley likewise, with an option for its JVM. */
    public static Subject parleyWith(String jvmOption, String... options) {
        return start(List.of(jvmOption, "-jar", runnable().toString(), "serve"), List.of(options));
    }

    /** The runnable of Parley, which has to be packaged before. */
    public static Path runnable() {
        for (Path place : List.of(Path.of("examples"), Path.of("..", "examples"))) {
            Path jar = place.resolve("target").resolve("parley-server.jar");
            if (Files.exists(jar)) {
                return jar;
            }
        }
        throw new IllegalStateException(
                "there is no examples/target/parley-server.jar: mvn -DskipTests package makes it");
    }

    /** Starts {@code main}, which is on the class path of this process, and waits until it is ready. */
    public static Subject baseline(Class<?> main, String... arguments) {
        return start(List.of("-cp", System.getProperty("java.class.path"), main.getName()), List.of(arguments));
    }

    private static Subject start(List<String> program, List<String> arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(HEAP);
        command.addAll(program);
        command.addAll(arguments);
        try {
            long begun = System.nanoTime();
            Process process = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            // A benchmark that breaks off leaves no server behind.
            Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
            BufferedReader lines =
                    new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith("READY")) {
                    return new Subject(process, addresses(line), Duration.ofNanos(System.nanoTime() - begun));
                }
            }
            throw new IllegalStateException(program + " ended with " + process.waitFor() + " before it was ready");
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    private static Map<String, InetSocketAddress> addresses(String ready) {
        Map<String, InetSocketAddress> addresses = new LinkedHashMap<>();
        for (String word : ready.split(" ", -1)) {
            int equals = word.indexOf('=');
            int colon = word.lastIndexOf(':');
            if (equals > 0 && colon > equals) {
                addresses.put(
                        word.substring(0, equals),
                        new InetSocketAddress(
                                word.substring(equals + 1, colon), Integer.parseInt(word.substring(colon + 1))));
            }
        }
        return addresses;
    }

    /** Where it listens for {@code what}, such as {@code http}. */
    public InetSocketAddress address(String what) {
        InetSocketAddress address = addresses.get(what);
        if (address == null) {
            throw new IllegalArgumentException("the server does not listen for " + what + ": " + addresses);
        }
        return address;
    }

    /** How long it took from the start of the process to the line that says that it is ready. */
    public Duration startup() {
        return startup;
    }

    /** The processor time that it has taken so far, which other load of the machine changes little. */
    public Duration processorTime() {
        return process.info()
                .totalCpuDuration()
                .orElseThrow(
                        () -> new IllegalStateException("the system does not tell the processor time of " + pid()));
    }

    /** Its process. */
    public long pid() {
        return process.pid();
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(SECONDS_TO_END, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException interrupted) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
