package io.parley.document;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * A document that breaks the data model once.
 *
 * @param document the document
 * @param place what the place of the finding ends with, but for a position among siblings
 * @param reason what the reason of the finding holds
 */
public record Broken(Element document, String place, String reason) {

    /** Whether {@code finding} tells of it. */
    public boolean isToldBy(Finding finding) {
        boolean there = finding.place().endsWith(place)
                || finding.place().replaceFirst("\\[[0-9]+]$", "").endsWith(place);
        return there && finding.reason().contains(reason);
    }

    /** Every way of breaking {@code document}, which is valid, at one place. */
    static List<Broken> all(Element document) {
        List<Broken> broken = new ArrayList<>();
        collect(document, UnaryOperator.identity(), broken);
        return broken;
    }

    private static void collect(Element element, UnaryOperator<Element> inPlace, List<Broken> broken) {
        if (element.type().isForeign()) {
            return;
        }
        breakAttributes(element, inPlace, broken);
        if (element.type().isStructured()) {
            breakContent(element, inPlace, broken);
        } else {
            breakText(element, inPlace, broken);
        }
        for (Element child : element.elements()) {
            collect(child, now -> inPlace.apply(element.replacing(child, now)), broken);
        }
    }

    private static void breakAttributes(Element element, UnaryOperator<Element> inPlace, List<Broken> broken) {
        for (AttributeType row : element.type().attributes()) {
            for (String value : Values.invalid(row.datatype())) {
                Element now = element.withAttribute(row.name(), value);
                broken.add(new Broken(inPlace.apply(now), "/@" + row.name(), "is not " + row.datatype()));
            }
            if (row.required()) {
                Element now = element.withoutAttribute(row.name());
                broken.add(new Broken(inPlace.apply(now), step(now), "the attribute " + row.name() + " is missing"));
            }
        }
    }

    private static void breakText(Element element, UnaryOperator<Element> inPlace, List<Broken> broken) {
        for (String value : Values.invalid(element.type().datatype().orElseThrow())) {
            Element now = element.withText(value);
            broken.add(new Broken(
                    inPlace.apply(now),
                    step(now),
                    "is not " + element.type().datatype().orElseThrow()));
        }
        Element now = holding(
                element, ElementType.foreign(Name.of("urn:example:one", "note")).empty());
        broken.add(new Broken(inPlace.apply(now), step(now), "no element may stand in it"));
    }

    private static void breakContent(Element element, UnaryOperator<Element> inPlace, List<Broken> broken) {
        for (ElementType row : element.type().children()) {
            Optional<Element> first = element.child(row.name());
            if (first.isPresent() && !row.occurrence().isCollection()) {
                Element now = holding(element, copy(first.get()));
                broken.add(new Broken(inPlace.apply(now), row.name() + "[2]", "there more than once"));
            } else if (first.isPresent() && row.isKeyed()) {
                Element now = holding(element, copy(first.get()));
                broken.add(new Broken(inPlace.apply(now), step(first.get()), "another one has the same key"));
            }
            boolean needed =
                    row.occurrence() == ElementType.Occurrence.ONE || row.occurrence() == ElementType.Occurrence.SOME;
            if (needed) {
                Element now = element.without(row.name());
                broken.add(new Broken(inPlace.apply(now), step(now), "the element " + row.name() + " is missing"));
            }
        }
        Element unqualified = ElementType.foreign(Name.unqualified("foo")).empty();
        broken.add(new Broken(
                inPlace.apply(holding(element, unqualified)), "/foo", "the data model has no such element here"));
        Element texted = holding(element, new Text("text"));
        broken.add(new Broken(inPlace.apply(texted), step(texted), "no text may stand in it"));
        if (element.type().child(Xcon.CONFERENCE_PASSWORD).isForeign()) {
            Element password = ElementType.foreign(Xcon.CONFERENCE_PASSWORD).text("secret");
            broken.add(new Broken(
                    inPlace.apply(holding(element, password)),
                    "/" + Xcon.CONFERENCE_PASSWORD,
                    "a password may stand in an entry of conf-uris only"));
        }
    }

    private static Element holding(Element element, Node more) {
        List<Node> content = new ArrayList<>();
        element.content().forEach(content::add);
        content.add(more);
        return Element.of(element.type(), element.attributes(), content);
    }

    private static Element copy(Element element) {
        List<Node> content = new ArrayList<>();
        element.content().forEach(content::add);
        return Element.of(element.type(), element.attributes(), content);
    }

    /** The last step of the path to {@code element}, without a position. */
    private static String step(Element element) {
        return new Path.Step(element.name(), element.key(), 0).toString();
    }
}
