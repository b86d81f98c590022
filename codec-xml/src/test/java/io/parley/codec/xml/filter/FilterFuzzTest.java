package io.parley.codec.xml.filter;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.parley.document.Element;
import io.parley.filter.FilterLanguage.Reading;
import java.nio.charset.StandardCharsets;

/** Whatever stands in an xpathFilter, it is refused, or decides about a document, or is given up: each within its bounds. */
class FilterFuzzTest {

    private static final Element DOCUMENT = Filtering.document("""
            <info:conference-description xml:lang='en'>
              <info:display-text>2</info:display-text>
              <info:available-media>
                <info:entry label='1'><info:type>audio</info:type></info:entry>
                <info:entry label='2'><info:type>video</info:type></info:entry>
              </info:available-media>
            </info:conference-description>
            <info:users>
              <info:user entity='xcon-userid:a@example.com'><info:display-text>a</info:display-text></info:user>
            </info:users>""");

    @FuzzTest(maxDuration = "30m")
    void filtersAreRefusedOrDecide(byte[] expression) {
        if (Filtering.read(new String(expression, StandardCharsets.UTF_8)) instanceof Reading.Understood understood) {
            assertThat(understood.filter().begin().on(DOCUMENT)).isNotNull();
        }
    }
}
