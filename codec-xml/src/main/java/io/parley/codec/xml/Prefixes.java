package io.parley.codec.xml;

import io.parley.document.Element;
import io.parley.document.Name;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import javax.xml.XMLConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * The prefixes of written documents: {@code info} and {@code xcon} everywhere, as in the examples of RFC 6503 section 6 and as clients
 * demand that compare text; {@code ns1}, {@code ns2} and so on for foreign namespaces, in the order in which they are met.
 */
final class Prefixes {

    /** Those that are bound everywhere. */
    static final Prefixes EVERYWHERE = new Prefixes(Map.of());

    private static final String INFO = "info";
    private static final String XCON = "xcon";
    private static final Set<String> RESERVED = Set.of(XMLConstants.XML_NS_URI, XMLConstants.XMLNS_ATTRIBUTE_NS_URI);

    private final Map<String, String> foreign;

    private Prefixes(Map<String, String> foreign) {
        this.foreign = foreign;
    }

    /** These and those that {@code element} needs in addition when it is written under {@code name}. */
    Prefixes of(Element element, Name name) {
        Prefixes prefixes = with(name);
        for (var attribute : element.attributes()) {
            prefixes = prefixes.with(attribute.name());
        }
        return prefixes;
    }

    private Prefixes with(Name name) {
        String namespace = name.namespace();
        if (namespace.isEmpty() || !find(namespace).isEmpty()) {
            return this;
        }
        Map<String, String> more = new LinkedHashMap<>(foreign);
        more.put(namespace, "ns" + (foreign.size() + 1));
        return new Prefixes(more);
    }

    /** The prefix of {@code name}; an empty one for a name without namespace. */
    String of(Name name) {
        return find(name.namespace());
    }

    private String find(String namespace) {
        return switch (namespace) {
            case "" -> "";
            case Name.INFO_NAMESPACE -> INFO;
            case Name.XCON_NAMESPACE -> XCON;
            case Name.XML_NAMESPACE -> XMLConstants.XML_NS_PREFIX;
            default -> foreign.getOrDefault(namespace, "");
        };
    }

    /** Declares those that are not among {@code outer} on the element that has just been started. */
    void declareBeyond(Prefixes outer, XMLStreamWriter xml) throws XMLStreamException {
        if (this != outer) {
            for (Map.Entry<String, String> each : foreign.entrySet()) {
                if (!outer.foreign.containsKey(each.getKey())) {
                    declare(xml, each.getValue(), each.getKey());
                }
            }
        }
    }

    /** Declares those that are bound everywhere on the root, which has just been started. */
    static void declareEverywhere(XMLStreamWriter xml) throws XMLStreamException {
        declare(xml, INFO, Name.INFO_NAMESPACE);
        declare(xml, XCON, Name.XCON_NAMESPACE);
    }

    /** Declares a prefix on the element that has just been started. */
    static void declare(XMLStreamWriter xml, String prefix, String namespace) throws XMLStreamException {
        if (prefix.startsWith("xml") || namespace.isEmpty() || RESERVED.contains(namespace)) {
            throw new IllegalArgumentException(
                    "prefix '" + prefix + "' cannot stand for namespace '" + namespace + "'");
        }
        xml.writeNamespace(prefix, Words.writable(namespace));
    }
}
