package io.parley.ccmp;

import io.parley.document.Attributes;
import io.parley.document.Element;
import io.parley.document.Info;
import io.parley.document.Placeholders;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The media of an update that have a placeholder for a label and stand in the conference already.
 *
 * <p>A client of the field describes its conference anew with every update, and its media each time with the placeholders of the
 * creation. Taken by the letter of RFC 6503 section 4.3 each of these updates would double the media. A medium that says the very same
 * as a standing one, its name included, is therefore that one; a medium without a {@code display-text} is always a new one.
 */
final class StandingMedia {

    private StandingMedia() {}

    /** The labels that stand for the placeholders of {@code update}, by their numbers; {@code document} is what is updated. */
    static Map<String, String> labels(Element document, Element update) {
        Map<String, String> labels = new LinkedHashMap<>();
        Optional<Element> standing = document.at(Info.CONFERENCE_DESCRIPTION, Info.AVAILABLE_MEDIA);
        Optional<Element> given = update.at(Info.CONFERENCE_DESCRIPTION, Info.AVAILABLE_MEDIA);
        if (standing.isPresent() && given.isPresent()) {
            Set<String> taken = new HashSet<>();
            given.get().children(Info.ENTRY).forEach(entry -> taken.add(label(entry)));
            for (Element entry : given.get().children(Info.ENTRY)) {
                Placeholders.number(label(entry))
                        .ifPresent(number -> find(standing.get(), entry, taken).ifPresent(label -> {
                            taken.add(label);
                            labels.put(number, label);
                        }));
            }
        }
        return labels;
    }

    private static Optional<String> find(Element media, Element entry, Set<String> taken) {
        if (entry.childText(Info.DISPLAY_TEXT).filter(name -> !name.isBlank()).isEmpty()) {
            return Optional.empty();
        }
        for (Element standing : media.children(Info.ENTRY)) {
            String label = label(standing);
            if (!taken.contains(label) && standing.equals(entry.withAttribute(Attributes.LABEL, label))) {
                return Optional.of(label);
            }
        }
        return Optional.empty();
    }

    private static String label(Element entry) {
        return entry.attribute(Attributes.LABEL).orElse("");
    }
}
