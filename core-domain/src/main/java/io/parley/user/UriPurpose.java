package io.parley.user;

/**
 * What a URI is there for: the words of {@code purpose} (RFC 4575 sections 5.3.1 and 5.3.2).
 * The list is open: any other word is kept.
 */
public final class UriPurpose {

    /** Brings who calls it into the conference. */
    public static final String PARTICIPATION = "participation";

    /** Streams the conference to who only listens and looks. */
    public static final String STREAMING = "streaming";

    /** The page about the conference. */
    public static final String WEB_PAGE = "web-page";

    /** The recorded conference. */
    public static final String RECORDING = "recording";

    /** Where the events of the conference are subscribed to. */
    public static final String EVENT = "event";

    private UriPurpose() {}
}
