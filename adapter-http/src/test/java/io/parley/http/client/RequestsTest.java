package io.parley.http.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.parley.ccmp.CcmpRequest;
import io.parley.ccmp.Message;
import io.parley.ccmp.Operation;
import io.parley.conference.Conferences;
import io.parley.conference.PlaceholderSequence;
import io.parley.document.Element;
import io.parley.document.ElementType;
import io.parley.document.Name;
import io.parley.identity.Version;
import io.parley.identity.XconUri;
import io.parley.identity.XconUserId;
import io.parley.spec.Requirement;
import io.parley.user.Anonymity;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What the requests of a client hold, as a server reads them; and what a client refuses to send. */
class RequestsTest {

    private static final XconUri CONFERENCE = XconUri.of("xcon:8977777@example.com");
    private static final XconUserId BOB = XconUserId.of("xcon-userid:bob@example.com");
    private static final Sender ALICE = Sender.of("xcon-userid:alice@example.com");
    private static final Element TITLE =
            Conferences.changes(CONFERENCE).title("Weekly").build();

    private final Stub server = Stub.http();
    private final CcmpClient client = CcmpClient.builder().server(server.uri()).build();

    @AfterEach
    void end() {
        client.close();
        server.close();
    }

    /** One request of every message and operation. */
    static Stream<CcmpRequest> all(Sender sender) {
        Element record = Conferences.user(BOB).build();
        return Stream.of(
                sender.blueprints(),
                sender.blueprint(CONFERENCE),
                sender.confs(),
                sender.confs("/conference-info[conference-description/subject='x']"),
                sender.create(),
                sender.create(Conferences.newConference("example.com").build()),
                sender.cloneOf(CONFERENCE),
                sender.retrieve(CONFERENCE),
                sender.update(CONFERENCE, TITLE),
                sender.delete(CONFERENCE),
                sender.users(CONFERENCE),
                sender.updateUsers(
                        CONFERENCE,
                        Conferences.usersChanges().joinHandling("allow").build()),
                sender.user(CONFERENCE, BOB),
                sender.join(CONFERENCE),
                sender.add(CONFERENCE, record),
                sender.updateUser(
                        CONFERENCE,
                        Conferences.userChanges(BOB).displayName("B").build()),
                sender.mute(CONFERENCE, BOB, "sip:bob@example.com", "1", true),
                sender.leave(CONFERENCE),
                sender.remove(CONFERENCE, BOB),
                sender.request(Message.SIDEBARS_BY_VAL, Operation.RETRIEVE, CONFERENCE),
                sender.request(Message.SIDEBAR_BY_VAL, Operation.RETRIEVE, CONFERENCE),
                sender.request(Message.SIDEBAR_BY_VAL, Operation.DELETE, CONFERENCE),
                sender.request(Message.SIDEBARS_BY_REF, Operation.RETRIEVE, CONFERENCE),
                sender.request(Message.SIDEBAR_BY_REF, Operation.RETRIEVE, CONFERENCE),
                sender.request(Message.SIDEBAR_BY_REF, Operation.DELETE, CONFERENCE),
                sender.extended(CONFERENCE, "confSummaryRequest", List.of()),
                sender.options());
    }

    static Stream<CcmpRequest> everyMessage() {
        return all(ALICE);
    }

    static Stream<CcmpRequest> everyMessageWithCredentials() {
        return all(ALICE.subject("alice", "secret"));
    }

    private Stub.Seen sent(CcmpRequest request) throws CcmpException {
        client.send(request);
        return server.seen().get(server.seen().size() - 1);
    }

    @ParameterizedTest
    @MethodSource("everyMessage")
    @Requirement({"CCMP-5.1-03", "CCMP-5.3-06", "CCMP-5.1-01"})
    void operationsStandWhereTheyAreWantedAndVersionsNowhereUnasked(CcmpRequest request) throws CcmpException {
        boolean list = request.message().content() == Message.Content.LIST || request.message() == Message.OPTIONS;

        CcmpRequest arrived = sent(request).request();

        assertThat(arrived.message()).isEqualTo(request.message());
        assertThat(arrived.confUserId()).contains("xcon-userid:alice@example.com");
        assertThat(arrived.operation().isPresent()).isEqualTo(!list);
        assertThat(arrived.version()).isEmpty();
        assertThat(arrived.subject()).isEmpty();
        assertThat(sent(request).body().contains("<operation>")).isEqualTo(!list);
    }

    @ParameterizedTest
    @MethodSource("everyMessageWithCredentials")
    @Requirement("CCMP-5.1-01")
    void credentialsGoWithEveryRequestOnceTheyAreKnown(CcmpRequest request) throws CcmpException {
        String body = sent(request).body();

        assertThat(body).contains("<subject><username>alice</username><password>secret</password></subject>");
    }

    @ParameterizedTest
    @EnumSource(
            value = Message.class,
            names = {"BLUEPRINTS", "CONFS", "SIDEBARS_BY_VAL", "SIDEBARS_BY_REF", "OPTIONS"})
    @Requirement("CCMP-5.3-06")
    void aListTakesNoOperationEvenIfItIsGivenOne(Message list) throws CcmpException {
        assertThat(sent(ALICE.request(list, Operation.RETRIEVE, CONFERENCE)).body())
                .doesNotContain("operation");
    }

    @ParameterizedTest
    @EnumSource(
            value = Message.class,
            names = {"BLUEPRINTS", "CONFS"})
    @Requirement("CCMP-5.3-08")
    void theListsOfTheSystemNameNoObject(Message list) throws CcmpException {
        assertThat(sent(ALICE.request(list).on(CONFERENCE.toString())).body()).doesNotContain("confObjID");
    }

    @ParameterizedTest
    @EnumSource(
            value = Message.class,
            names = {"BLUEPRINT", "CONF", "USERS"})
    @Requirement("CCMP-5.3-10")
    void aRetrieveHoldsNoInfo(Message message) throws CcmpException {
        Element info = message.infoType().orElseThrow().empty();

        String body = sent(ALICE.request(message, Operation.RETRIEVE, CONFERENCE)
                        .info(info))
                .body();

        assertThat(body).doesNotContain("Info>").doesNotContain("Info/>").doesNotContain("Info ");
        assertThat(body).contains("<ccmp:" + message.requestName() + "/>");
    }

    @ParameterizedTest
    @EnumSource(
            value = Message.class,
            names = {"CONF", "SIDEBAR_BY_VAL", "SIDEBAR_BY_REF"})
    @Requirement("CCMP-5.3-11")
    void aDeleteHoldsNoInfo(Message message) throws CcmpException {
        String body = sent(ALICE.request(message, Operation.DELETE, CONFERENCE).info(TITLE))
                .body();

        assertThat(body).contains("<ccmp:" + message.requestName() + "/>");
    }

    @Test
    @Requirement("CCMP-5.2-07")
    void aBaseVersionIsSentWhenTheCallerAsksForOne() throws CcmpException {
        assertThat(sent(ALICE.update(CONFERENCE, TITLE)).body()).doesNotContain("version>");
        assertThat(sent(ALICE.update(CONFERENCE, TITLE).basedOn(new Version(3))).body())
                .contains("<version>3</version>");
    }

    @Test
    @Requirement("CCMP-5.1-04")
    void theKnownPasswordOfAConferenceStandsBeforeTheSpecialisedPart() throws CcmpException {
        Sender knowing = ALICE.conferencePassword(CONFERENCE, "1377");

        assertThat(sent(knowing.join(CONFERENCE)).body())
                .containsPattern("<conference-password>1377</conference-password>\\s*<ccmp:userRequest");
        assertThat(sent(knowing.join(XconUri.of("xcon:another@example.com"))).body())
                .doesNotContain("conference-password");
    }

    @Test
    @Requirement("CCMP-5.1-02")
    void nobodyButAFirstJoinGoesWithoutAnIdentifier() throws CcmpException {
        Sender stranger = Sender.stranger();

        all(stranger)
                .forEach(request -> assertThatThrownBy(() -> client.sendAsync(request))
                        .isInstanceOf(IllegalArgumentException.class)
                        .hasMessageContaining("confUserID"));
        assertThat(server.seen()).isEmpty();
        assertThat(sent(stranger.join(
                                CONFERENCE,
                                Conferences.newUser("example.com")
                                        .endpoint("sip:me@example.net")
                                        .build()))
                        .request()
                        .confUserId())
                .isEmpty();
    }

    @Test
    @Requirement({"CCMP-5.3.6-08", "CCMP-5.3.6-09"})
    void aStrangerJoinsWithAPlaceholderAndAContact() throws CcmpException {
        Element nameless =
                Conferences.newUser("example.com").displayName("Ciccio").build();
        assertThatThrownBy(() -> client.sendAsync(Sender.stranger().join(CONFERENCE, nameless)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("endpoint");
        assertThat(server.seen()).isEmpty();

        assertThat(sent(Sender.stranger()
                                .join(
                                        CONFERENCE,
                                        Conferences.newUser("example.com")
                                                .aor("mailto:ciccio@example.net")
                                                .build()))
                        .body())
                .containsPattern("<userInfo entity=\"xcon-userid:AUTO_GENERATE_[0-9]+@example\\.com\"");
    }

    @Test
    @Requirement("CCMP-5.3.3-02")
    void blueprintsAreChangedByThePrivilegedOnly() throws CcmpException {
        for (Operation operation : List.of(Operation.CREATE, Operation.UPDATE, Operation.DELETE)) {
            CcmpRequest change = ALICE.request(Message.BLUEPRINT, operation, CONFERENCE);
            change = operation == Operation.UPDATE ? change.info(TITLE) : change;
            CcmpRequest refused = change;
            assertThatThrownBy(() -> client.sendAsync(refused))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("privileged");
            assertThat(server.seen()).isEmpty();
        }
        try (CcmpClient privileged =
                CcmpClient.builder().server(server.uri()).privileged(true).build()) {
            for (Operation operation : List.of(Operation.CREATE, Operation.UPDATE, Operation.DELETE)) {
                assertThat(privileged
                                .send(ALICE.request(Message.BLUEPRINT, operation, CONFERENCE))
                                .isAccepted())
                        .isTrue();
            }
        }
    }

    @Test
    @Requirement({"CCMP-5.3.4-03", "CCMP-5.3.4-04"})
    void aCreationEitherClonesOrDescribes() throws CcmpException {
        Element described =
                Conferences.newConference("example.com").title("Weekly").build();

        assertThatThrownBy(() -> client.sendAsync(ALICE.create(described).on(CONFERENCE.toString())))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("confObjID")
                .hasMessageContaining("confInfo");
        assertThat(sent(ALICE.create(described)).body()).contains("<confInfo").doesNotContain("confObjID");
    }

    @Test
    @Requirement({"CCMP-4.3-01", "CCMP-4.3-02"})
    void whatOnlyTheServerKnowsIsAPlaceholderOfItsOwn() throws CcmpException {
        Element described = Conferences.newConference("example.com")
                .newMedium("audio")
                .newMedium("video")
                .newMedium("text")
                .build();
        PlaceholderSequence further = PlaceholderSequence.after(described);
        Element whole = described.with(Conferences.users()
                .user(Conferences.user(BOB)
                        .endpoint(Conferences.endpoint("sip:bob@example.com")
                                .media(Conferences.endpointMedia(further.next()).label("AUTO_GENERATE_2"))
                                .media(Conferences.endpointMedia(further.next()).label("AUTO_GENERATE_3"))))
                .build());

        String body = sent(ALICE.create(whole)).body();

        assertThat(body).contains("entity=\"xcon:AUTO_GENERATE_1@example.com\"");
        assertThat(body)
                .contains("label=\"AUTO_GENERATE_2\"", "label=\"AUTO_GENERATE_3\"", "label=\"AUTO_GENERATE_4\"")
                .contains("<info:media id=\"AUTO_GENERATE_5\"><info:label>AUTO_GENERATE_2</info:label>")
                .contains("<info:media id=\"AUTO_GENERATE_6\"><info:label>AUTO_GENERATE_3</info:label>");
        assertThat(body.split("AUTO_GENERATE_", -1)).hasSize(9);
    }

    @Test
    @Requirement("CCMP-4.3-03")
    void aPlaceholderIsNeverTheNameOfAnything() throws CcmpException {
        Element named =
                ElementType.foreign(Name.of("urn:example", "AUTO_GENERATE_1")).empty();
        Element titled = TITLE.with(named);

        assertThatThrownBy(() -> client.sendAsync(ALICE.update(CONFERENCE, titled)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("AUTO_GENERATE_1");
        assertThatThrownBy(() -> client.sendAsync(ALICE.extended(CONFERENCE, "x", List.of(named))))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(server.seen()).isEmpty();
        assertThat(sent(ALICE.create(Conferences.newConference("example.com")
                                .newMedium("audio")
                                .build()))
                        .body())
                .containsPattern("[:\"]AUTO_GENERATE_[0-9]+[@\"]");
    }

    @Test
    @Requirement("CCMP-10.3-01")
    void whoWantsPrivacySaysSoInHisOwnRecordWhereverHeSendsOne() throws CcmpException {
        Sender hidden = ALICE.anonymity(Anonymity.HIDDEN);
        XconUserId alice = hidden.id().orElseThrow();
        String said = "<xcon:provide-anonymity>hidden</xcon:provide-anonymity>";
        String hers = "<info:user entity=\"xcon-userid:alice@example.com\">" + said;

        assertThat(sent(hidden.create(Conferences.newConference("example.com").build()))
                        .body())
                .contains(hers);
        assertThat(sent(hidden.update(CONFERENCE, TITLE)).body()).contains(hers);
        assertThat(sent(hidden.join(CONFERENCE)).body())
                .contains("<userInfo entity=\"xcon-userid:alice@example.com\">" + said);
        assertThat(sent(hidden.updateUser(
                                CONFERENCE,
                                Conferences.userChanges(alice).displayName("A").build()))
                        .body())
                .contains(said);
        assertThat(sent(hidden.updateUser(
                                CONFERENCE,
                                Conferences.userChanges(BOB).displayName("B").build()))
                        .body())
                .doesNotContain(said);
    }

    @Test
    void mutingIsAsTheCallFlowHasIt() throws CcmpException {
        assertThat(sent(ALICE.mute(CONFERENCE, BOB, "sip:bob83@example.com", "1", true))
                        .body())
                .contains("<userInfo entity=\"xcon-userid:bob@example.com\">")
                .contains("<info:endpoint entity=\"sip:bob83@example.com\"><info:media id=\"1\">")
                .contains("<info:status>recvonly</info:status>");
    }

    @Test
    void aRequestWithoutOperationIsRefused() {
        assertThatThrownBy(() -> client.sendAsync(ALICE.request(Message.CONF)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("operation");
    }
}
