package io.parley.http;

import java.util.List;
import java.util.Map;

/** A response as it came over the wire. Names of fields are in lower case; a field that comes twice has two values. */
record Answer(int status, Map<String, List<String>> fields, String body) {

    /** The value of a field that comes once, or null. */
    String field(String name) {
        List<String> values = fields.getOrDefault(name, List.of());
        if (values.size() > 1) {
            throw new AssertionError(name + " comes " + values.size() + " times");
        }
        return values.isEmpty() ? null : values.get(0);
    }

    /** Whether it announces the end of the connection. */
    boolean closes() {
        return "close".equalsIgnoreCase(field("connection"));
    }
}
