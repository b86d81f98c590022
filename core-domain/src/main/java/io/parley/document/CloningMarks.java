package io.parley.document;

import java.util.Optional;

/**
 * The attributes by which an object says how its clones inherit from it, and by which the server remembers what came from where, in a
 * namespace of this project's own: the data model has none
 * for it (RFC 5239 section 7.1 asks for it, RFC 6501 leaves it out). Every element may bear them.
 */
public final class CloningMarks {

    /** The namespace of the marks. */
    public static final String NAMESPACE = "urn:parley:params:xml:ns:cloning";

    /** {@code enforced}, a boolean: what a linked descendant inherits here is the same as here. */
    public static final Name ENFORCED = Name.of(NAMESPACE, "enforced");

    /** {@code clones}, with the one value {@code independent}: clones of this object are copies. */
    public static final Name CLONES = Name.of(NAMESPACE, "clones");

    /**
     * {@code said-by}, on an entry of a list that a clone takes over entry by entry: the XCON-URIs of the objects that say it themselves,
     * separated by spaces. The server's own, and never written into a message; an entry without it is said by the object that has it.
     */
    public static final Name SAID_BY = Name.of(NAMESPACE, "said-by");

    private static final String INDEPENDENT = "independent";

    private CloningMarks() {}

    /** Whether this element is marked as enforced. */
    public static boolean isEnforced(Element element) {
        return element.attribute(ENFORCED)
                .map(Datatype.BOOLEAN::normalize)
                .filter("true"::equals)
                .isPresent();
    }

    /** The mark of enforcement on {@code element}, as it is written. */
    public static Optional<String> enforcedOn(Element element) {
        return element.attribute(ENFORCED);
    }

    /** Whether clones of the object with this document are independent of it. */
    public static boolean makesIndependentClones(Element document) {
        return document.attribute(CLONES).filter(INDEPENDENT::equals).isPresent();
    }

    /** Whether an attribute of that name is a mark. */
    public static boolean contain(Name name) {
        return name.equals(ENFORCED) || name.equals(CLONES);
    }

    /** {@code replacement} with the mark of {@code standing}, in whose place it comes, unless it says something of it. */
    static Element kept(Element standing, Element replacement) {
        Optional<String> mark = standing.attribute(ENFORCED);
        return mark.isPresent() && replacement.attribute(ENFORCED).isEmpty()
                ? replacement.withAttribute(ENFORCED, mark.get())
                : replacement;
    }

    /** Why {@code value} may not be the value of the mark {@code name}; empty if it may, or if that is no mark. */
    static Optional<String> refusal(Name name, String value) {
        if (name.equals(ENFORCED)) {
            return Datatype.BOOLEAN.refusal(value);
        }
        return name.equals(CLONES) && !value.equals(INDEPENDENT)
                ? Optional.of("'" + value + "' is not " + INDEPENDENT)
                : Optional.empty();
    }
}
