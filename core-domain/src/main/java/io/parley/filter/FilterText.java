package io.parley.filter;

import java.util.Map;

/**
 * A filter as a request brings it.
 *
 * @param expression what was written
 * @param prefixes the namespaces that the prefixes in it stand for, as declared where it was written
 */
public record FilterText(String expression, Map<String, String> prefixes) {
    /** Copies the prefixes. */
    public FilterText {
        prefixes = Map.copyOf(prefixes);
    }

    /** Whether nothing is written, which asks for no filter at all. */
    public boolean isBlank() {
        return expression.isBlank();
    }
}
