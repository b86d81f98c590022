package io.parley.bench.micro;

import io.parley.codec.c3p.UnreadableC3pException;
import io.parley.conference.Conference;
import io.parley.document.Element;
import io.parley.focus.Mcu;
import io.parley.focus.McuType;
import io.parley.identity.SipUri;
import io.parley.privacy.Clearance;
import io.parley.roster.RosterAggregation;
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

/** What MCUs tell the focus, and what the focus tells the watchers. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class RosterBenchmark {

    /** How many are in the conference. */
    @Param({"100"})
    private int users;

    private final Composer composer = new Composer(People.sights());
    private final Audience plain = new Audience.Admitted(Profile.PLAIN, Clearance.NONE, Clearance.NONE, Map.of());
    private final Mcu silent = Mcu.starting(McuType.CHAT, SipUri.of(C3pExamples.CONFERENCE + ";chat"), 1);
    private Mcu known = silent;
    private Element full = People.nothing();
    private Element partial = full;
    private Conference before = new Room(0).conference();
    private Conference after = before;

    /** Has an MCU tell of all users, and a conference whose title changes. */
    @Setup
    public void fill() throws UnreadableC3pException {
        full = C3pExamples.CODEC.readDocument(C3pExamples.roster("full", 1, users));
        partial = C3pExamples.CODEC.readDocument(C3pExamples.roster("partial", 2, 1));
        known = applied(RosterAggregation.apply(silent, full));
        applied(RosterAggregation.apply(known, partial));
        Room room = new Room(users);
        before = room.conference();
        room.title("Another title");
        after = room.conference();
    }

    private static Mcu applied(RosterAggregation.Answer answer) {
        if (answer instanceof RosterAggregation.Answer.Applied applied) {
            return applied.copy();
        }
        throw new IllegalStateException(answer.toString());
    }

    /** A document of all users. */
    @Benchmark
    public RosterAggregation.Answer aggregateFull() {
        return RosterAggregation.apply(silent, full);
    }

    /** A document of one user. */
    @Benchmark
    public RosterAggregation.Answer aggregatePartial() {
        return RosterAggregation.apply(known, partial);
    }

    /** The new title, as documents of RFC 4575. */
    @Benchmark
    public Optional<Element> composePartial() {
        return composer.partial(Watched.of(before), Watched.of(after), plain);
    }

    /** Everything, as documents of RFC 4575. */
    @Benchmark
    public Element composeFull() {
        return composer.full(Watched.of(after), plain);
    }
}
