package io.parley.mcu;

import io.parley.document.Attribute;
import io.parley.document.Element;
import io.parley.document.Node;
import io.parley.document.Text;

/** How many bytes of XML in UTF-8 an element takes at most, whoever writes it with short prefixes. */
final class Size {

    private static final int PREFIX = 8;
    private static final int MARKS_OF_ELEMENT = 5;
    private static final int MARKS_OF_ATTRIBUTE = 4;

    /** For declarations of namespaces on the outermost element. */
    private static final int DECLARATIONS = 512;

    private static final int REFERENCE = 6;

    private Size() {}

    static int atMost(Element element) {
        return DECLARATIONS + inside(element);
    }

    private static int inside(Element element) {
        int bytes = 2 * (PREFIX + of(element.name().local())) + MARKS_OF_ELEMENT;
        for (Attribute attribute : element.attributes()) {
            bytes += PREFIX + of(attribute.name().local()) + of(attribute.value()) + MARKS_OF_ATTRIBUTE;
        }
        for (Node node : element.content()) {
            if (node instanceof Element child) {
                bytes += inside(child);
            } else if (node instanceof Text text) {
                bytes += of(text.value());
            }
        }
        return bytes;
    }

    private static int of(String text) {
        return text.codePoints().map(Size::of).sum();
    }

    private static int of(int character) {
        if (character < 0x80) {
            return "<>&\"'\r\n\t".indexOf(character) < 0 ? 1 : REFERENCE;
        }
        return character < 0x800 ? 2 : character < 0x10000 ? 3 : 4;
    }
}
