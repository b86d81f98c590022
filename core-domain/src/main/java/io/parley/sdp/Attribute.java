package io.parley.sdp;

import java.util.Optional;

/**
 * An attribute: {@code a=} (RFC 8866 section 5.13).
 *
 * @param name what it is called
 * @param value what it says, if it is not a flag; not empty
 */
public record Attribute(String name, Optional<String> value) {

    /** Refuses a name that is no token, and a value that is no line. */
    public Attribute {
        Texts.token("a name of an attribute", name);
        Texts.line("a value of an attribute", value);
    }

    /** A flag. */
    public static Attribute flag(String name) {
        return new Attribute(name, Optional.empty());
    }

    /** One with a value. */
    public static Attribute of(String name, String value) {
        return new Attribute(name, Optional.of(value));
    }

    /** As it stands on a line. */
    @Override
    public String toString() {
        return value.map(said -> name + ":" + said).orElse(name);
    }
}
