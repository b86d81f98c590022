package io.parley.user;

/**
 * What becomes of a wish to join: the words of {@code join-handling} (RFC 6501 section 4.6.1).
 * The list is open: any other word is kept.
 */
public final class JoinHandling {

    /** Nobody joins; also what holds where the document says nothing. */
    public static final String BLOCK = "block";

    /** A moderator decides. */
    public static final String CONFIRM = "confirm";

    /** Everybody joins whom no other policy keeps out. */
    public static final String ALLOW = "allow";

    /** Whoever proves who he is joins. */
    public static final String AUTHENTICATE = "authenticate";

    /** An operator takes the call and decides. */
    public static final String DIRECTED_OPERATOR = "directed-operator";

    private JoinHandling() {}
}
