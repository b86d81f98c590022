package io.parley.codec.xml.filter;

import static io.parley.codec.xml.filter.Filtering.CONFERENCE;
import static io.parley.codec.xml.filter.Filtering.LANGUAGE;
import static io.parley.codec.xml.filter.Filtering.chooses;
import static io.parley.codec.xml.filter.Filtering.document;
import static io.parley.codec.xml.filter.Filtering.reason;
import static org.assertj.core.api.Assertions.assertThat;

import io.parley.filter.FilterLanguage.Reading;
import io.parley.filter.FilterText;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which documents an expression chooses, and which expressions are none. */
class XPathFiltersTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/conference-info[conference-description/available-media/entry/type='audio' and "
                        + "conference-description/available-media/entry/type='video']",
                "/conference-info[conference-state/active='false']",
                "/conference-info[conference-description/conference-state/active='false']",
                "users/join-handling",
                "users/xcon:join-handling",
                "//user[@entity='xcon-userid:bob@example.com']/display-text='Bob'",
                "//user[2]/preceding-sibling::user/display-text='Alice'",
                "(//user)[last()]/display-text='Bob'",
                "//display-text[.='Bob']/ancestor::users",
                "//@label/../type",
                "count(//user) = conference-description/maximum-user-count div 5",
                "/*/*[1]/@xml:lang='en'",
                "conference-description[lang('en')]",
                "x:note[@importance='high']/x:b",
                "string(x:note)='bring slides'",
                "//text()[contains(., 'lice')]",
                "//*[local-name()='join-handling' and namespace-uri()='urn:ietf:params:xml:ns:xcon-conference-info']",
                "name(//join-handling)='xcon:join-handling'",
                "boolean(//users/*/ancestor::node()[2])",
                "users | nothing",
                "not(nothing)",
                "sum(//available-media/entry/@label)=3"
            })
    void anExpressionThatHoldsChooses(String expression) {
        assertThat(chooses(expression, CONFERENCE)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/conference-info[conference-description/available-media/entry/type='text']",
                "/conference-info[false()]",
                "/users",
                "info:join-handling",
                "note",
                "id('1')",
                "//comment() | //processing-instruction()",
                "//namespace::*"
            })
    void anExpressionThatDoesNotHoldDoesNotChoose(String expression) {
        assertThat(chooses(expression, CONFERENCE)).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            value = {
                "users, true",
                "nothing, false",
                "'x', true",
                "'', false",
                "1, true",
                "-1, true",
                "0, false",
                "number('x'), false",
                "true(), true",
                "false(), false",
                "string(0), true"
            })
    void aValueIsTrueAsTheFunctionBooleanHasIt(String expression, boolean value) {
        assertThat(chooses(expression, CONFERENCE)).isEqualTo(value);
    }

    @Test
    void prefixesAreThoseOfTheRequest() {
        assertThat(LANGUAGE.read(new FilterText("q:users", Map.of("q", "urn:ietf:params:xml:ns:conference-info"))))
                .isInstanceOfSatisfying(
                        Reading.Understood.class,
                        understood -> assertThat(understood.filter().begin().on(CONFERENCE))
                                .hasToString("Decided[chosen=true]"));
        assertThat(LANGUAGE.read(new FilterText("q:users", Map.of("q", "urn:example:q"))))
                .isInstanceOfSatisfying(
                        Reading.Understood.class,
                        understood -> assertThat(understood.filter().begin().on(CONFERENCE))
                                .hasToString("Decided[chosen=false]"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/conference-info[ | offset 17",
                "users/ | offset 6",
                "a b | offset 2",
                "a = 'b | offset 4",
                "a[b]] | offset 4",
                "q:users | offset 0: the prefix q is not declared",
                "users[':q:' = q:a] | offset 14: the prefix q is not declared",
                "$secret | offset 0: there are no variables",
                "a['$x' = $x] | offset 9: there are no variables",
                "document('file:///etc/passwd') | offset 0: there is no function document()",
                "evaluate('a') | there is no function evaluate()",
                "ends-with(a, 'b') | there is no function ends-with()",
                "lower-case(a) | there is no function lower-case()",
                "info:count(a) | there is no function info:count()",
                "a = count() | offset 4: count() does not take 0 arguments",
                "substring('a', 1, 2, 3) | substring() does not take 4 arguments",
                "count('a') | count() wants nodes",
                "users | 'a' | a union wants nodes",
                "'a'/users | offset 3: Node-set expected",
                "(1)[1] | a predicate wants nodes"
            })
    void whatIsNoXPathIsRefusedWithItsPlace(String line) {
        int cut = line.lastIndexOf('|');
        assertThat(reason(line.substring(0, cut).strip()))
                .startsWith("no valid XPath 1.0 at offset ")
                .contains(line.substring(cut + 1).strip());
    }

    /** Behind two parentheses the parser would look for the end of these for ever. */
    @ParameterizedTest
    @ValueSource(strings = {"((a b))", "((a!b))", "(('a))", "((\"", "(( #", "((a\u00e9))", "((1 a))", "((a)) b"})
    @Timeout(20)
    void whatIsNoTokenIsFoundWithoutLookingForTheEnd(String expression) {
        assertThat(reason(expression)).startsWith("no valid XPath 1.0 at offset ");
    }

    @Test
    void aPasswordIsNoPartOfTheDocument() {
        for (String expression : new String[] {
            "//conference-password",
            "//xcon:conference-password",
            "//*[.='8601']",
            "//text()[.='8601']",
            "contains(., '8601')",
            "//uri/following::*[local-name()='conference-password']",
            "count(//conf-uris/entry/*) > 1"
        }) {
            assertThat(chooses(expression, CONFERENCE)).as(expression).isFalse();
        }
        assertThat(chooses("string-length(.)=string-length(translate(., '8601', ''))+2", document("<x:a>10</x:a>")))
                .isTrue();
    }

    @Test
    void nodesComeInDocumentOrderAndOnce() {
        assertThat(chooses("string(//user/display-text/ancestor::*/display-text)='Alice'", CONFERENCE))
                .isTrue();
        assertThat(chooses("count(//user/ancestor::users | users)=1", CONFERENCE))
                .isTrue();
        assertThat(chooses("string((//user[2] | //user[1])/display-text)='Alice'", CONFERENCE))
                .isTrue();
        assertThat(chooses("string(//user[2]/preceding::type)='audio'", CONFERENCE))
                .isTrue();
    }
}
