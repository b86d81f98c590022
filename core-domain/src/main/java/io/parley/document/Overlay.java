package io.parley.document;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a document has of its own over one from which it takes all the rest: what it says otherwise, adds, or does not take over.
 *
 * <p>What is its own by itself is an attribute, a simple element, an entry of a keyed collection, what the schema marks as replaced
 * whole unless it marks it as inherited by entry as well, and the foreign elements of one name at one place. An entry that is inherited may have something of its own inside; one that
 * is not inherited is its own as a whole. If an entry with something of its own inside is inherited no longer, what is its own stays.
 *
 * <p>Immutable. Putting it over a document costs what it holds, not what the document holds, and shares the rest.
 */
public final class Overlay {

    /** Nothing of its own. */
    public static final Overlay NONE = new Overlay(Layer.NOTHING);

    private final Layer layer;

    private Overlay(Layer layer) {
        this.layer = layer;
    }

    /** In what {@code document} differs from {@code inherited}, two elements of the same type. */
    public static Overlay between(Element inherited, Element document) {
        return NONE.after(inherited, document);
    }

    /** What of this is at the places of {@code excerpt}. */
    public Overlay at(Excerpt excerpt) {
        return new Overlay(excerpt.of(layer));
    }

    /** {@code inherited} with this over it. */
    public Element over(Element inherited) {
        return layer.over(inherited);
    }

    /** This overlay after the document over which it was put has changed from {@code before} to {@code after}: the change is its own. */
    public Overlay after(Element before, Element after) {
        Layer changed = layer;
        for (Difference difference : Diff.between(before, after)) {
            changed = changed.recording(difference, 1, after);
        }
        return changed == layer ? this : new Overlay(changed);
    }

    /**
     * This overlay without what was made of {@code before} in {@code after} and is the same in {@code inherited}: who asks for what he
     * inherits has nothing of his own there.
     */
    public Overlay settled(Element before, Element after, Element inherited) {
        Layer settled = layer;
        for (Difference difference : Diff.between(before, after)) {
            settled = settled.settling(difference, 1, inherited);
        }
        return settled == layer ? this : new Overlay(settled);
    }

    /** This overlay, of which what {@code document} has at {@code place} is its own as a whole, even where it is the same. */
    public Overlay owning(Element document, Name... place) {
        return new Overlay(owning(layer, document, List.of(place)));
    }

    private static Layer owning(Layer layer, Element now, List<Name> place) {
        Slot slot = Slot.of(now.type().child(place.get(0)), Optional.empty());
        List<Element> standing = slot.in(now);
        if (place.size() == 1) {
            return layer.with(slot, new Part.Whole(standing));
        }
        if (standing.isEmpty()) {
            return layer;
        }
        Part.Within within = layer.parts().get(slot).orElse(null) instanceof Part.Within kept
                ? kept
                : new Part.Within(slot.type().empty(), Layer.NOTHING, false);
        return layer.with(slot, within.with(owning(within.own(), standing.get(0), place.subList(1, place.size()))));
    }

    /** The first place at which this overlay and {@code other} both have something of their own, or one of them around the other. */
    public Optional<Path> collision(Overlay other) {
        return layer.collision(other.layer).map(Path::new);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other || other instanceof Overlay that && layer.equals(that.layer);
    }

    @Override
    public int hashCode() {
        return layer.hashCode();
    }

    @Override
    public String toString() {
        return layer.toString();
    }
}
