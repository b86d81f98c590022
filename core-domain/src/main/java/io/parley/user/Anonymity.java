package io.parley.user;

/**
 * How much of a user the others see: the words of {@code provide-anonymity} (RFC 6501 section 4.6.5.1).
 * The list is open: any other word is kept.
 */
public final class Anonymity {

    /** Somebody is there, and nobody learns who. */
    public static final String PRIVATE = "private";

    /** Somebody is there; who it is learns who has been permitted to see him. */
    public static final String SEMI_PRIVATE = "semi-private";

    /** The others do not see that he is there. */
    public static final String HIDDEN = "hidden";

    private Anonymity() {}
}
