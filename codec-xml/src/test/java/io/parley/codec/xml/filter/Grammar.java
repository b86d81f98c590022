package io.parley.codec.xml.filter;

import java.util.Random;

/** Valid expressions made up at random, over the names of one document; without attributes, to which the JDK gives siblings. */
final class Grammar {

    private final Random random;

    Grammar(Random random) {
        this.random = random;
    }

    private String any(String... choices) {
        return choices[random.nextInt(choices.length)];
    }

    /** An expression whose value is a boolean, {@code depth} predicates deep at most. */
    String truth(int depth) {
        return switch (random.nextInt(8)) {
            case 0, 1, 2 -> comparison(depth);
            case 3 -> "not(" + nodes(depth) + ")";
            case 4 -> any("lang('en')", "boolean(" + nodes(depth) + ")");
            case 5 -> "contains(" + text(depth) + ", " + text(depth) + ")";
            case 6 -> comparison(depth) + " and " + comparison(depth);
            default -> comparison(depth) + " or " + nodes(depth);
        };
    }

    private String comparison(int depth) {
        return value(depth) + any(" = ", " != ", " < ", " > ", " <= ", " >= ") + value(depth);
    }

    private String value(int depth) {
        return switch (random.nextInt(4)) {
            case 0 -> text(depth);
            case 1 -> number(depth);
            default -> nodes(depth);
        };
    }

    private String number(int depth) {
        return switch (random.nextInt(6)) {
            case 0 -> "count(" + nodes(depth) + ")";
            case 1 -> "sum(" + nodes(depth) + ")";
            case 2 -> "string-length(" + nodes(depth) + ")";
            case 3 -> "(number(" + nodes(depth) + ") * 2 - 3 mod 2)";
            case 4 -> "round(" + nodes(depth) + " div 3)";
            default -> any("0", "1", "2", "-1", "0.5");
        };
    }

    private String text(int depth) {
        return switch (random.nextInt(9)) {
            case 0 -> "string(" + nodes(depth) + ")";
            case 1 -> "local-name(" + nodes(depth) + ")";
            case 2 -> "namespace-uri(" + nodes(depth) + ")";
            case 3 -> "concat(" + nodes(depth) + ", 'a')";
            case 4 -> "normalize-space(" + nodes(depth) + ")";
            case 5 -> "substring(" + nodes(depth) + ", 2, 3)";
            case 6 -> "substring-after(" + nodes(depth) + ", 'a')";
            case 7 -> "translate(" + nodes(depth) + ", 'aud', 'xy')";
            default -> any("'a'", "'audio'", "''", "'2'");
        };
    }

    private String nodes(int depth) {
        return switch (random.nextInt(4)) {
            case 0 -> "(" + path(depth) + " | " + path(depth) + ")";
            case 1 -> "(" + path(depth) + ")[1]";
            default -> path(depth);
        };
    }

    private String path(int depth) {
        StringBuilder path = new StringBuilder(any("", "/", "//", ".//", "../")).append(step(depth));
        for (int more = random.nextInt(3); more > 0; more--) {
            path.append(any("/", "//")).append(step(depth));
        }
        return path.toString();
    }

    private String step(int depth) {
        String axis = any(
                "",
                "",
                "",
                "",
                "descendant::",
                "ancestor::",
                "following-sibling::",
                "preceding-sibling::",
                "following::",
                "preceding::",
                "parent::",
                "self::",
                "ancestor-or-self::",
                "descendant-or-self::");
        String test = any(
                "info:user",
                "info:users",
                "info:entry",
                "info:display-text",
                "x:note",
                "*",
                "node()",
                "text()",
                "label",
                "x:*");
        return axis + test + (random.nextInt(5) < 2 ? "[" + predicate(depth) + "]" : "");
    }

    private String predicate(int depth) {
        if (depth == 0) {
            return any("1", "2", "last()", "position()=2");
        }
        return random.nextBoolean() ? truth(depth - 1) : number(depth - 1);
    }
}
