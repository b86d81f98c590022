package io.parley.user;

/**
 * In which directions a stream flows, as the participants see it: the words of {@code status} (RFC 4575 sections 5.3.4 and 5.8.5).
 * The list is open: any other word is kept.
 */
public final class MediaStatus {

    /** Both. */
    public static final String SENDRECV = "sendrecv";

    /** From the participants only. */
    public static final String SENDONLY = "sendonly";

    /** To the participants only. */
    public static final String RECVONLY = "recvonly";

    /** Neither. */
    public static final String INACTIVE = "inactive";

    private MediaStatus() {}
}
