package io.parley.conference;

/**
 * Whether a codec may be used: the words of {@code policy} (RFC 6501 section 4.2.7).
 * The list is open: any other word is kept.
 */
public final class CodecPolicy {

    /** It may. */
    public static final String ALLOWED = "allowed";

    /** It may not. */
    public static final String DISALLOWED = "disallowed";

    private CodecPolicy() {}
}
