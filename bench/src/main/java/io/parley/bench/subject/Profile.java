package io.parley.bench.subject;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalDouble;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedStackTrace;
import jdk.jfr.consumer.RecordingFile;

/** Where a {@link Subject} spends its time, as the samples of the flight recorder show. */
public final class Profile implements AutoCloseable {

    private static final String NAME = "bench";
    private static final int FEWEST = 50;

    private final Subject subject;
    private final Path file;

    private Profile(Subject subject, Path file) {
        this.subject = subject;
        this.file = file;
    }

    /** Begins to look. */
    public static Profile begin(Subject subject) {
        try {
            Profile profile = new Profile(subject, Files.createTempFile("parley-bench", ".jfr"));
            Jcmd.run(subject, "JFR.start", "name=" + NAME, "settings=profile");
            return profile;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /**
     * Ends looking.
     *
     * @return in which share of all samples of running Java code a method of a class whose name begins with one of {@code prefixes} was at work
     *     or had called what was; empty if there are too few samples to say
     */
    public OptionalDouble share(List<String> prefixes) {
        Jcmd.run(subject, "JFR.stop", "name=" + NAME, "filename=" + file);
        long all = 0;
        long within = 0;
        try (RecordingFile recording = new RecordingFile(file)) {
            while (recording.hasMoreEvents()) {
                RecordedEvent event = recording.readEvent();
                if (event.getEventType().getName().equals("jdk.ExecutionSample")) {
                    all++;
                    within += isWithin(event.getStackTrace(), prefixes) ? 1 : 0;
                }
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        return all < FEWEST ? OptionalDouble.empty() : OptionalDouble.of((double) within / all);
    }

    private static boolean isWithin(RecordedStackTrace trace, List<String> prefixes) {
        return trace.getFrames().stream()
                .map(frame -> frame.getMethod().getType().getName())
                .anyMatch(name -> prefixes.stream().anyMatch(name::startsWith));
    }

    @Override
    public void close() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
