package io.parley.codec.xml.patch;

import io.parley.document.Attributes;
import io.parley.document.Name;
import io.parley.patch.Condition;
import io.parley.patch.Operation.Position;
import io.parley.patch.Operation.WhiteSpace;
import io.parley.patch.Selector;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A document of operations (RFC 6502 section 5.3), read one after the other, because a later one need not be looked at when an earlier one
 * fails.
 *
 * @param entity the conference that it is about
 * @param operations the operations, not yet read
 * @param scope the namespaces that are in scope in the root
 */
record Diff(String entity, List<XmlNode.OfElement> operations, Scope scope) {

    static final Name ROOT = Name.of(Name.XCON_NAMESPACE, "conference-info-diff");

    /** That which RFC 6502 section 6.3 registers and nothing uses; read only. */
    private static final Name REGISTERED_ROOT = Name.of(Name.XCON_NAMESPACE + "-diff", "conference-info-diff");

    private static final Set<String> OPERATIONS = Set.of("add", "replace", "remove");
    private static final int MOST_OPERATIONS = 10_000;

    /** What {@code document} says, whose root, {@code entity} and kinds of operations are checked, and no more. */
    static Diff of(XmlDocument document) throws Inapplicable {
        XmlNode.OfElement root = document.root();
        if (!root.name().equals(ROOT) && !root.name().equals(REGISTERED_ROOT)) {
            throw malformed("the root has to be " + ROOT + ", not " + root.name());
        }
        Optional<String> entity = XmlAxis.XML.attribute(root, Attributes.ENTITY);
        if (entity.isEmpty()) {
            throw malformed("entity is missing");
        }
        // Elements of other namespaces are extensions to be ignored.
        List<XmlNode.OfElement> operations = XmlAxis.XML.elements(root).stream()
                .filter(child -> child.name().namespace().equals(root.name().namespace())
                        || child.name().namespace().equals(Name.XCON_NAMESPACE))
                .toList();
        for (XmlNode.OfElement operation : operations) {
            if (!OPERATIONS.contains(operation.name().local())) {
                throw malformed(operation.name() + " is no operation");
            }
        }
        if (operations.size() > MOST_OPERATIONS) {
            throw malformed("more than " + MOST_OPERATIONS + " operations");
        }
        return new Diff(entity.get(), operations, Scope.NONE.with(root.declarations()));
    }

    /** The operation at that place. */
    XmlOperation operation(int at) throws Inapplicable {
        XmlNode.OfElement element = operations.get(at);
        Scope inside = scope.with(element.declarations());
        Optional<String> sel = attribute(element, "sel");
        if (sel.isEmpty()) {
            throw malformed("sel is missing");
        }
        boolean isAdd = element.name().local().equals("add");
        Selector selector = SelectorReader.read(sel.get(), inside, isAdd);
        if (isAdd) {
            Position position = position(attribute(element, "pos"));
            Optional<String> type = attribute(element, "type");
            return new XmlOperation.Add(
                    selector,
                    position,
                    type.isPresent() ? Optional.of(SelectorReader.type(type.get(), inside)) : Optional.empty(),
                    element.content());
        }
        return element.name().local().equals("replace")
                ? new XmlOperation.Replace(selector, element.content())
                : new XmlOperation.Remove(selector, ws(attribute(element, "ws")));
    }

    private static Position position(Optional<String> word) throws Inapplicable {
        for (Position position : Position.values()) {
            if (position != Position.APPEND
                    && word.filter(position.word()::equals).isPresent()) {
                return position;
            }
        }
        if (word.isPresent()) {
            throw invalid("pos", word.get());
        }
        return Position.APPEND;
    }

    private static WhiteSpace ws(Optional<String> word) throws Inapplicable {
        for (WhiteSpace ws : WhiteSpace.values()) {
            if (ws != WhiteSpace.NONE && word.filter(ws.word()::equals).isPresent()) {
                return ws;
            }
        }
        if (word.isPresent()) {
            throw invalid("ws", word.get());
        }
        return WhiteSpace.NONE;
    }

    private static Optional<String> attribute(XmlNode.OfElement element, String local) {
        return XmlAxis.XML.attribute(element, Name.unqualified(local));
    }

    private static Inapplicable invalid(String attribute, String value) {
        return new Inapplicable(Condition.INVALID_ATTRIBUTE_VALUE, attribute + " is never \"" + value + "\"");
    }

    private static Inapplicable malformed(String phrase) {
        return new Inapplicable(Condition.INVALID_DIFF_FORMAT, phrase);
    }
}
