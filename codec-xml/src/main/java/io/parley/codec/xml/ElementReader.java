package io.parley.codec.xml;

import io.parley.document.Element;
import io.parley.document.ElementType;
import io.parley.document.Name;
import io.parley.document.TreeBuilder;
import javax.xml.XMLConstants;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * From StAX straight onto the core's tree.
 *
 * <p>The attributes of {@code http://www.w3.org/2001/XMLSchema-instance} are left out: they tell a schema processor about this one
 * piece of text, and the prefixes in their values lose their meaning with it.
 */
final class ElementReader {

    private ElementReader() {}

    /** The element at whose start {@code xml} stands, as one of {@code type}; afterwards {@code xml} stands at its end. */
    static Element read(XMLStreamReader xml, ElementType type) throws XMLStreamException {
        TreeBuilder tree = new TreeBuilder(type);
        attributes(xml, tree);
        int depth = 0;
        while (true) {
            switch (xml.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    depth++;
                    tree.start(name(xml));
                    attributes(xml, tree);
                }
                case XMLStreamConstants.END_ELEMENT -> {
                    if (depth-- == 0) {
                        return tree.build();
                    }
                    tree.end();
                }
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE ->
                    tree.text(xml.getText());
                default -> {}
            }
        }
    }

    /** The element at whose start {@code xml} stands with its attributes, as one of {@code type}; {@code xml} stays where it is. */
    static Element start(XMLStreamReader xml, ElementType type) {
        TreeBuilder tree = new TreeBuilder(type);
        attributes(xml, tree);
        return tree.build();
    }

    /** Moves from the start of an element to its end. */
    static void skip(XMLStreamReader xml) throws XMLStreamException {
        int depth = 0;
        while (true) {
            int event = xml.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                depth++;
            } else if (event == XMLStreamConstants.END_ELEMENT && depth-- == 0) {
                return;
            }
        }
    }

    private static void attributes(XMLStreamReader xml, TreeBuilder tree) {
        for (int at = 0; at < xml.getAttributeCount(); at++) {
            Name name = name(xml.getAttributeNamespace(at), xml.getAttributeLocalName(at));
            if (!name.namespace().equals(XMLConstants.W3C_XML_SCHEMA_INSTANCE_NS_URI)) {
                tree.attribute(name, xml.getAttributeValue(at));
            }
        }
    }

    /** The name of the element at whose start or end {@code xml} stands. */
    static Name name(XMLStreamReader xml) {
        return name(xml.getNamespaceURI(), xml.getLocalName());
    }

    private static Name name(@Nullable String namespace, String local) {
        return Name.of(namespace == null ? "" : namespace, local);
    }
}
