package io.parley.user;

import io.parley.document.Element;
import io.parley.document.ElementType;
import io.parley.document.Info;
import io.parley.document.Name;
import io.parley.document.Schema;
import io.parley.document.Xcon;
import java.util.LinkedHashMap;
import java.util.Map;

/** Builds how a stream is mixed, for a medium of a conference or a mixer of a user (RFC 6501 section 4.2.7). */
public final class ControlsBuilder implements Draft {

    private static final ElementType OF_A_MEDIUM =
            Schema.CONFERENCE_DESCRIPTION.child(Info.AVAILABLE_MEDIA).child(Info.ENTRY);

    private final Map<Name, String> values = new LinkedHashMap<>();

    ControlsBuilder() {}

    /** Whether no audio is sent. */
    public ControlsBuilder mute(boolean muted) {
        values.put(Xcon.MUTE, Boolean.toString(muted));
        return this;
    }

    /** Whether no video is sent. */
    public ControlsBuilder pauseVideo(boolean paused) {
        values.put(Xcon.PAUSE_VIDEO, Boolean.toString(paused));
        return this;
    }

    /** The amplification, from -127 to 127. */
    public ControlsBuilder gain(int amplification) {
        values.put(Xcon.GAIN, Integer.toString(amplification));
        return this;
    }

    /** How the streams share the picture, a word of {@link VideoLayout}. */
    public ControlsBuilder videoLayout(String word) {
        values.put(Xcon.VIDEO_LAYOUT, word);
        return this;
    }

    /** These controls as those of a medium of a conference. */
    @Override
    public Element build() {
        return in(OF_A_MEDIUM);
    }

    /** These controls as a child of an element of {@code parent}. */
    Element in(ElementType parent) {
        Element controls = parent.child(Xcon.CONTROLS).empty();
        for (Map.Entry<Name, String> value : values.entrySet()) {
            controls = controls.with(value.getKey(), value.getValue());
        }
        return controls;
    }
}
