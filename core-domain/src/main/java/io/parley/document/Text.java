package io.parley.document;

import java.util.Objects;

/**
 * A run of characters inside an element.
 *
 * @param value the characters, never null
 */
public record Text(String value) implements Node {
    /** Refuses null. */
    public Text {
        Objects.requireNonNull(value, "value");
    }
}
