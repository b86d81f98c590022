package io.parley.sip.authentication;

import io.parley.ports.in.FocusService.Signaller;
import io.parley.sip.message.SipHeaders;
import io.parley.sip.message.SipResponse;
import java.util.Optional;

/** What came of the question who sent a request. */
public sealed interface Identified {

    /**
     * The sender is known as far as he can be. What he may do is not decided yet.
     *
     * @param sender who he is, and what of it he has proved
     * @param info the {@code Authentication-Info} by which we prove in turn to know his secret (RFC 7616 section 3.5); empty where he was
     *     not asked for it
     */
    record As(Signaller sender, Optional<SipHeaders.Field> info) implements Identified {

        /** {@code response}, with {@code Authentication-Info} if it is a 2xx (RFC 3261 section 20.6). */
        public SipResponse confirmed(SipResponse response) {
            return response.isSuccess()
                    ? info.map(field -> response.with(field.name(), field.value()))
                            .orElse(response)
                    : response;
        }
    }

    /**
     * Nothing may be done for the request.
     *
     * @param response what it is answered with: 400, 401, 403, 480
     */
    record Refused(SipResponse response) implements Identified {}
}
