package io.parley.codec.xml;

import io.parley.document.Attribute;
import io.parley.document.Attributes;
import io.parley.document.Element;
import io.parley.document.Name;
import io.parley.document.Node;
import io.parley.document.Text;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * From the core's tree to StAX; the one place where an element is written.
 *
 * <p>What is written for an element depends on nothing around it, so that it could be kept and written again elsewhere: the prefixes
 * {@code info} and {@code xcon} are bound everywhere, and every other namespace is declared where it is used, as {@code ns1},
 * {@code ns2} and so on, for that element and the foreign ones inside it.
 */
final class ElementWriter {

    /** The prefix of {@link Name#INFO_NAMESPACE} (RFC 6503 section 6 and every client that compares text). */
    static final String INFO_PREFIX = "info";

    /** The prefix of {@link Name#XCON_NAMESPACE}. */
    static final String XCON_PREFIX = "xcon";

    private final XMLStreamWriter xml;
    private final boolean withState;

    /** A writer to {@code xml}, which writes {@code state} and {@code version} of the data model only if told so. */
    ElementWriter(XMLStreamWriter xml, boolean withState) {
        this.xml = xml;
        this.withState = withState;
    }

    /** Writes {@code element} as the root of a document. */
    void writeRoot(Element element) throws XMLStreamException {
        write(element, element.name(), Map.of(), true);
    }

    /** Declares the prefixes that are bound everywhere on the element that has just been started. */
    static void declarePrefixes(XMLStreamWriter xml) throws XMLStreamException {
        xml.writeNamespace(INFO_PREFIX, Name.INFO_NAMESPACE);
        xml.writeNamespace(XCON_PREFIX, Name.XCON_NAMESPACE);
    }

    /** Writes {@code element}. */
    void write(Element element) throws XMLStreamException {
        write(element, element.name(), Map.of(), false);
    }

    /** Writes {@code element} under another name. */
    void write(Element element, Name name) throws XMLStreamException {
        write(element, name, Map.of(), false);
    }

    private void write(Element element, Name name, Map<String, String> inScope, boolean isRoot)
            throws XMLStreamException {
        Map<String, String> declared = declarations(element, name, inScope);
        Map<String, String> prefixes = declared.isEmpty() ? inScope : union(inScope, declared);
        xml.writeStartElement(prefix(name, prefixes), Words.writable(name.local()), name.namespace());
        if (isRoot) {
            declarePrefixes(xml);
        }
        for (Map.Entry<String, String> declaration : declared.entrySet()) {
            xml.writeNamespace(declaration.getValue(), Words.writable(declaration.getKey()));
        }
        for (Attribute attribute : element.attributes()) {
            if (withState || !isState(element, attribute.name())) {
                write(attribute, prefixes);
            }
        }
        for (Node node : element.content()) {
            if (node instanceof Element child) {
                write(child, child.name(), element.type().isForeign() ? prefixes : Map.of(), false);
            } else if (node instanceof Text text) {
                xml.writeCharacters(Words.writable(text.value()));
            }
        }
        xml.writeEndElement();
    }

    private void write(Attribute attribute, Map<String, String> prefixes) throws XMLStreamException {
        Name name = attribute.name();
        String local = Words.writable(name.local());
        String value = Words.writable(attribute.value());
        if (name.namespace().isEmpty()) {
            xml.writeAttribute(local, value);
        } else {
            xml.writeAttribute(prefix(name, prefixes), name.namespace(), local, value);
        }
    }

    /** Whether that attribute is one of those that a conference document does not have (RFC 6501 sections 4.1 and 4.6.5.6). */
    private static boolean isState(Element element, Name attribute) {
        return (attribute.equals(Attributes.STATE) || attribute.equals(Attributes.VERSION))
                && element.type().attribute(attribute).isPresent();
    }

    private static Map<String, String> declarations(Element element, Name name, Map<String, String> inScope) {
        Map<String, String> declared = new LinkedHashMap<>();
        declare(name, inScope, declared);
        for (Attribute attribute : element.attributes()) {
            declare(attribute.name(), inScope, declared);
        }
        return declared;
    }

    private static void declare(Name name, Map<String, String> inScope, Map<String, String> declared) {
        String namespace = name.namespace();
        if (!isBoundEverywhere(namespace) && !inScope.containsKey(namespace)) {
            declared.computeIfAbsent(namespace, undeclared -> "ns" + (inScope.size() + declared.size() + 1));
        }
    }

    private static boolean isBoundEverywhere(String namespace) {
        return namespace.isEmpty()
                || namespace.equals(Name.INFO_NAMESPACE)
                || namespace.equals(Name.XCON_NAMESPACE)
                || namespace.equals(Name.XML_NAMESPACE);
    }

    private static String prefix(Name name, Map<String, String> prefixes) {
        return switch (name.namespace()) {
            case "" -> "";
            case Name.INFO_NAMESPACE -> INFO_PREFIX;
            case Name.XCON_NAMESPACE -> XCON_PREFIX;
            case Name.XML_NAMESPACE -> "xml";
            default -> prefixes.getOrDefault(name.namespace(), "");
        };
    }

    private static Map<String, String> union(Map<String, String> inScope, Map<String, String> declared) {
        Map<String, String> union = new LinkedHashMap<>(inScope);
        union.putAll(declared);
        return union;
    }
}
