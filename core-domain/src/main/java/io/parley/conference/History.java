package io.parley.conference;

import io.parley.document.Element;
import io.parley.identity.Version;
import io.parley.persistent.PersistentMap;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The latest earlier documents of a conference object, by version. What its versions have in common they share, so that a version kept
 * costs what its change cost. Immutable; a change costs O(log n).
 */
public final class History {

    /** How many earlier versions are kept unless somebody says otherwise. */
    public static final int STANDARD_LIMIT = 32;

    private final int limit;
    private final PersistentMap<Version, Element> documents;

    private History(int limit, PersistentMap<Version, Element> documents) {
        this.limit = limit;
        this.documents = documents;
    }

    /** The history of an object that has none yet, which keeps {@code limit} earlier versions. */
    public static History upTo(int limit) {
        if (limit < 0) {
            throw new IllegalArgumentException("cannot keep " + limit + " versions");
        }
        return new History(limit, PersistentMap.empty());
    }

    /** What the object was at {@code version}, if that is kept. */
    public Optional<Element> at(Version version) {
        return documents.get(version);
    }

    /** How many versions are kept. */
    public int size() {
        return documents.size();
    }

    /** This history after {@code version}, of which {@code document} was the content. */
    History and(Version version, Element document) {
        if (limit == 0) {
            return this;
        }
        PersistentMap<Version, Element> kept = documents.with(version, document);
        return new History(
                limit, kept.size() > limit ? kept.without(kept.iterator().next().getKey()) : kept);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other
                || other instanceof History that && limit == that.limit && documents.equals(that.documents);
    }

    @Override
    public int hashCode() {
        return 31 * limit + documents.hashCode();
    }

    @Override
    public String toString() {
        return "the latest " + documents.size() + " of " + limit;
    }
}
