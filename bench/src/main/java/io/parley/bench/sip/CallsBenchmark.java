package io.parley.bench.sip;

import io.parley.bench.baseline.SipAgent;
import io.parley.bench.http.Desk;
import io.parley.bench.report.Figures;
import io.parley.bench.report.Scale;
import io.parley.bench.report.Table;
import io.parley.bench.subject.Subject;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * Calls by SIPp: INVITE with {@code addUser}, ACK, INFO with a command, INFO with its response, BYE; to some conferences in turn. The bare
 * user agent gets and sends the same messages.
 */
public final class CallsBenchmark {

    private static final int CONFERENCES = 64;

    private final Scale scale;
    private final Consumer<String> progress;

    /** A benchmark that says by {@code progress} what it does. */
    public CallsBenchmark(Scale scale, Consumer<String> progress) {
        this.scale = scale;
        this.progress = progress;
    }

    /** Whether there is a SIPp to do it with. */
    public static boolean isPossible() {
        return Sipp.program().isPresent();
    }

    /** Measures it, or says why not. */
    public String run() {
        Table table = new Table(
                "SIP: calls",
                "",
                "Parley, calls/s",
                "bare agent, calls/s",
                "of the bare agent",
                "Parley, µs of CPU",
                "bare agent, µs of CPU");
        Optional<Path> program = Sipp.program();
        if (program.isEmpty()) {
            return table.row("left out: there is no sipp on the path", "-", "-", "-", "-", "-")
                    .markdown();
        }
        try (Sipp sipp = Sipp.of(program.orElseThrow())) {
            table.row(measured(sipp));
        }
        return table.markdown();
    }

    private String[] measured(Sipp sipp) {
        try (Subject server = Subject.parley(SipServers.options());
                Subject agent = Subject.baseline(SipAgent.class);
                Desk desk = new Desk(server.address("http"))) {
            List<String> conferences = IntStream.range(0, CONFERENCES)
                    .mapToObj(i -> desk.create().replaceAll("^xcon:|@.*$", ""))
                    .toList();
            List<Rate> focus = new ArrayList<>();
            List<Rate> bare = new ArrayList<>();
            measure(sipp, server, conferences);
            measure(sipp, agent, conferences);
            for (int round = 0; round < scale.rounds(); round++) {
                focus.add(measure(sipp, server, conferences));
                bare.add(measure(sipp, agent, conferences));
            }
            double parley = median(focus, Rate::calls);
            double limit = median(bare, Rate::calls);
            progress.accept("calls: " + Figures.ratio(parley / limit) + " of the bare agent");
            return new String[] {
                "INVITE, INFO and its answer, BYE",
                Figures.whole(parley),
                Figures.whole(limit),
                Figures.ratio(parley / limit),
                Figures.whole(median(focus, Rate::micros)),
                Figures.whole(median(bare, Rate::micros))
            };
        }
    }

    private static double median(List<Rate> rates, ToDoubleFunction<Rate> figure) {
        return Figures.median(rates.stream().mapToDouble(figure).boxed().toList());
    }

    private Rate measure(Sipp sipp, Subject subject, List<String> conferences) {
        InetSocketAddress address = subject.address("sip-tcp");
        Duration before = subject.processorTime();
        double calls = sipp.callsPerSecond(address, conferences, "alice", scale.calls());
        Duration taken = subject.processorTime().minus(before);
        return new Rate(calls, taken.toNanos() / 1e3 / scale.calls());
    }

    /**
     * One turn.
     *
     * @param calls how many there were a second
     * @param micros the processor time of the server for each, in microseconds
     */
    private record Rate(double calls, double micros) {}
}
