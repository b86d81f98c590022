package io.parley.conference;

/**
 * By which policy the streams of a medium are scheduled: the words of {@code mixing-mode} (RFC 6501 section 4.2.7).
 * The list is open: any other word is kept.
 */
public final class MixingMode {

    /** The moderator decides. */
    public static final String MODERATOR_CONTROLLED = "moderator-controlled";

    /** First come, first served. */
    public static final String FCFS = "FCFS";

    /** The mixer decides. */
    public static final String AUTOMATIC = "automatic";

    private MixingMode() {}
}
