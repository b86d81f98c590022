package io.parley.subscription;

import io.parley.document.Attribute;
import io.parley.document.Attributes;
import io.parley.document.Element;
import io.parley.document.Name;
import io.parley.privacy.Sight;
import io.parley.roster.Foreign;
import io.parley.roster.InfoNames;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Leaves out of what MCUs and clients wrote whatever names somebody who is not seen as he is. Of what it is, the schema says nothing: an
 * attribute or a text that is an address of his is one, and the whole child in which it stands goes.
 *
 * @param sight what is seen
 */
record Discretion(Sight sight) {

    private static final Set<Name> KEPT = Set.of(InfoNames.SEPARATOR);

    /** {@code element} without the attributes and the children that name somebody; empty if its entity does. */
    Optional<Element> of(Element element) {
        if (sight.unseen().isEmpty()) {
            return Optional.of(element);
        }
        Element left = Foreign.element(element.name());
        for (Attribute attribute : element.attributes()) {
            if (!sight.betrays(attribute.value())) {
                left = left.withAttribute(attribute.name(), attribute.value());
            } else if (attribute.name().equals(Attributes.ENTITY)) {
                return Optional.empty();
            }
        }
        if (element.elements().isEmpty()) {
            return sight.betrays(element.text()) ? Optional.empty() : Optional.of(left.withText(element.text()));
        }
        List<Element> children = new ArrayList<>();
        for (Element child : element.elements()) {
            if (KEPT.contains(child.name()) || !names(child)) {
                children.add(child);
            }
        }
        return Optional.of(Foreign.with(left, Foreign.withoutEnd(children)));
    }

    /** An {@code entity-view}, whose parts lose those of their children that name somebody. */
    Element ofView(Element view) {
        if (sight.unseen().isEmpty()) {
            return view;
        }
        Element left = Foreign.attributesOf(view);
        for (Element part : view.elements()) {
            left = left.with(of(part).orElseGet(() -> Foreign.element(part.name())));
        }
        return left;
    }

    /** Whether anything in {@code element} names somebody. */
    boolean names(Element element) {
        if (sight.unseen().isEmpty()) {
            return false;
        }
        for (Attribute attribute : element.attributes()) {
            if (sight.betrays(attribute.value())) {
                return true;
            }
        }
        List<Element> children = element.elements();
        return children.isEmpty()
                ? sight.betrays(element.text())
                : children.stream().anyMatch(this::names);
    }
}
