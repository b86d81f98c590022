package io.parley.codec.xml.filter;

import static io.parley.codec.xml.filter.Filtering.CONFERENCE;
import static io.parley.codec.xml.filter.Filtering.chooses;
import static io.parley.codec.xml.filter.Filtering.document;
import static io.parley.codec.xml.filter.Filtering.filter;
import static io.parley.codec.xml.filter.Filtering.reason;
import static org.assertj.core.api.Assertions.assertThat;

import io.parley.document.Element;
import io.parley.filter.Filter;
import io.parley.filter.Filter.Verdict;
import io.parley.filter.FilterLanguage;
import io.parley.filter.FilterLanguage.Reading;
import io.parley.filter.FilterText;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** No filter costs more than its bounds: length, nesting, steps on a document, steps on all. */
class FilterCostTest {

    private static final Element CROWDED = document(crowd(1000));
    private static final Element LENGTHY =
            document("<x:a>" + "a".repeat(120_000) + "</x:a><x:b>" + "a".repeat(60_000) + "b</x:b>");

    private static String crowd(int users) {
        StringBuilder crowd = new StringBuilder("<info:users>");
        for (int i = 0; i < users; i++) {
            crowd.append("<info:user entity='xcon-userid:u").append(i).append("@example.com'/>");
        }
        return crowd.append("</info:users>").toString();
    }

    @Test
    void aLongExpressionIsRefused() {
        assertThat(reason("a" + " or a".repeat(500)))
                .isEqualTo("the expression has 2501 characters, at most 2048 are understood");
        assertThat(chooses("a" + " or a".repeat(400), CONFERENCE)).isFalse();
        assertThat(chooses("-".repeat(2000) + "1", CONFERENCE)).isTrue();
    }

    @Test
    void aDeeplyNestedExpressionIsRefused() {
        assertThat(reason("(".repeat(17) + "1" + ")".repeat(17)))
                .isEqualTo("the expression is nested more than 16 deep at offset 16");
        assertThat(reason("a" + "[a".repeat(17) + "]".repeat(17))).contains("nested more than 16 deep");
        assertThat(chooses("'" + "(".repeat(17) + "'", CONFERENCE)).isTrue();
        assertThat(chooses("(".repeat(16) + "1" + ")".repeat(16), CONFERENCE)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "//*[//*[//*[//*=1]]]",
                "//*[count(//*) = 1]",
                "//user[preceding::user[following::user[@a]]]",
                "//user/following-sibling::user/preceding-sibling::user/following-sibling::user/@a",
                "//user/@entity = //user/../@entity/../user/@a | //user[@entity != //user/@entity = //user/@entity]"
            })
    @Timeout(20)
    void whatTakesTooManyStepsIsUndecided(String expression) {
        Verdict verdict = filter(expression).begin().on(CROWDED);

        assertThat(verdict)
                .isEqualTo(new Verdict.Undecided("the expression takes more than 250000 steps on one document"));
    }

    @Test
    void operatorsCostToo() {
        assertThat(filter("//user[" + "1=2 or ".repeat(280) + "1=3]").begin().on(document(crowd(4000))))
                .isInstanceOf(Verdict.Undecided.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"contains(x:a, x:b)", "substring-before(x:a, x:b)", "substring-after(x:a, x:b)"})
    @Timeout(20)
    void lookingForOneLongTextInAnotherCostsTheProductOfTheirLengths(String expression) {
        assertThat(filter(expression).begin().on(LENGTHY)).isInstanceOf(Verdict.Undecided.class);
    }

    @Test
    void whatALargeConferenceNeedsIsWithinTheBounds() {
        Element large = document(crowd(10_000));

        assertThat(chooses("users/join-handling", large)).isFalse();
        assertThat(chooses("//user[@entity='xcon-userid:u9999@example.com']", large))
                .isTrue();
        assertThat(chooses("users/user[last()]/@entity='xcon-userid:u9999@example.com'", large))
                .isTrue();
    }

    @Test
    void allDocumentsOfOneRequestShareABound() {
        FilterLanguage language = new XPathFilters(new XPathBounds(100, 5, 20_000, 25_000));
        Reading reading = language.read(new FilterText("//user", Map.of()));
        Filter filter = ((Reading.Understood) reading).filter();
        Filter.Run run = filter.begin();
        Element document = document(crowd(2000));

        for (int i = 0; i < 5 && run.on(document) instanceof Verdict.Decided; i++) {}

        assertThat(run.on(document))
                .isEqualTo(new Verdict.Undecided("the expression takes more than 25000 steps on all documents"));
        assertThat(filter.begin().on(document)).isEqualTo(new Verdict.Decided(true));
    }
}
