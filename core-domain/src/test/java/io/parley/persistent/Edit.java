package io.parley.persistent;

import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** One step in the life of a map: a key gets a value, or goes. */
record Edit(int key, int value, boolean removes) {

    /** Few keys, so that sequences of edits meet the same one again. */
    private static final int HIGHEST_KEY = 40;

    static Arbitrary<Edit> any() {
        return Combinators.combine(keys(), Arbitraries.integers().between(0, 3), Arbitraries.of(true, false, false))
                .as(Edit::new);
    }

    /** Keys that may be there, and one below and one above all of them. */
    static Arbitrary<Integer> keys() {
        return Arbitraries.integers().between(-1, HIGHEST_KEY + 1);
    }

    PersistentMap<Integer, Integer> on(PersistentMap<Integer, Integer> map) {
        return removes ? map.without(key) : map.with(key, value);
    }

    void on(Map<Integer, Integer> map) {
        if (removes) {
            map.remove(key);
        } else {
            map.put(key, value);
        }
    }
}
