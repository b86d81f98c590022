package io.parley.conference;

/**
 * How a floor is granted: the words of {@code algorithm} (RFC 6501 section 4.5.4).
 * The list is open: any other word is kept.
 */
public final class FloorAlgorithm {

    /** The floor chair decides. */
    public static final String MODERATOR_CONTROLLED = "moderator-controlled";

    /** First come, first served. */
    public static final String FCFS = "FCFS";

    /** By chance. */
    public static final String RANDOM = "random";

    private FloorAlgorithm() {}
}
