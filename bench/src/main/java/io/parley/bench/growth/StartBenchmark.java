package io.parley.bench.growth;

import io.parley.bench.report.Figures;
import io.parley.bench.report.Scale;
import io.parley.bench.report.Table;
import io.parley.bench.sip.SipServers;
import io.parley.bench.subject.Subject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** How long the server takes to start, and how large its runnable is. */
public final class StartBenchmark {

    private final Scale scale;

    /** A benchmark that starts the server some times a round. */
    public StartBenchmark(Scale scale) {
        this.scale = scale;
    }

    /** Measures both, the start without and with an archive of classes. */
    public String run() {
        try {
            Path archive = Files.createTempFile("parley", ".jsa");
            try {
                Files.delete(archive);
                Subject.parleyWith("-XX:ArchiveClassesAtExit=" + archive, SipServers.options())
                        .close();
                return new Table("Start", "", "seconds", "seconds of CPU")
                        .row(row("start to READY, HTTP and SIP", () -> Subject.parley(SipServers.options())))
                        .row(row(
                                "the same with an archive of classes",
                                () -> Subject.parleyWith("-XX:SharedArchiveFile=" + archive, SipServers.options())))
                        .row(
                                "size of the runnable, MiB",
                                Figures.ratio(Files.size(Subject.runnable()) / (double) (1 << 20)),
                                "-")
                        .markdown();
            } finally {
                Files.deleteIfExists(archive);
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private String[] row(String what, Supplier<Subject> start) {
        List<Double> seconds = new ArrayList<>();
        List<Double> processor = new ArrayList<>();
        for (int i = 0; i < 2 * scale.rounds() + 1; i++) {
            try (Subject server = start.get()) {
                processor.add(server.processorTime().toMillis() / 1e3);
                seconds.add(server.startup().toNanos() / 1e9);
            }
        }
        return new String[] {
            what + " (median of " + seconds.size() + ")",
            Figures.ratio(Figures.median(seconds)),
            Figures.ratio(Figures.median(processor))
        };
    }
}
