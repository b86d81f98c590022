package io.parley.docs;

import io.parley.docs.Requirements.Row;
import io.parley.docs.SpecMap.Status;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The spec map as Markdown. */
record SpecMapPage(SpecMap map) {

    static final String HOW_TO_RENDER = "mvn -q test -pl docs -am -Dtest=SpecMapTest -Dspecmap=write";

    private static final String HEAD = """
            # Spec map

            Every requirement of the specifications and the tests that show it. Do not edit: `SpecMapTest` renders this
            page from `requirements/*.tsv` and from `@Requirement` in the tests, and fails when it is stale. To render it
            again:

                %s

            | requirements | shown | left out | not yet | all |
            |---|--:|--:|--:|--:|
            """;

    private static final String TABLE = """

            ## %s

            | id | strength | role | statement | status |
            |---|---|---|---|---|
            """;

    String render() {
        StringBuilder page = new StringBuilder(HEAD.formatted(HOW_TO_RENDER));
        map.requirements().files().forEach((name, rows) -> page.append(counts(name, rows)));
        map.requirements().files().forEach((name, rows) -> {
            page.append(TABLE.formatted(name));
            rows.forEach(row -> page.append(line(row)));
        });
        return page.toString();
    }

    private String counts(String name, List<Row> rows) {
        return "| [%s](#%s) | %d | %d | %d | %d |\n"
                .formatted(
                        name,
                        name,
                        count(rows, Status.SHOWN),
                        count(rows, Status.LEFT_OUT),
                        count(rows, Status.NOT_YET),
                        rows.size());
    }

    private long count(List<Row> rows, Status status) {
        return rows.stream().filter(row -> map.status(row) == status).count();
    }

    private String line(Row row) {
        return "| %s | %s | %s | %s | %s |\n"
                .formatted(
                        cell(row.id()),
                        cell(row.strength()),
                        cell(row.role()),
                        cell(row.statement() + " (" + row.source() + ")"),
                        cell(status(row)));
    }

    private String status(Row row) {
        return switch (map.status(row)) {
            case SHOWN -> "shown by " + tests(row);
            case LEFT_OUT -> "left out: " + map.reason(row);
            case NOT_YET -> "not yet";
        };
    }

    private String tests(Row row) {
        return map.tests(row).entrySet().stream()
                .map(it -> Stream.of(it.getKey(), String.join(", ", it.getValue())))
                .map(it -> it.filter(part -> !part.isEmpty()).collect(Collectors.joining("#", "`", "`")))
                .collect(Collectors.joining("; "));
    }

    /** A bar ends a cell, and an angle bracket outside of code is taken for HTML. */
    private static String cell(String text) {
        return text.replace("|", "\\|").replace("<", "&lt;");
    }
}
