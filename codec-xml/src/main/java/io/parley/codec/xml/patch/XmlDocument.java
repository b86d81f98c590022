package io.parley.codec.xml.patch;

import io.parley.codec.xml.UnreadableException;
import io.parley.codec.xml.XmlSource;
import io.parley.document.Element;
import io.parley.document.ElementType;
import io.parley.document.Name;
import io.parley.document.TreeBuilder;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.xml.XMLConstants;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import javax.xml.stream.XMLStreamWriter;
import org.jspecify.annotations.Nullable;

/**
 * XML as it was written, but for the prolog and what canonical XML ignores.
 *
 * @param content the root element, and the comments and processing instructions beside it
 */
record XmlDocument(List<XmlNode> content) {

    static XmlDocument read(XmlSource source, byte[] bytes) throws UnreadableException {
        List<XmlNode> nodes = new ArrayList<>();
        return source.read(bytes, before -> add(before, nodes), xml -> {
            nodes.add(element(xml));
            while (xml.hasNext()) {
                xml.next();
                add(xml, nodes);
            }
            return new XmlDocument(nodes);
        });
    }

    XmlNode.OfElement root() {
        for (XmlNode node : content) {
            if (node instanceof XmlNode.OfElement root) {
                return root;
            }
        }
        throw new IllegalStateException("a document has a root");
    }

    /** The comment or processing instruction at which {@code xml} stands. */
    private static void add(XMLStreamReader xml, List<XmlNode> nodes) {
        if (xml.getEventType() == XMLStreamConstants.COMMENT) {
            nodes.add(new XmlNode.OfComment(xml.getText()));
        } else if (xml.getEventType() == XMLStreamConstants.PROCESSING_INSTRUCTION) {
            nodes.add(new XmlNode.OfInstruction(xml.getPITarget(), orEmpty(xml.getPIData())));
        }
    }

    private static XmlNode.OfElement element(XMLStreamReader xml) throws XMLStreamException {
        Map<String, String> declarations = new LinkedHashMap<>();
        for (int i = 0; i < xml.getNamespaceCount(); i++) {
            declarations.put(orEmpty(xml.getNamespacePrefix(i)), orEmpty(xml.getNamespaceURI(i)));
        }
        List<XmlNode.Attribute> attributes = new ArrayList<>();
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            Name name = Name.of(orEmpty(xml.getAttributeNamespace(i)), xml.getAttributeLocalName(i));
            attributes.add(new XmlNode.Attribute(orEmpty(xml.getAttributePrefix(i)), name, xml.getAttributeValue(i)));
        }
        String prefix = orEmpty(xml.getPrefix());
        Name name = Name.of(orEmpty(xml.getNamespaceURI()), xml.getLocalName());
        List<XmlNode> content = new ArrayList<>();
        while (true) {
            switch (xml.next()) {
                case XMLStreamConstants.START_ELEMENT -> content.add(element(xml));
                case XMLStreamConstants.END_ELEMENT -> {
                    return new XmlNode.OfElement(prefix, name, declarations, attributes, XmlNode.joined(content));
                }
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> {
                    if (xml.getTextLength() > 0) {
                        content.add(new XmlNode.OfText(xml.getText()));
                    }
                }
                default -> add(xml, content);
            }
        }
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }

    void write(XMLStreamWriter xml) throws XMLStreamException {
        for (XmlNode node : content) {
            write(node, xml);
        }
    }

    private static void write(XmlNode node, XMLStreamWriter xml) throws XMLStreamException {
        if (node instanceof XmlNode.OfText text) {
            xml.writeCharacters(text.value());
        } else if (node instanceof XmlNode.OfComment comment) {
            xml.writeComment(comment.value());
        } else if (node instanceof XmlNode.OfInstruction instruction) {
            if (instruction.data().isEmpty()) {
                xml.writeProcessingInstruction(instruction.target());
            } else {
                xml.writeProcessingInstruction(instruction.target(), instruction.data());
            }
        } else if (node instanceof XmlNode.OfElement element) {
            write(element, xml);
        }
    }

    private static void write(XmlNode.OfElement element, XMLStreamWriter xml) throws XMLStreamException {
        Name name = element.name();
        xml.writeStartElement(element.prefix(), name.local(), name.namespace());
        for (Map.Entry<String, String> declared : element.declarations().entrySet()) {
            if (declared.getKey().isEmpty()) {
                xml.writeDefaultNamespace(declared.getValue());
            } else {
                xml.writeNamespace(declared.getKey(), declared.getValue());
            }
        }
        for (XmlNode.Attribute attribute : element.attributes()) {
            xml.writeAttribute(
                    attribute.prefix(),
                    attribute.name().namespace(),
                    attribute.name().local(),
                    attribute.value());
        }
        for (XmlNode node : element.content()) {
            write(node, xml);
        }
        xml.writeEndElement();
    }

    /** The same on the core's tree, as one of {@code type}, without the attributes for schema processors. */
    Element as(ElementType type) {
        TreeBuilder tree = new TreeBuilder(type);
        build(root(), tree);
        return tree.build();
    }

    private static void build(XmlNode.OfElement element, TreeBuilder tree) {
        for (XmlNode.Attribute attribute : element.attributes()) {
            if (!attribute.name().namespace().equals(XMLConstants.W3C_XML_SCHEMA_INSTANCE_NS_URI)) {
                tree.attribute(attribute.name(), attribute.value());
            }
        }
        for (XmlNode node : element.content()) {
            if (node instanceof XmlNode.OfText text) {
                tree.text(text.value());
            } else if (node instanceof XmlNode.OfElement child) {
                tree.start(child.name());
                build(child, tree);
                tree.end();
            }
        }
    }
}
