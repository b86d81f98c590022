package io.parley.examples.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.ccmp.CcmpRequest;
import io.parley.ccmp.CcmpResponse;
import io.parley.ccmp.Message;
import io.parley.ccmp.Operation;
import io.parley.conference.ConferenceInfo;
import io.parley.conference.FloorAlgorithm;
import io.parley.document.Info;
import io.parley.document.Validation;
import io.parley.spec.Requirement;
import io.parley.user.AdmissionPolicy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The blueprints of a server: those of the RFC, in its domain, and those of a directory. */
class BlueprintsTest {

    private static final String FIVE = "AudioConference1 AudioConference2 AudioRoom VideoConference1 VideoRoom";
    private static final String DOCUMENT = """
            <conference-info xmlns="urn:ietf:params:xml:ns:conference-info" entity="%s">
              <conference-description><display-text>%s</display-text></conference-description>
            </conference-info>
            """;

    @TempDir
    private Path directory;

    @ParameterizedTest
    @ValueSource(strings = {"AudioRoom", "VideoRoom", "AudioConference1", "VideoConference1", "AudioConference2"})
    void thoseOfTheRfcKeepToTheDataModelAndToTheDomain(String name) throws IOException {
        try (RunningServer server = RunningServer.with("--domain", "conf.example.org")) {
            ConferenceInfo blueprint = retrieve(server, "xcon:" + name + "@conf.example.org");

            assertThat(Validation.ofDocument(blueprint.element())).isEmpty();
            assertThat(blueprint.title()).contains(name);
        }
    }

    @Test
    @Requirement({"CCMP-5.3.1-02", "CCMP-5.3.1-04"})
    void eachIsListedWithTitleAndPurpose() throws IOException {
        try (RunningServer server = RunningServer.with()) {
            CcmpResponse list = list(server);

            assertThat(Section6.titles(list)).isEqualTo(FIVE);
            assertThat(list.body().info().orElseThrow().children(Info.ENTRY))
                    .allSatisfy(
                            entry -> assertThat(entry.childText(Info.PURPOSE)).isPresent());
        }
    }

    @Test
    void thePrivateOneIsForThoseWhoAreListedAndAuthenticated() throws IOException {
        try (RunningServer server = RunningServer.with()) {
            assertThat(retrieve(server, "xcon:AudioConference2@example.com")
                            .users()
                            .admissionPolicy())
                    .contains(AdmissionPolicy.CLOSED_AUTHENTICATED);
        }
    }

    @Test
    void inAudioConference1OneTalksWhenAChairSaysSo() throws IOException {
        try (RunningServer server = RunningServer.with()) {
            assertThat(retrieve(server, "xcon:AudioConference1@example.com").floors())
                    .singleElement()
                    .satisfies(floor -> {
                        assertThat(floor.algorithm()).contains(FloorAlgorithm.MODERATOR_CONTROLLED);
                        assertThat(floor.maximumUsers()).contains(1);
                    });
        }
    }

    @Test
    void aDirectoryAddsItsOwn() throws IOException {
        write("standup.xml", "xcon:StandUp@example.com", "StandUp");
        Files.writeString(directory.resolve("notes.txt"), "no blueprint");

        try (RunningServer server = RunningServer.with("--blueprints", directory.toString())) {
            assertThat(Section6.titles(list(server)).split(" "))
                    .containsExactlyInAnyOrder((FIVE + " StandUp").split(" "));
        }
    }

    @Test
    void aDirectoryReplacesWhatHasTheSameEntity() throws IOException {
        write("mine.xml", "xcon:audioroom@example.com", "My AudioRoom");

        try (RunningServer server = RunningServer.with("--blueprints", directory.toString())) {
            assertThat(retrieve(server, "xcon:AudioRoom@example.com").title()).contains("My AudioRoom");
            assertThat(list(server).body().info().orElseThrow().children(Info.ENTRY))
                    .hasSize(5);
        }
    }

    @Test
    void aDirectoryReplacesTheDefaultBlueprintToo() throws IOException {
        write("default.xml", "xcon:default-blueprint@example.com", "Ours");

        try (RunningServer server = RunningServer.with("--blueprints", directory.toString())) {
            assertThat(retrieve(server, "xcon:default-blueprint@example.com").title())
                    .contains("Ours");
            assertThat(Section6.titles(list(server))).isEqualTo(FIVE);
        }
    }

    private void write(String file, String entity, String title) throws IOException {
        Files.writeString(directory.resolve(file), DOCUMENT.formatted(entity, title));
    }

    private static CcmpResponse list(RunningServer server) {
        return server.client().handle(CcmpRequest.of(Message.BLUEPRINTS, "xcon-userid:alice@example.com"));
    }

    private static ConferenceInfo retrieve(RunningServer server, String blueprint) {
        String domain = blueprint.substring(blueprint.indexOf('@'));
        CcmpRequest request = CcmpRequest.of(Message.BLUEPRINT, "xcon-userid:alice" + domain)
                .on(blueprint)
                .operation(Operation.RETRIEVE);
        return new ConferenceInfo(server.client().handle(request).body().info().orElseThrow());
    }
}
