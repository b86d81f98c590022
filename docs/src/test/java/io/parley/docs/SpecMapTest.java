package io.parley.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The requirement lists, the annotations and the page agree. With {@code -Dspecmap=write} the page is rendered. */
class SpecMapTest {

    private static final Path PAGE = Modules.document("spec-map.md");

    private final SpecMap map;

    SpecMapTest() throws IOException {
        map = new SpecMap(Requirements.in(Modules.document("requirements")), EvidenceScan.ofAllModules());
    }

    @Test
    void listsAndAnnotationsAgree() {
        assertThat(map.problems()).isEmpty();
    }

    @Test
    void thePageIsUpToDate() throws IOException {
        String page = new SpecMapPage(map).render();
        if (System.getProperty("specmap", "check").equals("write")) {
            Files.writeString(PAGE, page);
        }
        String onDisk = Files.exists(PAGE) ? Files.readString(PAGE) : "";
        String advice = "docs/spec-map.md is stale; render it again with: " + SpecMapPage.HOW_TO_RENDER;
        assertThat(page.lines().filter(line -> !onDisk.contains(line)))
                .as(advice)
                .isEmpty();
        assertThat(onDisk.equals(page)).as(advice).isTrue();
    }
}
