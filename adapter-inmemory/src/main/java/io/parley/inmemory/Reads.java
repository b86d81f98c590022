package io.parley.inmemory;

import io.parley.conference.Change;
import io.parley.conference.Conference;
import io.parley.conference.Snapshot;
import io.parley.conference.Tally;
import io.parley.identity.XconUri;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The snapshot of one run of a transaction, which remembers what was read of it: objects that were there, objects that were not,
 * answers, and lists, whose later members (phantoms) count as changes of what was read. Used by the one thread that runs the transaction.
 */
final class Reads implements Snapshot {

    private final State state;
    private final Map<XconUri, Optional<Conference>> found = new HashMap<>();
    private final Set<XconUri> families = new HashSet<>();
    private final Map<Question, Boolean> answers = new HashMap<>();
    private boolean everything;

    private record Question(Tally tally, int limit) {
        boolean in(State state) {
            return state.tallies().of(tally) >= limit;
        }
    }

    Reads(State state) {
        this.state = state;
    }

    @Override
    public Optional<Conference> find(XconUri id) {
        return found.computeIfAbsent(id, state.conferences()::get);
    }

    @Override
    public List<Conference> childrenOf(XconUri parent) {
        families.add(parent);
        List<Conference> children = new ArrayList<>();
        state.family(parent).forEach((id, child) -> children.add(child));
        return List.copyOf(children);
    }

    @Override
    public Iterable<Conference> all() {
        everything = true;
        return () -> new Iterator<>() {
            private final Iterator<Map.Entry<XconUri, Conference>> entries =
                    state.conferences().iterator();

            @Override
            public boolean hasNext() {
                return entries.hasNext();
            }

            @Override
            public Conference next() {
                return entries.next().getValue();
            }
        };
    }

    @Override
    public boolean reaches(Tally tally, int limit) {
        return answers.computeIfAbsent(new Question(tally, limit), question -> question.in(state));
    }

    /** Whether all that was read reads the same in {@code now}. Compares by identity: states that nobody changed are shared. */
    boolean holdIn(State now) {
        if (now == state || now.conferences() == state.conferences()) {
            return true;
        }
        return !everything
                && families.stream()
                        .allMatch(parent -> same(
                                state.families().get(parent), now.families().get(parent)))
                && answers.entrySet().stream()
                        .allMatch(answer -> answer.getValue() == answer.getKey().in(now))
                && found.entrySet().stream()
                        .allMatch(
                                read -> same(read.getValue(), now.conferences().get(read.getKey())));
    }

    private static boolean same(Optional<?> before, Optional<?> now) {
        return before.isPresent() ? now.isPresent() && before.get() == now.get() : now.isEmpty();
    }

    /** Whether {@code changes} change something of what was read. */
    boolean areTouchedBy(List<Change> changes) {
        return everything
                || changes.stream()
                        .anyMatch(change -> found.containsKey(change.conference())
                                || isOfFamily(change.before())
                                || isOfFamily(change.after()));
    }

    private boolean isOfFamily(Optional<Conference> conference) {
        return conference.flatMap(Conference::parent).filter(families::contains).isPresent();
    }
}
