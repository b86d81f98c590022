package io.parley.bench.growth;

import io.parley.bench.report.Figures;
import io.parley.bench.report.Scale;
import io.parley.bench.report.Table;
import io.parley.bench.sip.SipServers;
import io.parley.bench.subject.Subject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;

/** How long the server takes to start, and how large its runnable is. */
public final class StartBenchmark {

    private final Scale scale;

    /** A benchmark that starts the server some times a round. */
    public StartBenchmark(Scale scale) {
        this.scale = scale;
    }

    /** Measures both. */
    public String run() {
        List<Double> seconds = new ArrayList<>();
        for (int i = 0; i < 2 * scale.rounds() + 1; i++) {
            try (Subject server = Subject.parley(SipServers.options())) {
                seconds.add(server.startup().toNanos() / 1e9);
            }
        }
        try {
            return new Table("Start", "", "")
                    .row(
                            "start to READY, HTTP and SIP, seconds (median of " + seconds.size() + ")",
                            Figures.ratio(Figures.median(seconds)))
                    .row(
                            "size of the runnable, MiB",
                            Figures.ratio(Files.size(Subject.runnable()) / (double) (1 << 20)))
                    .markdown();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
