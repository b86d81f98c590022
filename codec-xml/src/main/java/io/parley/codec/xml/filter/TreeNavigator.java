package io.parley.codec.xml.filter;

import io.parley.document.Name;
import java.util.Iterator;
import java.util.List;
import org.jaxen.DefaultNavigator;
import org.jaxen.XPath;

/** Shows Jaxen the nodes of one document, and counts those that it is shown. Has no comments, processing instructions and namespace nodes. */
@SuppressWarnings("serial") // Jaxen's interfaces are serializable; nobody serializes an evaluation.
final class TreeNavigator extends DefaultNavigator {

    private final Steps steps;

    TreeNavigator(Steps steps) {
        this.steps = steps;
    }

    private <T> Iterator<T> counted(List<T> nodes) {
        steps.take(1 + nodes.size());
        return nodes.iterator();
    }

    @Override
    public Iterator<?> getChildAxisIterator(Object node) {
        return counted(((TreeNode) node).children());
    }

    @Override
    public Iterator<?> getParentAxisIterator(Object node) {
        return counted(((TreeNode) node).parent());
    }

    @Override
    public Iterator<?> getAttributeAxisIterator(Object node) {
        return counted(((TreeNode) node).attributes());
    }

    @Override
    public Iterator<?> getNamespaceAxisIterator(Object node) {
        return counted(List.of());
    }

    @Override
    public Object getDocumentNode(Object node) {
        steps.take(1);
        return ((TreeNode) node).root();
    }

    @Override
    public boolean isDocument(Object node) {
        return node instanceof TreeNode.OfDocument;
    }

    @Override
    public boolean isElement(Object node) {
        return node instanceof TreeNode.OfElement;
    }

    @Override
    public boolean isAttribute(Object node) {
        return node instanceof TreeNode.OfAttribute;
    }

    @Override
    public boolean isText(Object node) {
        return node instanceof TreeNode.OfText;
    }

    @Override
    public boolean isNamespace(Object node) {
        return false;
    }

    @Override
    public boolean isComment(Object node) {
        return false;
    }

    @Override
    public boolean isProcessingInstruction(Object node) {
        return false;
    }

    @Override
    public String getElementNamespaceUri(Object element) {
        return elementName(element).namespace();
    }

    @Override
    public String getElementName(Object element) {
        return elementName(element).local();
    }

    @Override
    public String getElementQName(Object element) {
        return qualified(elementName(element));
    }

    @Override
    public String getAttributeNamespaceUri(Object attribute) {
        return attributeName(attribute).namespace();
    }

    @Override
    public String getAttributeName(Object attribute) {
        return attributeName(attribute).local();
    }

    @Override
    public String getAttributeQName(Object attribute) {
        return qualified(attributeName(attribute));
    }

    private static Name elementName(Object element) {
        return ((TreeNode.OfElement) element).name();
    }

    private static Name attributeName(Object attribute) {
        return ((TreeNode.OfAttribute) attribute).name();
    }

    /** With the prefix under which documents are written; those of foreign names are not kept. */
    private static String qualified(Name name) {
        return name.isOfTheDataModel() || name.namespace().equals(Name.XML_NAMESPACE) ? name.toString() : name.local();
    }

    @Override
    public String getElementStringValue(Object element) {
        return text(element);
    }

    @Override
    public String getAttributeStringValue(Object attribute) {
        return text(attribute);
    }

    @Override
    public String getTextStringValue(Object text) {
        return text(text);
    }

    private String text(Object node) {
        return steps.reading(((TreeNode) node).text());
    }

    @Override
    public String getCommentStringValue(Object comment) {
        throw absent(comment);
    }

    @Override
    public String getNamespaceStringValue(Object namespace) {
        throw absent(namespace);
    }

    @Override
    public String getNamespacePrefix(Object namespace) {
        throw absent(namespace);
    }

    @Override
    public XPath parseXPath(String expression) {
        throw new UnsupportedOperationException("an expression makes no others");
    }

    private static IllegalStateException absent(Object node) {
        return new IllegalStateException("there are no such nodes, and so not " + node);
    }
}
