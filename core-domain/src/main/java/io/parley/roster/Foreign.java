package io.parley.roster;

import io.parley.document.Attribute;
import io.parley.document.Element;
import io.parley.document.ElementType;
import io.parley.document.Name;
import io.parley.document.Node;
import io.parley.document.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Elements of foreign types: they hold what is put into them in that order, and the same name as often as wanted. */
public final class Foreign {

    private Foreign() {}

    /** An element that holds nothing. */
    public static Element element(Name name) {
        return ElementType.foreign(name).empty();
    }

    /** An element that holds {@code text}. */
    public static Element element(Name name, String text) {
        return ElementType.foreign(name).text(text);
    }

    /** {@code parent} with {@code child} behind all that it holds, if there is one. */
    public static Element with(Element parent, Optional<Element> child) {
        return child.isPresent() ? parent.with(child.get()) : parent;
    }

    /** {@code parent} with {@code children} behind all that it holds. */
    public static Element with(Element parent, Iterable<Element> children) {
        Element filled = parent;
        for (Element child : children) {
            filled = filled.with(child);
        }
        return filled;
    }

    /** {@code element} as a foreign one, with all that is in it. */
    public static Element of(Element element) {
        if (element.type().isForeign()) {
            return element;
        }
        Element foreign = attributesOf(element);
        StringBuilder text = new StringBuilder();
        List<Element> children = new ArrayList<>();
        for (Node node : element.content()) {
            if (node instanceof Text run) {
                text.append(run.value());
            } else if (node instanceof Element child) {
                children.add(of(child));
            }
        }
        return children.isEmpty() ? foreign.withText(text.toString()) : with(foreign, children);
    }

    /** An element with the name and the attributes of {@code element}, which holds nothing. */
    public static Element attributesOf(Element element) {
        Element bare = element(element.name());
        for (Attribute attribute : element.attributes()) {
            bare = bare.withAttribute(attribute.name(), attribute.value());
        }
        return bare;
    }

    /** {@code children} without the separators at their end, behind which nothing stands. */
    public static List<Element> withoutEnd(List<Element> children) {
        int end = children.size();
        while (end > 0 && children.get(end - 1).name().equals(InfoNames.SEPARATOR)) {
            end--;
        }
        return children.subList(0, end);
    }
}
