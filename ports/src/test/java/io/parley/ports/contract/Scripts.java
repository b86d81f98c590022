package io.parley.ports.contract;

import io.parley.identity.XconUri;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/** Scripts made up at random, over so few conferences that they get into each other's way. */
final class Scripts {

    private static final int STEPS = 5;

    private Scripts() {}

    private static Arbitrary<XconUri> id() {
        return Arbitraries.of("a", "b", "c", "p", "q").map(Samples::id);
    }

    private static Arbitrary<XconUri> parent() {
        return Arbitraries.of("p", "q").map(Samples::id);
    }

    private static Arbitrary<Script.Step> step() {
        return Arbitraries.frequencyOf(
                Tuple.of(4, id().map(Script.Look::new)),
                Tuple.of(2, parent().map(Script.Count::new)),
                Tuple.of(1, Arbitraries.create(Script.Survey::new)),
                Tuple.of(6, Combinators.combine(id(), parent()).as(Script.Put::new)),
                Tuple.of(2, id().map(Script.Remove::new)),
                Tuple.of(1, parent().map(Script.RemoveFamily::new)));
    }

    /** A transaction that nothing comes between. */
    private static Arbitrary<Script> plain() {
        return steps(step());
    }

    /** A transaction that lets those of other threads come between. */
    static Arbitrary<Script> hesitant() {
        return steps(
                Arbitraries.frequencyOf(Tuple.of(3, step()), Tuple.of(1, Arbitraries.create(Script.Hesitate::new))));
    }

    /** A transaction between whose steps others take place, which others come between in turn, {@code depth} times. */
    static Arbitrary<Script> nested(int depth) {
        return depth == 0
                ? plain()
                : steps(Arbitraries.frequencyOf(
                        Tuple.of(3, step()), Tuple.of(1, nested(depth - 1).map(Script.Meanwhile::new))));
    }

    private static Arbitrary<Script> steps(Arbitrary<? extends Script.Step> step) {
        return step.list().ofMinSize(1).ofMaxSize(STEPS).map(steps -> new Script(List.copyOf(steps)));
    }
}
