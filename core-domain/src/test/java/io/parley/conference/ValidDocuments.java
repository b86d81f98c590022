package io.parley.conference;

import io.parley.document.AttributeType;
import io.parley.document.Datatype;
import io.parley.document.Element;
import io.parley.document.ElementType;
import io.parley.document.ElementType.Occurrence;
import io.parley.document.Schema;
import io.parley.document.Validation;
import io.parley.document.Xcon;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;

/** Documents that the data model admits, of any shape that it admits: every row of the schema is there or not by chance. */
final class ValidDocuments {

    private static final int DEPTH = 9;
    private static final List<String> VALUES = List.of(
            "true",
            "false",
            "0",
            "1",
            "007",
            "-127",
            "+12",
            "2147483647",
            "18446744073709551615",
            "full",
            "deleted",
            "odd-word",
            "two words",
            "  ",
            "",
            "de",
            "de en-GB",
            "*@example.com",
            "sip:bob@example.com;x=y",
            "tel:+4930123",
            "http://example.com/",
            "conference1@example.com",
            "xcon:a@[2001:db8::1]",
            "XCON:B@Example.com",
            "xcon-userid:Bob@example.com",
            "xcon-userid:alice",
            "2010-01-27T15:30:00Z",
            "2010-01-27T15:30:00.5+02:00",
            "2010-01-27T15:30:00",
            "+999999999-12-31T23:59:59Z");

    private ValidDocuments() {}

    static Arbitrary<Element> any() {
        return Arbitraries.randomValue(ValidDocuments::document)
                .filter(document -> Validation.ofDocument(document).isEmpty());
    }

    private static Element document(Random random) {
        Element document = element(Schema.CONFERENCE_INFO, random, DEPTH);
        // A label of a floor has to be one of the media, which chance rarely provides.
        return Validation.ofDocument(document).isEmpty() ? document : document.without(Xcon.FLOOR_INFORMATION);
    }

    private static Element element(ElementType type, Random random, int depth) {
        Element element = type.datatype()
                .map(datatype -> type.text(value(datatype, random)))
                .orElseGet(type::empty);
        for (AttributeType attribute : type.attributes()) {
            if (attribute.required() || random.nextBoolean()) {
                element = element.withAttribute(attribute.name(), value(attribute.datatype(), random));
            }
        }
        for (ElementType child : type.children()) {
            for (int i = times(child.occurrence(), random, depth); i > 0; i--) {
                element = element.with(element(child, random, depth - 1));
            }
        }
        return element;
    }

    private static int times(Occurrence occurrence, Random random, int depth) {
        return switch (occurrence) {
            case ONE -> 1;
            case SOME -> 1 + random.nextInt(2);
            case OPTIONAL -> depth > 0 ? random.nextInt(2) : 0;
            case MANY -> depth > 0 ? random.nextInt(3) : 0;
        };
    }

    private static String value(Datatype datatype, Random random) {
        List<String> admitted = VALUES.stream()
                .map(datatype::normalize)
                .filter(value -> datatype.refusal(value).isEmpty())
                .toList();
        return admitted.get(random.nextInt(admitted.size()));
    }
}
