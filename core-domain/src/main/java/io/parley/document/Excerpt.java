package io.parley.document;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The places at which two versions of a document may differ, by which a part is taken out of any document: what has to be looked at to
 * know what a change makes of others that hold the same.
 *
 * <p>What the versions share directly below the root is left out. Of a collection of many entries, such as a large roster, only those are
 * taken that the versions do not share; a collection of few, and everything else, is taken as a whole. To take a part out costs what the
 * part holds, and it shares the rest with the document. Immutable.
 */
public final class Excerpt {

    private static final Excerpt WHOLE = new Excerpt(Map.of());

    private final Map<Slot, Excerpt> parts;

    private Excerpt(Map<Slot, Excerpt> parts) {
        this.parts = parts;
    }

    /** The places at which {@code after} may differ from {@code before}, two elements of the same type. */
    public static Excerpt of(Element before, Element after) {
        if (CloningMarks.isEnforced(before) != CloningMarks.isEnforced(after)) {
            return WHOLE; // a mark binds all that the element holds
        }
        Set<Slot> touched = new LinkedHashSet<>();
        for (Element version : List.of(before, after)) {
            for (Node node : version.beside(version == before ? after : before)) {
                if (node instanceof Element child) {
                    touched.add(Slot.of(child));
                }
            }
        }
        Map<Slot, Excerpt> parts = new HashMap<>();
        for (Slot slot : touched) {
            List<Element> was = slot.in(before);
            List<Element> is = slot.in(after);
            if (!isShared(was, is)) {
                boolean inside =
                        was.size() == 1 && is.size() == 1 && isCollection(was.get(0)) && isCollection(is.get(0));
                parts.put(slot, inside ? of(was.get(0), is.get(0)) : WHOLE);
            }
        }
        return new Excerpt(parts);
    }

    /** The part of {@code document} at these places. */
    public Element of(Element document) {
        if (this == WHOLE) {
            return document;
        }
        List<Element> content = new ArrayList<>();
        for (Map.Entry<Slot, Excerpt> part : parts.entrySet()) {
            for (Element standing : part.getKey().in(document)) {
                content.add(part.getValue().of(standing));
            }
        }
        return Element.of(document.type(), document.attributes(), content);
    }

    /** The part of {@code layer} at these places. */
    Layer of(Layer layer) {
        if (this == WHOLE) {
            return layer;
        }
        Layer taken = new Layer(layer.attributes(), Layer.NOTHING.parts());
        for (Map.Entry<Slot, Excerpt> place : parts.entrySet()) {
            Optional<Part> own = layer.parts().get(place.getKey());
            if (own.isPresent()) {
                taken = taken.with(place.getKey(), place.getValue().of(own.get()));
            }
        }
        return taken;
    }

    private Part of(Part part) {
        return part instanceof Part.Within within ? within.with(of(within.own())) : part;
    }

    private static boolean isShared(List<Element> was, List<Element> is) {
        boolean shared = was.size() == is.size();
        for (int i = 0; shared && i < was.size(); i++) {
            shared = was.get(i) == is.get(i);
        }
        return shared;
    }

    /** Whether the element holds many others, each of which stands there by itself: it is there whatever becomes of them. */
    private static boolean isCollection(Element element) {
        ElementType type = element.type();
        return element.size() > Children.FEW
                && Slot.of(element).isContainer()
                && !type.isLeftOutWhenEmpty()
                && type.children().stream().allMatch(ElementType::isInherited);
    }
}
