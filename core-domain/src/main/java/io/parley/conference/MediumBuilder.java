package io.parley.conference;

import io.parley.document.Attributes;
import io.parley.document.Element;
import io.parley.document.ElementType;
import io.parley.document.Info;
import io.parley.document.Schema;
import io.parley.document.Xcon;
import io.parley.user.ControlsBuilder;
import io.parley.user.Draft;
import java.util.function.UnaryOperator;

/**
 * Builds a medium of a conference, or what an update changes of one (RFC 6501 section 4.2.7). An update with a medium of which nothing
 * but the label is said removes it.
 */
public final class MediumBuilder implements Draft {

    private static final ElementType MEDIUM =
            Schema.CONFERENCE_DESCRIPTION.child(Info.AVAILABLE_MEDIA).child(Info.ENTRY);

    private Element medium;

    MediumBuilder(String label) {
        this.medium = MEDIUM.empty().withAttribute(Attributes.LABEL, label);
    }

    /** Changes the {@code entry} element in a way that has no name here. */
    public MediumBuilder edit(UnaryOperator<Element> change) {
        medium = change.apply(medium);
        return this;
    }

    /** What it is, for humans. */
    public MediumBuilder displayText(String text) {
        return edit(entry -> entry.with(Info.DISPLAY_TEXT, text));
    }

    /** Its media type, such as {@code audio}. */
    public MediumBuilder type(String type) {
        return edit(entry -> entry.with(Info.TYPE, type));
    }

    /** In which directions it flows, a word of {@link io.parley.user.MediaStatus}. */
    public MediumBuilder status(String word) {
        return edit(entry -> entry.with(Info.STATUS, word));
    }

    /** By which policy its streams are scheduled, a word of {@link MixingMode}. */
    public MediumBuilder mixingMode(String word) {
        return edit(entry -> entry.with(Xcon.MIXING_MODE, word));
    }

    /** What is said of its codecs, on which {@code decision}, a word of {@link CodecDecision}, tells who decides. */
    public MediumBuilder codecs(String decision, Codec... codecs) {
        return edit(entry -> {
            Element list = entry.type().child(Xcon.CODECS).empty().withAttribute(Attributes.DECISION, decision);
            for (Codec codec : codecs) {
                list = codec.in(list);
            }
            return entry.with(list);
        });
    }

    /** How it is mixed for all. */
    public MediumBuilder controls(ControlsBuilder controls) {
        return edit(entry -> entry.with(controls.build()));
    }

    @Override
    public Element build() {
        return medium;
    }
}
