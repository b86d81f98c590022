package io.parley.sip.message;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The header fields of a message in the order in which they stand (RFC 3261 section 7.3). Names are compared without case, and the
 * compact forms of section 20 are the long ones. {@code Content-Type} and {@code Content-Length} belong to the body and are not here.
 * Immutable.
 */
public final class SipHeaders {

    /** No header at all. */
    public static final SipHeaders NONE = new SipHeaders(List.of());

    private static final Map<String, String> COMPACT = Map.ofEntries(
            Map.entry("a", "Accept-Contact"),
            Map.entry("b", "Referred-By"),
            Map.entry("c", "Content-Type"),
            Map.entry("e", "Content-Encoding"),
            Map.entry("f", "From"),
            Map.entry("i", "Call-ID"),
            Map.entry("k", "Supported"),
            Map.entry("l", "Content-Length"),
            Map.entry("m", "Contact"),
            Map.entry("o", "Event"),
            Map.entry("r", "Refer-To"),
            Map.entry("s", "Subject"),
            Map.entry("t", "To"),
            Map.entry("u", "Allow-Events"),
            Map.entry("v", "Via"),
            Map.entry("x", "Session-Expires"));

    private final List<Field> fields;

    /**
     * One header field.
     *
     * @param name the name in its long form, as written otherwise
     * @param value the value without the white space around it and without line breaks
     */
    public record Field(String name, String value) {
        /** Puts the name into its long form and refuses a value of several lines, in which another header could hide. */
        public Field {
            name = name.length() == 1 ? COMPACT.getOrDefault(name.toLowerCase(Locale.ROOT), name) : name;
            value = value.strip();
            if (value.indexOf('\r') >= 0 || value.indexOf('\n') >= 0) {
                throw new IllegalArgumentException("the value of " + name + " has several lines");
            }
        }
    }

    private SipHeaders(List<Field> fields) {
        this.fields = List.copyOf(fields);
    }

    /** These fields in this order. */
    public static SipHeaders of(List<Field> fields) {
        return fields.isEmpty() ? NONE : new SipHeaders(fields);
    }

    /** All fields in order. */
    public List<Field> fields() {
        return fields;
    }

    /** The value of the first field of that name. */
    public Optional<String> first(String name) {
        for (Field field : fields) {
            if (field.name().equalsIgnoreCase(name)) {
                return Optional.of(field.value());
            }
        }
        return Optional.empty();
    }

    /** The values of all fields of that name, in order, one a field. */
    public List<String> all(String name) {
        List<String> values = new ArrayList<>(2);
        for (Field field : fields) {
            if (field.name().equalsIgnoreCase(name)) {
                values.add(field.value());
            }
        }
        return values;
    }

    /**
     * The members of a header that is a comma-separated list (section 7.3.1), in order, whether they stand in one field or in several.
     * Commas in quoted strings and in angle brackets separate nothing.
     */
    public List<String> list(String name) {
        List<String> members = new ArrayList<>();
        for (String value : all(name)) {
            int start = 0;
            boolean quoted = false;
            boolean bracketed = false;
            for (int i = 0; i < value.length(); i++) {
                char c = value.charAt(i);
                if (quoted) {
                    if (c == '\\') {
                        i++;
                    } else if (c == '"') {
                        quoted = false;
                    }
                } else if (c == '"') {
                    quoted = true;
                } else if (c == '<') {
                    bracketed = true;
                } else if (c == '>') {
                    bracketed = false;
                } else if (c == ',' && !bracketed) {
                    add(members, value.substring(start, i));
                    start = i + 1;
                }
            }
            add(members, value.substring(start));
        }
        return members;
    }

    private static void add(List<String> members, String member) {
        String stripped = member.strip();
        if (!stripped.isEmpty()) {
            members.add(stripped);
        }
    }

    /** Whether a list header such as {@code Supported} has that member, compared without case. */
    public boolean lists(String name, String member) {
        return list(name).stream().anyMatch(member::equalsIgnoreCase);
    }

    /** These headers with one field of that name in place of all others of it, where the first of them stood, else at the end. */
    public SipHeaders with(String name, String value) {
        Field field = new Field(name, value);
        List<Field> changed = new ArrayList<>();
        boolean placed = false;
        for (Field standing : fields) {
            if (!standing.name().equalsIgnoreCase(field.name())) {
                changed.add(standing);
            } else if (!placed) {
                changed.add(field);
                placed = true;
            }
        }
        if (!placed) {
            changed.add(field);
        }
        return of(changed);
    }

    /** These headers with one more field at the end. */
    public SipHeaders and(String name, String value) {
        List<Field> changed = new ArrayList<>(fields);
        changed.add(new Field(name, value));
        return of(changed);
    }

    /** These headers without those of that name. */
    public SipHeaders without(String name) {
        return of(fields.stream()
                .filter(field -> !field.name().equalsIgnoreCase(name))
                .toList());
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof SipHeaders that && fields.equals(that.fields);
    }

    @Override
    public int hashCode() {
        return fields.hashCode();
    }

    @Override
    public String toString() {
        return fields.toString();
    }
}
