package io.parley.sip.dialog;

import io.parley.sip.message.SipRequest;
import io.parley.sip.message.SipResponse;
import java.util.Optional;

/**
 * Where a {@link Subscription} gets its documents. The subscription asks when it may send one, so that a burst of changes makes one
 * document and what is sent is never old.
 *
 * <p>Contract: called on the executor of the user agent, one at a time for one subscription, {@link #ended} once and last; may take its
 * time. If it throws, that is reported, and the subscription ends as {@code noresource}.
 */
public interface NotificationSource {

    /** The whole state as it is now: for the first document, for one that follows a refresh or a loss, and for the last. */
    Notification full();

    /** What has changed since the document before; empty if that is nothing, and then nothing is sent. */
    Optional<Notification> changes();

    /**
     * Whether {@code refresh}, a SUBSCRIBE within the subscription, is still allowed: empty if so, else the response that refuses it,
     * such as 401 or 403.
     */
    default Optional<SipResponse> refusal(SipRequest refresh) {
        return Optional.empty();
    }

    /** How documents travel from here on that {@code refresh} was accepted, which may say anew what the subscriber takes. */
    default Delivery delivery(SipRequest refresh, Delivery agreed) {
        return agreed;
    }

    /** The subscription is over, and its last NOTIFY is answered or given up. */
    void ended(SubscriptionEnd end);
}
