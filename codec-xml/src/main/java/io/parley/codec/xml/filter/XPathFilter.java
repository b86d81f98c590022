package io.parley.codec.xml.filter;

import io.parley.document.Element;
import io.parley.filter.Filter;
import java.util.Map;
import org.jaxen.JaxenException;
import org.jaxen.expr.Expr;
import org.jaxen.function.BooleanFunction;

/** An expression that was understood. */
final class XPathFilter implements Filter {

    private final Expr expression;
    private final Map<String, String> prefixes;
    private final XPathBounds bounds;

    XPathFilter(Expr expression, Map<String, String> prefixes, XPathBounds bounds) {
        this.expression = expression;
        this.prefixes = prefixes;
        this.bounds = bounds;
    }

    @Override
    public Run begin() {
        Evaluation evaluation = new Evaluation(prefixes, new Steps(bounds));
        return document -> decide(evaluation, document);
    }

    private Verdict decide(Evaluation evaluation, Element document) {
        try {
            Object value =
                    expression.evaluate(evaluation.on(TreeNode.root(document).element()));
            return new Verdict.Decided(BooleanFunction.evaluate(value, evaluation.getNavigator()));
        } catch (Steps.Exhausted exhausted) {
            return new Verdict.Undecided(exhausted.bound());
        } catch (JaxenException impossible) {
            return new Verdict.Undecided("the expression cannot be computed: " + impossible.getMessage());
        }
    }
}
