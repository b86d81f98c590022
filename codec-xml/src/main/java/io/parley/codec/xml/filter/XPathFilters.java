package io.parley.codec.xml.filter;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.parley.filter.FilterLanguage;
import io.parley.filter.FilterText;

/**
 * XPath 1.0 as the language of filters. An expression is evaluated with the root element of a document as its context node, and its
 * value is turned into a boolean as the function {@code boolean()} does.
 *
 * <p>A name without prefix stands for that local name in the namespaces of RFC 4575 and RFC 6501, as the examples of RFC 6503 need it, and
 * in no namespace, as XPath has it; prefixes are those of the request. There are the functions of XPath's core library and no
 * others, and no variables. Passwords are not part of any document here, whoever asks.
 *
 * <p>Serves any number of threads. Remembers what it has understood, by expression and prefixes, up to {@value #REMEMBERED} characters of
 * expressions.
 */
public final class XPathFilters implements FilterLanguage {

    private static final int REMEMBERED = 1 << 18;

    private final XPathBounds bounds;
    private final LoadingCache<FilterText, Reading> understood;

    /** The language within {@link XPathBounds#defaults}. */
    public XPathFilters() {
        this(XPathBounds.defaults());
    }

    /** The language within {@code bounds}. */
    public XPathFilters(XPathBounds bounds) {
        this.bounds = bounds;
        this.understood = Caffeine.newBuilder()
                .maximumWeight(REMEMBERED)
                .<FilterText, Reading>weigher((text, reading) -> weight(text))
                .build(text -> new ExpressionReader(text, bounds).read());
    }

    private static int weight(FilterText text) {
        int weight = text.expression().length() + 1;
        for (var prefix : text.prefixes().entrySet()) {
            weight += prefix.getKey().length() + prefix.getValue().length();
        }
        return weight;
    }

    @Override
    public Reading read(FilterText text) {
        int length = text.expression().length();
        return length > bounds.length()
                ? new Reading.Refused(
                        "the expression has " + length + " characters, at most " + bounds.length() + " are understood")
                : understood.get(text);
    }
}
