package io.parley.conference;

/**
 * What becomes of a request for a floor: the words of {@code floor-request-handling} (RFC 6501 section 4.5.3).
 * The list is open: any other word is kept.
 */
public final class FloorRequestHandling {

    /** It is denied; also what holds where the document says nothing. */
    public static final String BLOCK = "block";

    /** It goes to the algorithm of the floor. */
    public static final String CONFIRM = "confirm";

    private FloorRequestHandling() {}
}
