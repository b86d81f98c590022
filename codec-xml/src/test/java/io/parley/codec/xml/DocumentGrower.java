package io.parley.codec.xml;

import io.parley.document.AttributeType;
import io.parley.document.Attributes;
import io.parley.document.Datatype;
import io.parley.document.Element;
import io.parley.document.ElementType;
import io.parley.document.Info;
import io.parley.document.Name;
import io.parley.document.TreeBuilder;
import io.parley.document.Xcon;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Grows elements by walking the schema: for every type what it may hold, with values of its datatype. */
final class DocumentGrower {

    private static final int DEEPEST = 9;

    private static final Map<Datatype, List<String>> VALUES = new HashMap<>();

    static {
        VALUES.put(
                Datatype.TEXT,
                List.of("Alice's conference", " padded ", "x\n y", "a<b>&amp;\"']]>", "Zoë 会議 \uD83D\uDE00"));
        VALUES.put(Datatype.TOKEN, List.of("1", "22", "333", "4444"));
        VALUES.put(Datatype.TOKENS, List.of("one", "one two"));
        VALUES.put(Datatype.BOOLEAN, List.of("true", "false"));
        VALUES.put(Datatype.COUNT, List.of("0", "7", "2147483647"));
        VALUES.put(Datatype.UNSIGNED_LONG, List.of("0", "18446744073709551615"));
        VALUES.put(Datatype.VERSION, List.of("1", "12"));
        VALUES.put(Datatype.GAIN, List.of("-127", "0", "127"));
        VALUES.put(Datatype.LANGUAGE, List.of("en", "de-AT"));
        VALUES.put(Datatype.LANGUAGES, List.of("en", "it"));
        VALUES.put(Datatype.URI, List.of("sip:alice@example.com", "tel:+1-972-555-1234", "sips:b@[::1]?a=b&c=d"));
        VALUES.put(Datatype.ABSOLUTE_URI, List.of("sip:alice@example.com", "http://example.com/"));
        VALUES.put(Datatype.WEB_URI, List.of("http://example.com/a?b=c&d=e", "https://example.com"));
        VALUES.put(Datatype.XCON_URI, List.of("xcon:1@example.com", "xcon:Ab@[::1]", "xcon:conf223"));
        VALUES.put(Datatype.XCON_USERID, List.of("xcon-userid:alice@example.com", "xcon-userid:Bob@example.com"));
        VALUES.put(Datatype.DATE_TIME, List.of("2026-11-20T08:00:00Z", "2026-11-20T07:00:00.5Z"));
        VALUES.put(Datatype.UTC_TIME, List.of("2026-11-20T08:00:00Z", "2026-11-20T08:00:00.5Z"));
        VALUES.put(Datatype.STATE, List.of("full", "partial", "deleted"));
        VALUES.put(Datatype.MODERATOR_ID, List.of("0", "11"));
    }

    private static final List<Name> FOREIGN_NAMES = List.of(
            Name.of("urn:example:x", "a"),
            Name.of("urn:example:x", "b-c.d"),
            Name.of("urn:example:y", "é"),
            Name.of("urn:ietf:params:xml:ns:xcon-ccmp", "confRequest"),
            Name.of(Name.XCON_NAMESPACE, "future"),
            Name.of(Name.INFO_NAMESPACE, "label"),
            Name.unqualified("entity"));

    private static final List<Name> FOREIGN_ATTRIBUTES = List.of(
            Name.of("urn:example:x", "a"),
            Name.of("urn:example:z", "b"),
            Name.of(Name.XCON_NAMESPACE, "future"),
            Name.of(Name.XML_NAMESPACE, "space"));

    private static final List<String> FOREIGN_TEXTS = List.of(" ", "text", "\n\t", "<&>\"'", "\uD83D\uDE00", "\r\n]]>");

    /** What is grown. */
    enum Kind {
        /** Anything that the tree can hold. */
        ANY,
        /** As {@link #ANY} without lists that may not be empty and are. */
        DOCUMENT,
        /** As {@link #DOCUMENT} without {@code state} and {@code version}. */
        STATELESS,
        /** What both schemas of RFC 6501 admit: nothing foreign, and the stricter of the two where they differ. */
        VALID
    }

    private final Random random;
    private final int richness;
    private final Kind kind;

    /** A grower that puts more into its elements the higher {@code richness} is; 0 leaves out whatever can be left out. */
    DocumentGrower(Random random, int richness, Kind kind) {
        this.random = random;
        this.richness = richness;
        this.kind = kind;
    }

    /** An element of {@code type}. */
    Element element(ElementType type) {
        TreeBuilder tree = new TreeBuilder(type);
        if (type.isForeign()) {
            fillForeign(tree, 2);
        } else {
            fill(tree, type, 0);
        }
        return tree.build();
    }

    /** A name for a foreign element in a place that admits only namespaces that are not CCMP's. */
    Name foreignName() {
        return FOREIGN_NAMES.get(random.nextInt(3));
    }

    private void fill(TreeBuilder tree, ElementType type, int depth) {
        for (AttributeType attribute : type.attributes()) {
            if (attribute.required() || wanted() && !isLeftOut(attribute)) {
                // The XSD demands URIs where the RELAX NG admits any text: persistent-list/user/@name.
                boolean isText = kind == Kind.VALID && attribute.datatype() == Datatype.TEXT;
                tree.attribute(attribute.name(), isText ? "Alice" : value(attribute.datatype()));
            }
        }
        if (kind != Kind.VALID && random.nextInt(8) < richness) {
            tree.attribute(pick(FOREIGN_ATTRIBUTES), pick(FOREIGN_TEXTS));
        }
        type.datatype().ifPresent(datatype -> tree.text(value(datatype)));
        for (ElementType child : type.children()) {
            int atLeast = kind != Kind.ANY && type.isLeftOutWhenEmpty() ? 1 : 0;
            for (int count = Math.max(atLeast, count(child, depth)); count > 0; count--) {
                tree.start(child.name());
                fill(tree, child, depth + 1);
                tree.end();
            }
        }
        if (kind != Kind.VALID && random.nextInt(10) < richness) {
            startForeign(tree, 2);
        }
    }

    private boolean isLeftOut(AttributeType attribute) {
        return (kind == Kind.STATELESS || kind == Kind.VALID)
                && (attribute.name().equals(Attributes.STATE)
                        || attribute.name().equals(Attributes.VERSION));
    }

    private int count(ElementType child, int depth) {
        if (kind == Kind.VALID) {
            if (List.of(Info.TYPE, Info.SIP, Xcon.CODEC).contains(child.name()) || isFloorOfMixer(child)) {
                return 1;
            }
            if (child.name().equals(Xcon.E_MAIL)) {
                return 0;
            }
        }
        return switch (child.occurrence()) {
            case ONE -> 1;
            case SOME -> 1 + random.nextInt(2);
            case OPTIONAL -> depth < DEEPEST && wanted() ? 1 : 0;
            case MANY -> depth < DEEPEST ? random.nextInt(1 + Math.min(richness, 3)) : 0;
        };
    }

    private static boolean isFloorOfMixer(ElementType type) {
        return type.name().equals(Xcon.FLOOR) && type.datatype().isPresent();
    }

    private void startForeign(TreeBuilder tree, int levels) {
        tree.start(pick(FOREIGN_NAMES));
        fillForeign(tree, levels);
        tree.end();
    }

    private void fillForeign(TreeBuilder tree, int levels) {
        if (random.nextBoolean()) {
            tree.attribute(pick(FOREIGN_ATTRIBUTES), pick(FOREIGN_TEXTS));
            tree.attribute(Name.unqualified("state"), pick(FOREIGN_TEXTS));
        }
        for (int runs = random.nextInt(4); runs > 0; runs--) {
            if (random.nextBoolean()) {
                tree.text(pick(FOREIGN_TEXTS));
            } else if (levels > 0) {
                startForeign(tree, levels - 1);
            }
        }
    }

    private boolean wanted() {
        return random.nextInt(6) < richness;
    }

    private String value(Datatype datatype) {
        List<String> values = VALUES.get(datatype);
        if (values != null) {
            return pick(values);
        }
        String words = datatype.toString();
        if (!words.startsWith("one of ")) {
            throw new IllegalStateException("no values for " + words);
        }
        return pick(List.of(words.substring("one of ".length(), words.indexOf(", or another word"))
                .split(", ")));
    }

    private <T> T pick(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }
}
