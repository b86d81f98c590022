package io.parley.bench.micro;

import io.parley.ccmp.CcmpResponse;
import io.parley.conference.Conference;
import io.parley.document.Element;
import io.parley.privacy.Clearance;
import io.parley.subscription.Audience;
import io.parley.subscription.Composer;
import io.parley.subscription.Profile;
import io.parley.subscription.Watched;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/**
 * What goes on in a conference while many are in it. What is of interest is the ratio of the largest roster to the smallest.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class JoinBenchmark {

    private static final String GUEST = "xcon-userid:guest@example.com";
    private static final Audience WATCHERS =
            new Audience.Admitted(Profile.PLAIN, Clearance.NONE, Clearance.NONE, Map.of());

    /** How many are in the conference. */
    @Param({"10", "1000", "100000"})
    private int others;

    private Room room = new Room(0);
    private Composer composer = new Composer(People.sights());
    private Conference before = room.conference();
    private Conference after = before;

    /** Fills the conference. */
    @Setup
    public void fill() {
        room = new Room(others);
        before = room.conference();
        room.join(GUEST);
        after = room.conference();
        room.leave(GUEST);
    }

    /** One join and one leave. */
    @Benchmark
    public CcmpResponse joinAndLeave() {
        room.join(GUEST);
        return room.leave(GUEST);
    }

    /** The whole conference, as the response to a request, which is not yet written. */
    @Benchmark
    public CcmpResponse retrieve() {
        return room.retrieve();
    }

    /** The document that tells watchers that somebody came. */
    @Benchmark
    public Optional<Element> partialOfAJoin() {
        return composer.partial(Watched.of(before), Watched.of(after), WATCHERS);
    }
}
