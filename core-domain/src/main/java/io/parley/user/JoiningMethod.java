package io.parley.user;

/**
 * How an endpoint came into the conference: the words of {@code joining-method} (RFC 4575 section 5.7.4).
 * The list is open: any other word is kept.
 */
public final class JoiningMethod {

    /** It called the focus. */
    public static final String DIALED_IN = "dialed-in";

    /** The focus called it. */
    public static final String DIALED_OUT = "dialed-out";

    /** It is the focus itself. */
    public static final String FOCUS_OWNER = "focus-owner";

    private JoiningMethod() {}
}
