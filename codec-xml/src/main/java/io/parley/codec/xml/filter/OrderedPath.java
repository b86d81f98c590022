package io.parley.codec.xml.filter;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jaxen.Context;
import org.jaxen.JaxenException;
import org.jaxen.expr.Expr;
import org.jaxen.expr.LocationPath;
import org.jaxen.expr.Step;
import org.jaxen.saxpath.Axis;

/**
 * A location path (XPath 1.0 section 2) that puts its nodes into document order by what they know of their places. Jaxen's own looks for
 * that by walking among the siblings of each, again and again.
 */
// Serializable and simplify() are Jaxen's; nobody serializes a filter.
@SuppressWarnings({"serial", "deprecation"})
final class OrderedPath implements LocationPath {

    private static final Set<Integer> REVERSE =
            Set.of(Axis.PRECEDING, Axis.PRECEDING_SIBLING, Axis.ANCESTOR, Axis.ANCESTOR_OR_SELF);

    private final boolean absolute;
    private final List<Step> steps = new ArrayList<>();

    OrderedPath(boolean absolute) {
        this.absolute = absolute;
    }

    @Override
    public boolean isAbsolute() {
        return absolute;
    }

    @Override
    public void addStep(Step step) {
        steps.add(step);
    }

    @Override
    public List<Step> getSteps() {
        return steps;
    }

    @Override
    public Expr simplify() {
        steps.forEach(Step::simplify);
        return this;
    }

    @Override
    public String getText() {
        return (absolute ? "/" : "") + steps.stream().map(Step::getText).collect(Collectors.joining("/"));
    }

    @Override
    public Object evaluate(Context context) throws JaxenException {
        List<TreeNode> nodes = start(context);
        boolean inOrder = nodes.size() < 2;
        Context at = new Context(context.getContextSupport());
        for (Step step : steps) {
            inOrder &= nodes.size() < 2;
            at.setNodeSet(nodes);
            nodes = nodes(step.evaluate(at));
            if (REVERSE.contains(step.getAxis())) {
                Collections.reverse(nodes);
            }
        }
        if (!inOrder) {
            nodes.sort(TreeNode.IN_DOCUMENT_ORDER);
        }
        return nodes;
    }

    private List<TreeNode> start(Context context) {
        List<TreeNode> nodes = nodes(context.getNodeSet());
        return absolute && !nodes.isEmpty() ? List.of(nodes.get(0).root()) : nodes;
    }

    private static List<TreeNode> nodes(List<?> found) {
        List<TreeNode> nodes = new ArrayList<>(found.size());
        found.forEach(node -> nodes.add((TreeNode) node));
        return nodes;
    }
}
