package io.parley.sip.dialog;

/** Why a subscription is over. */
public enum SubscriptionEnd {
    /** The notifier ended it. */
    ENDED,
    /** The subscriber ended it, or fetched the state once ({@code Expires: 0}). */
    UNSUBSCRIBED,
    /** Nobody refreshed it in time. */
    EXPIRED,
    /** The other side answered with an error that ends it (RFC 6665 section 4.2.2), or not at all. */
    GONE,
    /** The user agent was closed. */
    CLOSED
}
