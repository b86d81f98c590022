package io.parley.document;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The row of one element in the {@link Schema}: what it is at its place in the tree.
 *
 * <p>The same name has a type of its own at each place, as an entry of {@code conf-uris} and one of {@code available-media} share
 * nothing but the name. An element of a namespace that the data model does not know, or at a place that it does not foresee, has a
 * {@linkplain #foreign foreign} type: it is kept and never interpreted (RFC 6501 section 6).
 */
public final class ElementType {

    /** Where foreign elements stand among their siblings: behind all that the data model names. */
    static final int FOREIGN_RANK = 1 << 20;

    /** How the elements of a type are written into their parent. */
    public enum Occurrence {
        /** Exactly one. */
        ONE,
        /** At most one. */
        OPTIONAL,
        /** Any number. */
        MANY,
        /** One or more. */
        SOME;

        /** Whether there may be several. */
        public boolean isCollection() {
            return this == MANY || this == SOME;
        }
    }

    private final Name name;
    private final Occurrence occurrence;
    private final Optional<Datatype> datatype;
    private final Supplier<Structure> structure;
    private final boolean isForeign;
    private final Key key;
    private final Access access;
    private final boolean inherited;
    private final Privacy privacy;
    private final IdentifierKind identifier;
    private final boolean replacedWhole;
    private final boolean inheritedByEntry;
    private final boolean leftOutWhenEmpty;
    private int rank = FOREIGN_RANK;

    /** Made when it is asked for first; who misses it makes an equal one. */
    private @Nullable Slot slot;

    private ElementType(Builder builder) {
        this.name = builder.name;
        this.occurrence = builder.occurrence;
        this.datatype = Optional.ofNullable(builder.datatype);
        this.structure = builder.structure;
        this.isForeign = builder.isForeign;
        this.key = builder.key;
        this.access = builder.access;
        this.inherited = builder.inherited;
        this.privacy = builder.privacy;
        this.identifier = builder.identifier;
        this.replacedWhole = builder.replacedWhole;
        this.inheritedByEntry = builder.inheritedByEntry;
        this.leftOutWhenEmpty = builder.leftOutWhenEmpty;
    }

    /** The place of its elements in their parent, where no key tells them apart. */
    Slot slot() {
        Slot known = slot;
        if (known == null) {
            known = new Slot(this, "");
            slot = known;
        }
        return known;
    }

    /** The type of an element that is kept and never interpreted. */
    public static ElementType foreign(Name name) {
        Builder builder = new Builder(name, Occurrence.MANY);
        builder.isForeign = true;
        return builder.build();
    }

    static Builder of(Name name, Occurrence occurrence) {
        return new Builder(name, occurrence);
    }

    /** Its name. */
    public Name name() {
        return name;
    }

    /** How often it occurs in its parent. */
    public Occurrence occurrence() {
        return occurrence;
    }

    /** What its text may be; empty for an element that holds elements. */
    public Optional<Datatype> datatype() {
        return datatype;
    }

    /** Whether it is kept and never interpreted. */
    public boolean isForeign() {
        return isForeign;
    }

    /** Whether it holds elements and no text of its own. */
    public boolean isStructured() {
        return !isForeign && datatype.isEmpty();
    }

    /** Whether it is an entry of a collection that tells its entries apart by a key. */
    public boolean isKeyed() {
        return !key.isNone();
    }

    /** Who may set it. */
    public Access access() {
        return access;
    }

    /** Whether a clone inherits it. */
    public boolean isInherited() {
        return inherited;
    }

    /** What it tells of a person. */
    public Privacy privacy() {
        return privacy;
    }

    /** What a placeholder becomes here. */
    public IdentifierKind identifier() {
        return identifier;
    }

    /** Whether an update replaces it as a whole instead of merging into it. */
    public boolean isReplacedWhole() {
        return replacedWhole;
    }

    /** Whether a clone takes over each of its entries by itself, although an update replaces it as a whole. */
    public boolean isInheritedByEntry() {
        return inheritedByEntry;
    }

    /** Whether the elements of this type are replaced together, because nothing tells them apart or the schema says so. */
    boolean isReplacedAsGroup() {
        return isForeign || occurrence.isCollection() && (replacedWhole || !isKeyed());
    }

    /** Whether it is left out of a document instead of being written empty. */
    public boolean isLeftOutWhenEmpty() {
        return leftOutWhenEmpty;
    }

    /** The types of its attributes, in the order in which they are written. */
    public Collection<AttributeType> attributes() {
        return structure.get().attributes().values();
    }

    /** The type of its attribute {@code attribute}, if the data model names it here. */
    public Optional<AttributeType> attribute(Name attribute) {
        return Optional.ofNullable(structure.get().attributes().get(attribute));
    }

    /** The types of its children, in the order in which they are written. */
    public Collection<ElementType> children() {
        return structure.get().children().values();
    }

    /** The type of a child of that name: the row of the data model, or a foreign one. */
    public ElementType child(Name child) {
        return isForeign ? foreign(child) : structure.get().child(child).orElseGet(() -> foreign(child));
    }

    /** An element of this type that holds nothing. */
    public Element empty() {
        return Element.of(this, List.of(), List.of());
    }

    /** An element of this type with this text, put into the form that its datatype gives it. */
    public Element text(String text) {
        return empty().withText(text);
    }

    /**
     * {@code element} as one of this type, which has to have the same structure: a conference document as an entry of
     * {@code sidebars-by-val}, or the reverse. What it holds is shared, not copied.
     */
    public Element adopt(Element element) {
        if (structure.get() != element.type().structure.get() || isForeign) {
            throw new IllegalArgumentException(element.name() + " has another structure than " + name);
        }
        return element.as(this);
    }

    /** The attributes that together are the key of an entry; none if it has no key or another one. */
    public List<Name> keyAttributes() {
        return key.attributes();
    }

    /** The child whose text is the key of an entry, if it is a child. */
    public Optional<Name> keyChild() {
        return key.child();
    }

    /** Whether the key of an entry is its own text. */
    public boolean isKeyedByText() {
        return key.isOwnText();
    }

    Key key() {
        return key;
    }

    int rank() {
        return rank;
    }

    void placeAt(int place) {
        this.rank = place;
    }

    /** Foreign types are equal when their names are; each row of the table equals itself alone. */
    @Override
    public boolean equals(@Nullable Object other) {
        return this == other
                || other instanceof ElementType that && isForeign && that.isForeign && name.equals(that.name);
    }

    @Override
    public int hashCode() {
        return name.hashCode();
    }

    @Override
    public String toString() {
        return name.toString();
    }

    static final class Builder {
        private final Name name;
        private final Occurrence occurrence;
        private @Nullable Datatype datatype;
        private Supplier<Structure> structure = () -> Structure.NOTHING;
        private boolean isForeign;
        private Key key = Key.NONE;
        private Access access = Access.CLIENT;
        private boolean inherited = true;
        private Privacy privacy = Privacy.PUBLIC;
        private IdentifierKind identifier = IdentifierKind.NUMBER;
        private boolean replacedWhole;
        private boolean inheritedByEntry;
        private boolean leftOutWhenEmpty;

        Builder(Name name, Occurrence occurrence) {
            this.name = name;
            this.occurrence = occurrence;
        }

        Builder holding(Datatype text) {
            this.datatype = text;
            return this;
        }

        Builder holding(Supplier<Structure> content) {
            this.structure = content;
            return this;
        }

        Builder key(Key entryKey) {
            this.key = entryKey;
            return this;
        }

        Builder access(Access who) {
            this.access = who;
            return this;
        }

        Builder notInherited() {
            this.inherited = false;
            return this;
        }

        Builder privacy(Privacy tells) {
            this.privacy = tells;
            return this;
        }

        Builder identifier(IdentifierKind kind) {
            this.identifier = kind;
            return this;
        }

        Builder replacedWhole() {
            this.replacedWhole = true;
            return this;
        }

        Builder inheritedByEntry() {
            this.inheritedByEntry = true;
            return this;
        }

        Builder leftOutWhenEmpty() {
            this.leftOutWhenEmpty = true;
            return this;
        }

        ElementType build() {
            return new ElementType(this);
        }
    }
}
