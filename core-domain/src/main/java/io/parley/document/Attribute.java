package io.parley.document;

import java.util.Objects;

/**
 * An attribute of an element.
 *
 * @param name its name
 * @param value its value, already in the form that its type gives it
 */
public record Attribute(Name name, String value) {
    /** Refuses null. */
    public Attribute {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(value, "value");
    }
}
