package io.parley.codec.xml.filter;

import io.parley.document.Info;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jaxen.Context;
import org.jaxen.ContextSupport;
import org.jaxen.JaxenException;
import org.jaxen.expr.DefaultNameStep;
import org.jaxen.expr.PredicateSet;
import org.jaxen.expr.iter.IterableAxis;
import org.jaxen.saxpath.Axis;

/** A step to nodes of a name; one without prefix leads to elements of the data model too, whichever of its namespaces they are in. */
final class ModelNameStep extends DefaultNameStep {

    private static final long serialVersionUID = 1;

    ModelNameStep(IterableAxis axis, String prefix, String localName, PredicateSet predicates) {
        super(axis, prefix, localName, predicates);
    }

    /**
     * From a {@code conference-description} the name {@code conference-state} leads to the one beside it. The example of RFC 6503 section
     * 5.3.2 looks for it inside, where RFC 4575 has none.
     */
    @Override
    public List<?> evaluate(Context context) throws JaxenException {
        if (getAxis() != Axis.CHILD || !getLocalName().equals(Info.CONFERENCE_STATE.local())) {
            return super.evaluate(context);
        }
        Set<TreeNode> parents = new LinkedHashSet<>();
        for (Object node : context.getNodeSet()) {
            TreeNode from = (TreeNode) node;
            boolean beside =
                    node instanceof TreeNode.OfElement element && element.name().equals(Info.CONFERENCE_DESCRIPTION);
            parents.addAll(beside ? from.parent() : List.of(from));
        }
        Context moved = new Context(context.getContextSupport());
        moved.setNodeSet(new ArrayList<>(parents));
        return super.evaluate(moved);
    }

    @Override
    public boolean matches(Object node, ContextSupport support) throws JaxenException {
        if (getPrefix().isEmpty()
                && node instanceof TreeNode.OfElement element
                && element.name().isOfTheDataModel()) {
            return isMatchesAnyName() || element.name().local().equals(getLocalName());
        }
        return super.matches(node, support);
    }
}
