package io.parley.codec.xml.filter;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.codec.xml.DocumentCodec;
import io.parley.codec.xml.Limits;
import io.parley.document.Element;
import io.parley.filter.Filter.Verdict;
import io.parley.filter.FilterLanguage.Reading;
import java.io.ByteArrayInputStream;
import java.util.Iterator;
import javax.xml.namespace.NamespaceContext;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.xpath.XPath;
import javax.xml.xpath.XPathConstants;
import javax.xml.xpath.XPathExpressionException;
import javax.xml.xpath.XPathFactory;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import org.w3c.dom.Node;

/**
 * Expressions made up at random mean what they mean to the JDK, whose engine is another on a tree of another kind. They are the same every
 * time, since the JDK is not always right.
 */
class AgainstTheJdkTest {

    private static final Element DOCUMENT = Filtering.document("""
            <info:conference-description xml:lang='en'>
              <info:display-text>2</info:display-text>
              <info:maximum-user-count>2</info:maximum-user-count>
              <info:available-media>
                <info:entry label='1'><info:type>audio</info:type></info:entry>
                <info:entry label='2'><info:type>video</info:type></info:entry>
              </info:available-media>
            </info:conference-description>
            <info:users>
              <info:user entity='xcon-userid:a@example.com'><info:display-text>a</info:display-text></info:user>
              <info:user entity='xcon-userid:b@example.com'><info:display-text>audio</info:display-text></info:user>
            </info:users>
            <x:note label='2'>2<x:note>audio</x:note>a</x:note>""");

    private static final Node ROOT = parsed(DOCUMENT);
    private static final XPath THERE = there();

    private static Node parsed(Element document) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setNamespaceAware(true);
            byte[] text = new DocumentCodec(Limits.defaults()).write(document);
            return factory.newDocumentBuilder()
                    .parse(new ByteArrayInputStream(text))
                    .getDocumentElement();
        } catch (Exception broken) {
            throw new IllegalStateException(broken);
        }
    }

    @Property(tries = 400, seed = "7", edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
    void anExpressionChoosesAsItDoesThere(@ForAll("expressions") String expression) {
        Verdict here = Filtering.filter(expression).begin().on(DOCUMENT);

        assertThat(here).as(expression).isEqualTo(new Verdict.Decided(thereIfItCan(expression)));
    }

    @Property(tries = 400, seed = "7", edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
    void whatIsMadeOfAnyPiecesIsRefusedHereIfItIsThere(@ForAll("scraps") String expression) {
        boolean valid;
        try {
            boolean unused = there(expression);
            valid = true;
        } catch (XPathExpressionException refused) {
            valid = false;
        }

        if (Filtering.read(expression) instanceof Reading.Understood understood) {
            assertThat(valid).as(expression).isTrue();
            assertThat(understood.filter().begin().on(DOCUMENT)).isInstanceOf(Verdict.Decided.class);
        }
    }

    private static XPath there() {
        XPath xpath = XPathFactory.newDefaultInstance().newXPath();
        xpath.setNamespaceContext(new Prefixes());
        return xpath;
    }

    /** The JDK stumbles over some valid expressions by a wrong cast of its own; these say nothing. */
    private static boolean thereIfItCan(String expression) {
        try {
            return there(expression);
        } catch (XPathExpressionException unable) {
            Assume.that(!String.valueOf(unable.getMessage()).contains("cannot be cast"));
            throw new AssertionError(expression, unable);
        }
    }

    private static boolean there(String expression) throws XPathExpressionException {
        return (Boolean) THERE.evaluate(expression, ROOT, XPathConstants.BOOLEAN);
    }

    @Provide
    Arbitrary<String> expressions() {
        return Arbitraries.randomValue(random -> new Grammar(random).truth(1))
                // The JDK refuses more than 100 operators.
                .filter(expression -> expression.length() < 200);
    }

    @Provide
    Arbitrary<String> scraps() {
        return Arbitraries.of(
                        "info:users",
                        "/",
                        "//",
                        "[",
                        "]",
                        "(",
                        ")",
                        "@",
                        "*",
                        "|",
                        "1",
                        "'a'",
                        "=",
                        "and",
                        "count(",
                        ".",
                        "..",
                        "-",
                        "position()",
                        "::",
                        "self",
                        "text()",
                        ",",
                        "true()",
                        "div",
                        "$x",
                        "\"",
                        "!",
                        "q:a",
                        "string(")
                .list()
                .ofMinSize(1)
                .ofMaxSize(7)
                .map(scraps -> String.join(" ", scraps));
    }

    private static final class Prefixes implements NamespaceContext {
        @Override
        public String getNamespaceURI(String prefix) {
            return Filtering.PREFIXES.getOrDefault(prefix, "");
        }

        @Override
        public String getPrefix(String namespace) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Iterator<String> getPrefixes(String namespace) {
            throw new UnsupportedOperationException();
        }
    }
}
