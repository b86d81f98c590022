package io.parley.document;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The placeholders {@code AUTO_GENERATE_n} of a request (RFC 6503 section 4.3): found, and replaced by what the server generates.
 *
 * <p>A placeholder is a whole value, or the user part of an {@code xcon:} or {@code xcon-userid:} URI; inside running text it is text.
 * The same number becomes the same identifier throughout the request. What it becomes depends on the places at which it stands: where
 * one of them names a conference object or a user it is an identifier of that, elsewhere a decimal number.
 */
public final class Placeholders {

    private static final Pattern WHOLE = Pattern.compile("AUTO_GENERATE_0*(?<number>[0-9]+)");
    private static final Pattern URI = Pattern.compile(
            "(?<scheme>[Xx][Cc][Oo][Nn](?:-[Uu][Ss][Ee][Rr][Ii][Dd])?):AUTO_GENERATE_0*(?<number>[0-9]+)(?:@(?<domain>.+))?");

    private final String domain;
    private final Map<String, IdentifierKind> kinds = new LinkedHashMap<>();
    private final List<Finding> misplaced = new ArrayList<>();
    private final List<Finding> foreign = new ArrayList<>();

    private Placeholders(String domain) {
        this.domain = domain;
    }

    /**
     * Gives the identifier that a placeholder becomes.
     */
    @FunctionalInterface
    public interface Assignment {
        /** The identifier for the placeholder {@code number}: a whole URI for the kinds that are URIs, else a decimal number. */
        String identifier(String number, IdentifierKind kind);
    }

    /** The placeholders of {@code request}, for a server of {@code domain}. */
    public static Placeholders in(Element request, String domain) {
        Placeholders found = new Placeholders(domain);
        found.collect(request);
        return found;
    }

    /** The number of the placeholder that {@code value} is, if it is one. */
    public static Optional<String> number(String value) {
        String text = value.strip();
        Matcher whole = WHOLE.matcher(text);
        Matcher uri = URI.matcher(text);
        return whole.matches()
                ? Optional.of(whole.group("number"))
                : uri.matches() ? Optional.of(uri.group("number")) : Optional.empty();
    }

    /** Whether there are none. */
    public boolean isEmpty() {
        return kinds.isEmpty();
    }

    /** The placeholders that stand in names of elements or attributes, where they must not. */
    public List<Finding> misplaced() {
        return misplaced;
    }

    /** The placeholders of a domain that is not the server's. */
    public List<Finding> ofForeignDomains() {
        return foreign;
    }

    /** {@code element} with the placeholders replaced; each number is asked for once. */
    public Element replacedIn(Element element, Assignment assignment) {
        if (isEmpty()) {
            return element;
        }
        Map<String, String> identifiers = new LinkedHashMap<>();
        kinds.forEach((number, kind) -> identifiers.put(number, assignment.identifier(number, kind)));
        return replace(element, identifiers);
    }

    private void collect(Element element) {
        if (WHOLE.matcher(element.name().local()).matches()) {
            misplaced.add(new Finding(element.name().toString(), "a placeholder cannot be the name of an element"));
        }
        for (Attribute attribute : element.attributes()) {
            if (WHOLE.matcher(attribute.name().local()).matches()) {
                misplaced.add(
                        new Finding(attribute.name().toString(), "a placeholder cannot be the name of an attribute"));
            }
            collect(element.name() + "/@" + attribute.name(), attribute.value(), kindOf(element.type(), attribute));
        }
        for (Node node : element.content()) {
            if (node instanceof Element child) {
                collect(child);
            } else if (element.size() == 1) {
                collect(
                        element.name().toString(),
                        element.text(),
                        element.type().identifier());
            }
        }
    }

    private void collect(String place, String value, IdentifierKind kind) {
        String text = value.strip();
        Matcher whole = WHOLE.matcher(text);
        if (whole.matches()) {
            note(whole.group("number"), kind);
            return;
        }
        Matcher uri = URI.matcher(text);
        if (uri.matches()) {
            note(uri.group("number"), kindOf(uri));
            String itsDomain = uri.group("domain");
            if (itsDomain != null && !itsDomain.equalsIgnoreCase(domain)) {
                foreign.add(new Finding(place, "'" + text + "' is not of the domain " + domain));
            }
        }
    }

    private void note(String number, IdentifierKind kind) {
        kinds.merge(number, kind, (known, seen) -> known == IdentifierKind.NUMBER ? seen : known);
    }

    private static Element replace(Element element, Map<String, String> identifiers) {
        Element replaced = element;
        for (Attribute attribute : element.attributes()) {
            String value = replace(attribute.value(), kindOf(element.type(), attribute), identifiers);
            if (!value.equals(attribute.value())) {
                replaced = replaced.withAttribute(attribute.name(), value);
            }
        }
        if (element.size() == 1 && !element.text().isEmpty()) {
            String text = replace(element.text(), element.type().identifier(), identifiers);
            return text.equals(element.text()) ? replaced : replaced.withText(text);
        }
        for (Element child : element.elements()) {
            Element changed = replace(child, identifiers);
            if (changed != child) {
                replaced = replaced.replacing(child, changed);
            }
        }
        return replaced;
    }

    private static String replace(String value, IdentifierKind kind, Map<String, String> identifiers) {
        String text = value.strip();
        Matcher whole = WHOLE.matcher(text);
        if (whole.matches()) {
            String identifier = identifiers.get(whole.group("number"));
            return identifier == null ? value : kind == IdentifierKind.NUMBER ? namePart(identifier) : identifier;
        }
        Matcher uri = URI.matcher(text);
        if (!uri.matches()) {
            return value;
        }
        String identifier = identifiers.get(uri.group("number"));
        return identifier == null ? value : withScheme(uri.group("scheme"), identifier);
    }

    private static IdentifierKind kindOf(ElementType type, Attribute attribute) {
        return type.attribute(attribute.name()).map(AttributeType::identifier).orElse(IdentifierKind.NUMBER);
    }

    private static IdentifierKind kindOf(Matcher uri) {
        return uri.group("scheme").toLowerCase(Locale.ROOT).equals("xcon")
                ? IdentifierKind.XCON_URI
                : IdentifierKind.XCON_USERID;
    }

    /** What stands between the scheme and the domain of an identifier; all of it if it is no URI. */
    private static String namePart(String identifier) {
        int colon = identifier.indexOf(':');
        int at = identifier.lastIndexOf('@');
        return identifier.substring(colon + 1, at < 0 ? identifier.length() : at);
    }

    private static String withScheme(String scheme, String identifier) {
        return scheme + identifier.substring(identifier.indexOf(':'));
    }
}
