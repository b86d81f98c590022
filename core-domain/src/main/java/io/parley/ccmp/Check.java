package io.parley.ccmp;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * One of the checks that a request passes in a fixed order.
 *
 * @param about what it looks at
 * @param codes the codes with which it may refuse
 * @param test gives the reason of a refusal, or nothing
 * @param <C> what it looks at
 */
record Check<C>(String about, List<ResponseCode> codes, Function<C, Optional<Rejection>> test) {

    static <C> Check<C> of(String about, Function<C, Optional<Rejection>> test, ResponseCode... codes) {
        return new Check<>(about, List.of(codes), test);
    }
}
