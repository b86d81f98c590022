package io.parley.cloning;

import io.parley.document.AttributeType;
import io.parley.document.Element;

/**
 * What a clone takes over from its parent: all that the schema's column says, which leaves out the identity, live state, ways into the
 * conference, passwords, endpoints and sidebars. Labels and ids stay, since they are the keys along which a clone inherits.
 */
public final class Inheritance {

    private Inheritance() {}

    /** The part of {@code parent}, a conference document, that a clone starts with; what is inherited whole is shared. */
    public static Element of(Element parent) {
        Element inherited = parent;
        for (AttributeType attribute : parent.type().attributes()) {
            if (!attribute.inherited()) {
                inherited = inherited.withoutAttribute(attribute.name());
            }
        }
        for (Element child : parent.elements()) {
            if (!child.type().isInherited()) {
                inherited = inherited.without(child);
            } else if (child.type().isStructured()) {
                Element kept = of(child);
                boolean emptied = kept.size() == 0
                        && child.size() > 0
                        && kept.attributes().isEmpty();
                inherited = emptied ? inherited.without(child) : inherited.replacing(child, kept);
            }
        }
        return inherited;
    }
}
