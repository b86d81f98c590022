package io.parley.http;

import io.netty.handler.codec.http.HttpRequest;
import java.util.List;
import java.util.Optional;

/**
 * Checks on the header section of a request in their one fixed order, so that a request with several faults always gets the same
 * status: first those that every request has to pass, then whether there is something at its path (404), then those of the resource
 * that is there.
 */
final class RequestChecks {

    private final List<RequestCheck> inOrder;

    RequestChecks(RequestCheck... inOrder) {
        this.inOrder = List.of(inOrder);
    }

    /** For every request, before anybody looks at its path. */
    static RequestChecks ofEveryRequest() {
        return new RequestChecks(
                new WellFormed(), // 400, 414, 431, connection closed
                new KnownVersion(), // 505, connection closed
                new KnownTransferCoding(), // 501, connection closed
                new OneHost()); // 400, connection closed
    }

    /** For CCMP. */
    static RequestChecks ofCcmp(int maxBodyBytes) {
        return new RequestChecks(
                new OnlyPost(), // 405
                new NeitherExpectNorRange(), // 501
                new Unconditional(), // 412
                new CcmpContent(), // 406
                new AdmitsCcmp(), // 406
                new WithinSize(maxBodyBytes)); // 413, connection closed
    }

    /** The refusal of the first check that {@code request} does not pass. */
    Optional<Refusal> refuse(HttpRequest request) {
        for (RequestCheck check : inOrder) {
            Optional<Refusal> refusal = check.refuse(request);
            if (refusal.isPresent()) {
                return refusal;
            }
        }
        return Optional.empty();
    }
}
