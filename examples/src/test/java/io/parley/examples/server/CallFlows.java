package io.parley.examples.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.ccmp.CcmpRequest;
import io.parley.ccmp.CcmpResponse;
import io.parley.ccmp.Message;
import io.parley.ccmp.Operation;
import io.parley.conference.ConferenceBuilder;
import io.parley.conference.ConferenceInfo;
import io.parley.conference.Conferences;
import io.parley.conference.Medium;
import io.parley.document.Info;
import io.parley.identity.Version;
import io.parley.identity.XconUri;
import io.parley.identity.XconUserId;
import io.parley.spec.Requirement;
import io.parley.user.AllowedTarget;
import io.parley.user.DialMethod;
import io.parley.user.EndpointBuilder;
import io.parley.user.EndpointMedia;
import io.parley.user.JoinHandling;
import io.parley.user.UriEntry;
import io.parley.user.User;
import io.parley.user.VideoLayout;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;

/**
 * The call flows of RFC 6504, section by section and message by message, with one server that remembers what came before. What lies
 * between the sections, and the RFC takes for granted, is set up by requests as well.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
interface CallFlows {

    String ALICE = "xcon-userid:Alice@example.com";
    String BOB = "xcon-userid:Bob@example.com";
    String CAROL = "xcon-userid:Carol@example.com";
    String MAIN = "xcon:8977878@example.com";
    String CALLS = "xcon:8978383@example.com";
    String NEW = "xcon:8977794@example.com";
    String RESERVATION = "xcon:6845432@example.com";
    String SIDEBAR_BY_VALUE = "xcon:8974545@example.com";
    String SIDEBAR_BY_REFERENCE = "xcon:8971212@example.com";
    String COACHING = "xcon:8971313@example.com";

    /** The exchange of messages with the one server. */
    Conversation conversation();

    @Test
    @Order(1)
    @Requirement({"FLOW-4.2-01", "FLOW-4.2-02"})
    default void section42AliceRetrievesABlueprint() {
        conversation().exchange(1);
    }

    @Test
    @Order(2)
    @Requirement("FLOW-5.1-01")
    default void section51AliceCreatesAConferenceWithoutSayingHow() {
        CcmpResponse created = conversation().exchange(3, NEW, CallFlows::object);

        assertThat(created.version()).contains(new Version(1));
        assertThat(info(created).title())
                .hasValueSatisfying(title -> assertThat(title).contains("Alice"));
        assertThat(info(created).isActive()).isFalse();
    }

    @Test
    @Order(3)
    @Requirement({"FLOW-5.2-02", "FLOW-5.2-03"})
    default void section52AliceClonesABlueprintForAudioAndVideo() {
        CcmpResponse found = conversation().exchange(5);
        conversation().exchange(7);
        CcmpResponse created = conversation().exchange(9, NEW, CallFlows::object);

        assertThat(found.body().info().orElseThrow().elements())
                .extracting(entry -> new UriEntry(entry).uri())
                .containsExactlyInAnyOrder("xcon:VideoRoom@example.com", "xcon:VideoConference1@example.com");
        assertThat(created.version()).contains(new Version(1));
        assertThat(object(created)).isNotEqualTo("xcon:VideoRoom@example.com");
        assertThat(info(created).media())
                .flatExtracting(medium -> medium.type().stream().toList())
                .containsExactlyInAnyOrder("audio", "video");
    }

    @Test
    @Order(4)
    @Requirement({"FLOW-5.3-01", "FLOW-5.3-02"})
    default void section53AliceCreatesAConferenceThatSheDescribes() {
        CcmpResponse created = conversation().exchange(11, RESERVATION, CallFlows::object);
        ConferenceInfo reservation = retrieve(ALICE, RESERVATION);

        assertThat(created.version()).contains(new Version(1));
        assertThat(reservation.id()).hasToString(object(created));
        assertThat(reservation.element().toString()).doesNotContain("AUTO_GENERATE");
        assertThat(reservation.times())
                .singleElement()
                .satisfies(time -> assertThat(time.base())
                        .contains("RRULE:FREQ=WEEKLY")
                        .contains("UID: 20100127T140728Z-345FDA-alice@example.com"));
        assertThat(reservation.users().allowed())
                .hasSize(3)
                .allMatch(target -> target.method().equals(DialMethod.DIAL_OUT));
    }

    @Test
    @Order(5)
    @Requirement("FLOW-5.4-01")
    default void section54AliceClonesAReservation() {
        ConferenceInfo before = retrieve(ALICE, RESERVATION);
        CcmpResponse created = conversation().exchange(13, NEW, CallFlows::object);

        assertThat(created.version()).contains(new Version(1));
        assertThat(object(created)).isNotEqualTo(conversation().here(RESERVATION));
        assertThat(info(created).media()).isEqualTo(before.media());
        assertThat(retrieve(ALICE, RESERVATION)).isEqualTo(before);
    }

    @Test
    @Order(6)
    @Requirement("FLOW-6.1-01")
    default void section61AliceAddsSomebodyOfWhomSheKnowsTheAddressOnly() {
        createMainConference();
        CcmpResponse added = conversation().exchange(15, BOB, CallFlows::user);

        assertThat(added.version()).contains(new Version(3));
        assertThat(user(added)).doesNotContain("AUTO_GENERATE").endsWith("@example.com");
        assertThat(retrieve(ALICE, MAIN).users().find(XconUserId.of(user(added))))
                .isPresent();
    }

    @Test
    @Order(7)
    @Requirement("FLOW-6.2-01")
    default void section62AliceMutesBob() {
        CcmpResponse muted = conversation().exchange(17);

        assertThat(muted.version()).contains(new Version(4));
        assertThat(muted.body().info()).isEmpty();
        assertThat(audioStatus(retrieve(ALICE, MAIN), BOB, "sip:bob83@example.com"))
                .isEqualTo("recvonly");
    }

    @Test
    @Order(8)
    @Requirement("FLOW-6.3-01")
    default void section63AliceJoinsWithoutAnIdentifier() {
        aside(conf(Operation.CREATE, "xcon-userid:bob@example.com")
                .info(room("xcon:bobConf@example.com").build()));
        CcmpResponse joined = conversation().exchange(19, ALICE, CcmpResponse::confUserId);
        conversation().means(ALICE, ALICE);

        assertThat(user(joined)).isEqualTo(joined.confUserId()).doesNotContain("AUTO_GENERATE");
        aside(conf(Operation.RETRIEVE, joined.confUserId()).on("xcon:bobConf@example.com"));
    }

    @Test
    @Order(9)
    @Requirement({"FLOW-6.5-01", "FLOW-6.5-02"})
    default void section65AliceJoinsAConferenceWithAPassword() {
        CcmpResponse created = aside(conf(Operation.CREATE, "xcon-userid:bob@example.com")
                .info(Conferences.newConference("example.com")
                        .confUri("sip:with-a-pin@example.com", "participation", "8601")
                        .joinHandling(JoinHandling.ALLOW)
                        .build()));
        conversation().means(NEW, object(created));
        CcmpResponse refused = conversation().exchange(21);
        CcmpResponse joined = conversation().exchange(23);
        CcmpResponse roster = aside(CcmpRequest.of(Message.USERS, ALICE)
                .on(object(created))
                .operation(Operation.RETRIEVE)
                .conferencePassword("8601"));

        assertThat(refused.version()).isEmpty();
        assertThat(joined.version()).contains(new Version(2));
        assertThat(roster.body().info().orElseThrow().entry(Info.USER, "xcon-userid:alice@example.com"))
                .isPresent();
    }

    @Test
    @Order(10)
    @Requirement({"FLOW-7.1-01", "FLOW-7.1-02", "FLOW-7.1-03", "FLOW-7.1-04"})
    default void section71AliceAndBobTalkInASidebarByValue() {
        completeMainConference();
        conversation().show(25, retrieve(ALICE, MAIN).element());
        CcmpResponse created = conversation().exchange(26, SIDEBAR_BY_VALUE, CallFlows::object);
        CcmpResponse updated = conversation().exchange(28);
        ConferenceInfo sidebar = sidebar(Message.SIDEBAR_BY_VAL, ALICE, SIDEBAR_BY_VALUE);
        CcmpResponse muted = conversation().exchange(30);
        ConferenceInfo after = sidebar(Message.SIDEBAR_BY_VAL, ALICE, SIDEBAR_BY_VALUE);

        assertThat(List.of(created, updated, muted))
                .extracting(answer -> answer.version().orElseThrow().value())
                .containsExactly(1L, 2L, 3L);
        assertThat(info(created).users()).isEmpty();
        assertThat(sidebar.media()).hasSize(4).extracting(Medium::label).noneMatch(label -> label.contains("GENERATE"));
        assertThat(sidebar.users().allowed())
                .containsExactlyInAnyOrder(
                        new AllowedTarget(ALICE, DialMethod.DIAL_OUT),
                        new AllowedTarget(conversation().here(BOB), DialMethod.DIAL_OUT));
        assertThat(audioStatus(after, BOB, "sip:bob83@example.com")).isEqualTo("inactive");
        assertThat(retrieve(ALICE, MAIN).users())
                .extracting(user -> user.id().toString())
                .contains(ALICE, conversation().here(BOB));
    }

    @Test
    @Order(11)
    @Requirement({"FLOW-7.2-01", "FLOW-7.2-02"})
    default void section72AliceMakesASidebarByReferenceWithSomebodyFromOutside() {
        add("xcon-userid:David@example.com", Conferences.endpoint("sip:david@example.com"));
        add("xcon-userid:Ethel@example.com", Conferences.endpoint("sip:ethel@example.com"));
        CcmpResponse created = conversation().exchange(32, SIDEBAR_BY_REFERENCE, CallFlows::object);
        CcmpResponse updated = conversation().exchange(34);
        ConferenceInfo sidebar = sidebar(Message.SIDEBAR_BY_REF, ALICE, SIDEBAR_BY_REFERENCE);

        assertThat(created.version()).contains(new Version(1));
        assertThat(info(created).users().allowed()).hasSize(5);
        assertThat(updated.version()).contains(new Version(2));
        assertThat(sidebar.media())
                .filteredOn(medium -> medium.status().orElse("").equals("inactive"))
                .extracting(Medium::label)
                .containsExactlyInAnyOrder("123", "456");
        assertThat(sidebar.media()).hasSize(4).extracting(Medium::label).noneMatch(label -> label.contains("GENERATE"));
        assertThat(sidebar.users().allowed())
                .extracting(AllowedTarget::uri)
                .contains("sip:fred@example.com")
                .hasSize(3);
    }

    @Test
    @Order(12)
    @Requirement("FLOW-7.3-01")
    default void section73AliceMakesASidebarForText() {
        CcmpResponse created = conversation().exchange(36, SIDEBAR_BY_VALUE, CallFlows::object);

        assertThat(created.version()).contains(new Version(1));
        assertThat(info(created).media()).hasSize(3).anySatisfy(medium -> {
            assertThat(medium.type()).contains("text");
            assertThat(medium.label()).doesNotContain("AUTO_GENERATE");
        });
        assertThat(info(created).users().allowed()).hasSize(2);
        assertThat(info(created).users()).allMatch(user -> user.id().equals(XconUserId.of(ALICE)));
    }

    @Test
    @Order(13)
    @Requirement({"FLOW-7.4-01", "FLOW-7.4-02"})
    default void section74AliceCoachesBobWhoTalksToACustomer() {
        createCustomerService();
        conversation().show(38, retrieve("xcon-userid:bob@example.com", CALLS).element());
        CcmpResponse created = conversation().exchange(39, COACHING, CallFlows::object);
        CcmpResponse updated = conversation().exchange(41);
        ConferenceInfo sidebar = sidebar(Message.SIDEBAR_BY_REF, ALICE, COACHING);
        String label = sidebar.media().stream()
                .filter(medium -> medium.displayText().orElse("").contains("Alice-to-Bob"))
                .map(Medium::label)
                .findFirst()
                .orElseThrow();

        assertThat(List.of(created, updated))
                .extracting(answer -> answer.version().orElseThrow().value())
                .containsExactly(1L, 2L);
        assertThat(sidebar.users())
                .hasSize(2)
                .allSatisfy(user -> assertThat(stream(user).label()).contains(label));
        assertThat(sidebar.users())
                .allSatisfy(user -> assertThat(stream(user).id()).matches("\\d+"));
    }

    @Test
    @Order(14)
    @Requirement({"FLOW-8.1-02", "FLOW-8.2-03"})
    default void section8AliceRemovesBobAndThenTheConference() {
        CcmpResponse created = aside(conf(Operation.CREATE, ALICE));
        conversation().means(NEW, object(created));
        aside(CcmpRequest.of(Message.USER, ALICE)
                .on(object(created))
                .operation(Operation.CREATE)
                .info(Conferences.user(XconUserId.of(conversation().here(BOB))).build()));
        CcmpResponse removed = conversation().exchange(43);
        ConferenceInfo after = retrieve(ALICE, NEW);
        CcmpResponse deleted = conversation().exchange(45);

        assertThat(removed.version()).contains(new Version(3));
        assertThat(after.users())
                .extracting(user -> user.id().toString())
                .doesNotContain(conversation().here(BOB));
        assertThat(deleted.version()).isEmpty();
        assertThat(deleted.body().info()).isEmpty();
    }

    @Test
    @Order(15)
    default void everyMessageHasBeenPlayed() {
        assertThat(conversation().played())
                .containsExactlyElementsOf(IntStream.rangeClosed(1, 46).boxed().toList());
    }

    // The stage.

    private void createMainConference() {
        aside(conf(Operation.CREATE, ALICE)
                .info(room(MAIN)
                        .title("MAIN CONFERENCE")
                        .medium(Conferences.medium("123").type("audio").displayText("main conference audio"))
                        .medium(Conferences.medium("456")
                                .type("video")
                                .displayText("main conference video")
                                .controls(Conferences.controls().videoLayout(VideoLayout.SINGLE_VIEW)))
                        .build()));
        aside(CcmpRequest.of(Message.USER, ALICE)
                .on(MAIN)
                .operation(Operation.CREATE)
                .info(Conferences.user(XconUserId.of(ALICE))
                        .displayName("Alice")
                        .endpoint(talking("sip:Alice@example.com"))
                        .build()));
    }

    private void completeMainConference() {
        aside(CcmpRequest.of(Message.USER, ALICE)
                .on(MAIN)
                .operation(Operation.UPDATE)
                .info(Conferences.userChanges(XconUserId.of(conversation().here(BOB)))
                        .endpoint(talking("sip:bob83@example.com"))
                        .build()));
        add(CAROL, talking("sip:carol@example.com").displayName("Carol"));
    }

    private void createCustomerService() {
        String bob = "xcon-userid:bob@example.com";
        aside(conf(Operation.CREATE, ALICE)
                .info(room(CALLS)
                        .title("CUSTOMER SERVICE conference")
                        .medium(Conferences.medium("123").type("audio").displayText("service audio"))
                        .medium(Conferences.medium("456")
                                .type("video")
                                .displayText("service video")
                                .controls(Conferences.controls().videoLayout(VideoLayout.SINGLE_VIEW)))
                        .build()));
        for (String name : List.of("bob", "carol")) {
            aside(CcmpRequest.of(Message.USER, "xcon-userid:" + name + "@example.com")
                    .on(CALLS)
                    .operation(Operation.CREATE)
                    .info(Conferences.user(XconUserId.of(name, "example.com"))
                            .displayName(name.equals("bob") ? "Bob - call agent" : "Carol - customer")
                            .endpoint(talking("sip:" + name + "@example.com"))
                            .build()));
        }
        aside(CcmpRequest.of(Message.USER, ALICE).on(CALLS).operation(Operation.DELETE));
        assertThat(retrieve(bob, CALLS).users()).hasSize(2);
    }

    private void add(String user, EndpointBuilder endpoint) {
        aside(CcmpRequest.of(Message.BLUEPRINTS, user)); // is known from here on
        aside(CcmpRequest.of(Message.USER, ALICE)
                .on(MAIN)
                .operation(Operation.CREATE)
                .info(Conferences.user(XconUserId.of(user))
                        .displayName(XconUserId.of(user).name())
                        .endpoint(endpoint)
                        .build()));
    }

    private static ConferenceBuilder room(String entity) {
        return Conferences.builder(XconUri.of(entity)).joinHandling(JoinHandling.ALLOW);
    }

    private static EndpointBuilder talking(String contact) {
        return Conferences.endpoint(contact)
                .media(Conferences.endpointMedia("1").label("123").status("sendrecv"))
                .media(Conferences.endpointMedia("2").label("456").status("sendrecv"));
    }

    // Looking.

    private CcmpResponse aside(CcmpRequest request) {
        return conversation().aside(request);
    }

    private static CcmpRequest conf(Operation operation, String user) {
        return CcmpRequest.of(Message.CONF, user).operation(operation);
    }

    private ConferenceInfo retrieve(String user, String conference) {
        return info(aside(conf(Operation.RETRIEVE, user).on(conversation().here(conference))));
    }

    private ConferenceInfo sidebar(Message message, String user, String sidebar) {
        return info(aside(CcmpRequest.of(message, user)
                .operation(Operation.RETRIEVE)
                .on(conversation().here(sidebar))));
    }

    private String audioStatus(ConferenceInfo document, String user, String endpoint) {
        return document.users()
                .find(XconUserId.of(conversation().here(user)))
                .flatMap(record -> record.endpoint(endpoint))
                .flatMap(device -> device.media("1"))
                .flatMap(EndpointMedia::status)
                .orElse("(none)");
    }

    private static EndpointMedia stream(User user) {
        return user.endpoints().get(0).media().get(0);
    }

    private static ConferenceInfo info(CcmpResponse response) {
        return new ConferenceInfo(response.body().info().orElseThrow());
    }

    private static String object(CcmpResponse response) {
        return response.confObjId().orElseThrow();
    }

    private static String user(CcmpResponse response) {
        return new User(response.body().info().orElseThrow()).id().toString();
    }
}
