package io.parley.document;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What tells the entries of a collection apart: attributes, a child element or the entry's own text.
 *
 * <p>A key is compared as text; the keys that hold XCON-URIs and XCON-USERIDs are folded to lower case first.
 */
final class Key {

    /** The key of what is no collection, or a collection without key. */
    static final Key NONE = new Key(List.of(), Optional.empty(), false, false);

    /** The entry's own text. */
    static final Key OWN_TEXT = new Key(List.of(), Optional.empty(), true, false);

    private final List<Name> attributes;
    private final Optional<Name> child;
    private final boolean ownText;
    private final boolean folded;

    private Key(List<Name> attributes, Optional<Name> child, boolean ownText, boolean folded) {
        this.attributes = attributes;
        this.child = child;
        this.ownText = ownText;
        this.folded = folded;
    }

    /** These attributes together. */
    static Key attributes(Name... names) {
        return new Key(List.of(names), Optional.empty(), false, false);
    }

    /** The text of this child element. */
    static Key child(Name name) {
        return new Key(List.of(), Optional.of(name), false, false);
    }

    /** This key, compared in lower case. */
    Key inLowerCase() {
        return new Key(attributes, child, ownText, true);
    }

    boolean isNone() {
        return this == NONE;
    }

    List<Name> attributes() {
        return attributes;
    }

    Optional<Name> child() {
        return child;
    }

    boolean isOwnText() {
        return ownText;
    }

    /** Whether a child element of the entry is the key. */
    boolean isChild() {
        return child.isPresent();
    }

    /** Whether this attribute is part of the key. */
    boolean hasAttribute(Name name) {
        return attributes.contains(name);
    }

    /** Whether the entry's child of this name is the key. */
    boolean hasChild(Name name) {
        return child.filter(name::equals).isPresent();
    }

    /** The key of {@code entry}, or empty if a part of it is missing. */
    Optional<String> of(Element entry) {
        if (ownText) {
            return Optional.of(fold(entry.text()));
        }
        if (child.isPresent()) {
            return entry.child(child.get()).map(Element::text).map(this::fold);
        }
        List<String> values = new ArrayList<>(attributes.size());
        for (Name attribute : attributes) {
            Optional<String> value = entry.attribute(attribute);
            if (value.isEmpty()) {
                return Optional.empty();
            }
            values.add(fold(value.get()));
        }
        return values.isEmpty() ? Optional.empty() : Optional.of(join(values));
    }

    /** {@code values}, in the order of the attributes, as one comparable key. */
    String join(List<String> values) {
        return values.size() == 1 ? fold(values.get(0)) : fold(String.join("\n", values));
    }

    private String fold(String value) {
        return folded ? value.toLowerCase(Locale.ROOT) : value;
    }
}
