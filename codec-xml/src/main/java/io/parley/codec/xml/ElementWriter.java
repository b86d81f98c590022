package io.parley.codec.xml;

import io.parley.document.Attribute;
import io.parley.document.Attributes;
import io.parley.document.Element;
import io.parley.document.Name;
import io.parley.document.Node;
import io.parley.document.Text;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import javax.xml.XMLConstants;
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

    private static final Set<String> RESERVED = Set.of(XMLConstants.XML_NS_URI, XMLConstants.XMLNS_ATTRIBUTE_NS_URI);

    /** The prefix of {@link Name#INFO_NAMESPACE} (RFC 6503 section 6 and every client that compares text). */
    static final String INFO_PREFIX = "info";

    /** The prefix of {@link Name#XCON_NAMESPACE}. */
    static final String XCON_PREFIX = "xcon";

    /** How much of a tree is written. */
    enum Form {
        /** All that it holds: what a client sends. */
        AS_IT_IS(true, true),
        /** No list that the schema demands to have entries and that has none (RFC 4575, {@code uris-type} and its like). */
        WITHOUT_EMPTY_LISTS(true, false),
        /** Likewise, and no {@code state} and {@code version}, which a conference document does not have (RFC 6501 section 4.1). */
        CONFERENCE_DOCUMENT(false, false);

        private final boolean withState;
        private final boolean withEmptyLists;

        Form(boolean withState, boolean withEmptyLists) {
            this.withState = withState;
            this.withEmptyLists = withEmptyLists;
        }
    }

    private final XMLStreamWriter xml;
    private final Form form;

    ElementWriter(XMLStreamWriter xml, Form form) {
        this.xml = xml;
        this.form = form;
    }

    /** Declares the prefixes that are bound everywhere on the element that has just been started. */
    static void declarePrefixes(XMLStreamWriter xml) throws XMLStreamException {
        declare(xml, INFO_PREFIX, Name.INFO_NAMESPACE);
        declare(xml, XCON_PREFIX, Name.XCON_NAMESPACE);
    }

    /** Declares a prefix on the element that has just been started. */
    static void declare(XMLStreamWriter xml, String prefix, String namespace) throws XMLStreamException {
        if (prefix.startsWith("xml") || namespace.isEmpty() || RESERVED.contains(namespace)) {
            throw new IllegalArgumentException(
                    "prefix '" + prefix + "' cannot stand for namespace '" + namespace + "'");
        }
        xml.writeNamespace(prefix, Words.writable(namespace));
    }

    /** Writes {@code element} as the root of a document. */
    void writeRoot(Element element) throws XMLStreamException {
        write(element, element.name(), Map.of(), true);
    }

    /** Writes {@code element}. */
    void write(Element element) throws XMLStreamException {
        write(element, element.name(), Map.of(), false);
    }

    /** Writes {@code element} under another name. */
    void write(Element element, Name name) throws XMLStreamException {
        write(element, name, Map.of(), false);
    }

    /** Writes {@code element}; {@code inScope} has the prefixes of the namespaces that are declared around it. */
    private void write(Element element, Name name, Map<String, String> inScope, boolean isRoot)
            throws XMLStreamException {
        Map<String, String> declared = declarations(element, name, inScope);
        Map<String, String> prefixes = declared.isEmpty() ? inScope : union(inScope, declared);
        xml.writeStartElement(prefix(name, prefixes), Words.writable(name.local()), name.namespace());
        if (isRoot) {
            declarePrefixes(xml);
        }
        for (Map.Entry<String, String> declaration : declared.entrySet()) {
            declare(xml, declaration.getValue(), declaration.getKey());
        }
        for (Attribute attribute : element.attributes()) {
            if (form.withState || !isState(element, attribute.name())) {
                write(attribute, prefixes);
            }
        }
        for (Node node : element.content()) {
            if (node instanceof Text text) {
                xml.writeCharacters(Words.writable(text.value()));
            } else if (node instanceof Element child && (form.withEmptyLists || !isEmptyList(child))) {
                write(child, child.name(), element.type().isForeign() ? prefixes : Map.of(), false);
            }
        }
        xml.writeEndElement();
    }

    private void write(Attribute attribute, Map<String, String> prefixes) throws XMLStreamException {
        Name name = attribute.name();
        String local = Words.writable(name.local());
        String value = Words.writable(attribute.value());
        if (local.equals("xmlns")) {
            throw new IllegalArgumentException("xmlns is the name of no attribute");
        }
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

    private static boolean isEmptyList(Element element) {
        return element.size() == 0 && element.type().isLeftOutWhenEmpty();
    }

    /** The prefixes of the namespaces that {@code element} needs and that are not in scope. */
    private static Map<String, String> declarations(Element element, Name name, Map<String, String> inScope) {
        Map<String, String> declared = declaring(name, inScope, Map.of());
        for (Attribute attribute : element.attributes()) {
            declared = declaring(attribute.name(), inScope, declared);
        }
        return declared;
    }

    private static Map<String, String> declaring(Name name, Map<String, String> inScope, Map<String, String> declared) {
        String namespace = name.namespace();
        if (isBoundEverywhere(namespace) || inScope.containsKey(namespace) || declared.containsKey(namespace)) {
            return declared;
        }
        return union(declared, Map.of(namespace, "ns" + (inScope.size() + declared.size() + 1)));
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

    private static Map<String, String> union(Map<String, String> some, Map<String, String> others) {
        Map<String, String> union = new LinkedHashMap<>(some);
        union.putAll(others);
        return union;
    }
}
