package io.parley.c3p;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a response tells those who look for a fault (section 2.2.3.2.2). Nothing is decided by it.
 *
 * @param entries pairs of a key and a value, in order
 */
public record DiagnosticsInfo(List<Entry> entries) {

    /** The key of what is for administrators; its value is that of the header of this name. */
    public static final String MS_DIAGNOSTICS = "ms-diagnostics";

    /** The key of what anybody may read. */
    public static final String MS_DIAGNOSTICS_PUBLIC = "ms-diagnostics-public";

    /** Nothing to tell, and no element for it. */
    public static final DiagnosticsInfo NONE = new DiagnosticsInfo(List.of());

    /**
     * A key and its value.
     *
     * @param key the key
     * @param value the value
     */
    public record Entry(String key, String value) {}

    /** Copies the list. */
    public DiagnosticsInfo {
        entries = List.copyOf(entries);
    }

    /**
     * One entry in the form of the headers: {@code number;reason="text";source="host"}.
     *
     * @param key one of the two keys
     */
    public static DiagnosticsInfo of(String key, int number, String reason, String source) {
        return new DiagnosticsInfo(
                List.of(new Entry(key, number + ";reason=" + quoted(reason) + ";source=" + quoted(source))));
    }

    private static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    /** These entries and those behind them. */
    public DiagnosticsInfo and(DiagnosticsInfo more) {
        List<Entry> all = new ArrayList<>(entries);
        all.addAll(more.entries);
        return new DiagnosticsInfo(all);
    }

    /** The value of the first entry of that key. */
    public Optional<String> value(String key) {
        return entries.stream()
                .filter(entry -> entry.key().equals(key))
                .map(Entry::value)
                .findFirst();
    }
}
