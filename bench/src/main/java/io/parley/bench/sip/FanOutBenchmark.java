package io.parley.bench.sip;

import io.parley.bench.baseline.SipAgent;
import io.parley.bench.http.Desk;
import io.parley.bench.http.Message;
import io.parley.bench.report.Figures;
import io.parley.bench.report.Scale;
import io.parley.bench.report.Table;
import io.parley.bench.subject.Profile;
import io.parley.bench.subject.Subject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/**
 * The title of a conference changes, and everybody who watches it is told: how long that takes until the last one knows. The bare user agent
 * sends as many notifications of the same size in as many dialogs. Watchers are devices of at most {@value #USERS} users, who are all in the
 * conference.
 */
public final class FanOutBenchmark {

    private static final int USERS = 100;
    private static final int WARMUPS = 3;
    private static final List<Integer> WATCHERS = List.of(10, 100, 1_000, 3_000);

    /** What makes documents, and writes them. */
    private static final List<String> COMPOSING = List.of("io.parley.subscription.Composer", "io.parley.codec.");

    private final Scale scale;
    private final Consumer<String> progress;

    /** A benchmark that says by {@code progress} what it does. */
    public FanOutBenchmark(Scale scale, Consumer<String> progress) {
        this.scale = scale;
        this.progress = progress;
    }

    /** Measures all numbers of watchers that the scale allows. */
    public String run() {
        Table table = new Table(
                "SIP: one change, many watchers",
                "watchers",
                "bytes of a document",
                "Parley, ms",
                "bare agent, ms",
                "Parley, NOTIFY/s",
                "bare agent, NOTIFY/s",
                "of the bare agent",
                "Parley, µs of CPU",
                "bare agent, µs of CPU",
                "composing, share");
        for (int watchers : WATCHERS) {
            if (watchers <= scale.watchers()) {
                table.row(measured(watchers));
            }
        }
        return table.markdown();
    }

    private String[] measured(int watchers) {
        try (Subject server = Subject.parley(SipServers.options());
                Subject agent = Subject.baseline(SipAgent.class);
                Desk desk = new Desk(server.address("http"));
                Phones phones = new Phones(server.address("sip-tcp"), watchers);
                Phones others = new Phones(agent.address("sip-tcp"), watchers)) {
            String conference = desk.create();
            String uri = SipServers.uri(conference);
            int users = Math.min(USERS, watchers);
            IntStream.range(0, users).forEach(i -> desk.done(Message.join(conference, "user" + i)));
            List<String> devices = IntStream.range(0, watchers)
                    .mapToObj(i -> "sip:user" + i % users + "@example.com")
                    .toList();
            phones.subscribe(uri, devices);
            others.subscribe(uri, devices);
            Change title = new Change(phones, watchers, i -> desk.done(Message.title(conference, "Title " + i)));
            Change none = new Change(
                    others, watchers, i -> others.message("sip:all@example.com", Integer.toString(phones.size())));
            IntStream.range(0, WARMUPS).forEach(i -> {
                title.nanos();
                none.nanos();
            });
            Duration serverBefore = server.processorTime();
            Duration agentBefore = agent.processorTime();
            List<Double> told = new ArrayList<>();
            List<Double> sent = new ArrayList<>();
            for (int i = 0; i < changes(); i++) {
                told.add(title.nanos());
                sent.add(none.nanos());
            }
            Cost parley = new Cost(Figures.median(told), micros(serverBefore, server, watchers));
            Cost bare = new Cost(Figures.median(sent), micros(agentBefore, agent, watchers));
            return row(watchers, phones.size(), parley, bare, composing(server, title));
        }
    }

    /**
     * What it takes to tell all watchers.
     *
     * @param nanos how long it takes
     * @param micros the processor time of the server for each of them, in microseconds
     */
    private record Cost(double nanos, double micros) {}

    private double micros(Duration before, Subject subject, int watchers) {
        return subject.processorTime().minus(before).toNanos() / 1e3 / changes() / watchers;
    }

    private int changes() {
        return scale.rounds() * 5;
    }

    private OptionalDouble composing(Subject server, Change title) {
        try (Profile profile = Profile.begin(server)) {
            IntStream.range(0, changes()).forEach(i -> title.nanos());
            return profile.share(COMPOSING);
        }
    }

    private String[] row(int watchers, int size, Cost parley, Cost bare, OptionalDouble composing) {
        String ratio = Figures.ratio(bare.nanos() / parley.nanos());
        progress.accept(watchers + " watchers: " + ratio + " of the bare agent");
        return new String[] {
            Figures.whole(watchers),
            Figures.whole(size),
            Figures.ratio(parley.nanos() / 1e6),
            Figures.ratio(bare.nanos() / 1e6),
            Figures.whole(watchers / (parley.nanos() / 1e9)),
            Figures.whole(watchers / (bare.nanos() / 1e9)),
            ratio,
            Figures.whole(parley.micros()),
            Figures.whole(bare.micros()),
            composing.isPresent() ? Figures.percent(composing.getAsDouble()) : "too few samples"
        };
    }
}
