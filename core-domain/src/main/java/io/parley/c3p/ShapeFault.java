package io.parley.c3p;

import io.parley.c3p.Shape.AttributePlace;
import io.parley.c3p.Shape.Place;
import io.parley.document.Element;
import io.parley.document.Name;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Finds what the schema does not admit in an element that has been arranged.
 *
 * @param shape what the element has to look like
 */
record ShapeFault(Shape shape) {

    /** The first fault, and where it is. */
    Optional<String> first(Element element, String path) {
        if (!shape.isJudged()) {
            return Optional.empty();
        }
        for (AttributePlace place : shape.attributePlaces()) {
            Optional<String> value = element.attribute(place.name());
            if (value.isEmpty() && place.required()) {
                return Optional.of(path + " needs the attribute " + place.name().local());
            }
            Optional<String> refusal = value.flatMap(place.rule()::refusal);
            if (refusal.isPresent()) {
                return Optional.of(path + "/@" + place.name().local() + ": " + refusal.get());
            }
        }
        if (shape.isOpen()) {
            return Optional.empty();
        }
        Optional<TextRule> text = shape.textRule();
        return text.isPresent()
                ? text.get().refusal(element.text()).map(refusal -> path + ": " + refusal)
                : faultOfChildren(element, path);
    }

    private Optional<String> faultOfChildren(Element element, String path) {
        List<Name> seen = new ArrayList<>();
        for (Element child : element.elements()) {
            Optional<Place> known = shape.exactPlace(child.name());
            if (child.name().equals(C3pNames.SEPARATOR) && !Shape.isSeparator(child)) {
                return Optional.of(path + "/separator has to be empty");
            }
            if (known.isEmpty()) {
                continue;
            }
            Place place = known.get();
            if (!place.occurs().isRepeated()) {
                if (seen.contains(child.name())) {
                    return Optional.of(
                            path + " holds more than one " + child.name().local());
                }
                seen.add(child.name());
            }
            Optional<String> fault = new ShapeFault(place.shape())
                    .first(child, path + "/" + child.name().local());
            if (fault.isPresent()) {
                return fault;
            }
        }
        return missing(element, path);
    }

    private Optional<String> missing(Element element, String path) {
        for (Place place : shape.places()) {
            boolean groupIsThere = place.group() == 0 || groupIsThere(element, place.group());
            if (place.occurs().isRequired()
                    && groupIsThere
                    && element.child(place.name()).isEmpty()) {
                return Optional.of(path + " needs " + place.name().local());
            }
        }
        return Optional.empty();
    }

    private boolean groupIsThere(Element element, int group) {
        return shape.places().stream()
                .anyMatch(place ->
                        place.group() == group && element.child(place.name()).isPresent());
    }
}
