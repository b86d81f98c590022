package io.parley.user;

/**
 * How a target of the allowed-users list comes into the conference: the words of {@code method} (RFC 6501 section 4.6.3).
 * The list is open: any other word is kept.
 */
public final class DialMethod {

    /** He calls. */
    public static final String DIAL_IN = "dial-in";

    /** The focus calls him. */
    public static final String DIAL_OUT = "dial-out";

    /** The focus refers him to the conference. */
    public static final String REFER = "refer";

    private DialMethod() {}
}
