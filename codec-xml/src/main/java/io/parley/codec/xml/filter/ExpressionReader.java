package io.parley.codec.xml.filter;

import io.parley.filter.FilterLanguage.Reading;
import io.parley.filter.FilterText;
import java.util.Optional;
import org.jaxen.JaxenException;
import org.jaxen.JaxenHandler;
import org.jaxen.expr.Expr;
import org.jaxen.saxpath.SAXPathException;
import org.jaxen.saxpath.XPathSyntaxException;
import org.jaxen.saxpath.base.XPathReader;

/** From the text of one expression to a filter, or to the place where it stops being XPath 1.0. */
final class ExpressionReader {

    private final FilterText text;
    private final XPathBounds bounds;

    ExpressionReader(FilterText text, XPathBounds bounds) {
        this.text = text;
        this.bounds = bounds;
    }

    Reading read() {
        Optional<String> unreadable = new Lexis(text.expression(), bounds.depth()).refusal();
        if (unreadable.isPresent()) {
            return new Reading.Refused(unreadable.get());
        }
        try {
            Expr expression = parsed();
            new TypeCheck(text).check(expression);
            return new Reading.Understood(new XPathFilter(expression, text.prefixes(), bounds));
        } catch (XPathSyntaxException syntax) {
            return invalid(syntax.getPosition(), String.valueOf(syntax.getMessage()));
        } catch (TypeCheck.Refusal refusal) {
            return invalid(refusal.offset(), refusal.reason());
        } catch (SAXPathException other) {
            return invalid(0, String.valueOf(other.getMessage()));
        }
    }

    private Expr parsed() throws SAXPathException, JaxenException {
        JaxenHandler handler = new JaxenHandler();
        handler.setXPathFactory(new ModelXPathFactory());
        XPathReader reader = new XPathReader();
        reader.setXPathHandler(handler);
        reader.parse(text.expression());
        return handler.getXPathExpr().getRootExpr();
    }

    private static Reading invalid(int offset, String reason) {
        return new Reading.Refused("no valid XPath 1.0 at offset " + offset + ": " + reason);
    }
}
