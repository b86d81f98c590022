package io.parley.ccmp;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What the server can do (RFC 6503 section 5.3.12).
 *
 * @param standard the standard messages that it knows
 * @param extended the extensions that it knows
 */
public record Options(List<StandardMessage> standard, List<ExtendedMessage> extended) implements Body {
    /** Copies the lists. */
    public Options {
        standard = List.copyOf(standard);
        extended = List.copyOf(extended);
    }

    /**
     * A standard message that the server knows.
     *
     * @param message which
     * @param operations the operations allowed, empty for a list request
     * @param description what a person may want to know
     */
    public record StandardMessage(Message message, Set<Operation> operations, Optional<String> description) {}

    /**
     * An extension that the server knows.
     *
     * @param name the {@code extensionName} of its request
     * @param operations the operations allowed
     * @param schemaDefinition where the schema of its elements can be found
     * @param description what a person may want to know
     */
    public record ExtendedMessage(
            String name, Set<Operation> operations, String schemaDefinition, Optional<String> description) {}
}
