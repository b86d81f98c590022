package io.parley.codec.xml.patch;

import io.parley.patch.Condition;
import io.parley.patch.End;
import io.parley.patch.Operation.Position;
import io.parley.patch.Operation.WhiteSpace;
import io.parley.patch.Way;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One operation done to XML (RFC 5261 sections 4.3 to 4.5). */
final class XmlApplication {

    private XmlApplication() {}

    /** The document that {@code operation} makes of {@code document}, which stays what it was. */
    static XmlDocument make(XmlOperation operation, XmlDocument document) throws Inapplicable {
        Target target = Target.of(operation.sel(), document);
        if (operation instanceof XmlOperation.Add add) {
            return add.type().isPresent() ? addTo(target, add, add.type().get()) : add(target, add);
        }
        if (operation instanceof XmlOperation.Replace replace) {
            return replace(target, replace);
        }
        return remove(target, (XmlOperation.Remove) operation);
    }

    private static XmlDocument addTo(Target target, XmlOperation.Add add, XmlOperation.Type type) throws Inapplicable {
        if (!(add.sel().end() instanceof End.OfElement)) {
            throw nodeTypes("only an element gets an attribute or declares a namespace");
        }
        if (type instanceof XmlOperation.Type.OfAttribute attribute) {
            return target.with(AttributeOperations.added(target, attribute, text(add.content())));
        }
        String prefix = ((XmlOperation.Type.OfNamespace) type).prefix();
        if (add.content().isEmpty()) {
            throw nodeTypes("the namespace of " + prefix + " is missing");
        }
        return target.with(NamespaceOperations.added(target, prefix, text(add.content())));
    }

    private static XmlDocument add(Target target, XmlOperation.Add add) throws Inapplicable {
        End end = add.sel().end();
        if (add.position().isBeside()) {
            int at = target.placeOf(end) + (add.position() == Position.AFTER ? 1 : 0);
            List<XmlNode> nodes = new ArrayList<>(target.siblings(end));
            Optional<Way<XmlNode.OfElement>> parent = target.parent(end);
            nodes.addAll(at, parent.isPresent() ? adopted(add, parent.get()) : besideTheRoot(add.content()));
            return target.withSiblings(end, nodes);
        }
        if (!(end instanceof End.OfElement)) {
            throw nodeTypes("only an element holds nodes");
        }
        List<XmlNode> nodes = new ArrayList<>(target.element().content());
        nodes.addAll(
                add.position() == Position.PREPEND ? 0 : nodes.size(),
                adopted(add, target.way().orElseThrow()));
        return target.with(target.element().with(nodes));
    }

    private static List<XmlNode> adopted(XmlOperation.Add add, Way<XmlNode.OfElement> parent) {
        return adoption(Optional.of(parent)).adopt(add.content());
    }

    private static Adoption adoption(Optional<Way<XmlNode.OfElement>> parent) {
        return parent.map(way -> new Adoption(Scope.in(way), way.element().prefix()))
                .orElseGet(() -> new Adoption(Scope.NONE, ""));
    }

    /** What of the content of an {@code add} may stand beside the root: comments and processing instructions (RFC 5261 section 3). */
    private static List<XmlNode> besideTheRoot(List<XmlNode> content) throws Inapplicable {
        List<XmlNode> nodes = new ArrayList<>();
        for (XmlNode node : content) {
            if (node instanceof XmlNode.OfElement) {
                throw rootOperation("the root has no sibling");
            }
            if (node instanceof XmlNode.OfText text) {
                if (!text.isWhiteSpace()) {
                    throw new Inapplicable(Condition.INVALID_XML_PROLOG_OPERATION, "no text stands beside the root");
                }
            } else {
                nodes.add(node);
            }
        }
        return nodes;
    }

    private static XmlDocument replace(Target target, XmlOperation.Replace replace) throws Inapplicable {
        End end = replace.sel().end();
        if (end instanceof End.OfAttribute attribute) {
            return target.with(
                    AttributeOperations.replaced(target.element(), attribute.name(), text(replace.content())));
        }
        if (end instanceof End.OfNamespace namespace) {
            return target.with(NamespaceOperations.replaced(target, namespace.prefix(), text(replace.content())));
        }
        int at = target.placeOf(end);
        List<XmlNode> nodes = new ArrayList<>(target.siblings(end));
        if (nodes.get(at) instanceof XmlNode.OfText) {
            String text = text(replace.content());
            nodes.remove(at);
            if (!text.isEmpty()) {
                nodes.add(at, new XmlNode.OfText(text));
            }
        } else {
            List<XmlNode> content = replace.content();
            if (content.size() != 1
                    || content.get(0).getClass() != nodes.get(at).getClass()) {
                throw nodeTypes("one node takes the place of one of its kind");
            }
            nodes.set(at, adoption(target.parent(end)).adopt(content).get(0));
        }
        return target.withSiblings(end, nodes);
    }

    private static XmlDocument remove(Target target, XmlOperation.Remove remove) throws Inapplicable {
        End end = remove.sel().end();
        boolean hasNeighbours = !(end instanceof End.OfAttribute
                || end instanceof End.OfNamespace
                || end instanceof End.OfNode node && node.kind() instanceof End.Kind.OfText);
        if (!hasNeighbours && remove.ws() != WhiteSpace.NONE) {
            throw new Inapplicable(Condition.INVALID_ATTRIBUTE_VALUE, "ws is for elements, comments and instructions");
        }
        if (end instanceof End.OfAttribute attribute) {
            return target.with(AttributeOperations.removed(target.element(), attribute.name()));
        }
        if (end instanceof End.OfNamespace namespace) {
            return target.with(NamespaceOperations.removed(target, namespace.prefix()));
        }
        if (end instanceof End.OfElement && target.parent(end).isEmpty()) {
            throw rootOperation("the root stays");
        }
        int at = target.placeOf(end);
        List<XmlNode> nodes = new ArrayList<>(target.siblings(end));
        boolean before = remove.ws() == WhiteSpace.BEFORE || remove.ws() == WhiteSpace.BOTH;
        boolean after = remove.ws() == WhiteSpace.AFTER || remove.ws() == WhiteSpace.BOTH;
        if (before && !isWhiteSpace(nodes, at - 1) || after && !isWhiteSpace(nodes, at + 1)) {
            throw new Inapplicable(Condition.INVALID_WHITESPACE_DIRECTIVE, "no white space stands there");
        }
        nodes.subList(before ? at - 1 : at, after ? at + 2 : at + 1).clear();
        return target.withSiblings(end, nodes);
    }

    private static boolean isWhiteSpace(List<XmlNode> nodes, int at) {
        return at >= 0 && at < nodes.size() && nodes.get(at) instanceof XmlNode.OfText text && text.isWhiteSpace();
    }

    /** The one text in {@code content}; empty if there is nothing (RFC 5261 sections 4.4.2 and 4.4.6). */
    private static String text(List<XmlNode> content) throws Inapplicable {
        if (content.isEmpty()) {
            return "";
        }
        if (content.size() > 1 || !(content.get(0) instanceof XmlNode.OfText text)) {
            throw nodeTypes("a text is wanted and nothing else");
        }
        return text.value();
    }

    private static Inapplicable nodeTypes(String phrase) {
        return new Inapplicable(Condition.INVALID_NODE_TYPES, phrase);
    }

    private static Inapplicable rootOperation(String phrase) {
        return new Inapplicable(Condition.INVALID_ROOT_ELEMENT_OPERATION, phrase);
    }
}
