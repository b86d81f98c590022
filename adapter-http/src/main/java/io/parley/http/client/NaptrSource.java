package io.parley.http.client;

import java.io.IOException;
import java.time.Duration;
import java.util.List;

/** Where NAPTR records come from. */
@FunctionalInterface
interface NaptrSource {

    /** The records of {@code domain}; an {@link IOException} says why there is no answer. */
    Records of(String domain) throws IOException;

    /**
     * An answer.
     *
     * @param records the records, in any order; none if the domain has none
     * @param authentic whether the resolver says that it has validated them
     * @param validity how long they may be kept
     */
    record Records(List<Naptr> records, boolean authentic, Duration validity) {}
}
