package io.parley.codec.xml.patch;

import io.parley.document.Name;
import io.parley.patch.Condition;
import io.parley.patch.End;
import io.parley.patch.Predicate;
import io.parley.patch.Selector;
import io.parley.patch.Step;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Reads the values of {@code sel} and {@code type}: the grammar of RFC 5261 section 8 with its erratum 3458, and nothing else of XPath.
 *
 * <p>A step without prefix that finds nothing is tried in both namespaces of the data model, if the default namespace is one of them or
 * there is none, because the example of RFC 6502 section 5.5 has such steps.
 */
final class SelectorReader {

    /** The longest selector, the most steps and the most predicates of one that are read. */
    private static final int LONGEST = 8192;

    private static final int MOST_STEPS = 256;
    private static final int MOST_PREDICATES = 16;
    private static final int MOST_DIGITS = 9;

    private final String text;
    private final Scope scope;
    private int at;

    private SelectorReader(String text, Scope scope) {
        this.text = text;
        this.scope = scope;
    }

    /** The selector {@code sel} in an operation where {@code scope} is in scope; that of an {@code add} ends in no attribute nor namespace. */
    static Selector read(String sel, Scope scope, boolean isAdd) throws Inapplicable {
        SelectorReader reader = new SelectorReader(sel, scope);
        if (sel.length() > LONGEST) {
            throw reader.refused();
        }
        Selector selector = reader.selector();
        if (isAdd && (selector.end() instanceof End.OfAttribute || selector.end() instanceof End.OfNamespace)) {
            throw reader.refused();
        }
        return selector;
    }

    /** What {@code type} says that is added: an attribute, with the prefix that it has in the patch, or a namespace. */
    static XmlOperation.Type type(String type, Scope scope) throws Inapplicable {
        SelectorReader reader = new SelectorReader(type, scope);
        if (reader.skip("namespace::")) {
            String prefix = reader.ncName();
            reader.atEnd();
            return new XmlOperation.Type.OfNamespace(prefix);
        }
        reader.expect("@");
        String[] name = reader.qName();
        reader.atEnd();
        return new XmlOperation.Type.OfAttribute(name[0], scope.attribute(name[0], name[1]));
    }

    private Selector selector() throws Inapplicable {
        skip("/");
        Optional<String> id = Optional.empty();
        List<Step> steps = new ArrayList<>();
        if (skip("id(")) {
            id = Optional.of(quotedName());
            expect(")");
            if (at == text.length()) {
                return new Selector(id, steps, End.ELEMENT);
            }
            expect("/");
        }
        while (true) {
            Optional<End> end = end();
            if (end.isPresent()) {
                atEnd();
                return new Selector(id, steps, end.get());
            }
            steps.add(step());
            if (at == text.length()) {
                return new Selector(id, steps, End.ELEMENT);
            }
            expect("/");
            if (steps.size() == MOST_STEPS) {
                throw refused();
            }
        }
    }

    private Optional<End> end() throws Inapplicable {
        if (skip("@")) {
            String[] name = qName();
            return Optional.of(new End.OfAttribute(scope.attribute(name[0], name[1])));
        }
        if (skip("namespace::")) {
            return Optional.of(new End.OfNamespace(ncName()));
        }
        if (skip("text()")) {
            return Optional.of(new End.OfNode(new End.Kind.OfText(), place()));
        }
        if (skip("comment()")) {
            return Optional.of(new End.OfNode(new End.Kind.OfComment(), place()));
        }
        if (skip("processing-instruction(")) {
            Optional<String> target = skip(")") ? Optional.empty() : Optional.of(quotedName());
            if (target.isPresent()) {
                expect(")");
            }
            return Optional.of(new End.OfNode(new End.Kind.OfInstruction(target), place()));
        }
        return Optional.empty();
    }

    /** The place of a node that is no element; 0 if none is given. One that cannot be is the highest there is. */
    private int place() throws Inapplicable {
        if (!skip("[")) {
            return 0;
        }
        int number = number();
        expect("]");
        return number == 0 ? Integer.MAX_VALUE : number;
    }

    private Step step() throws Inapplicable {
        List<Name> names = new ArrayList<>();
        if (!skip("*")) {
            String[] name = qName();
            names.addAll(name[0].isEmpty() ? unprefixed(name[1]) : List.of(scope.element(name[0], name[1])));
        }
        List<Predicate> predicates = new ArrayList<>();
        while (skip("[")) {
            predicates.add(predicate());
            expect("]");
            if (predicates.size() > MOST_PREDICATES) {
                throw refused();
            }
        }
        return new Step(names, predicates);
    }

    private Set<Name> unprefixed(String local) throws Inapplicable {
        Name exactly = scope.element("", local);
        Set<Name> names = new LinkedHashSet<>(List.of(exactly));
        if (exactly.namespace().isEmpty() || exactly.isOfTheDataModel()) {
            names.add(Name.of(Name.INFO_NAMESPACE, local));
            names.add(Name.of(Name.XCON_NAMESPACE, local));
        }
        return names;
    }

    private Predicate predicate() throws Inapplicable {
        if (at < text.length() && isDigit(text.charAt(at))) {
            return new Predicate.At(number());
        }
        if (skip("@")) {
            String[] name = qName();
            return new Predicate.OfAttribute(scope.attribute(name[0], name[1]), literal());
        }
        if (skip(".")) {
            return new Predicate.OfText(literal());
        }
        String[] name = qName();
        return new Predicate.OfChild(scope.element(name[0], name[1]), literal());
    }

    private String literal() throws Inapplicable {
        expect("=");
        String literal = quoted();
        if (literal.indexOf('\n') >= 0 || literal.indexOf('\r') >= 0) {
            throw refused();
        }
        return literal;
    }

    private String quotedName() throws Inapplicable {
        String name = quoted();
        SelectorReader inside = new SelectorReader(name, scope);
        inside.ncName();
        if (inside.at < name.length()) {
            throw refused();
        }
        return name;
    }

    private String quoted() throws Inapplicable {
        char quote = at < text.length() ? text.charAt(at) : ' ';
        int end = quote == '\'' || quote == '"' ? text.indexOf(quote, at + 1) : -1;
        if (end < 0) {
            throw refused();
        }
        String inside = text.substring(at + 1, end);
        at = end + 1;
        return inside;
    }

    private int number() throws Inapplicable {
        int from = at;
        while (at < text.length() && isDigit(text.charAt(at))) {
            at++;
        }
        if (at == from) {
            throw refused();
        }
        return at - from > MOST_DIGITS ? Integer.MAX_VALUE : Integer.parseInt(text.substring(from, at));
    }

    private static boolean isDigit(char character) {
        return character >= '0' && character <= '9';
    }

    /** The prefix, empty for none, and the local name. */
    private String[] qName() throws Inapplicable {
        String first = ncName();
        if (text.startsWith("::", at) || !skip(":")) {
            return new String[] {"", first};
        }
        return new String[] {first, ncName()};
    }

    private String ncName() throws Inapplicable {
        int from = at;
        while (at < text.length()) {
            int character = text.codePointAt(at);
            if (!(isNameStart(character) || at > from && isInName(character))) {
                break;
            }
            at += Character.charCount(character);
        }
        if (at == from) {
            throw refused();
        }
        return text.substring(from, at);
    }

    private static boolean isNameStart(int character) {
        return character == '_'
                || Character.isLetter(character)
                || Character.getType(character) == Character.LETTER_NUMBER;
    }

    private static boolean isInName(int character) {
        return character == '-'
                || character == '.'
                || character == 0xB7
                || Character.isDigit(character)
                || Character.getType(character) == Character.NON_SPACING_MARK
                || Character.getType(character) == Character.COMBINING_SPACING_MARK;
    }

    private boolean skip(String token) {
        boolean there = text.startsWith(token, at);
        at += there ? token.length() : 0;
        return there;
    }

    private void expect(String token) throws Inapplicable {
        if (!skip(token)) {
            throw refused();
        }
    }

    private void atEnd() throws Inapplicable {
        if (at < text.length()) {
            throw refused();
        }
    }

    private Inapplicable refused() {
        String shown = text.length() > 200 ? text.substring(0, 200) + "..." : text;
        return new Inapplicable(
                Condition.INVALID_ATTRIBUTE_VALUE,
                "\"" + shown + "\" is none that RFC 5261 has, from index " + at + " on");
    }
}
