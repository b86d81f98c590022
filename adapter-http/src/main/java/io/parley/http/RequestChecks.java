package io.parley.http;

import io.netty.handler.codec.http.HttpRequest;
import java.util.List;
import java.util.Optional;

/**
 * The checks on the header section of a request in their one fixed order, so that a request with several faults always gets the same
 * status.
 */
final class RequestChecks {

    private final List<RequestCheck> inOrder;

    RequestChecks(ServerSettings settings) {
        inOrder = List.of(
                new WellFormed(), // 400, 414, 431, connection closed
                new KnownVersion(), // 505, connection closed
                new KnownTransferCoding(), // 501, connection closed
                new OneHost(), // 400, connection closed
                new OnPath(settings.path()), // 404
                new OnlyPost(), // 405
                new NeitherExpectNorRange(), // 501
                new Unconditional(), // 412
                new CcmpContent(), // 406
                new AdmitsCcmp(), // 406
                new WithinSize(settings.maxBodyBytes())); // 413, connection closed
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
