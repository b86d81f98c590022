package io.parley.user;

import io.parley.document.Attributes;
import io.parley.document.Element;
import io.parley.document.Info;
import io.parley.document.Xcon;
import java.util.Optional;

/**
 * A stream of an endpoint (RFC 4575 section 5.8), with what RFC 6501 section 4.6.5.6 adds.
 *
 * @param element the {@code media} element
 */
public record EndpointMedia(Element element) implements View {

    /** Begins the stream of that identifier. */
    public static EndpointMediaBuilder builder(String id) {
        return new EndpointMediaBuilder(id);
    }

    /** Its identifier in the endpoint. */
    public String id() {
        return attribute(Attributes.ID).orElse("");
    }

    /** What it is, for humans. */
    public Optional<String> displayText() {
        return text(Info.DISPLAY_TEXT);
    }

    /** Its media type, such as {@code audio}. */
    public Optional<String> type() {
        return text(Info.TYPE);
    }

    /** The label of the medium of the conference that it belongs to. */
    public Optional<String> label() {
        return text(Info.LABEL);
    }

    /** The synchronisation source of the stream. */
    public Optional<String> sourceId() {
        return text(Info.SRC_ID);
    }

    /** In which directions it flows, a word of {@link MediaStatus}. */
    public Optional<String> status() {
        return text(Info.STATUS);
    }

    /** What goes from the participant to the mixer. */
    public Optional<Mixer> toMixer() {
        return element.child(Xcon.TO_MIXER).map(Mixer::new);
    }

    /** What comes from the mixer to the participant. */
    public Optional<Mixer> fromMixer() {
        return element.child(Xcon.FROM_MIXER).map(Mixer::new);
    }
}
