package io.parley.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The bill of materials has no parent, so nothing but this test keeps it in step. */
class BomTest {

    private static final Set<String> UNPUBLISHED = Set.of("examples", "bench");

    private final String bom = read("bom/pom.xml");
    private final String parent = read("pom.xml");

    @Test
    void namesEveryPublishedModule() {
        Set<String> published = new TreeSet<>(Modules.PACKAGES.keySet());
        published.removeAll(UNPUBLISHED);
        assertThat(new TreeSet<>(all("<artifactId>parley-((?!bom)[\\w-]+)</artifactId>", bom)))
                .isEqualTo(published);
    }

    @Test
    void hasTheVersionOfTheParent() {
        String version = "</artifactId>\\s*<version>([^<]+)</version>\\s*<packaging>pom";
        assertThat(all("parley-bom" + version, bom)).hasSize(1).isEqualTo(all("parley-parent" + version, parent));
    }

    @Test
    void pinsItsPluginsAsTheParentDoes() {
        Pattern plugin = Pattern.compile("<artifactId>([\\w-]+-plugin)</artifactId>\\s*<version>([^<]+)</version>");
        assertThat(plugin.matcher(bom).results())
                .extracting(it -> "<" + it.group(1) + ".version>" + it.group(2) + "<")
                .isNotEmpty()
                .filteredOn(pin -> !parent.contains(pin))
                .as("plugin versions that the parent pins otherwise")
                .isEmpty();
    }

    private static List<String> all(String regex, String text) {
        return Pattern.compile(regex)
                .matcher(text)
                .results()
                .map(it -> it.group(1))
                .toList();
    }

    private static String read(String file) {
        try {
            return Files.readString(Modules.root().resolve(file));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
