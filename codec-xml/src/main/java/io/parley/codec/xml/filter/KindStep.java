package io.parley.codec.xml.filter;

import org.jaxen.ContextSupport;
import org.jaxen.expr.DefaultNameStep;
import org.jaxen.expr.PredicateSet;
import org.jaxen.expr.iter.IterableAxis;

/**
 * A step to nodes of a kind, {@code node()} or {@code text()}. Walks as a step to names does: Jaxen's own leaves out what was met from
 * another node before it counts positions, so that {@code ancestor::node()[2]} misses nodes.
 */
final class KindStep extends DefaultNameStep {

    private static final long serialVersionUID = 1;

    private final Class<? extends TreeNode> kind;

    KindStep(IterableAxis axis, Class<? extends TreeNode> kind, PredicateSet predicates) {
        super(axis, "", "*", predicates);
        this.kind = kind;
    }

    @Override
    public boolean matches(Object node, ContextSupport support) {
        return kind.isInstance(node);
    }
}
