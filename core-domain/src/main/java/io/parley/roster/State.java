package io.parley.roster;

import io.parley.document.Attributes;
import io.parley.document.Element;
import java.util.Locale;
import java.util.Optional;

/** How much of an element a document tells: {@code state} (RFC 4575 section 4.4). */
public enum State {
    /** All. */
    FULL,
    /** What has changed. */
    PARTIAL,
    /** That it is no more. */
    DELETED;

    /** As it is written. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The state of {@code element}, full where none is written; empty if it is a word that is none. */
    static Optional<State> parse(Element element) {
        Optional<String> written = element.attribute(InfoNames.STATE).or(() -> element.attribute(Attributes.STATE));
        if (written.isEmpty()) {
            return Optional.of(FULL);
        }
        return switch (written.get().strip()) {
            case "full" -> Optional.of(FULL);
            case "partial" -> Optional.of(PARTIAL);
            case "deleted" -> Optional.of(DELETED);
            default -> Optional.empty();
        };
    }

    /** The state of {@code element}, full where none that is known is written. */
    static State of(Element element) {
        return parse(element).orElse(FULL);
    }
}
