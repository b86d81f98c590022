package io.parley.persistent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** What the map answers, held against {@link TreeMap}. */
class PersistentMapTest {

    private static final int TRIES = 200;

    @Property(tries = TRIES)
    void itHoldsWhatATreeMapHolds(@ForAll("edits") List<Edit> edits) {
        PersistentMap<Integer, Integer> map = after(edits);
        TreeMap<Integer, Integer> model = modelAfter(edits);

        assertThat(map.size()).isEqualTo(model.size());
        assertThat(map.isEmpty()).isEqualTo(model.isEmpty());
        assertThat(entries(map)).containsExactlyElementsOf(model.entrySet());
        assertThat(map).hasToString(model.toString());
    }

    @Property(tries = TRIES)
    void itAnswersForEachKeyAsATreeMapDoes(@ForAll("edits") List<Edit> edits, @ForAll("keys") int key) {
        PersistentMap<Integer, Integer> map = after(edits);
        TreeMap<Integer, Integer> model = modelAfter(edits);

        assertThat(map.get(key)).isEqualTo(Optional.ofNullable(model.get(key)));
        assertThat(map.containsKey(key)).isEqualTo(model.containsKey(key));
        assertThat(map.countBelow(key)).isEqualTo(model.headMap(key).size());
        assertThat(map.below(key)).isEqualTo(Optional.ofNullable(model.lowerEntry(key)));
        assertThat(entries(map.from(key)))
                .containsExactlyElementsOf(model.tailMap(key, true).entrySet());
    }

    @Property(tries = TRIES)
    void everyVersionStaysAsItWas(@ForAll("edits") List<Edit> edits) {
        Map<PersistentMap<Integer, Integer>, List<Map.Entry<Integer, Integer>>> seen = new LinkedHashMap<>();
        List<PersistentMap<Integer, Integer>> versions = new ArrayList<>();
        PersistentMap<Integer, Integer> map = PersistentMap.empty();
        for (Edit edit : edits) {
            versions.add(map);
            seen.put(map, entries(map));
            map = edit.on(map);
        }
        for (PersistentMap<Integer, Integer> version : versions) {
            assertThat(entries(version)).isEqualTo(seen.get(version));
        }
    }

    @Property(tries = TRIES)
    void mapsAreEqualWhenTheirEntriesAre(@ForAll("edits") List<Edit> edits, @ForAll("edits") List<Edit> others) {
        PersistentMap<Integer, Integer> map = after(edits);
        PersistentMap<Integer, Integer> rebuilt = PersistentMap.empty();
        for (Map.Entry<Integer, Integer> entry :
                modelAfter(edits).descendingMap().entrySet()) {
            rebuilt = rebuilt.with(entry.getKey(), entry.getValue());
        }
        PersistentMap<Integer, Integer> other = after(others);

        assertThat(map).isEqualTo(rebuilt).hasSameHashCodeAs(rebuilt);
        assertThat(map.equals(other)).isEqualTo(modelAfter(edits).equals(modelAfter(others)));
    }

    @Property(tries = TRIES)
    void differencesAreThoseOfATreeMap(@ForAll("edits") List<Edit> edits, @ForAll("edits") List<Edit> laterEdits) {
        PersistentMap<Integer, Integer> before = after(edits);
        PersistentMap<Integer, Integer> after = before;
        TreeMap<Integer, Integer> model = modelAfter(edits);
        for (Edit edit : laterEdits) {
            after = edit.on(after);
            edit.on(model);
        }
        assertThat(differences(before, after)).isEqualTo(naiveDifferences(modelAfter(edits), model));
    }

    @Property(tries = TRIES)
    void differencesOfMapsThatShareNothingAreRightToo(
            @ForAll("edits") List<Edit> edits, @ForAll("edits") List<Edit> others) {
        assertThat(differences(after(edits), after(others)))
                .isEqualTo(naiveDifferences(modelAfter(edits), modelAfter(others)));
    }

    @Test
    void theEmptyMapHoldsNothing() {
        PersistentMap<String, String> empty = PersistentMap.empty();

        assertThat(empty.isEmpty()).isTrue();
        assertThat(empty.get("a")).isEmpty();
        assertThat(empty.below("a")).isEmpty();
        assertThat(empty.countBelow("a")).isZero();
        assertThat(empty).hasToString("{}").isEmpty();
    }

    @Test
    void takingAwayWhatIsNotThereGivesTheVeryMap() {
        PersistentMap<String, Integer> map =
                PersistentMap.<String, Integer>empty().with("a", 1);
        assertThat(map.without("b")).isSameAs(map);
    }

    @Test
    void aMapEqualsNothingThatIsNoPersistentMap() {
        PersistentMap<String, Integer> map =
                PersistentMap.<String, Integer>empty().with("a", 1);
        assertThat(map.equals((Object) Map.of("a", 1))).isFalse();
        assertThat(map).isEqualTo(map);
    }

    @Test
    void theIteratorEndsWithTheLastEntry() {
        PersistentMap<String, Integer> map =
                PersistentMap.<String, Integer>empty().with("a", 1);
        Iterator<Map.Entry<String, Integer>> iterator = map.iterator();
        iterator.next();

        assertThat(iterator.hasNext()).isFalse();
        assertThatThrownBy(iterator::next).isInstanceOf(NoSuchElementException.class);
    }

    @Test
    void forEachVisitsInAscendingOrder() {
        List<String> visited = new ArrayList<>();
        BiConsumer<String, Integer> visitor = (key, value) -> visited.add(key + value);
        PersistentMap.<String, Integer>empty()
                .with("b", 2)
                .with("c", 3)
                .with("a", 1)
                .forEach(visitor);
        assertThat(visited).containsExactly("a1", "b2", "c3");
    }

    @Provide
    static Arbitrary<List<Edit>> edits() {
        return Edit.any().list().ofMaxSize(80).withoutEdgeCases();
    }

    @Provide
    static Arbitrary<Integer> keys() {
        return Edit.keys().withoutEdgeCases();
    }

    private static PersistentMap<Integer, Integer> after(List<Edit> edits) {
        PersistentMap<Integer, Integer> map = PersistentMap.empty();
        for (Edit edit : edits) {
            map = edit.on(map);
        }
        return map;
    }

    private static TreeMap<Integer, Integer> modelAfter(List<Edit> edits) {
        TreeMap<Integer, Integer> model = new TreeMap<>();
        edits.forEach(edit -> edit.on(model));
        return model;
    }

    private static <K, V> List<Map.Entry<K, V>> entries(Iterable<Map.Entry<K, V>> map) {
        List<Map.Entry<K, V>> entries = new ArrayList<>();
        map.forEach(entries::add);
        return entries;
    }

    private static List<String> differences(
            PersistentMap<Integer, Integer> before, PersistentMap<Integer, Integer> after) {
        List<String> told = new ArrayList<>();
        before.differences(after, (key, was, is) -> told.add(key + ": " + was + " -> " + is));
        return told;
    }

    private static List<String> naiveDifferences(Map<Integer, Integer> before, Map<Integer, Integer> after) {
        TreeMap<Integer, Integer> keys = new TreeMap<>(before);
        keys.putAll(after);
        List<String> expected = new ArrayList<>();
        for (Integer key : keys.keySet()) {
            Optional<Integer> was = Optional.ofNullable(before.get(key));
            Optional<Integer> is = Optional.ofNullable(after.get(key));
            if (!was.equals(is)) {
                expected.add(key + ": " + was + " -> " + is);
            }
        }
        return expected;
    }
}
