package io.parley.bench.sip;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** SIPp, which makes calls by the scenario {@code call.xml}, over one TCP connection: so that nothing is sent twice, however slow the machine. */
final class Sipp implements AutoCloseable {

    private static final String PROGRAM = "sipp";

    /** So many calls are on at a time; at most one a conference. */
    private static final int AT_A_TIME = 32;

    private static final int RATE = 50_000;
    private static final String SECONDS = "120";

    private final Path program;
    private final Path directory;

    private Sipp(Path program) {
        this.program = program;
        try {
            this.directory = Files.createTempDirectory("parley-sipp");
            try (InputStream scenario = Sipp.class.getResourceAsStream("call.xml")) {
                if (scenario == null) {
                    throw new IllegalStateException("call.xml is not there");
                }
                Files.copy(scenario, directory.resolve("call.xml"));
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** SIPp, if it is on the path of this machine. */
    static Optional<Path> program() {
        return Stream.of(Optional.ofNullable(System.getenv("PATH")).orElse("").split(":", -1))
                .map(folder -> Path.of(folder, PROGRAM))
                .filter(Files::isExecutable)
                .findFirst();
    }

    static Sipp of(Path program) {
        return new Sipp(program);
    }

    /**
     * Calls {@code conferences}, the user parts of their URIs, one after the other and from the beginning again; each is called by its owner.
     *
     * @return how many calls a second there were, of which none failed
     */
    double callsPerSecond(InetSocketAddress server, List<String> conferences, String owner, int calls) {
        try {
            List<String> lines = new ArrayList<>(List.of("SEQUENTIAL"));
            for (String locked : List.of("true", "false")) {
                conferences.forEach(conference -> lines.add(conference + ";" + owner + ";" + locked + ";"));
            }
            Files.write(directory.resolve("calls.csv"), lines);
            Path statistics = directory.resolve("statistics.csv");
            Files.deleteIfExists(statistics);
            run(
                    "127.0.0.1:" + server.getPort(),
                    "-sf",
                    "call.xml",
                    "-inf",
                    "calls.csv",
                    "-i",
                    "127.0.0.1",
                    "-t",
                    "t1",
                    "-r",
                    Integer.toString(RATE),
                    "-l",
                    Integer.toString(Math.min(AT_A_TIME, conferences.size())),
                    "-m",
                    Integer.toString(calls),
                    "-timeout",
                    SECONDS,
                    "-nostdin",
                    "-trace_stat",
                    "-stf",
                    statistics.toString(),
                    "-trace_err",
                    "-error_file",
                    "errors.log");
            return rate(Files.readAllLines(statistics));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private void run(String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(program.toString()));
        command.addAll(List.of(arguments));
        Process sipp = new ProcessBuilder(command)
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve("screen.log").toFile())
                .start();
        try {
            if (sipp.waitFor() != 0) {
                Path errors = directory.resolve("errors.log");
                throw new IllegalStateException("calls failed: "
                        + (Files.exists(errors)
                                ? firstOf(Files.readString(errors, StandardCharsets.ISO_8859_1))
                                : "sipp ended with " + sipp.exitValue()));
            }
        } catch (InterruptedException interrupted) {
            sipp.destroy();
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    private static String firstOf(String text) {
        return text.substring(0, Math.min(text.length(), 2_000));
    }

    /** The last line tells of the whole run, in the columns that the first line names. */
    private static double rate(List<String> statistics) {
        List<String> names = Arrays.asList(statistics.get(0).split(";", -1));
        List<String> values =
                Arrays.asList(statistics.get(statistics.size() - 1).split(";", -1));
        return Double.parseDouble(values.get(names.indexOf("CallRate(C)")));
    }

    @Override
    public void close() {
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
