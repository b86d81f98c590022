package io.parley.user;

import io.parley.document.Attributes;
import io.parley.document.Element;
import io.parley.document.Info;
import io.parley.document.Name;
import io.parley.document.Schema;
import io.parley.document.Xcon;
import java.util.function.UnaryOperator;

/** Builds a stream of an endpoint, or what an update changes of one (RFC 4575 section 5.8, RFC 6501 section 4.6.5.6). */
public final class EndpointMediaBuilder implements Draft {

    private Element media;

    EndpointMediaBuilder(String id) {
        this.media = Schema.USER.child(Info.ENDPOINT).child(Info.MEDIA).empty().withAttribute(Attributes.ID, id);
    }

    /** Changes the {@code media} element in a way that has no name here. */
    public EndpointMediaBuilder edit(UnaryOperator<Element> change) {
        media = change.apply(media);
        return this;
    }

    /** What it is, for humans. */
    public EndpointMediaBuilder displayText(String text) {
        return edit(element -> element.with(Info.DISPLAY_TEXT, text));
    }

    /** Its media type, such as {@code audio}. */
    public EndpointMediaBuilder type(String type) {
        return edit(element -> element.with(Info.TYPE, type));
    }

    /** The label of the medium of the conference that it belongs to. */
    public EndpointMediaBuilder label(String label) {
        return edit(element -> element.with(Info.LABEL, label));
    }

    /** In which directions it flows, a word of {@link MediaStatus}. */
    public EndpointMediaBuilder status(String word) {
        return edit(element -> element.with(Info.STATUS, word));
    }

    /** How what goes to the mixer is mixed; {@code name} is a word of {@link MixerName}. */
    public EndpointMediaBuilder toMixer(String name, ControlsBuilder controls) {
        return mixer(Xcon.TO_MIXER, name, controls);
    }

    /** How what comes from the mixer is mixed; {@code name} is a word of {@link MixerName}. */
    public EndpointMediaBuilder fromMixer(String name, ControlsBuilder controls) {
        return mixer(Xcon.FROM_MIXER, name, controls);
    }

    private EndpointMediaBuilder mixer(Name mixer, String name, ControlsBuilder controls) {
        return edit(element -> Draft.within(
                element,
                mixer,
                stream -> stream.withAttribute(Attributes.NAME, name).with(controls.in(stream.type()))));
    }

    @Override
    public Element build() {
        return media;
    }
}
