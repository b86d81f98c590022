package io.parley.patch;

import io.parley.document.Element;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which of the elements before is which of those after: entries by their keys, others by their order among those of their name, and of
 * those who would have changed places as many as can stay where they are.
 */
final class Alignment {

    private static final int NONE = -1;

    private final List<Element> before;
    private final List<Element> after;
    private final Set<Entry> entries;

    /** For each after, which one before it is. */
    private final int[] origins;

    Alignment(List<Element> before, List<Element> after) {
        this.before = before;
        this.after = after;
        this.entries = distinct(before, after);
        this.origins = new int[after.size()];
        Arrays.fill(origins, NONE);
        pair();
        keepInOrder();
    }

    List<Element> after() {
        return after;
    }

    /** Those before, to be changed. */
    Siblings siblings() {
        return new Siblings(before, entries);
    }

    /** For each before, whether it is one of those after. */
    boolean[] stays() {
        boolean[] stays = new boolean[before.size()];
        for (int origin : origins) {
            if (origin != NONE) {
                stays[origin] = true;
            }
        }
        return stays;
    }

    /** What those that stay become. */
    List<Element> partners() {
        List<Element> partners = new ArrayList<>();
        for (int at = 0; at < after.size(); at++) {
            if (origins[at] != NONE) {
                partners.add(after.get(at));
            }
        }
        return partners;
    }

    /** Those from {@code at} on that were not there before. */
    List<Element> comingAt(int at) {
        int to = at;
        while (to < origins.length && origins[to] == NONE) {
            to++;
        }
        return after.subList(at, to);
    }

    /** The keys that no two of either side have. */
    private static Set<Entry> distinct(List<Element> before, List<Element> after) {
        Set<Entry> distinct = new HashSet<>();
        Set<Entry> repeated = new HashSet<>();
        Set<Object> withoutKeyChild = new HashSet<>();
        for (List<Element> side : List.of(before, after)) {
            Set<Entry> seen = new HashSet<>();
            for (Element element : side) {
                if (element.type().isKeyed()) {
                    Entry.of(element)
                            .ifPresentOrElse(
                                    entry -> (seen.add(entry) ? distinct : repeated).add(entry),
                                    () -> element.type()
                                            .keyChild()
                                            .ifPresent(child -> withoutKeyChild.add(element.name())));
                }
            }
        }
        distinct.removeAll(repeated);
        distinct.removeIf(entry -> withoutKeyChild.contains(entry.name()));
        return distinct;
    }

    private void pair() {
        int from = 0;
        int shorter = Math.min(before.size(), after.size());
        while (from < shorter && before.get(from).equals(after.get(from))) {
            origins[from] = from;
            from++;
        }
        int behind = 0;
        while (behind < shorter - from
                && before.get(before.size() - 1 - behind).equals(after.get(after.size() - 1 - behind))) {
            behind++;
            origins[after.size() - behind] = before.size() - behind;
        }
        Map<Object, Deque<Integer>> waiting = new HashMap<>();
        for (int at = from; at < before.size() - behind; at++) {
            waiting.computeIfAbsent(identity(before.get(at)), identity -> new ArrayDeque<>())
                    .add(at);
        }
        for (int at = from; at < after.size() - behind; at++) {
            Deque<Integer> candidates = waiting.get(identity(after.get(at)));
            if (candidates != null && !candidates.isEmpty()) {
                origins[at] = candidates.remove();
            }
        }
    }

    private Object identity(Element element) {
        return Entry.of(element)
                .filter(entries::contains)
                .<Object>map(entry -> entry)
                .orElse(element.name());
    }

    /** Leaves a longest ascending sequence of the origins; the others go and come again. */
    private void keepInOrder() {
        int[] last = new int[origins.length]; // of the best sequence of each length, where it ends
        int[] previous = new int[origins.length];
        int length = 0;
        for (int at = 0; at < origins.length; at++) {
            if (origins[at] == NONE) {
                continue;
            }
            int low = 0;
            int high = length;
            while (low < high) {
                int middle = (low + high) >>> 1;
                if (origins[last[middle]] < origins[at]) {
                    low = middle + 1;
                } else {
                    high = middle;
                }
            }
            previous[at] = low == 0 ? NONE : last[low - 1];
            last[low] = at;
            length = Math.max(length, low + 1);
        }
        boolean[] kept = new boolean[origins.length];
        for (int at = length == 0 ? NONE : last[length - 1]; at != NONE; at = previous[at]) {
            kept[at] = true;
        }
        for (int at = 0; at < origins.length; at++) {
            if (!kept[at]) {
                origins[at] = NONE;
            }
        }
    }
}
