package io.parley.user;

import io.parley.document.Element;
import io.parley.document.Xcon;
import java.util.Optional;

/**
 * How a stream is mixed (RFC 6501 section 4.2.7): in a medium of the conference for all, in a mixer of a user for him. What is not
 * stated is not offered to clients.
 *
 * @param element the {@code controls} element
 */
public record Controls(Element element) implements View {

    /** Begins controls. */
    public static ControlsBuilder builder() {
        return new ControlsBuilder();
    }

    /** Whether no audio is sent. */
    public Optional<Boolean> mute() {
        return flag(Xcon.MUTE);
    }

    /** Whether no video is sent. */
    public Optional<Boolean> pauseVideo() {
        return flag(Xcon.PAUSE_VIDEO);
    }

    /** The amplification, from -127 to 127. */
    public Optional<Integer> gain() {
        return number(Xcon.GAIN);
    }

    /** How the streams share the picture, a word of {@link VideoLayout}; absent it means {@code single-view}. */
    public Optional<String> videoLayout() {
        return text(Xcon.VIDEO_LAYOUT);
    }
}
