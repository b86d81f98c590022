package io.parley.ports.contract;

import static io.parley.ports.contract.Samples.cause;
import static io.parley.ports.contract.Samples.edited;

import io.parley.conference.Conference;
import io.parley.conference.Outcome;
import io.parley.conference.Snapshot;
import io.parley.identity.XconUri;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * A transaction as a list of steps, to be made up at random. What it stores depends on all that it has read before, so that a wrong
 * reading shows in the state of the store as well.
 *
 * @param steps what it does, in order
 */
public record Script(List<Step> steps) {

    /** A part of a transaction. */
    public sealed interface Step {}

    /** Reads one object. */
    public record Look(XconUri id) implements Step {}

    /** Lists the children of an object. */
    public record Count(XconUri parent) implements Step {}

    /** Lists all objects. */
    public record Survey() implements Step {}

    /** Makes an object, a child of {@code parent}, or its next version if it is there. */
    public record Put(XconUri id, XconUri parent) implements Step {}

    /** Removes an object, if it is there. */
    public record Remove(XconUri id) implements Step {}

    /** Removes an object and its children. */
    public record RemoveFamily(XconUri parent) implements Step {}

    /** In the first run, another transaction takes place here from beginning to end. */
    public record Meanwhile(Script other) implements Step {}

    /** Lets other threads go ahead. */
    public record Hesitate() implements Step {}

    /** The work of this script, which signs what it stores with {@code name}; {@code meanwhile} runs what comes between. */
    public Function<Snapshot, Outcome<List<String>>> work(String name, Consumer<Script> meanwhile) {
        return snapshot -> new Run(name, snapshot, meanwhile).through(steps);
    }

    private static final class Run {
        private final String name;
        private final Snapshot snapshot;
        private final Consumer<Script> meanwhile;
        private final List<String> seen = new ArrayList<>();
        private final Map<XconUri, Optional<Conference>> written = new LinkedHashMap<>();

        Run(String name, Snapshot snapshot, Consumer<Script> meanwhile) {
            this.name = name;
            this.snapshot = snapshot;
            this.meanwhile = meanwhile;
        }

        Outcome<List<String>> through(List<Step> steps) {
            steps.forEach(this::take);
            List<XconUri> removed = new ArrayList<>();
            written.forEach((id, state) -> {
                if (state.isEmpty()) {
                    removed.add(id);
                }
            });
            List<Conference> stored =
                    written.values().stream().flatMap(Optional::stream).toList();
            return written.isEmpty()
                    ? Outcome.unchanged(seen)
                    : new Outcome<>(seen, stored, removed, Optional.of(cause(name)));
        }

        private void take(Step step) {
            if (step instanceof Look look) {
                see(snapshot.find(look.id()));
            } else if (step instanceof Count count) {
                snapshot.childrenOf(count.parent()).forEach(this::see);
            } else if (step instanceof Survey) {
                snapshot.all().forEach(this::see);
            } else if (step instanceof Put put) {
                put(put.id(), put.parent());
            } else if (step instanceof Remove remove) {
                remove(remove.id());
            } else if (step instanceof RemoveFamily family) {
                remove(family.parent());
                snapshot.childrenOf(family.parent()).forEach(child -> remove(child.id()));
            } else if (step instanceof Meanwhile other) {
                meanwhile.accept(other.other());
            } else if (step instanceof Hesitate) {
                Thread.yield();
            }
        }

        private void see(Optional<Conference> found) {
            found.ifPresentOrElse(this::see, () -> seen.add("nothing"));
        }

        private void see(Conference found) {
            seen.add(found.id() + "@" + found.version() + " " + Samples.subject(found));
        }

        private void put(XconUri id, XconUri parent) {
            String signature = name + "/" + seen.hashCode() + ";";
            Optional<Conference> before = snapshot.find(id);
            written.putIfAbsent(
                    id,
                    Optional.of(before.map(state -> edited(state, signature))
                            .orElseGet(() -> Samples.fresh(id, Optional.of(parent), signature))));
        }

        private void remove(XconUri id) {
            if (snapshot.find(id).isPresent()) {
                written.putIfAbsent(id, Optional.empty());
            }
        }
    }
}
