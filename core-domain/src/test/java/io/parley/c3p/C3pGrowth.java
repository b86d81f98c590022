package io.parley.c3p;

import io.parley.c3p.Shape.AttributePlace;
import io.parley.c3p.Shape.Place;
import io.parley.document.Element;
import io.parley.document.ElementType;
import io.parley.document.Name;
import java.util.List;
import java.util.Random;

/** Grows elements that the schemas of MS-CONFBAS admit, from the same table that the readers and writers use. */
final class C3pGrowth {

    private static final List<String> TEXTS = List.of("Bob", "a  b", "<&>\"'", "Zoë \uD83D\uDE00", "", " x ");
    private static final List<String> WORDS = List.of("chat", "main-audio", "{09AA504C-BA41}", "a&b");
    private static final List<String> SIP_URIS = List.of(
            "sip:alice@example.com",
            "sips:Bob@EXAMPLE.com;transport=tls",
            "sip:alice@example.com;gruu;opaque=app:conf:focus:id:5D3747C1",
            "sip:x@y?Referred-By=z&s=%C3%BC");

    private final Random random;
    private final int richness;

    C3pGrowth(Random random, int richness) {
        this.random = random;
        this.richness = richness;
    }

    <T> T one(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    boolean perhaps() {
        return random.nextInt(6) < richness;
    }

    String text() {
        return one(TEXTS);
    }

    String word() {
        return one(WORDS);
    }

    String sipUri() {
        return one(SIP_URIS);
    }

    /** An element of that name and shape. */
    Element element(Name name, Shape shape) {
        Element element = ElementType.foreign(name).empty();
        for (AttributePlace attribute : shape.attributePlaces()) {
            if (attribute.required() || perhaps()) {
                element = element.withAttribute(attribute.name(), value(attribute.rule()));
            }
        }
        if (shape.textRule().isPresent()) {
            return element.withText(value(shape.textRule().get()));
        }
        for (int group = 0; group <= shape.extensionGroup(); group++) {
            element = group(element, shape, group);
        }
        return shape.arranged(element);
    }

    /** Adds the children of one group: those that have to be there if any of them is. */
    private Element group(Element element, Shape shape, int group) {
        List<Place> places = shape.places().stream()
                .filter(place -> place.group() == group && !isAlternative(place))
                .toList();
        boolean isThere = group == 0 || perhaps();
        Element grown = element;
        for (Place place : places) {
            int most = place.occurs().isRepeated() ? 1 + richness / 2 : 1;
            int number = place.occurs().isRequired() ? most : perhaps() ? most : 0;
            for (int i = 0; isThere && i < number; i++) {
                grown = grown.with(element(place.name(), place.shape()));
            }
        }
        return grown;
    }

    /** Of the states of an MCU there is one only, and the other is grown. */
    private static boolean isAlternative(Place place) {
        return place.name().namespace().equals(C3pNames.MSACP);
    }

    private String value(TextRule rule) {
        if (rule.description().startsWith("one of ")) {
            return one(List.of(rule.description().substring("one of ".length()).split(", ")));
        }
        return switch (rule.description()) {
            case "text" -> text();
            case "a word" -> word();
            case "a boolean" -> one(List.of("true", "false"));
            case "an integer from 0 to 4294967295" -> one(List.of("0", "7", "2147516416", "4294967295"));
            case "an integer of 0 or more" -> one(List.of("0", "1033"));
            case "a URI", "a SIP URI", "a sip: or tel: URI" -> sipUri();
            case "a dateTime" -> "2026-11-29T10:00:00Z";
            case "a list of language tags" -> "de en-GB";
            case "a language tag" -> "de";
            case "base64" -> one(List.of("AAEC", "AAE=", "AA=="));
            case "a number without leading zero" -> "37890";
            default -> throw new IllegalStateException("nothing grows that is " + rule.description());
        };
    }
}
