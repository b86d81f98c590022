package io.parley.sip.dialog;

import io.parley.sip.message.SipMessage;
import io.parley.sip.message.SipRequest;
import io.parley.sip.message.SipResponse;

/**
 * Hears what becomes of a subscription of ours.
 *
 * <p>Contract: called on the executor of the user agent, one at a time and in order; may take its time.
 */
public interface SubscriberHandler {

    /** The SUBSCRIBE, or a later one that refreshes it, was accepted. */
    default void accepted(SipResponse response) {}

    /**
     * A document came, or word of the state without one: a NOTIFY or BENOTIFY, or the response to the SUBSCRIBE that carries the first
     * one (MS-SIP section 3.4). What has to be answered is answered.
     */
    void notified(SipMessage message);

    /** What a NOTIFY is answered: 200, unless there is a reason against it (RFC 6665 section 4.1.3). */
    default SipResponse answer(SipRequest notify) {
        return SipResponse.of(200, "OK");
    }

    /** The subscription was not accepted. No response in time is 408, none that could come is 503 (RFC 3261 section 8.1.3.1). */
    void failed(SipResponse response);

    /** The subscription was accepted once, and is over. The reason that a last NOTIFY states was told as a notification. */
    void ended(SubscriptionEnd end);
}
