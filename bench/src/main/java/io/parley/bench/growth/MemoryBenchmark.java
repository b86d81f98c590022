package io.parley.bench.growth;

import io.parley.bench.http.Desk;
import io.parley.bench.http.Message;
import io.parley.bench.report.Figures;
import io.parley.bench.report.Scale;
import io.parley.bench.report.Table;
import io.parley.bench.sip.Phones;
import io.parley.bench.sip.SipServers;
import io.parley.bench.subject.Heap;
import io.parley.bench.subject.Subject;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;

/**
 * What one more of something takes up in the heap of the server: the live bytes after many of them less those before, divided by their
 * number. The first few are there before, so that what there is once is not counted.
 */
public final class MemoryBenchmark {

    private static final int BEFORE = 50;
    private static final int USERS = 100;

    private final Scale scale;
    private final Consumer<String> progress;
    private final Table table = new Table("Memory", "each", "bytes", "how many were added");

    /** A benchmark that says by {@code progress} what it does. */
    public MemoryBenchmark(Scale scale, Consumer<String> progress) {
        this.scale = scale;
        this.progress = progress;
    }

    /** Measures everything, each in a server of its own. */
    public String run() {
        try (Subject server = Subject.parley(SipServers.options());
                Desk desk = new Desk(server.address("http"))) {
            row("idle conference of a blueprint", server, scale.conferences(), i -> desk.create());
        }
        try (Subject server = Subject.parley(SipServers.options());
                Desk desk = new Desk(server.address("http"))) {
            String conference = desk.create();
            row("participant", server, scale.conferences(), i -> desk.done(Message.join(conference, "user" + i)));
        }
        withPhones("watcher", (phones, conference, user) -> phones.subscribe(conference, List.of(user)));
        withPhones("call", (phones, conference, user) -> phones.call(conference, List.of(user)));
        return table.markdown();
    }

    /** What a phone does. */
    private interface Deed {
        void accept(Phones phones, String conference, String user);
    }

    private void withPhones(String name, Deed deed) {
        int count = scale.watchers();
        try (Subject server = Subject.parley(SipServers.options());
                Desk desk = new Desk(server.address("http"));
                Phones phones = new Phones(server.address("sip-tcp"), scale.watchers() + BEFORE)) {
            String conference = desk.create();
            IntStream.range(0, USERS).forEach(i -> desk.done(Message.join(conference, "user" + i)));
            String uri = SipServers.uri(conference);
            row(
                    name + " (one of several of a user)",
                    server,
                    count,
                    i -> deed.accept(phones, uri, "sip:user" + i % USERS + "@example.com"));
        }
    }

    private void row(String name, Subject server, int count, IntConsumer one) {
        IntStream.range(0, BEFORE).forEach(one);
        long before = Heap.live(server);
        IntStream.range(BEFORE, BEFORE + count).forEach(one);
        double each = (double) (Heap.live(server) - before) / count;
        progress.accept(name + ": " + Figures.whole(each) + " bytes");
        table.row(name, Figures.whole(each), Figures.whole(count));
    }
}
