package io.parley.codec.xml;

import io.parley.document.Attribute;
import io.parley.document.Element;
import io.parley.document.Name;
import io.parley.document.Node;
import io.parley.document.Text;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import javax.xml.XMLConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * Writes a tree as clients of the field write theirs: the namespace of the root is the default one, and those that are used besides are
 * declared on the root, under the usual prefixes where there are any.
 */
final class TreeWriter {

    private final XMLStreamWriter xml;
    private final Element root;
    private final Map<String, String> prefixes = new LinkedHashMap<>();

    TreeWriter(XMLStreamWriter xml, Element root, Map<String, String> usual) {
        this.xml = xml;
        this.root = root;
        Set<String> used = new LinkedHashSet<>();
        collect(root, used);
        usual.forEach((namespace, prefix) -> {
            if (used.contains(namespace)) {
                prefixes.put(namespace, prefix);
            }
        });
        for (String namespace : used) {
            if (!prefixes.containsKey(namespace)) {
                prefixes.put(namespace, "ns" + (prefixes.size() + 1));
            }
        }
    }

    /** Finds the namespaces that need a prefix: of elements other than the root's, and of any attribute. */
    private void collect(Element element, Set<String> used) {
        if (!element.name().namespace().equals(root.name().namespace())) {
            add(element.name(), used);
        }
        element.attributes().forEach(attribute -> add(attribute.name(), used));
        for (Node node : element.content()) {
            if (node instanceof Element child) {
                collect(child, used);
            }
        }
    }

    private static void add(Name name, Set<String> used) {
        if (!name.namespace().isEmpty() && !name.namespace().equals(Name.XML_NAMESPACE)) {
            used.add(name.namespace());
        }
    }

    void write() throws XMLStreamException {
        String namespace = root.name().namespace();
        start(root.name(), XMLConstants.DEFAULT_NS_PREFIX);
        if (!namespace.isEmpty()) {
            xml.writeDefaultNamespace(Words.writable(namespace));
        }
        for (Map.Entry<String, String> each : prefixes.entrySet()) {
            Prefixes.declare(xml, each.getValue(), each.getKey());
        }
        writeRest(root, namespace);
    }

    /** Writes {@code element}. Where elements without namespace are around it, the default namespace is none, and is restored here. */
    private void write(Element element, String defaultNamespace) throws XMLStreamException {
        String namespace = element.name().namespace();
        boolean isPrefixed =
                prefixes.containsKey(namespace) && !namespace.equals(root.name().namespace())
                        || namespace.equals(Name.XML_NAMESPACE);
        start(element.name(), isPrefixed ? prefix(namespace) : XMLConstants.DEFAULT_NS_PREFIX);
        if (!isPrefixed && !namespace.equals(defaultNamespace)) {
            xml.writeDefaultNamespace(namespace);
        }
        writeRest(element, isPrefixed ? defaultNamespace : namespace);
    }

    private void start(Name name, String prefix) throws XMLStreamException {
        xml.writeStartElement(prefix, Words.writable(name.local()), name.namespace());
    }

    private void writeRest(Element element, String defaultNamespace) throws XMLStreamException {
        for (Attribute attribute : element.attributes()) {
            write(attribute);
        }
        for (Node node : element.content()) {
            if (node instanceof Text text) {
                xml.writeCharacters(Words.writable(text.value()));
            } else if (node instanceof Element child) {
                write(child, defaultNamespace);
            }
        }
        xml.writeEndElement();
    }

    private void write(Attribute attribute) throws XMLStreamException {
        Name name = attribute.name();
        String value = Words.writable(attribute.value());
        if (name.equals(Name.unqualified(XMLConstants.XMLNS_ATTRIBUTE))) {
            throw new IllegalArgumentException("xmlns is the name of no attribute");
        }
        if (name.namespace().isEmpty()) {
            xml.writeAttribute(Words.writable(name.local()), value);
        } else {
            xml.writeAttribute(prefix(name.namespace()), name.namespace(), Words.writable(name.local()), value);
        }
    }

    private String prefix(String namespace) {
        return namespace.equals(Name.XML_NAMESPACE)
                ? XMLConstants.XML_NS_PREFIX
                : prefixes.getOrDefault(namespace, XMLConstants.DEFAULT_NS_PREFIX);
    }
}
