package io.parley.codec.xml.patch;

import io.parley.document.Name;
import io.parley.patch.Condition;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What operations do to declarations of namespaces (RFC 5261 sections 4.3.3, 4.4.3 and 4.5.3). */
final class NamespaceOperations {

    private static final Set<String> RESERVED_PREFIXES = Set.of("xml", "xmlns");
    private static final Set<String> RESERVED_NAMESPACES =
            Set.of("", Name.XML_NAMESPACE, "http://www.w3.org/2000/xmlns/");

    private NamespaceOperations() {}

    static XmlNode.OfElement added(Target target, String prefix, String namespace) throws Inapplicable {
        XmlNode.OfElement element = target.element();
        check(prefix, namespace);
        if (element.declarations().containsKey(prefix)) {
            throw new Inapplicable(Condition.INVALID_PATCH_DIRECTIVE, "the prefix " + prefix + " is declared already");
        }
        boolean means = Scope.in(target.way().orElseThrow()).binds(prefix, namespace);
        if (!means && isUsed(element, prefix)) {
            throw inUse(prefix);
        }
        return element.declaring(prefix, namespace);
    }

    static XmlNode.OfElement replaced(Target target, String prefix, String namespace) throws Inapplicable {
        requireDeclared(target, prefix);
        check(prefix, namespace);
        XmlNode.OfElement element = target.element();
        return renamed(element.declaring(prefix, namespace), prefix, namespace);
    }

    static XmlNode.OfElement removed(Target target, String prefix) throws Inapplicable {
        requireDeclared(target, prefix);
        XmlNode.OfElement element = target.element();
        if (isUsed(element, prefix)) {
            throw inUse(prefix);
        }
        Map<String, String> left = new LinkedHashMap<>(element.declarations());
        left.remove(prefix);
        return element.withDeclarations(left);
    }

    private static void check(String prefix, String namespace) throws Inapplicable {
        if (RESERVED_PREFIXES.contains(prefix)) {
            throw new Inapplicable(Condition.INVALID_NAMESPACE_PREFIX, prefix + " cannot be declared");
        }
        if (RESERVED_NAMESPACES.contains(namespace)) {
            throw new Inapplicable(
                    Condition.INVALID_NAMESPACE_URI, "\"" + namespace + "\" cannot be declared as " + prefix);
        }
    }

    private static void requireDeclared(Target target, String prefix) throws Inapplicable {
        if (!target.element().declarations().containsKey(prefix)) {
            if (Scope.in(target.way().orElseThrow()).find(prefix).isEmpty()) {
                throw Target.unlocated("no prefix " + prefix);
            }
            throw new Inapplicable(
                    Condition.INVALID_NAMESPACE_URI,
                    prefix + " is not declared by " + target.element().name());
        }
    }

    private static Inapplicable inUse(String prefix) {
        return new Inapplicable(Condition.INVALID_NAMESPACE_PREFIX, "the prefix " + prefix + " is in use");
    }

    /** Whether a name in {@code element} has this prefix, as it stands around or on that element. */
    private static boolean isUsed(XmlNode.OfElement element, String prefix) {
        if (element.prefix().equals(prefix)
                || element.attributes().stream()
                        .anyMatch(attribute -> attribute.prefix().equals(prefix))) {
            return true;
        }
        return XmlAxis.XML.elements(element).stream()
                .anyMatch(child -> !child.declarations().containsKey(prefix) && isUsed(child, prefix));
    }

    /** {@code element} with another namespace for all names with that prefix (erratum 3478). */
    private static XmlNode.OfElement renamed(XmlNode.OfElement element, String prefix, String namespace)
            throws Inapplicable {
        List<XmlNode.Attribute> attributes = new ArrayList<>();
        Set<Name> names = new HashSet<>();
        for (XmlNode.Attribute attribute : element.attributes()) {
            Name name = attribute.prefix().equals(prefix)
                    ? Name.of(namespace, attribute.name().local())
                    : attribute.name();
            if (!names.add(name)) {
                throw new Inapplicable(Condition.INVALID_NAMESPACE_URI, "there would be two attributes " + name);
            }
            attributes.add(new XmlNode.Attribute(attribute.prefix(), name, attribute.value()));
        }
        List<XmlNode> content = new ArrayList<>();
        for (XmlNode node : element.content()) {
            content.add(
                    node instanceof XmlNode.OfElement child
                                    && !child.declarations().containsKey(prefix)
                            ? renamed(child, prefix, namespace)
                            : node);
        }
        Name name = element.prefix().equals(prefix)
                ? Name.of(namespace, element.name().local())
                : element.name();
        return new XmlNode.OfElement(element.prefix(), name, element.declarations(), attributes, content);
    }
}
