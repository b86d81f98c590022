package io.parley.c3p;

import io.parley.document.Element;
import java.util.Locale;

/** Whether a part of a document is all there is, what has changed, or gone (RFC 4575 section 4.4). */
public enum DocumentState {
    /** All there is. */
    FULL,
    /** What has changed. */
    PARTIAL,
    /** Gone. */
    DELETED;

    /** The word of the protocol. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The state of that word; a document without one, or with another, is full. */
    public static DocumentState of(String word) {
        for (DocumentState state : values()) {
            if (state.word().equals(word)) {
                return state;
            }
        }
        return FULL;
    }

    /** The state of a document or of a part of one, wherever the schema has the attribute; full if nothing is said. */
    public static DocumentState of(Element part) {
        return part.attribute(C3pNames.STATE)
                .or(() -> part.attribute(C3pNames.CI_STATE))
                .map(DocumentState::of)
                .orElse(FULL);
    }

    @Override
    public String toString() {
        return word();
    }
}
