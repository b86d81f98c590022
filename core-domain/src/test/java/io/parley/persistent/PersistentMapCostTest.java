package io.parley.persistent;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.IntUnaryOperator;
import org.junit.jupiter.api.Test;

/** What the map costs, in comparisons of keys. */
class PersistentMapCostTest {

    private static final int MANY = 100_000;
    private static final int SOME = 20_000;

    private final AtomicLong comparisons = new AtomicLong();

    @Test
    void itStaysBalancedWhenKeysAscend() {
        assertShallow(filled(MANY, key -> key));
    }

    @Test
    void itStaysBalancedWhenKeysDescend() {
        assertShallow(filled(SOME, key -> -key));
    }

    @Test
    void itStaysBalancedWhenKeysComeFromBothEnds() {
        assertShallow(filled(SOME, key -> key % 2 == 0 ? key : -key));
    }

    @Test
    void itStaysBalancedWhileKeysComeAndGoAtRandom() {
        Random random = new Random(4711);
        PersistentMap<Counted, Integer> map = PersistentMap.empty();
        for (int i = 0; i < SOME; i++) {
            Counted key = key(random.nextInt(2_000));
            map = random.nextInt(5) < 3 ? map.with(key, i) : map.without(key);
        }
        assertThat(map.size()).isGreaterThan(1_000);
        assertShallow(map);
    }

    @Test
    void itStaysBalancedWhenOneSideIsTakenAway() {
        PersistentMap<Counted, Integer> map = filled(SOME, key -> key);
        for (int i = 0; i < SOME - 1_000; i++) {
            map = map.without(key(i));
        }
        assertThat(map.size()).isEqualTo(1_000);
        assertShallow(map);
    }

    @Test
    void aChangeCostsAsManyComparisonsAsThePathIsLong() {
        PersistentMap<Counted, Integer> map = filled(MANY, key -> key);
        assertThat(costOf(() -> map.with(key(50_000), -1))).isLessThanOrEqualTo(bound(MANY));
        assertThat(costOf(() -> map.with(key(-1), -1))).isLessThanOrEqualTo(bound(MANY));
        assertThat(costOf(() -> map.without(key(50_000)))).isLessThanOrEqualTo(3 * bound(MANY));
        assertThat(costOf(() -> map.countBelow(key(77_777)))).isLessThanOrEqualTo(bound(MANY));
        assertThat(costOf(() -> map.below(key(77_777)))).isLessThanOrEqualTo(bound(MANY));
        assertThat(costOf(() -> map.from(key(77_777)).iterator().next())).isLessThanOrEqualTo(bound(MANY));
    }

    @Test
    void differencesOfOneChangeAmongManyCostWhatThePathCosts() {
        PersistentMap<Counted, Integer> before = filled(MANY, key -> key);
        for (PersistentMap<Counted, Integer> after : List.of(
                before.with(key(61_803), -1),
                before.with(key(MANY + 1), -1),
                before.with(key(-1), -1),
                before.without(key(61_803)),
                before.without(key(0)))) {
            List<Counted> told = new ArrayList<>();
            long cost = costOf(() -> before.differences(after, (key, was, is) -> told.add(key)));

            assertThat(told).hasSize(1);
            assertThat(cost).isLessThanOrEqualTo(square(bound(MANY)));
        }
    }

    @Test
    void differencesBetweenAMapAndItselfCostNothing() {
        PersistentMap<Counted, Integer> map = filled(MANY, key -> key);
        assertThat(costOf(() -> map.differences(map, (key, was, is) -> {}))).isZero();
    }

    /** No key is deeper than a weight-balanced tree with these parameters lets it be. */
    private void assertShallow(PersistentMap<Counted, Integer> map) {
        List<Counted> keys = new ArrayList<>();
        map.forEach((key, value) -> keys.add(key));
        long deepest =
                keys.stream().mapToLong(key -> costOf(() -> map.get(key))).max().orElseThrow();
        assertThat(deepest).isLessThanOrEqualTo(bound(map.size()));
    }

    private static long bound(int size) {
        return Math.round(2.5 * Math.log(size) / Math.log(2)) + 2;
    }

    private static long square(long number) {
        return number * number;
    }

    private long costOf(Runnable operation) {
        long before = comparisons.get();
        operation.run();
        return comparisons.get() - before;
    }

    private PersistentMap<Counted, Integer> filled(int size, IntUnaryOperator keyAt) {
        PersistentMap<Counted, Integer> map = PersistentMap.empty();
        for (int i = 0; i < size; i++) {
            map = map.with(key(keyAt.applyAsInt(i)), i);
        }
        return map;
    }

    private Counted key(int value) {
        return new Counted(value, comparisons);
    }
}
