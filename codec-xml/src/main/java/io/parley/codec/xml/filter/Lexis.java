package io.parley.codec.xml.filter;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The tokens of an expression (XPath 1.0 section 3.7), looked through before it is parsed: Jaxen's parser recurses as deeply as an
 * expression is nested, and behind two opening parentheses reads on for ever when something is no token.
 *
 * <p>Names are of ASCII letters, as all of the data model are; others can be asked for by {@code local-name()}.
 */
final class Lexis {

    private static final Pattern TOKEN = Pattern.compile("(?<space>[ \\t\\r\\n]+)"
            + "|(?<open>[(\\[])"
            + "|(?<close>[)\\]]|\"[^\"]*\"|'[^']*'|\\d+(\\.\\d*)?|\\.\\d+|\\.\\.?)"
            + "|(?<star>\\*)"
            + "|(?<name>[A-Za-z_][A-Za-z0-9_.-]*)"
            + "|::?|//?|<=?|>=?|!=|[$,+=|@-]");
    private static final Pattern OPERATOR = Pattern.compile("and|or|mod|div");

    private final String expression;
    private final int depth;

    Lexis(String expression, int depth) {
        this.expression = expression;
        this.depth = depth;
    }

    /** Why the expression is not for the parser, if it is not. */
    Optional<String> refusal() {
        Matcher token = TOKEN.matcher(expression);
        boolean afterOperand = false;
        int open = 0;
        int at = 0;
        while (at < expression.length()) {
            token.region(at, expression.length());
            if (!token.lookingAt()) {
                return Optional.of("no valid XPath 1.0 at offset " + at + ": unexpected " + expression.charAt(at));
            }
            int end = token.end();
            if (token.group("name") != null && afterOperand) {
                Matcher operator = OPERATOR.matcher(expression).region(at, expression.length());
                if (!operator.lookingAt()) {
                    return Optional.of("no valid XPath 1.0 at offset " + at + ": unexpected " + token.group());
                }
                end = operator.end();
                afterOperand = false;
            } else if (token.group("open") != null) {
                if (++open > depth) {
                    return Optional.of("the expression is nested more than " + depth + " deep at offset " + at);
                }
                afterOperand = false;
            } else if (token.group("close") != null) {
                open -= token.group().matches("[)\\]]") ? 1 : 0;
                afterOperand = true;
            } else if (token.group("star") != null) {
                afterOperand = !afterOperand;
            } else if (token.group("space") == null) {
                afterOperand = token.group("name") != null;
            }
            at = end;
        }
        return Optional.empty();
    }
}
