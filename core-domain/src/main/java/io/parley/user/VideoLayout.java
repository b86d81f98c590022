package io.parley.user;

/**
 * How the streams of the participants share a picture: the words of {@code video-layout} (RFC 6501 section 4.2.7).
 * The list is open: any other word is kept.
 */
public final class VideoLayout {

    /** One stream. */
    public static final String SINGLE_VIEW = "single-view";

    /** Two side by side, as they are. */
    public static final String DUAL_VIEW = "dual-view";

    /** Two side by side, cropped. */
    public static final String DUAL_VIEW_CROP = "dual-view-crop";

    /** Two, one above the other, as they are. */
    public static final String DUAL_VIEW_2X1 = "dual-view-2x1";

    /** Two, one above the other, cropped. */
    public static final String DUAL_VIEW_2X1_CROP = "dual-view-2x1-crop";

    /** Four. */
    public static final String QUAD_VIEW = "quad-view";

    /** Nine. */
    public static final String MULTIPLE_3X3 = "multiple-3x3";

    /** Sixteen. */
    public static final String MULTIPLE_4X4 = "multiple-4x4";

    /** One large and five small ones. */
    public static final String MULTIPLE_5X1 = "multiple-5x1";

    /** The focus chooses by the number of participants. */
    public static final String AUTOMATIC = "automatic";

    private VideoLayout() {}
}
