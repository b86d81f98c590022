package io.parley.conference;

import io.parley.document.Attributes;
import io.parley.document.Element;
import io.parley.document.Xcon;
import io.parley.user.View;
import java.util.List;
import java.util.Optional;

/**
 * A floor: the right to send in some of the media of a conference (RFC 6501 section 4.5.4).
 *
 * @param element the {@code floor} element
 */
public record Floor(Element element) implements View {

    /** Its identifier. */
    public String id() {
        return attribute(Attributes.ID).orElse("");
    }

    /** The labels of the media that it governs. */
    public List<String> mediaLabels() {
        return entries(Element::text, Xcon.MEDIA_LABEL);
    }

    /** How it is granted, a word of {@link FloorAlgorithm}. */
    public Optional<String> algorithm() {
        return text(Xcon.ALGORITHM);
    }

    /** How many may hold it at the same time; empty for any number. */
    public Optional<Integer> maximumUsers() {
        return number(Xcon.MAX_FLOOR_USERS);
    }

    /** Its chair: the number of a BFCP user, or an XCON-USERID. */
    public Optional<String> moderator() {
        return text(Xcon.MODERATOR_ID);
    }
}
