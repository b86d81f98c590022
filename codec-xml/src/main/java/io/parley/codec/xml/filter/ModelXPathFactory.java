package io.parley.codec.xml.filter;

import org.jaxen.JaxenException;
import org.jaxen.expr.DefaultXPathFactory;
import org.jaxen.expr.LocationPath;
import org.jaxen.expr.Step;

/** Makes the parts of expressions; those that are ours where Jaxen's do not do. */
final class ModelXPathFactory extends DefaultXPathFactory {

    @Override
    public LocationPath createRelativeLocationPath() {
        return new OrderedPath(false);
    }

    @Override
    public LocationPath createAbsoluteLocationPath() {
        return new OrderedPath(true);
    }

    @Override
    public Step createNameStep(int axis, String prefix, String localName) throws JaxenException {
        return new ModelNameStep(getIterableAxis(axis), prefix, localName, createPredicateSet());
    }

    @Override
    public Step createAllNodeStep(int axis) throws JaxenException {
        return new KindStep(getIterableAxis(axis), TreeNode.class, createPredicateSet());
    }

    @Override
    public Step createTextNodeStep(int axis) throws JaxenException {
        return new KindStep(getIterableAxis(axis), TreeNode.OfText.class, createPredicateSet());
    }
}
