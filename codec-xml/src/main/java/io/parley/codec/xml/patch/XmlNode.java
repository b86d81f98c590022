package io.parley.codec.xml.patch;

import io.parley.document.Name;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What XML consists of, as XPath sees it, and with the prefixes that were chosen. Immutable. */
sealed interface XmlNode {

    /**
     * An element.
     *
     * @param prefix its prefix; empty for none
     * @param name its name
     * @param declarations the namespaces that it declares, by prefix; an empty prefix is the default, an empty namespace none
     * @param attributes its attributes
     * @param content what it holds
     */
    record OfElement(
            String prefix,
            Name name,
            Map<String, String> declarations,
            List<Attribute> attributes,
            List<XmlNode> content)
            implements XmlNode {

        OfElement with(List<XmlNode> other) {
            return new OfElement(prefix, name, declarations, attributes, joined(other));
        }

        OfElement withAttributes(List<Attribute> other) {
            return new OfElement(prefix, name, declarations, other, content);
        }

        OfElement withDeclarations(Map<String, String> other) {
            return new OfElement(prefix, name, other, attributes, content);
        }

        OfElement declaring(String declared, String namespace) {
            Map<String, String> more = new LinkedHashMap<>(declarations);
            more.put(declared, namespace);
            return withDeclarations(more);
        }
    }

    /**
     * An attribute.
     *
     * @param prefix its prefix; empty for none
     * @param name its name
     * @param value its value
     */
    record Attribute(String prefix, Name name, String value) {}

    /**
     * A text, never empty.
     *
     * @param value the characters
     */
    record OfText(String value) implements XmlNode {
        boolean isWhiteSpace() {
            return value.chars().allMatch(c -> c == ' ' || c == '\t' || c == '\n' || c == '\r');
        }
    }

    /**
     * A comment.
     *
     * @param value what it says
     */
    record OfComment(String value) implements XmlNode {}

    /**
     * A processing instruction.
     *
     * @param target for whom
     * @param data what it says, maybe nothing
     */
    record OfInstruction(String target, String data) implements XmlNode {}

    /** {@code nodes} with one text where several stand side by side (RFC 5261 section 4.3.5). */
    static List<XmlNode> joined(List<XmlNode> nodes) {
        List<XmlNode> joined = new ArrayList<>(nodes.size());
        for (XmlNode node : nodes) {
            int last = joined.size() - 1;
            if (node instanceof OfText text && last >= 0 && joined.get(last) instanceof OfText before) {
                joined.set(last, new OfText(before.value() + text.value()));
            } else {
                joined.add(node);
            }
        }
        return joined;
    }
}
