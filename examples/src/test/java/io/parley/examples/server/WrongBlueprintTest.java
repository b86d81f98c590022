package io.parley.examples.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A file of {@code --blueprints} that holds no blueprint keeps the server from starting, and is named. */
class WrongBlueprintTest {

    private static final String DOCUMENT = """
            <conference-info xmlns="urn:ietf:params:xml:ns:conference-info" entity="%s">
              <conference-description><display-text>%s</display-text></conference-description>
            </conference-info>
            """;

    @TempDir
    private Path directory;

    @Test
    void twoOfOneEntityAreRefused() throws IOException {
        write("a.xml", "xcon:Mine@example.com", "one");
        write("b.xml", "xcon:Mine@example.com", "two");

        assertThat(refusal()).contains("b.xml: xcon:Mine@example.com is in ", "a.xml already");
    }

    @ParameterizedTest
    @ValueSource(strings = {"xcon:Mine@example.org", "sip:mine@example.com", "xcon:example.com", ""})
    void anEntityThatIsNoXconUriOfTheDomainIsRefused(String entity) throws IOException {
        write("mine.xml", entity, "Mine");

        assertThat(refusal()).contains("mine.xml: ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "no XML",
                "<a/>",
                "<!DOCTYPE a><a/>",
                "<conference-info xmlns='urn:ietf:params:xml:ns:conference-info' entity='xcon:a@example.com'><nonsense xmlns=''/></conference-info>",
                "<conference-info xmlns='urn:ietf:params:xml:ns:conference-info' entity='xcon:a@example.com'><conference-state>"
                        + "<user-count>many</user-count></conference-state></conference-info>"
            })
    void whatIsNoConferenceDocumentIsRefused(String text) throws IOException {
        Files.writeString(directory.resolve("wrong.xml"), text);

        assertThat(refusal()).contains("wrong.xml: ");
    }

    @Test
    void aFileThatCannotBeReadIsNamed() throws IOException {
        Files.createDirectory(directory.resolve("folder.xml"));

        assertThat(refusal()).contains("folder.xml: cannot be read");
    }

    @Test
    void theNameOfTheConferenceFactoryIsRefused() throws IOException {
        write("mine.xml", "xcon:conference-factory@example.com", "Mine");

        assertThat(refusal()).contains("xcon:conference-factory@example.com has the name of the conference factory");
    }

    @Test
    void aConferenceFactoryWithTheNameOfABlueprintIsRefused() {
        assertThat(refusal("--sip-factory", "sip:AudioRoom@example.com"))
                .contains("xcon:AudioRoom@example.com has the name of the conference factory");
    }

    private String refusal(String... more) {
        Run run = Run.of(Stream.concat(
                        Stream.of("serve", "--http", "127.0.0.1:0", "--blueprints", directory.toString()),
                        Stream.of(more))
                .toArray(String[]::new));
        assertThat(run.status()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err().lines()).hasSize(1);
        return run.err();
    }

    private void write(String file, String entity, String title) throws IOException {
        Files.writeString(directory.resolve(file), DOCUMENT.formatted(entity, title));
    }
}
