package io.parley.ports.contract;

import static io.parley.ports.contract.Samples.cause;
import static io.parley.ports.contract.Samples.edited;
import static io.parley.ports.contract.Samples.subject;

import io.parley.conference.Conference;
import io.parley.conference.Outcome;
import io.parley.conference.Snapshot;
import io.parley.identity.XconUri;
import io.parley.ports.out.ConferenceStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The small transactions of which the tests of a store consist: work to hand in, and questions that are one transaction each. */
public final class Transactions {

    private Transactions() {}

    /** Work that stores {@code states}. */
    public static Function<Snapshot, Outcome<String>> storing(Conference... states) {
        return snapshot -> new Outcome<>("stored", List.of(states), List.of(), Optional.of(cause("store")));
    }

    /** Work that removes {@code ids}. */
    public static Function<Snapshot, Outcome<String>> removing(XconUri... ids) {
        return snapshot -> Outcome.removing(List.of(ids), cause("remove"), "removed");
    }

    /** Work that writes {@code word} behind the subject of {@code id} and gives the subject that this makes. */
    public static Function<Snapshot, Outcome<String>> editing(XconUri id, String word) {
        return snapshot -> {
            Conference next = edited(snapshot.find(id).orElseThrow(), word);
            return Outcome.storing(next, cause("edit " + word), subject(next));
        };
    }

    /** The answer to {@code question}. */
    public static <T> T ask(ConferenceStore store, Function<Snapshot, T> question) {
        return store.transact(snapshot -> Outcome.unchanged(question.apply(snapshot)));
    }

    /** The object of that identity. */
    public static Optional<Conference> find(ConferenceStore store, XconUri id) {
        return ask(store, snapshot -> snapshot.find(id));
    }

    /** The objects that record {@code parent}, as listed. */
    public static List<Conference> childrenOf(ConferenceStore store, XconUri parent) {
        return ask(store, snapshot -> snapshot.childrenOf(parent));
    }

    /** All objects, as listed. */
    public static List<Conference> all(ConferenceStore store) {
        return ask(store, Transactions::all);
    }

    /** All objects, as listed. */
    public static List<Conference> all(Snapshot snapshot) {
        List<Conference> all = new ArrayList<>();
        snapshot.all().forEach(all::add);
        return all;
    }
}
