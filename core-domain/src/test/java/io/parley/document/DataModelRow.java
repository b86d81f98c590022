package io.parley.document;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * A row of {@code data-model.tsv}: what the requirements say of one place.
 *
 * @param id the requirement
 * @param path the place
 * @param kind what stands there, in words
 * @param cardinality how often
 * @param key what tells entries apart, or {@code part} for what is part of that
 * @param setBy who may set it
 * @param cloned whether a clone has it
 * @param privacy what it tells of a person
 */
record DataModelRow(
        String id,
        String path,
        String kind,
        String cardinality,
        String key,
        String setBy,
        String cloned,
        String privacy) {

    static List<DataModelRow> all() {
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(DataModelRow.class.getResourceAsStream("data-model.tsv")),
                StandardCharsets.UTF_8))) {
            return reader.lines()
                    .filter(line -> !line.startsWith("#"))
                    .skip(1)
                    .map(line -> line.split("\t"))
                    .map(cells -> new DataModelRow(
                            cells[0], cells[1], cells[2], cells[3], cells[4], cells[5], cells[6], cells[7]))
                    .toList();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    Place place() {
        return Place.of(path);
    }

    Access access() {
        return Access.valueOf(setBy.toUpperCase(Locale.ROOT));
    }

    boolean isRoot() {
        return !path.contains("/");
    }

    boolean isAttribute() {
        return path.contains("@");
    }

    /** For the names of tests. */
    String title() {
        return id + " " + path.substring(path.lastIndexOf("/", path.lastIndexOf("/") - 1) + 1);
    }
}
