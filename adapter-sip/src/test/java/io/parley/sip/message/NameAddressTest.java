package io.parley.sip.message;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Chars;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NameAddressTest {

    @ParameterizedTest
    @ValueSource(strings = {"sip:a>b", "sip:a>", "\"A\" sip:a", "\"A <sip:a>", "<sip:a", "<sip:a b>", "<a>", "", ">"})
    void whatIsNoAddressIsNone(String text) {
        assertThat(NameAddress.parse(text)).isEmpty();
    }

    @Property
    void whatWasReadIsWrittenAndReadAgain(
            @ForAll @Chars({'s', ':', '<', '>', '"', '\\', ';', '=', '@', ' '}) String text) {
        NameAddress.parse("sip:" + text)
                .ifPresent(read -> assertThat(NameAddress.parse(read.toString()).map(NameAddress::uri))
                        .contains(read.uri()));
    }
}
