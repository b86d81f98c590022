package io.parley.conference;

/**
 * Who decides on the codecs of a medium: the words of {@code decision} (RFC 6501 section 4.2.7).
 * The list is open: any other word is kept.
 */
public final class CodecDecision {

    /** The focus. */
    public static final String AUTOMATIC = "automatic";

    /** The moderator has to approve. */
    public static final String MODERATOR_CONTROLLED = "moderator-controlled";

    private CodecDecision() {}
}
