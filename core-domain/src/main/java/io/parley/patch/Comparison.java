package io.parley.patch;

import io.parley.document.Attribute;
import io.parley.document.Element;
import io.parley.document.Name;
import io.parley.document.Node;
import io.parley.document.Shift;
import io.parley.document.Text;
import io.parley.patch.Operation.Position;
import io.parley.patch.Operation.WhiteSpace;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Finds the operations that lead from one document to another. Among the children of an element first those are removed that go, then
 * those are changed that stay, then those are added that come; places are counted as they are when the operation is done.
 */
final class Comparison {

    private final List<Operation> operations = new ArrayList<>();

    private Comparison() {}

    static List<Operation> of(Element before, Element after) {
        Comparison comparison = new Comparison();
        comparison.compare(Selector.of(before.name()), before, after);
        return comparison.operations;
    }

    private void compare(Selector sel, Element before, Element after) {
        if (before == after) {
            return;
        }
        if (!before.name().equals(after.name()) || gainsEmptyAttribute(before, after)) {
            replace(sel, after);
            return;
        }
        Optional<List<Shift>> shifts = before.shiftsTo(after);
        if (shifts.isPresent() && Shifts.areByKey(shifts.get())) {
            compareAttributes(sel, before, after);
            compareShifted(sel, shifts.get());
            return;
        }
        List<Node> own = Tree.content(before);
        List<Node> others = Tree.content(after);
        if (own.stream().allMatch(Element.class::isInstance) && others.stream().allMatch(Element.class::isInstance)) {
            compareAttributes(sel, before, after);
            align(sel, new Alignment(elements(own), elements(others)));
        } else if (isSameShape(own, others)) {
            compareAttributes(sel, before, after);
            compareOneByOne(sel, own, others);
        } else {
            replace(sel, after);
        }
    }

    /** An {@code add} of an empty value could be taken for one without the text that it has to have (RFC 5261 section 4.3, decided). */
    private static boolean gainsEmptyAttribute(Element before, Element after) {
        return after.attributes().stream()
                .anyMatch(attribute -> attribute.value().isEmpty()
                        && before.attribute(attribute.name()).isEmpty());
    }

    private void compareAttributes(Selector sel, Element before, Element after) {
        for (Attribute attribute : before.attributes()) {
            Name name = attribute.name();
            Optional<String> value = after.attribute(name);
            Selector of = sel.to(new End.OfAttribute(name));
            if (value.isEmpty()) {
                operations.add(new Operation.Remove(of, WhiteSpace.NONE));
            } else if (!value.get().equals(attribute.value())) {
                operations.add(new Operation.Replace(of, text(value.get())));
            }
        }
        for (Attribute attribute : after.attributes()) {
            if (before.attribute(attribute.name()).isEmpty()) {
                operations.add(new Operation.AddAttribute(sel, attribute.name(), attribute.value()));
            }
        }
    }

    private static List<Node> text(String value) {
        return value.isEmpty() ? List.of() : List.of(new Text(value));
    }

    /** Compares two versions of a long list where they differ. */
    private void compareShifted(Selector sel, List<Shift> shifts) {
        for (Shift shift : shifts) {
            if (Shifts.goes(shift)) {
                remove(sel.to(Shifts.step(shift.before())));
            }
        }
        for (Shift shift : shifts) {
            if (Shifts.stays(shift)) {
                compare(
                        sel.to(Shifts.step(shift.before())),
                        (Element) shift.before().orElseThrow(),
                        (Element) shift.after().orElseThrow());
            }
        }
        for (Shift shift : shifts) {
            if (Shifts.comes(shift)) {
                List<Node> content = List.of(shift.after().orElseThrow());
                if (shift.isLast()) {
                    operations.add(new Operation.Add(sel, Position.APPEND, content));
                } else if (shift.previous().isEmpty()) {
                    operations.add(new Operation.Add(sel, Position.PREPEND, content));
                } else {
                    operations.add(new Operation.Add(sel.to(Shifts.step(shift.previous())), Position.AFTER, content));
                }
            }
        }
    }

    private void align(Selector sel, Alignment alignment) {
        Siblings siblings = alignment.siblings();
        int at = 0;
        for (boolean stays : alignment.stays()) {
            if (stays) {
                at++;
            } else {
                remove(sel.to(siblings.step(at)));
                siblings.remove(at);
            }
        }
        List<Element> partners = alignment.partners();
        for (at = 0; at < partners.size(); at++) {
            compare(sel.to(siblings.step(at)), siblings.get(at), partners.get(at));
            siblings.set(at, partners.get(at));
        }
        List<Element> after = alignment.after();
        for (at = 0; at < after.size(); at++) {
            List<Element> run = alignment.comingAt(at);
            if (!run.isEmpty()) {
                add(sel, siblings, at, run);
                siblings.addAll(at, run);
                at += run.size() - 1;
            }
        }
    }

    private void add(Selector sel, Siblings siblings, int at, List<Element> run) {
        List<Node> content = List.copyOf(run);
        if (at == siblings.size()) {
            operations.add(new Operation.Add(sel, Position.APPEND, content));
        } else if (at == 0) {
            operations.add(new Operation.Add(sel, Position.PREPEND, content));
        } else {
            operations.add(new Operation.Add(sel.to(siblings.step(at - 1)), Position.AFTER, content));
        }
    }

    private static boolean isSameShape(List<Node> own, List<Node> others) {
        if (own.size() != others.size()) {
            return false;
        }
        for (int at = 0; at < own.size(); at++) {
            boolean same = own.get(at) instanceof Element element && others.get(at) instanceof Element other
                    ? element.name().equals(other.name())
                    : own.get(at) instanceof Text && others.get(at) instanceof Text;
            if (!same) {
                return false;
            }
        }
        return true;
    }

    private void compareOneByOne(Selector sel, List<Node> own, List<Node> others) {
        Siblings siblings = Siblings.byPlace(elements(own));
        int texts = own.size() - siblings.size();
        int element = 0;
        int text = 0;
        for (int at = 0; at < own.size(); at++) {
            if (own.get(at) instanceof Element before) {
                compare(sel.to(siblings.step(element)), before, (Element) others.get(at));
                element++;
            } else {
                text++;
                if (!own.get(at).equals(others.get(at))) {
                    End end = new End.OfNode(new End.Kind.OfText(), texts == 1 ? 0 : text);
                    operations.add(new Operation.Replace(sel.to(end), List.of(others.get(at))));
                }
            }
        }
    }

    private void replace(Selector sel, Element after) {
        operations.add(new Operation.Replace(sel, List.of(after)));
    }

    private void remove(Selector sel) {
        operations.add(new Operation.Remove(sel, WhiteSpace.NONE));
    }

    private static List<Element> elements(List<Node> nodes) {
        List<Element> elements = new ArrayList<>(nodes.size());
        for (Node node : nodes) {
            if (node instanceof Element element) {
                elements.add(element);
            }
        }
        return elements;
    }
}
