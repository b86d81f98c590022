package io.parley.codec.xml;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** The files that the tests read. */
final class Fixtures {

    private Fixtures() {}

    /** The names of the example messages of RFC 6503 section 6 and RFC 6504 which have {@code part} in their names. */
    static List<String> vectors(String part) {
        try (Stream<Path> files = Files.list(directory("/vectors"))) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.contains(part))
                    .sorted()
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    static byte[] vector(String name) {
        return bytes("/vectors/" + name);
    }

    static byte[] bytes(String resource) {
        try (InputStream stream = Objects.requireNonNull(Fixtures.class.getResourceAsStream(resource), resource)) {
            return stream.readAllBytes();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Path directory(String resource) {
        try {
            return Path.of(Objects.requireNonNull(Fixtures.class.getResource(resource), resource)
                    .toURI());
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
