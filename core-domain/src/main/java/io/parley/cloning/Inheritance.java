package io.parley.cloning;

import io.parley.conference.Kind;
import io.parley.conference.MediaDirections;
import io.parley.document.AttributeType;
import io.parley.document.CloningMarks;
import io.parley.document.Element;
import io.parley.document.ElementType;
import io.parley.document.Info;
import io.parley.document.Path;
import io.parley.document.Schema;
import io.parley.document.Xcon;

/**
 * What a clone takes over from its parent: all that the schema's column says, which leaves out the identity, live state, ways into the
 * conference, passwords, endpoints and sidebars. Labels and ids stay, since they are the keys along which a clone inherits. A sidebar
 * does not take over the users either, nor the list of those who may come: who is in the main conference is not in its sidebar.
 */
public final class Inheritance {

    private final boolean withUsers;

    private Inheritance(boolean withUsers) {
        this.withUsers = withUsers;
    }

    /** The part of {@code parent}, a conference document, that any clone but a sidebar takes over; what is taken whole is shared. */
    public static Element of(Element parent) {
        return new Inheritance(true).taken(parent).withoutAttribute(CloningMarks.CLONES);
    }

    /**
     * What a clone of {@code kind} inherits: the part of {@code parent} that it takes over, in which each medium states its direction, and
     * each entry of the list of the banned who says it.
     */
    public static Element of(Element parent, Kind kind) {
        Element taken = new Inheritance(!kind.isSidebar()).taken(parent);
        return MediaDirections.statedIn(Origins.notedIn(taken.withoutAttribute(CloningMarks.CLONES), parent));
    }

    /** Whether a clone inherits what stands at {@code place}, below an element of type {@code root}. */
    static boolean reaches(Path place, ElementType root) {
        ElementType type = root;
        for (Path.Step step : place.steps().subList(1, place.steps().size())) {
            type = type.child(step.name());
            if (!type.isInherited()) {
                return false;
            }
        }
        return true;
    }

    /** Whether a clone would take over anything of {@code element}, which stands where clones inherit. */
    static boolean takesSomethingOf(Element element) {
        if (!element.type().isStructured()) {
            return true;
        }
        Element taken = new Inheritance(true).taken(element);
        return taken.size() > 0 || !taken.attributes().isEmpty();
    }

    private Element taken(Element parent) {
        Element inherited = !withUsers && parent.type() == Schema.USERS
                ? parent.without(Info.USER).without(Xcon.ALLOWED_USERS_LIST)
                : parent;
        for (AttributeType attribute : parent.type().attributes()) {
            if (!attribute.inherited()) {
                inherited = inherited.withoutAttribute(attribute.name());
            }
        }
        for (Element child : inherited.elements()) {
            if (!child.type().isInherited()) {
                inherited = inherited.without(child);
            } else if (child.type().isStructured()) {
                Element kept = taken(child);
                boolean emptied = kept.size() == 0
                        && child.size() > 0
                        && kept.attributes().isEmpty();
                inherited = emptied ? inherited.without(child) : inherited.replacing(child, kept);
            }
        }
        return inherited;
    }
}
