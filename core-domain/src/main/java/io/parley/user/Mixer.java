package io.parley.user;

import io.parley.document.Attributes;
import io.parley.document.Element;
import io.parley.document.Xcon;
import java.util.List;

/**
 * One user's stream to or from the mixer: {@code to-mixer} and {@code from-mixer} (RFC 6501 section 4.6.5.6).
 *
 * @param element the element
 */
public record Mixer(Element element) implements View {

    /** What it is called, a word of {@link MixerName}. */
    public String name() {
        return attribute(Attributes.NAME).orElse("");
    }

    /** Whether the user holds that floor now. */
    public boolean holdsFloor(String floor) {
        return element.entry(Xcon.FLOOR, floor)
                .filter(holds -> holds.text().equals("true"))
                .isPresent();
    }

    /** How the stream is mixed, for this user alone. */
    public List<Controls> controls() {
        return entries(Controls::new, Xcon.CONTROLS);
    }
}
