package io.parley.user;

/**
 * How an endpoint left the conference: the words of {@code disconnection-method} (RFC 4575 section 5.7.6).
 * The list is open: any other word is kept.
 */
public final class DisconnectionMethod {

    /** It went. */
    public static final String DEPARTED = "departed";

    /** It was sent away. */
    public static final String BOOTED = "booted";

    /** It could not be reached. */
    public static final String FAILED = "failed";

    /** It was busy. */
    public static final String BUSY = "busy";

    private DisconnectionMethod() {}
}
