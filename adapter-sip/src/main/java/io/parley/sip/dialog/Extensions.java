package io.parley.sip.dialog;

import io.parley.sip.message.SipRequest;
import io.parley.sip.message.SipResponse;

/**
 * What of MS-SIP a subscription uses.
 *
 * @param firstInResponse the first document is in the response (section 3.4)
 * @param bestEffort documents travel by BENOTIFY (section 3.5)
 * @param extendsItself every document extends the subscription (section 3.6)
 */
record Extensions(boolean firstInResponse, boolean bestEffort, boolean extendsItself) {

    static final String FIRST_IN_RESPONSE = "ms-piggyback-first-notify";
    static final String BEST_EFFORT = "ms-benotify";
    static final String EXTENDS_ITSELF = "com.microsoft.autoextend";

    static Extensions of(SipRequest subscribe, Delivery delivery) {
        return new Extensions(
                        subscribe.headers().lists("Supported", FIRST_IN_RESPONSE),
                        subscribe.headers().lists("Supported", BEST_EFFORT),
                        subscribe.headers().lists("Supported", EXTENDS_ITSELF))
                .by(delivery);
    }

    /** Those of them that {@code delivery} has room for: a document in a response would overtake one that is on its way. */
    Extensions by(Delivery delivery) {
        return delivery == Delivery.AS_ASKED ? this : new Extensions(false, false, extendsItself);
    }

    /** {@code response}, which says so. */
    SipResponse into(SipResponse response) {
        SipResponse told = response;
        told = firstInResponse ? Headers.listing(told, "Supported", FIRST_IN_RESPONSE) : told;
        told = bestEffort ? Headers.listing(told, "Supported", BEST_EFFORT) : told;
        return extendsItself ? Headers.listing(told, "Supported", EXTENDS_ITSELF) : told;
    }
}
