package io.parley.codec.xml.filter;

import io.parley.codec.xml.DocumentCodec;
import io.parley.codec.xml.Limits;
import io.parley.codec.xml.UnreadableException;
import io.parley.document.Element;
import io.parley.filter.Filter;
import io.parley.filter.Filter.Verdict;
import io.parley.filter.FilterLanguage;
import io.parley.filter.FilterLanguage.Reading;
import io.parley.filter.FilterText;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Filters and documents as the tests write them. */
final class Filtering {

    static final Map<String, String> PREFIXES = Map.of(
            "info", "urn:ietf:params:xml:ns:conference-info",
            "xcon", "urn:ietf:params:xml:ns:xcon-conference-info",
            "x", "urn:example:x");

    static final FilterLanguage LANGUAGE = new XPathFilters();

    static final Element CONFERENCE = document("""
            <info:conference-description xml:lang='en'>
              <info:display-text>Weekly</info:display-text>
              <info:conf-uris>
                <info:entry><info:uri>sip:weekly@example.com</info:uri>
                  <xcon:conference-password>8601</xcon:conference-password></info:entry>
              </info:conf-uris>
              <info:maximum-user-count>10</info:maximum-user-count>
              <info:available-media>
                <info:entry label='1'><info:type>audio</info:type></info:entry>
                <info:entry label='2'><info:type>video</info:type></info:entry>
              </info:available-media>
            </info:conference-description>
            <info:conference-state><info:active>false</info:active></info:conference-state>
            <info:users>
              <xcon:join-handling>allow</xcon:join-handling>
              <info:user entity='xcon-userid:alice@example.com'><info:display-text>Alice</info:display-text></info:user>
              <info:user entity='xcon-userid:bob@example.com'><info:display-text>Bob</info:display-text></info:user>
            </info:users>
            <x:note importance='high'>bring <x:b>slides</x:b></x:note>""");

    private Filtering() {}

    static Element document(String content) {
        String text = "<info:conference-info xmlns:info='urn:ietf:params:xml:ns:conference-info'"
                + " xmlns:xcon='urn:ietf:params:xml:ns:xcon-conference-info' xmlns:x='urn:example:x'"
                + " entity='xcon:weekly@example.com'>" + content + "</info:conference-info>";
        try {
            return new DocumentCodec(Limits.defaults()).read(text.getBytes(StandardCharsets.UTF_8));
        } catch (UnreadableException wrong) {
            throw new IllegalArgumentException(text, wrong);
        }
    }

    static Reading read(String expression) {
        return LANGUAGE.read(new FilterText(expression, PREFIXES));
    }

    static Filter filter(String expression) {
        if (read(expression) instanceof Reading.Understood understood) {
            return understood.filter();
        }
        throw new AssertionError(expression + ": " + reason(expression));
    }

    /** Why {@code expression} is refused; an {@link AssertionError} if it is not. */
    static String reason(String expression) {
        if (read(expression) instanceof Reading.Refused refused) {
            return refused.reason();
        }
        throw new AssertionError(expression + " was understood");
    }

    static boolean chooses(String expression, Element document) {
        Verdict verdict = filter(expression).begin().on(document);
        if (verdict instanceof Verdict.Decided decided) {
            return decided.chosen();
        }
        throw new AssertionError(expression + ": " + verdict);
    }
}
