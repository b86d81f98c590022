package io.parley.codec.xml.patch;

import io.parley.document.Name;
import io.parley.patch.Condition;
import io.parley.patch.Way;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import javax.xml.XMLConstants;

/**
 * The namespaces that are in scope somewhere in XML.
 *
 * @param byPrefix the namespaces by prefix; an empty one is the default
 */
record Scope(Map<String, String> byPrefix) {

    /** Where nothing is declared. */
    static final Scope NONE = new Scope(Map.of());

    /** That in the element to which {@code way} leads. */
    static Scope in(Way<XmlNode.OfElement> way) {
        Scope outside = way.above().map(Scope::in).orElse(NONE);
        return outside.with(way.element().declarations());
    }

    /** This one and what {@code declarations} declare. */
    Scope with(Map<String, String> declarations) {
        if (declarations.isEmpty()) {
            return this;
        }
        Map<String, String> more = new LinkedHashMap<>(byPrefix);
        more.putAll(declarations);
        return new Scope(more);
    }

    /** The namespace of a prefix, where it is declared; none for an empty prefix without declaration. */
    Optional<String> find(String prefix) {
        if (prefix.equals(XMLConstants.XML_NS_PREFIX)) {
            return Optional.of(Name.XML_NAMESPACE);
        }
        String namespace = byPrefix.get(prefix);
        return namespace == null && prefix.isEmpty() ? Optional.of("") : Optional.ofNullable(namespace);
    }

    /** Whether {@code prefix} stands for {@code namespace}. */
    boolean binds(String prefix, String namespace) {
        return find(prefix).filter(namespace::equals).isPresent();
    }

    /** The name of an element that is written so. */
    Name element(String prefix, String local) throws Inapplicable {
        return Name.of(namespace(prefix), local);
    }

    /** The name of an attribute that is written so: without a prefix it is in no namespace (RFC 5261 section 4.2.2). */
    Name attribute(String prefix, String local) throws Inapplicable {
        return prefix.isEmpty() ? Name.unqualified(local) : Name.of(namespace(prefix), local);
    }

    private String namespace(String prefix) throws Inapplicable {
        Optional<String> namespace = find(prefix);
        if (namespace.isEmpty()) {
            throw new Inapplicable(Condition.INVALID_NAMESPACE_PREFIX, "the prefix " + prefix + " is not declared");
        }
        return namespace.get();
    }
}
