package io.parley.patch;

import io.parley.document.Element;
import io.parley.document.Node;
import io.parley.document.Text;
import io.parley.patch.Operation.WhiteSpace;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One operation done to a tree of the core (RFC 5261 sections 4.3 to 4.5).
 *
 * @param document the tree, as the operations before have left it
 * @param number which operation it is, from 0
 */
record Application(Element document, int number) {

    Patched make(Operation operation) {
        Selector sel = operation.sel();
        List<Way<Element>> found = sel.locate(document, Tree.AXIS);
        if (found.size() != 1) {
            return unlocated(found.isEmpty() ? "no element is at " + sel : "several elements are at " + sel);
        }
        Way<Element> way = found.get(0);
        if (sel.end() instanceof End.OfNamespace) {
            return unlocated("trees of names have no prefixes: " + sel);
        }
        if (sel.end() instanceof End.OfAttribute attribute) {
            return onAttribute(way, attribute, operation);
        }
        if (operation instanceof Operation.AddAttribute add) {
            return sel.end() instanceof End.OfElement
                    ? addAttribute(way, add)
                    : failed(Condition.INVALID_NODE_TYPES, "only an element gets an attribute: " + sel);
        }
        return sel.end() instanceof End.OfNode node ? onNode(way, node, operation) : onElement(way, operation);
    }

    private Patched addAttribute(Way<Element> way, Operation.AddAttribute add) {
        return way.element().attribute(add.attribute()).isPresent()
                ? failed(Condition.INVALID_PATCH_DIRECTIVE, add.attribute() + " is there already")
                : done(way, way.element().withAttribute(add.attribute(), add.value()));
    }

    private Patched onAttribute(Way<Element> way, End.OfAttribute attribute, Operation operation) {
        Element element = way.element();
        if (element.attribute(attribute.name()).isEmpty()) {
            return unlocated("there is no attribute " + attribute.name());
        }
        if (operation instanceof Operation.Remove remove) {
            return remove.ws() == WhiteSpace.NONE
                    ? done(way, element.withoutAttribute(attribute.name()))
                    : failed(Condition.INVALID_ATTRIBUTE_VALUE, "an attribute has no white space beside it");
        }
        if (!(operation instanceof Operation.Replace replace)) {
            return failed(Condition.INVALID_ATTRIBUTE_VALUE, "nothing is added to an attribute");
        }
        return text(replace.content())
                .map(value -> done(way, element.withAttribute(attribute.name(), value)))
                .orElseGet(() -> failed(Condition.INVALID_NODE_TYPES, "the value of an attribute is a text"));
    }

    private Patched onElement(Way<Element> way, Operation operation) {
        boolean isRoot = way.above().isEmpty();
        if (operation instanceof Operation.Replace replace) {
            return replace.content().size() == 1 && replace.content().get(0) instanceof Element now
                    ? done(way, now)
                    : failed(Condition.INVALID_NODE_TYPES, "one element takes the place of an element");
        }
        if (operation instanceof Operation.Add add && !add.position().isBeside()) {
            return done(way, Content.of(way.element()).adding(add));
        }
        if (isRoot) {
            return failed(Condition.INVALID_ROOT_ELEMENT_OPERATION, "the root is one and stays");
        }
        Element parent = way.above().orElseThrow().element();
        Content content = Content.of(parent);
        int at = content.placeOf(way.ordinal());
        return operation instanceof Operation.Add add
                ? done(way.above().get(), content.inserting(add, at))
                : remove(way.above().get(), content, at, (Operation.Remove) operation);
    }

    private Patched onNode(Way<Element> way, End.OfNode node, Operation operation) {
        Content content = Content.of(way.element());
        Optional<Integer> place = node.kind() instanceof End.Kind.OfText ? content.placeOfText(node) : Optional.empty();
        if (place.isEmpty()) {
            return unlocated("no such node is in " + way.element().name());
        }
        int at = place.get();
        if (operation instanceof Operation.Replace replace) {
            return text(replace.content())
                    .map(text -> done(way, content.replacing(at, new Text(text))))
                    .orElseGet(() -> failed(Condition.INVALID_NODE_TYPES, "a text takes the place of a text"));
        }
        if (operation instanceof Operation.Remove remove) {
            return remove.ws() == WhiteSpace.NONE
                    ? done(way, content.removing(at, at + 1))
                    : failed(Condition.INVALID_ATTRIBUTE_VALUE, "a text has no text beside it");
        }
        Operation.Add add = (Operation.Add) operation;
        return add.position().isBeside()
                ? done(way, content.inserting(add, at))
                : failed(Condition.INVALID_NODE_TYPES, "nothing is put into a text");
    }

    private Patched remove(Way<Element> parent, Content content, int at, Operation.Remove remove) {
        boolean before = remove.ws() == WhiteSpace.BEFORE || remove.ws() == WhiteSpace.BOTH;
        boolean after = remove.ws() == WhiteSpace.AFTER || remove.ws() == WhiteSpace.BOTH;
        if (before && !content.isWhiteSpace(at - 1) || after && !content.isWhiteSpace(at + 1)) {
            return failed(Condition.INVALID_WHITESPACE_DIRECTIVE, "there is no white space beside " + remove.sel());
        }
        return done(parent, content.removing(before ? at - 1 : at, after ? at + 2 : at + 1));
    }

    /** The document with {@code now} in the place of the element to which {@code way} leads. */
    private static Patched done(Way<Element> way, Element now) {
        Element below = now;
        Way<Element> at = way;
        while (at.above().isPresent()) {
            Element parent = at.above().get().element();
            below = Content.replacing(parent, at.ordinal(), at.element(), below);
            at = at.above().get();
        }
        return new Patched.Done(
                below.name().equals(at.element().name()) ? Tree.as(at.element().type(), below) : below);
    }

    private static Optional<String> text(List<Node> content) {
        List<Node> joined = Tree.joined(new ArrayList<>(content));
        if (joined.isEmpty()) {
            return Optional.of("");
        }
        return joined.size() == 1 && joined.get(0) instanceof Text text ? Optional.of(text.value()) : Optional.empty();
    }

    private Patched unlocated(String phrase) {
        return failed(Condition.UNLOCATED_NODE, phrase);
    }

    private Patched failed(Condition condition, String phrase) {
        return new Patched.Failed(condition, number, phrase);
    }
}
