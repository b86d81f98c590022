package io.parley.sip.authentication;

import net.jqwik.api.Arbitrary;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.arbitraries.StringArbitrary;
import net.jqwik.api.domains.DomainContextBase;

/** Text that could stand in a header field, mostly of the characters that mean something there. */
final class Arbitraries extends DomainContextBase {

    @Provide
    Arbitrary<String> fields() {
        StringArbitrary strings = net.jqwik.api.Arbitraries.strings().ofMaxLength(30);
        return net.jqwik.api.Arbitraries.frequencyOf(
                Tuple.of(3, strings.withChars("<>\"\\;=,@:%*'[]()?&/ \taA10é")),
                Tuple.of(1, strings.excludeChars('\r', '\n')));
    }
}
