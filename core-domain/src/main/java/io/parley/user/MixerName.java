package io.parley.user;

/**
 * What a stream to or from the mixer is called: the words of {@code name} (RFC 6501 section 4.6.5.6).
 * The list is open: any other word is kept.
 */
public final class MixerName {

    /** The video that goes into the mixer. */
    public static final String VIDEO_IN = "VideoIn";

    /** The video that comes out of it. */
    public static final String VIDEO_OUT = "VideoOut";

    /** The audio that goes into the mixer. */
    public static final String AUDIO_IN = "AudioIn";

    /** The audio that comes out of it. */
    public static final String AUDIO_OUT = "AudioOut";

    private MixerName() {}
}
