package io.parley.document;

import static io.parley.document.ElementType.Occurrence.MANY;
import static io.parley.document.ElementType.Occurrence.ONE;
import static io.parley.document.ElementType.Occurrence.OPTIONAL;
import static io.parley.document.ElementType.Occurrence.SOME;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** The words in which the tables of the schema are written. */
final class Rows {

    private Rows() {}

    /** At most one element that holds text. */
    static ElementType.Builder optional(Name name, Datatype text) {
        return ElementType.of(name, OPTIONAL).holding(text);
    }

    /** At most one element that holds elements. */
    static ElementType.Builder optional(Name name, Structure structure) {
        return optional(name, () -> structure);
    }

    /** At most one element that holds elements, for a structure that contains itself. */
    static ElementType.Builder optional(Name name, Supplier<Structure> structure) {
        return ElementType.of(name, OPTIONAL).holding(structure);
    }

    /** Exactly one element that holds text. */
    static ElementType.Builder one(Name name, Datatype text) {
        return ElementType.of(name, ONE).holding(text);
    }

    /** Any number of elements that hold text. */
    static ElementType.Builder many(Name name, Datatype text) {
        return ElementType.of(name, MANY).holding(text);
    }

    /** Any number of elements that hold elements. */
    static ElementType.Builder many(Name name, Structure structure) {
        return ElementType.of(name, MANY).holding(() -> structure);
    }

    /** One or more elements that hold text. */
    static ElementType.Builder some(Name name, Datatype text) {
        return ElementType.of(name, SOME).holding(text);
    }

    /** One or more elements that hold elements. */
    static ElementType.Builder some(Name name, Structure structure) {
        return ElementType.of(name, SOME).holding(() -> structure);
    }

    /** An attribute that has to be there and is the key of its element: set once, kept for life. */
    static AttributeType keyAttribute(Name name, Datatype datatype, Access access, Privacy privacy) {
        return keyAttribute(name, datatype, access, privacy, IdentifierKind.NUMBER);
    }

    /** Likewise, with what a placeholder becomes. */
    static AttributeType keyAttribute(
            Name name, Datatype datatype, Access access, Privacy privacy, IdentifierKind identifier) {
        return new AttributeType(name, datatype, true, access, true, privacy, identifier);
    }

    /** An attribute that has to be there. */
    static AttributeType required(Name name, Datatype datatype, Access access) {
        return required(name, datatype, access, Privacy.PUBLIC);
    }

    /** Likewise, with what it tells of a person. */
    static AttributeType required(Name name, Datatype datatype, Access access, Privacy privacy) {
        return new AttributeType(name, datatype, true, access, true, privacy, IdentifierKind.NUMBER);
    }

    /** An attribute that may be there. */
    static AttributeType optional(Name name, Datatype datatype, Access access) {
        return new AttributeType(name, datatype, false, access, true, Privacy.PUBLIC, IdentifierKind.NUMBER);
    }

    /** The state of RFC 4575: read, of effect in an update when it says deleted, never kept. */
    static AttributeType state() {
        return new AttributeType(
                Attributes.STATE, Datatype.STATE, false, Access.CLIENT, false, Privacy.PUBLIC, IdentifierKind.NUMBER);
    }

    static Structure structure(Object... rows) {
        List<AttributeType> attributes = new ArrayList<>();
        List<ElementType> children = new ArrayList<>();
        for (Object row : rows) {
            if (row instanceof AttributeType attribute) {
                attributes.add(attribute);
            } else if (row instanceof ElementType.Builder child) {
                children.add(child.build());
            } else {
                throw new IllegalArgumentException("not a row of the schema: " + row);
            }
        }
        return new Structure(attributes, children);
    }

    /**
     * {@code execution-type} of RFC 4575: when, why and by whom something was done; all of it the server's.
     *
     * @param when what the time tells of a person
     */
    static Structure execution(Privacy when) {
        return structure(
                optional(Info.WHEN, Datatype.DATE_TIME)
                        .access(Access.SERVER)
                        .notInherited()
                        .privacy(when),
                optional(Info.REASON, Datatype.TEXT).access(Access.SERVER).notInherited(),
                optional(Info.BY, Datatype.URI)
                        .access(Access.SERVER)
                        .notInherited()
                        .privacy(Privacy.ADDRESS));
    }

    /** {@code control-type} of RFC 6501 section 4.2.7: how a stream is mixed. */
    static Structure controls(Access access) {
        return structure(
                optional(Xcon.MUTE, Datatype.BOOLEAN).access(access),
                optional(Xcon.PAUSE_VIDEO, Datatype.BOOLEAN).access(access),
                optional(Xcon.GAIN, Datatype.GAIN).access(access),
                optional(
                                Xcon.VIDEO_LAYOUT,
                                Datatype.open(
                                        "single-view",
                                        "dual-view",
                                        "dual-view-crop",
                                        "dual-view-2x1",
                                        "dual-view-2x1-crop",
                                        "quad-view",
                                        "multiple-3x3",
                                        "multiple-4x4",
                                        "multiple-5x1",
                                        "automatic"))
                        .access(access));
    }
}
