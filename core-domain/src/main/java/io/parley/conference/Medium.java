package io.parley.conference;

import io.parley.document.Attributes;
import io.parley.document.Element;
import io.parley.document.Info;
import io.parley.document.Xcon;
import io.parley.user.Controls;
import io.parley.user.View;
import java.util.List;
import java.util.Optional;

/**
 * A medium of a conference: an entry of {@code available-media} (RFC 6501 section 4.2.7, RFC 4575 section 5.3.4).
 *
 * @param element the {@code entry} element
 */
public record Medium(Element element) implements View {

    /** Its label, which is also its key. */
    public String label() {
        return attribute(Attributes.LABEL).orElse("");
    }

    /** What it is, for humans. */
    public Optional<String> displayText() {
        return text(Info.DISPLAY_TEXT);
    }

    /** Its media type, such as {@code audio}. */
    public Optional<String> type() {
        return text(Info.TYPE);
    }

    /** In which directions it flows, a word of {@link io.parley.user.MediaStatus}. */
    public Optional<String> status() {
        return text(Info.STATUS);
    }

    /** By which policy its streams are scheduled, a word of {@link MixingMode}. */
    public Optional<String> mixingMode() {
        return text(Xcon.MIXING_MODE);
    }

    /** Who decides on its codecs, a word of {@link CodecDecision}. */
    public Optional<String> codecDecision() {
        return element.child(Xcon.CODECS).flatMap(codecs -> codecs.attribute(Attributes.DECISION));
    }

    /** What is said of its codecs. */
    public List<Codec> codecs() {
        return entries(Codec::of, Xcon.CODECS, Xcon.CODEC);
    }

    /** How it is mixed for all. */
    public Optional<Controls> controls() {
        return element.child(Xcon.CONTROLS).map(Controls::new);
    }
}
