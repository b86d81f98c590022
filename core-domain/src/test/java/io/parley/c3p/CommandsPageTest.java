package io.parley.c3p;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The table of commands and its page agree. With {@code -Dcommands=write} the page is rendered. */
class CommandsPageTest {

    /** Surefire names the directory of the module, an IDE may start in it or above. */
    private static Path page() {
        Path here = Path.of(System.getProperty("basedir", "")).toAbsolutePath();
        Path root = Files.exists(here.resolve("docs")) ? here : here.getParent();
        return root.resolve("docs").resolve("c3p-commands.md");
    }

    @Test
    void thePageIsUpToDate() throws IOException {
        Path onDisk = page();
        String page = CommandsPage.render();
        if (System.getProperty("commands", "check").equals("write")) {
            Files.writeString(onDisk, page);
        }
        assertThat(Files.exists(onDisk) ? Files.readString(onDisk) : "")
                .as("docs/c3p-commands.md is stale; render it again with: " + CommandsPage.HOW_TO_RENDER)
                .isEqualTo(page);
    }
}
