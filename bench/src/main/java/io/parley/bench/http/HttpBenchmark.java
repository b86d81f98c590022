package io.parley.bench.http;

import io.parley.bench.baseline.CannedServer;
import io.parley.bench.baseline.JaxbServer;
import io.parley.bench.load.HttpLoad;
import io.parley.bench.load.Measured;
import io.parley.bench.load.Traffic;
import io.parley.bench.report.Figures;
import io.parley.bench.report.Scale;
import io.parley.bench.report.Table;
import io.parley.bench.subject.Subject;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Parley, the limit and the baseline under each work load, in turns, so that what disturbs the machine disturbs all of them. The limit answers
 * with as many bytes as Parley does.
 */
public final class HttpBenchmark {

    private static final String PARLEY = "Parley";
    private static final String LIMIT = "limit";
    private static final String JAXB = "JAXB";

    /** A server is warm after so many times that brought no more than this. */
    private static final int STEADY = 5;

    private static final double FASTER = 1.03;

    private final Scale scale;
    private final Consumer<String> progress;

    /** A benchmark that says by {@code progress} what it does. */
    public HttpBenchmark(Scale scale, Consumer<String> progress) {
        this.scale = scale;
        this.progress = progress;
    }

    /** Measures the work loads whose names contain {@code name}. */
    public String run(String name) {
        Table table = new Table(
                "CCMP over HTTP",
                "work load",
                "Parley/s",
                "limit/s",
                "JAXB/s",
                "of the limit",
                "times JAXB",
                "p99 at half load, µs",
                "of the limit's");
        for (Workload workload : Workload.all(scale)) {
            if (workload.name().contains(name)) {
                table.row(measured(workload));
            }
        }
        return table.markdown();
    }

    private String[] measured(Workload workload) {
        try (Contest contest = new Contest(workload)) {
            Map<String, Double> rates = contest.rates();
            double parley = rates.getOrDefault(PARLEY, Double.NaN);
            double limit = rates.getOrDefault(LIMIT, Double.NaN);
            Optional<Double> jaxb = Optional.ofNullable(rates.get(JAXB));
            double p99 = contest.p99(PARLEY, Math.max(1, parley / 2));
            double p99OfLimit = contest.p99(LIMIT, Math.max(1, limit / 2));
            progress.accept(workload.name() + ": " + Figures.ratio(parley / limit) + " of the limit");
            return new String[] {
                workload.name(),
                Figures.whole(parley),
                Figures.whole(limit),
                jaxb.map(Figures::whole).orElse("-"),
                Figures.ratio(parley / limit),
                jaxb.map(other -> Figures.ratio(parley / other)).orElse("-"),
                Figures.whole(p99),
                Figures.ratio(p99 / p99OfLimit)
            };
        }
    }

    /** The servers of one work load, all ready for it. */
    private final class Contest implements AutoCloseable {
        private final Workload workload;
        private final Map<String, Subject> servers = new LinkedHashMap<>();
        private final Map<String, Traffic> traffic = new LinkedHashMap<>();

        Contest(Workload workload) {
            this.workload = workload;
            Subject parley = Subject.parley("--http", "127.0.0.1:0");
            Supplier<Traffic> asked = enter(PARLEY, parley);
            servers.put(LIMIT, Subject.baseline(CannedServer.class, Integer.toString(size(parley))));
            traffic.put(LIMIT, asked.get());
            if (workload.compares()) {
                enter(JAXB, Subject.baseline(JaxbServer.class));
            }
        }

        private Supplier<Traffic> enter(String name, Subject server) {
            servers.put(name, server);
            try (Desk desk = new Desk(server.address("http"))) {
                Supplier<Traffic> asked = workload.prepare().apply(desk);
                traffic.put(name, asked.get());
                return asked;
            }
        }

        /** How many bytes an answer has, on average over a few. */
        private int size(Subject parley) {
            int bytes = 0;
            int answers = 40;
            try (Desk desk = new Desk(parley.address("http"))) {
                for (int i = 0; i < answers; i++) {
                    byte[] request = traffic.getOrDefault(PARLEY, connection -> new byte[0])
                            .next(0);
                    bytes += desk.done(request).getBytes(StandardCharsets.UTF_8).length;
                }
            }
            return bytes / answers;
        }

        Map<String, Double> rates() {
            servers.forEach((name, server) -> warmUp(name, server.address("http")));
            Map<String, List<Double>> rates = new LinkedHashMap<>();
            for (int round = 0; round < scale.rounds(); round++) {
                servers.forEach((name, server) -> rates.computeIfAbsent(name, it -> new ArrayList<>())
                        .add(closed(name, server.address("http"), scale.ramp(), scale.time())
                                .rate()));
            }
            Map<String, Double> medians = new LinkedHashMap<>();
            rates.forEach((name, all) -> medians.put(name, Figures.median(all)));
            return medians;
        }

        /** Until the server gets no faster any more, or has had its time. */
        private void warmUp(String name, InetSocketAddress server) {
            long end = System.nanoTime() + scale.warmup().toNanos();
            double best = 0;
            int notFaster = 0;
            while (notFaster < STEADY && System.nanoTime() < end) {
                double rate = closed(name, server, Duration.ZERO, scale.time()).rate();
                notFaster = rate > best * FASTER ? 0 : notFaster + 1;
                best = Math.max(best, rate);
            }
        }

        private Measured closed(String name, InetSocketAddress server, Duration ramp, Duration time) {
            try (HttpLoad load = new HttpLoad(server, workload.connections())) {
                return load.closed(asked(name), ramp, time);
            }
        }

        double p99(String name, double rate) {
            Subject server = servers.get(name);
            if (server == null) {
                throw new IllegalStateException(name);
            }
            List<Double> all = new ArrayList<>();
            for (int round = 0; round < scale.rounds(); round++) {
                try (HttpLoad load = new HttpLoad(server.address("http"), workload.connections())) {
                    all.add(load.open(asked(name), rate, scale.ramp(), scale.time())
                            .micros(99));
                }
            }
            return Figures.median(all);
        }

        private Traffic asked(String name) {
            return traffic.getOrDefault(name, connection -> new byte[0]);
        }

        @Override
        public void close() {
            servers.values().forEach(Subject::close);
        }
    }
}
