package io.parley.examples.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.ccmp.Body;
import io.parley.ccmp.CcmpRequest;
import io.parley.ccmp.CcmpResponse;
import io.parley.ccmp.Message;
import io.parley.ccmp.Operation;
import io.parley.ccmp.Options;
import io.parley.conference.ConferenceInfo;
import io.parley.conference.Floor;
import io.parley.document.Element;
import io.parley.document.Info;
import io.parley.document.Validation;
import io.parley.identity.Version;
import io.parley.identity.XconUserId;
import io.parley.ports.in.CcmpService;
import io.parley.spec.Requirement;
import io.parley.user.AllowedTarget;
import io.parley.user.DialMethod;
import io.parley.user.JoinHandling;
import io.parley.user.UriEntry;
import io.parley.user.User;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** RFC 6503 section 6, step by step, against any service that holds the blueprints of its section 6.1. */
interface Story {

    String ALICE = "xcon-userid:alice@example.com";
    String AUDIO_ROOM = "xcon:AudioRoom@example.com";

    /** A fresh system, in which nothing has happened yet. */
    CcmpService service();

    @Test
    @Requirement({"CCMP-5.3.1-02", "CCMP-5.3.1-04"})
    default void step1AliceRetrievesTheAvailableBlueprints() {
        Element list = new Telling(service()).ask("blueprints").body().info().orElseThrow();
        UriEntry audioRoom = new UriEntry(list.entry(Info.ENTRY, AUDIO_ROOM).orElseThrow());

        assertThat(audioRoom.displayText()).contains("AudioRoom");
        assertThat(audioRoom.purpose())
                .contains(
                        "Simple Room: conference room with public access, where only audio is available, more users can talk"
                                + " at the same time and the requests for the AudioFloor are automatically accepted.");
    }

    @Test
    @Requirement("CCMP-5.3.3-03")
    default void step2AliceGetsDetailedInformationAboutABlueprint() {
        ConferenceInfo audioRoom = info(new Telling(service()).ask("blueprint"));

        assertThat(audioRoom.id()).hasToString(AUDIO_ROOM);
        assertThat(audioRoom.media()).singleElement().satisfies(medium -> {
            assertThat(medium.label()).isEqualTo("audioLabel");
            assertThat(medium.type()).contains("audio");
        });
        assertThat(audioRoom.users().joinHandling()).contains(JoinHandling.ALLOW);
        assertThat(audioRoom.floorInformation().orElseThrow().requestHandling()).contains("confirm");
        assertThat(audioRoom.floors()).singleElement().satisfies(floor -> {
            assertThat(floor.id()).isEqualTo("audioFloor");
            assertThat(floor.mediaLabels()).containsExactly("audioLabel");
        });
    }

    @Test
    @Requirement({"CCMP-5.3.4-01", "CCMP-6-02"})
    default void step3AliceCreatesAConferenceByCloning() {
        Telling telling = new Telling(service());
        CcmpResponse response = telling.ask("create");

        assertThat(response.version()).contains(new Version(1));
        assertThat(response.confObjId()).isPresent().isNotEqualTo(Optional.of(AUDIO_ROOM));
        assertThat(info(response)).isEqualTo(telling.retrieve());
        assertThat(info(response).id()).hasToString(telling.conference());
        assertThat(info(response).title()).contains("New conference by Alice cloned from AudioRoom");
        assertThat(info(response).medium("audioLabel")).isPresent();
        assertThat(info(response).floors()).extracting(Floor::id).containsExactly("audioFloor");
        assertThat(Validation.ofDocument(info(response).element())).isEmpty();
    }

    @Test
    @Requirement({"CCMP-5.3.4-10", "CCMP-4.2-02", "CCMP-4.2-03"})
    default void step4AliceUpdatesConferenceInformation() {
        Telling telling = new Telling(service());
        ConferenceInfo before = info(telling.ask("create"));
        CcmpResponse response = telling.ask("update");
        ConferenceInfo after = telling.retrieve();

        assertThat(response.version()).contains(new Version(2));
        assertThat(after.title()).contains("Alice's conference");
        assertThat(after.users()).isEqualTo(before.users());
        assertThat(after.media()).isEqualTo(before.media());
        assertThat(after.floors()).isEqualTo(before.floors());
    }

    @Test
    @Requirement({"CCMP-5.3.5-03", "CCMP-6-04"})
    default void step5AliceInsertsAListOfUsers() {
        Telling telling = new Telling(service());
        CcmpResponse response = telling.ask("create", "update", "users");

        assertThat(response.version()).contains(new Version(3));
        assertThat(telling.retrieve().users().allowed())
                .containsExactlyInAnyOrder(
                        new AllowedTarget("xmpp:cicciolo@pippozzo.com", "dial out"),
                        new AllowedTarget("tel:+1-972-555-1234", DialMethod.REFER),
                        new AllowedTarget("sip:Carol@example.com", DialMethod.REFER));
    }

    @Test
    @Requirement("CCMP-5.3.6-04")
    default void step6AliceJoins() {
        Telling telling = new Telling(service());
        CcmpResponse response = telling.ask("create", "update", "users", "join");
        User alice = telling.retrieve().users().find(XconUserId.of(ALICE)).orElseThrow();

        assertThat(response.version()).contains(new Version(4));
        assertThat(alice.associatedAors()).extracting(UriEntry::uri).containsExactly("mailto:Alice83@example.com");
        assertThat(alice.endpoint("sip:alice_789@example.com")).isPresent();
    }

    @Test
    @Requirement("CCMP-5.3.6-10")
    default void step7AliceAddsANewUser() {
        Telling telling = new Telling(service());
        CcmpResponse response = telling.ask("create", "update", "users", "join", "add");
        XconUserId ciccio = new User(response.body().info().orElseThrow()).id();
        ConferenceInfo document = telling.retrieve();

        assertThat(response.version()).contains(new Version(5));
        assertThat(response.confUserId()).isEqualTo(ALICE);
        assertThat(ciccio.isOf("example.com")).isTrue();
        assertThat(ciccio.name()).doesNotContain("AUTO_GENERATE");
        assertThat(document.users().find(ciccio).orElseThrow().endpoint("sip:Ciccio@example.com"))
                .isPresent();
        assertThat(Validation.ofDocument(document.element())).isEmpty();
    }

    @Test
    @Requirement({"CCMP-5.3.12-01", "CCMP-5.3.12-02"})
    default void step8AliceAsksForTheCapabilities() {
        Options options = (Options) new Telling(service()).ask("options").body();

        assertThat(options.standard()).anySatisfy(known -> {
            assertThat(known.message()).isEqualTo(Message.CONF);
            assertThat(known.operations()).containsExactlyInAnyOrder(Operation.values());
        });
        assertThat(options.extended()).singleElement().satisfies(summary -> {
            assertThat(summary.name()).isEqualTo("confSummaryRequest");
            assertThat(summary.operations()).containsExactly(Operation.RETRIEVE);
            assertThat(summary.schemaDefinition()).isEqualTo("http://example.com/ccmp-extension-schema.xsd");
        });
    }

    @Test
    @Requirement({"CCMP-6.9-01", "CCMP-D3-11"})
    default void step9AliceExploitsAnExtension() {
        Telling telling = new Telling(service());
        CcmpResponse response = telling.ask("create", "update", "users", "join", "add", "summary");
        Body.Extension summary = (Body.Extension) response.body();
        CcmpRequest byItsOtherName = new Requests()
                .read("summary", telling.conference())
                .body(new Body.Extension("confRequestSummary", List.of()));

        assertThat(response.isSuccess()).isTrue();
        assertThat(summary.content().get(0).elements())
                .extracting(part -> part.name().local() + ": " + part.text().strip())
                .containsExactly("title: Alice's conference", "status: active", "public: true", "media: audio");
        assertThat(((Body.Extension) telling.service().handle(byItsOtherName).body()).content())
                .isEqualTo(summary.content());
    }

    private static ConferenceInfo info(CcmpResponse response) {
        return new ConferenceInfo(response.body().info().orElseThrow());
    }
}
