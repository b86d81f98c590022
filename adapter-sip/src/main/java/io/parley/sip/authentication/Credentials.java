package io.parley.sip.authentication;

import io.parley.sip.message.SipHeaders;
import io.parley.sip.message.SipRequest;
import io.parley.sip.message.SipResponse;
import java.util.Optional;

/** What a client knows to prove who it is. Used by any number of threads at once. */
@FunctionalInterface
public interface Credentials {

    /** Nothing. */
    Credentials NONE = (request, challenge) -> Optional.empty();

    /**
     * The header that makes {@code request}, when it is sent again, answer {@code challenge}: {@code Authorization} to a 401,
     * {@code Proxy-Authorization} to a 407. Empty if {@code challenge} is none, or cannot be answered.
     */
    Optional<SipHeaders.Field> answer(SipRequest request, SipResponse challenge);
}
