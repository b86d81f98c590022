package io.parley.http;

import io.netty.handler.codec.http.HttpRequest;
import java.util.Optional;

/** One condition on the header section of a request. */
@FunctionalInterface
interface RequestCheck {

    /** The refusal, if {@code request} does not meet the condition. */
    Optional<Refusal> refuse(HttpRequest request);
}
