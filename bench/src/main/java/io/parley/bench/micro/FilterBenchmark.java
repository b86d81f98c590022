package io.parley.bench.micro;

import io.parley.ccmp.Body;
import io.parley.ccmp.CcmpRequest;
import io.parley.ccmp.CcmpResponse;
import io.parley.ccmp.Message;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** A list with a filter: its cost for each conference that there is, whether or not the filter chooses it. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class FilterBenchmark {

    private static final int CONFERENCES = 1_000;
    private static final CcmpRequest LIST = CcmpRequest.of(Message.CONFS, Room.OWNER)
            .body(new Body.Filter("/conference-info[conference-description/display-text='Needle']", Map.of()));

    private final Room room = new Room(10);

    /** Makes the conferences, of which the filter chooses one. */
    @Setup
    public void fill() {
        room.title("Needle");
        for (int i = 1; i < CONFERENCES; i++) {
            room.create();
        }
    }

    /** One list. */
    @Benchmark
    @OperationsPerInvocation(CONFERENCES)
    public CcmpResponse filter() {
        return room.done(LIST);
    }
}
