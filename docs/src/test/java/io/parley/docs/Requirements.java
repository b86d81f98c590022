package io.parley.docs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The requirement lists and the list of what is left out, as the files in {@code docs/requirements} have them. */
record Requirements(Map<String, List<Row>> files, List<LeftOut> leftOut) {

    private static final String LEFT_OUT = "left-out.tsv";

    /** One requirement. */
    record Row(String id, String role, String strength, String source, String statement) {

        static Row of(String[] cells) {
            return new Row(cells[0], cells[1], cells[2], cells[3], cells[4]);
        }
    }

    /** A requirement that will not be shown by a test, and why. */
    record LeftOut(String id, String reason) {

        static LeftOut of(String[] cells) {
            return new LeftOut(cells[0], cells[1]);
        }
    }

    static Requirements in(Path directory) throws IOException {
        Map<String, List<Row>> files = new TreeMap<>();
        try (Stream<Path> paths = Files.list(directory)) {
            for (Path path : paths.filter(Requirements::isRequirementList).toList()) {
                String name = path.getFileName().toString().replace(".tsv", "");
                files.put(name, read(path, 5).map(Row::of).toList());
            }
        }
        return new Requirements(
                files, read(directory.resolve(LEFT_OUT), 2).map(LeftOut::of).toList());
    }

    List<String> ids() {
        return files.values().stream().flatMap(List::stream).map(Row::id).toList();
    }

    private static boolean isRequirementList(Path path) {
        return path.toString().endsWith(".tsv") && !path.endsWith(LEFT_OUT);
    }

    private static Stream<String[]> read(Path path, int columns) throws IOException {
        return Files.readAllLines(path).stream()
                .skip(1)
                .filter(line -> !line.isBlank())
                .map(line -> cells(path, line, columns));
    }

    private static String[] cells(Path path, String line, int columns) {
        String[] cells = line.split("\t", -1);
        if (cells.length != columns || Stream.of(cells).anyMatch(String::isBlank)) {
            throw new IllegalArgumentException(
                    "%s: %d cells wanted, none of them empty: %s".formatted(path.getFileName(), columns, line));
        }
        return cells;
    }
}
