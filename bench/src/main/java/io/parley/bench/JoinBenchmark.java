package io.parley.bench;

import io.parley.ccmp.CcmpRequest;
import io.parley.ccmp.CcmpResponse;
import io.parley.ccmp.Message;
import io.parley.ccmp.Operation;
import io.parley.engine.Parley;
import io.parley.inmemory.InMemory;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Somebody joins a conference and leaves it again, while others are in it. What is of interest is the ratio of the largest roster to the
 * smallest: it is to stay below two.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class JoinBenchmark {

    private static final String OWNER = "xcon-userid:owner@example.com";
    private static final String GUEST = "xcon-userid:guest@example.com";

    /** How many are in the conference. */
    @Param({"10", "100000"})
    private int others;

    private Parley parley =
            Parley.builder("example.com", InMemory.open("example.com")).build();
    private String conference = "";

    /** Fills the conference. */
    @Setup
    public void fill() {
        parley = Parley.builder("example.com", InMemory.open("example.com")).build();
        conference = done(CcmpRequest.of(Message.CONF, OWNER).operation(Operation.CREATE))
                .confObjId()
                .orElseThrow();
        for (int i = 0; i < others; i++) {
            done(user(Operation.CREATE, "xcon-userid:user" + i + "@example.com"));
        }
    }

    /** One join and one leave. */
    @Benchmark
    public CcmpResponse joinAndLeave() {
        done(user(Operation.CREATE, GUEST));
        return done(user(Operation.DELETE, GUEST));
    }

    private CcmpRequest user(Operation operation, String id) {
        return CcmpRequest.of(Message.USER, id).operation(operation).on(conference);
    }

    private CcmpResponse done(CcmpRequest request) {
        CcmpResponse response = parley.ccmp().handle(request);
        if (!response.isSuccess()) {
            throw new IllegalStateException(request + ": " + response + " " + response.reason());
        }
        return response;
    }
}
