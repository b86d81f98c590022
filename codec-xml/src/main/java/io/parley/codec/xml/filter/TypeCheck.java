package io.parley.codec.xml.filter;

import io.parley.filter.FilterText;
import java.util.List;
import javax.xml.XMLConstants;
import org.jaxen.expr.AdditiveExpr;
import org.jaxen.expr.BinaryExpr;
import org.jaxen.expr.Expr;
import org.jaxen.expr.FilterExpr;
import org.jaxen.expr.FunctionCallExpr;
import org.jaxen.expr.LiteralExpr;
import org.jaxen.expr.LocationPath;
import org.jaxen.expr.MultiplicativeExpr;
import org.jaxen.expr.NameStep;
import org.jaxen.expr.NumberExpr;
import org.jaxen.expr.PathExpr;
import org.jaxen.expr.Predicate;
import org.jaxen.expr.Step;
import org.jaxen.expr.UnaryExpr;
import org.jaxen.expr.UnionExpr;
import org.jaxen.expr.VariableReferenceExpr;

/**
 * What the parser leaves to the evaluation, found out before: unknown functions, wrong numbers of arguments, values where XPath demands
 * node-sets, undeclared prefixes, variables. So whether an expression is valid never depends on the documents.
 */
final class TypeCheck {

    private final FilterText text;

    TypeCheck(FilterText text) {
        this.text = text;
    }

    /** Why an expression is refused, and where. */
    static final class Refusal extends Exception {
        private static final long serialVersionUID = 1;
        private final int offset;
        private final String reason;

        Refusal(int offset, String reason) {
            super(reason);
            this.offset = offset;
            this.reason = reason;
        }

        int offset() {
            return offset;
        }

        String reason() {
            return reason;
        }
    }

    void check(Expr expression) throws Refusal {
        typeOf(expression);
    }

    private ValueType typeOf(Expr expression) throws Refusal {
        if (expression instanceof LocationPath path) {
            steps(path);
            return ValueType.NODES;
        } else if (expression instanceof PathExpr path) {
            return typeOf(path);
        } else if (expression instanceof FilterExpr filter) {
            return typeOf(filter);
        } else if (expression instanceof FunctionCallExpr call) {
            return typeOf(call);
        } else if (expression instanceof UnionExpr union) {
            nodes(union.getLHS(), "a union");
            nodes(union.getRHS(), "a union");
            return ValueType.NODES;
        } else if (expression instanceof BinaryExpr binary) {
            ValueType unusedLeft = typeOf(binary.getLHS());
            ValueType unusedRight = typeOf(binary.getRHS());
            return binary instanceof AdditiveExpr || binary instanceof MultiplicativeExpr
                    ? ValueType.NUMBER
                    : ValueType.BOOLEAN;
        } else if (expression instanceof UnaryExpr unary) {
            ValueType unused = typeOf(unary.getExpr());
            return ValueType.NUMBER;
        } else if (expression instanceof LiteralExpr) {
            return ValueType.STRING;
        } else if (expression instanceof NumberExpr) {
            return ValueType.NUMBER;
        } else if (expression instanceof VariableReferenceExpr variable) {
            throw refusal("$", "there are no variables, and so no $" + variable.getVariableName());
        }
        throw refusal("", "unknown expression " + expression.getText());
    }

    private ValueType typeOf(PathExpr path) throws Refusal {
        if (path.getLocationPath() == null) {
            return typeOf(path.getFilterExpr());
        }
        if (path.getFilterExpr() != null) {
            nodes(path.getFilterExpr(), "a path");
        }
        return typeOf(path.getLocationPath());
    }

    private ValueType typeOf(FilterExpr filter) throws Refusal {
        List<?> predicates = filter.getPredicates();
        if (predicates.isEmpty()) {
            return typeOf(filter.getExpr());
        }
        nodes(filter.getExpr(), "a predicate");
        predicates(predicates);
        return ValueType.NODES;
    }

    private ValueType typeOf(FunctionCallExpr call) throws Refusal {
        String name = call.getFunctionName();
        String prefix = call.getPrefix();
        if (prefix != null && !prefix.isEmpty()) {
            throw refusal(prefix + ":", "there is no function " + prefix + ":" + name + "()");
        }
        CoreFunction function =
                CoreFunction.of(name).orElseThrow(() -> refusal(name, "there is no function " + name + "()"));
        List<?> arguments = call.getParameters();
        if (arguments.size() < function.least() || arguments.size() > function.most()) {
            throw refusal(name, name + "() does not take " + arguments.size() + " arguments");
        }
        for (Object argument : arguments) {
            if (function.takesNodes()) {
                nodes((Expr) argument, name + "()");
            } else {
                ValueType unused = typeOf((Expr) argument);
            }
        }
        return function.result();
    }

    private void nodes(Expr expression, String wantedBy) throws Refusal {
        if (typeOf(expression) != ValueType.NODES) {
            throw refusal("", wantedBy + " wants nodes, not " + expression.getText());
        }
    }

    private void steps(LocationPath path) throws Refusal {
        for (Object each : path.getSteps()) {
            Step step = (Step) each;
            if (step instanceof NameStep name && !isDeclared(name.getPrefix())) {
                throw refusal(name.getPrefix() + ":", "the prefix " + name.getPrefix() + " is not declared");
            }
            if (step instanceof NameStep name && isNameless(name)) {
                throw refusal(name.getPrefix() + ":", "there is no name behind the prefix " + name.getPrefix());
            }
            predicates(step.getPredicates());
        }
    }

    /** Jaxen's parser takes a prefix at the end of an expression for a name. */
    @SuppressWarnings("ConstantValue") // its signatures do not say that there may be none
    private static boolean isNameless(NameStep step) {
        String name = step.getLocalName();
        return name == null || name.isEmpty();
    }

    private boolean isDeclared(String prefix) {
        return prefix.isEmpty()
                || prefix.equals(XMLConstants.XML_NS_PREFIX)
                || text.prefixes().containsKey(prefix);
    }

    private void predicates(List<?> predicates) throws Refusal {
        for (Object predicate : predicates) {
            ValueType unused = typeOf(((Predicate) predicate).getExpr());
        }
    }

    /** A refusal of what begins with {@code word}, at the first place outside literals where that stands. */
    private Refusal refusal(String word, String reason) {
        String expression = text.expression();
        for (int at = 0; at < expression.length(); at++) {
            char character = expression.charAt(at);
            if (expression.startsWith(word, at)) {
                return new Refusal(at, reason);
            }
            if (character == '"' || character == '\'') {
                at = Math.max(at, expression.indexOf(character, at + 1));
            }
        }
        return new Refusal(0, reason);
    }
}
