package io.parley.examples.embedding;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What the README shows is what is compiled, and its files are there. */
class ReadmeTest {

    private static final Path ROOT = Path.of("..");

    @Test
    void itsTenLinesAreThoseOfTheSample() throws IOException {
        List<String> sample =
                Files.readAllLines(Path.of("src/main/java/io/parley/examples/embedding/TenLines.java")).stream()
                        .dropWhile(line -> !line.contains("README: begin"))
                        .skip(1)
                        .takeWhile(line -> !line.contains("README: end"))
                        .map(line -> line.substring(Math.min(8, line.length())))
                        .toList();

        assertThat(readme()).contains("```java\n" + String.join("\n", sample) + "\n```");
    }

    @Test
    void whatItLinksAndPostsIsThere() throws IOException {
        List<String> named = Pattern.compile("\\]\\((?!http)([^)]+)\\)|\\b(examples/requests/\\w+\\.xml)")
                .matcher(readme())
                .results()
                .map(match -> match.group(1) == null ? match.group(2) : match.group(1))
                .toList();

        assertThat(named)
                .hasSizeGreaterThan(10)
                .allSatisfy(name -> assertThat(ROOT.resolve(name)).exists());
    }

    @Test
    void theSamplePrintsWhatItSays() {
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        PrintStream before = System.out;
        try {
            System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
            TenLines.main(new String[0]);
        } finally {
            System.setOut(before);
        }

        assertThat(printed.toString(StandardCharsets.UTF_8))
                .matches("confResponse 200 Success on xcon:\\w+@example\\.com version 3\\R");
    }

    private static String readme() throws IOException {
        return Files.readString(ROOT.resolve("README.md"));
    }
}
