package io.parley.codec.xml;

import io.parley.identity.Version;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How the text of a parameter is understood. */
final class Parameter {

    private Parameter() {}

    /** A token or URI without the white space around it; an empty one is none. */
    static Optional<String> token(@Nullable String text) {
        return secret(text).filter(token -> !token.isEmpty());
    }

    /** A user name or password without the white space around it; an empty one is one. */
    static Optional<String> secret(@Nullable String text) {
        return Optional.ofNullable(text).map(Words::trimmed);
    }

    /** A version in {@code text}, which is a positive integer, or empty if it is not. */
    static Optional<Version> version(String text) {
        try {
            return Optional.of(new Version(Long.parseLong(text)));
        } catch (IllegalArgumentException notPositive) {
            return Optional.empty();
        }
    }
}
