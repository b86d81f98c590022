package io.parley.c3p;

import io.parley.identity.SipUri;
import java.util.Optional;

/**
 * A request that could not be read, with as much of it as was understood.
 *
 * @param requestId its identifier, if that was read
 * @param from who sent it, if that was read
 * @param to whom it was sent to, if that was read
 * @param fault what is wrong and where
 */
public record MalformedC3p(Optional<String> requestId, Optional<SipUri> from, Optional<SipUri> to, String fault) {

    /** Cuts the fault to a length that can be answered. */
    public MalformedC3p {
        fault = Excerpt.fault(fault);
    }

    /**
     * The answer: {@code requestMalformed} with the fault in words, if there is a {@code requestId} to answer to.
     *
     * @param sipFrom who sent the SIP request, for when the body does not say
     * @param sipTo whom it was sent to, likewise
     */
    public Optional<C3pResponse> response(SipUri sipFrom, SipUri sipTo) {
        return requestId.map(
                id -> C3pResponse.failure(id, to.orElse(sipTo), from.orElse(sipFrom), Reason.REQUEST_MALFORMED)
                        .saying(fault));
    }
}
