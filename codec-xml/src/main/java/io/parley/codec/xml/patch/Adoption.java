package io.parley.codec.xml.patch;

import io.parley.document.Name;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.xml.XMLConstants;

/**
 * Takes content of a patch over into a document, with the prefixes that the document has (RFC 5261 section 4.2.3): that of the patch where
 * the document has it for the namespace, else that of the element into which the content comes, else the one next before that of the
 * patch in the order of code points. What the content declares itself stays as it is; what nobody declares is declared where it is used.
 *
 * @param context what is in scope where the content comes
 * @param around the prefix of the element into which it comes
 */
record Adoption(Scope context, String around) {

    private static final Comparator<String> BY_CODE_POINTS = (one, other) ->
            Arrays.compare(one.codePoints().toArray(), other.codePoints().toArray());

    /** What is in scope at a place of the content, and which of it the content has declared itself. */
    private record Here(Scope scope, Set<String> own) {}

    List<XmlNode> adopt(List<XmlNode> content) {
        return adopt(content, new Here(context, Set.of()));
    }

    private List<XmlNode> adopt(List<XmlNode> content, Here here) {
        List<XmlNode> adopted = new ArrayList<>(content.size());
        for (XmlNode node : content) {
            adopted.add(node instanceof XmlNode.OfElement element ? adopt(element, here) : node);
        }
        return adopted;
    }

    private XmlNode.OfElement adopt(XmlNode.OfElement element, Here outside) {
        Set<String> own = new HashSet<>(outside.own());
        own.addAll(element.declarations().keySet());
        Map<String, String> declarations = new LinkedHashMap<>(element.declarations());
        Map<String, String> used = new LinkedHashMap<>();
        String prefix = prefix(element.prefix(), element.name(), false, outside.scope(), own, declarations, used);
        List<XmlNode.Attribute> attributes = new ArrayList<>();
        for (XmlNode.Attribute attribute : element.attributes()) {
            String of = attribute.prefix().isEmpty()
                    ? ""
                    : prefix(attribute.prefix(), attribute.name(), true, outside.scope(), own, declarations, used);
            attributes.add(new XmlNode.Attribute(of, attribute.name(), attribute.value()));
        }
        Here inside = new Here(outside.scope().with(declarations), own);
        return new XmlNode.OfElement(
                prefix, element.name(), declarations, attributes, adopt(element.content(), inside));
    }

    /** The prefix that a name gets on an element, which may have to declare it. */
    private String prefix(
            String written,
            Name name,
            boolean isAttribute,
            Scope outside,
            Set<String> own,
            Map<String, String> declarations,
            Map<String, String> used) {
        String namespace = name.namespace();
        Scope here = outside.with(declarations);
        String prefix;
        if (own.contains(written) || namespace.equals(Name.XML_NAMESPACE)) {
            prefix = written;
        } else if (namespace.isEmpty()) {
            prefix = "";
        } else {
            prefix = choose(written, namespace, isAttribute, here).orElse(written);
            while (used.containsKey(prefix) && !namespace.equals(used.get(prefix))
                    || own.contains(prefix) && !here.binds(prefix, namespace)) {
                prefix = fresh(prefix);
            }
        }
        if (!here.binds(prefix, namespace)) {
            declarations.put(prefix, namespace);
        }
        used.put(prefix, namespace);
        return prefix;
    }

    private static String fresh(String prefix) {
        return (prefix.isEmpty() ? "ns" : prefix) + "1";
    }

    /** The prefix of an attribute that {@link #around}'s element gets; empty if it has to be declared. */
    Optional<String> ofAttribute(String written, String namespace) {
        return namespace.equals(Name.XML_NAMESPACE)
                ? Optional.of(XMLConstants.XML_NS_PREFIX)
                : choose(written, namespace, true, context);
    }

    /** A prefix that the document has for a namespace and that still stands for it {@code here}. */
    private Optional<String> choose(String written, String namespace, boolean isAttribute, Scope here) {
        List<String> candidates = context.byPrefix().entrySet().stream()
                .filter(declared -> declared.getValue().equals(namespace))
                .map(Map.Entry::getKey)
                .filter(prefix -> here.binds(prefix, namespace) && !(isAttribute && prefix.isEmpty()))
                .sorted(BY_CODE_POINTS)
                .toList();
        if (candidates.contains(written)) {
            return Optional.of(written);
        }
        if (candidates.contains(around)) {
            return Optional.of(around);
        }
        Optional<String> before = candidates.stream()
                .filter(prefix -> BY_CODE_POINTS.compare(prefix, written) < 0)
                .reduce((first, second) -> second);
        return before.or(() -> candidates.stream().findFirst());
    }
}
