package io.parley.examples.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.ccmp.Body;
import io.parley.ccmp.CcmpRequest;
import io.parley.ccmp.CcmpResponse;
import io.parley.ccmp.Message;
import io.parley.ccmp.Operation;
import io.parley.ccmp.ResponseCode;
import io.parley.codec.xml.CcmpCodec;
import io.parley.codec.xml.Dialect;
import io.parley.codec.xml.Limits;
import io.parley.document.Attributes;
import io.parley.document.Info;
import io.parley.spec.Requirement;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Element;

/** Requests as bytes, which only a running server shows: which are understood, and what their answers are written like. */
class RowsOverHttpTest {

    private static final String ALICE = "xcon-userid:alice@example.com";
    private static final String BOB = "xcon-userid:bob@example.com";
    private static final CcmpCodec CODEC = new CcmpCodec(Limits.defaults());
    private static final String REQUEST = """
            <ccmp:ccmpRequest xmlns:ccmp="urn:ietf:params:xml:ns:xcon-ccmp"
                xmlns:info="urn:ietf:params:xml:ns:conference-info"
                xmlns:xcon="urn:ietf:params:xml:ns:xcon-conference-info"
                xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
              <ccmpRequest xsi:type="ccmp:%s">
                <confUserID>xcon-userid:alice@example.com</confUserID>%s
              </ccmpRequest>
            </ccmp:ccmpRequest>""";

    private final HttpClient http = HttpClient.newHttpClient();
    private RunningServer server;

    @BeforeEach
    void start() throws IOException {
        server = RunningServer.with("--admin", "xcon-userid:root@example.com");
    }

    @AfterEach
    void end() {
        server.close();
    }

    private static String request(String type, String content) {
        return REQUEST.formatted(type, content);
    }

    private static String on(String object, String operation, String specialised) {
        return "<confObjID>" + object + "</confObjID><operation>" + operation + "</operation>" + specialised;
    }

    private CcmpResponse post(String request) throws Exception {
        return CODEC.readResponse(bytes(request.getBytes(StandardCharsets.UTF_8)));
    }

    private byte[] bytes(byte[] request) throws Exception {
        return send(server, request).body();
    }

    private HttpResponse<byte[]> send(RunningServer to, byte[] request, String... headers) throws Exception {
        HttpRequest.Builder post = HttpRequest.newBuilder(URI.create("http://" + to.address() + "/Xcon/Ccmp"))
                .header("Content-Type", "application/ccmp+xml")
                .POST(BodyPublishers.ofByteArray(request));
        if (headers.length > 0) {
            post.headers(headers);
        }
        return http.send(post.build(), BodyHandlers.ofByteArray());
    }

    private CcmpResponse done(CcmpRequest request) {
        CcmpResponse response = server.client().handle(request);
        assertThat(response.code()).as(response.reason()).isEqualTo(ResponseCode.SUCCESS);
        return response;
    }

    private String conference() {
        return done(CcmpRequest.of(Message.CONF, ALICE).operation(Operation.CREATE))
                .confObjId()
                .orElseThrow();
    }

    private List<String> roster(String conference) {
        List<String> entities = new ArrayList<>();
        Optional<io.parley.document.Element> users = done(CcmpRequest.of(Message.USERS, ALICE)
                        .on(conference)
                        .operation(Operation.RETRIEVE))
                .body()
                .info();
        users.orElseThrow()
                .children(Info.USER)
                .forEach(user -> entities.add(user.attribute(Attributes.ENTITY).orElseThrow()));
        return entities;
    }

    @Test
    @Requirement("CCMP-3.2-02")
    void usersAreAddedOneAtATime() throws Exception {
        String conference = conference();
        for (String user : List.of(BOB, "xcon-userid:carol@example.com")) {
            done(CcmpRequest.of(Message.BLUEPRINTS, user)); // from now on they are known
        }
        String userInfo = "<userInfo entity='xcon-userid:%s@example.com'/>";

        CcmpResponse response = post(request(
                "ccmp-user-request-message-type",
                on(
                        conference,
                        "create",
                        "<ccmp:userRequest>" + userInfo.formatted("bob") + userInfo.formatted("carol")
                                + "</ccmp:userRequest>")));

        assertThat(response.code()).isEqualTo(ResponseCode.BAD_REQUEST);
        assertThat(response.reason()).contains("userInfo");
        assertThat(roster(conference)).doesNotContain(BOB, "xcon-userid:carol@example.com");
        assertThat(post(request(
                                "ccmp-user-request-message-type",
                                on(
                                        conference,
                                        "create",
                                        "<ccmp:userRequest>" + userInfo.formatted("bob") + "</ccmp:userRequest>")))
                        .code())
                .isEqualTo(ResponseCode.SUCCESS);
    }

    @Test
    @Requirement("CCMP-5.2-05")
    void whatHasNoSpecialisedMessageIs400() throws Exception {
        CcmpResponse response = post(request("ccmp-unheard-of-request-message-type", ""));

        assertThat(response.code()).isEqualTo(ResponseCode.BAD_REQUEST);
        assertThat(response.reason()).contains("xsi:type");
    }

    @ParameterizedTest
    @ValueSource(strings = {"blueprint", "conf", "sidebarByVal", "sidebarByRef"})
    @Requirement("CCMP-11-13")
    void aDocumentNamesWhatItDescribes(String stem) throws Exception {
        String conference = conference();
        done(CcmpRequest.of(Message.USER, ALICE).on(conference).operation(Operation.CREATE));
        String object = switch (stem) {
            case "blueprint" -> "xcon:default-blueprint@example.com";
            case "conf" -> conference;
            default ->
                done(CcmpRequest.of(
                                        stem.equals("sidebarByVal") ? Message.SIDEBAR_BY_VAL : Message.SIDEBAR_BY_REF,
                                        ALICE)
                                .on(conference)
                                .operation(Operation.CREATE))
                        .confObjId()
                        .orElseThrow();
        };
        needsEntity(stem, object);
    }

    @Test
    @Requirement("CCMP-11-14")
    void aUserRecordNamesItsUserAndAListOfUsersNamesNothing() throws Exception {
        String conference = conference();
        needsEntity("user", conference);
        assertThat(post(request(
                                "ccmp-users-request-message-type",
                                on(
                                        conference,
                                        "update",
                                        "<ccmp:usersRequest><usersInfo><xcon:join-handling>confirm</xcon:join-handling>"
                                                + "</usersInfo></ccmp:usersRequest>")))
                        .code())
                .isEqualTo(ResponseCode.SUCCESS);
    }

    private void needsEntity(String stem, String object) throws Exception {
        String element = stem + "Info";
        String request = request(
                "ccmp-" + stem + "-request-message-type",
                on(object, "update", "<ccmp:%sRequest><%s/></ccmp:%sRequest>".formatted(stem, element, stem)));

        CcmpResponse response = post(stem.equals("blueprint") ? request.replace("alice", "root") : request);

        assertThat(response.code()).as(response.reason()).isEqualTo(ResponseCode.BAD_REQUEST);
        assertThat(response.reason()).contains("entity");
    }

    @ParameterizedTest
    @EnumSource(names = "EXTENDED", mode = EnumSource.Mode.EXCLUDE)
    @Requirement("CCMP-D1-02")
    void theAnswerIsInTheNamespaceOfTheRequest(Message message) throws Exception {
        String conference = conference();
        done(CcmpRequest.of(Message.USER, ALICE).on(conference).operation(Operation.CREATE));
        CcmpRequest request = CcmpRequest.of(message, ALICE).on(conference);
        CcmpRequest asked = message.needsOperation() ? request.operation(Operation.RETRIEVE) : request;
        for (Dialect dialect : Dialect.values()) {
            Element root = parse(bytes(CODEC.writeRequest(asked, dialect)));

            assertThat(root.getLocalName()).isEqualTo("ccmpResponse");
            assertThat(root.getNamespaceURI()).isEqualTo(dialect.namespace());
            assertThat(root.getElementsByTagNameNS(dialect.namespace(), message.responseName())
                            .getLength())
                    .isEqualTo(1);
        }
    }

    private static Element parse(byte[] document) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        return factory.newDocumentBuilder()
                .parse(new ByteArrayInputStream(document))
                .getDocumentElement();
    }

    @Test
    @Requirement("CCMP-D5-05")
    void whatIsNewIsNeverMarkedInADocument() throws Exception {
        String conference = conference();
        String marked = """
                <ccmp:confRequest><confInfo entity="%s" state="partial" version="1">
                  <info:conference-description state="full"><info:display-text>Marked</info:display-text></info:conference-description>
                  <info:users state="partial"><info:user entity="xcon-userid:bob@example.com" state="partial">
                    <info:endpoint entity="sip:bob@example.com" state="full"/></info:user></info:users>
                </confInfo></ccmp:confRequest>""".formatted(conference);
        CcmpResponse updated = post(request("ccmp-conf-request-message-type", on(conference, "update", marked)));
        assertThat(updated.code()).as(updated.reason()).isEqualTo(ResponseCode.SUCCESS);
        done(CcmpRequest.of(Message.SIDEBAR_BY_VAL, ALICE).on(conference).operation(Operation.CREATE));

        for (Message message : Message.values()) {
            if (message.content() != Message.Content.INFO && message.content() != Message.Content.LIST) {
                continue;
            }
            CcmpRequest request = CcmpRequest.of(message, ALICE).on(conference);
            byte[] answer = bytes(CODEC.writeRequest(
                    message.needsOperation() ? request.operation(Operation.RETRIEVE) : request, Dialect.RFC_6503));
            assertUnmarked(parse(answer));
        }
    }

    /** The one {@code version} that is allowed is an element. */
    private static void assertUnmarked(Element element) {
        assertThat(element.hasAttribute("state")).as(element.getLocalName()).isFalse();
        assertThat(element.hasAttribute("version")).as(element.getLocalName()).isFalse();
        for (int i = 0; i < element.getChildNodes().getLength(); i++) {
            if (element.getChildNodes().item(i) instanceof Element child) {
                assertUnmarked(child);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"--subject required", "--http-auth digest"})
    @Requirement("CCMP-I-02")
    void fromAuthenticatesNobody(String authentication) throws Exception {
        List<String> options = new ArrayList<>(List.of(authentication.split(" ")));
        options.addAll(List.of("--user", "alice:secret", "--user", "bob:secret"));
        try (RunningServer strict = RunningServer.with(options.toArray(String[]::new))) {
            for (String sender : List.of(ALICE, BOB)) {
                HttpResponse<byte[]> response = send(
                        strict,
                        CODEC.writeRequest(CcmpRequest.of(Message.BLUEPRINTS, sender), Dialect.RFC_6503),
                        "From",
                        "alice@example.com");

                assertThat(response.statusCode() == 401
                                || CODEC.readResponse(response.body()).code() == ResponseCode.AUTHENTICATION_REQUIRED)
                        .as("status %d", response.statusCode())
                        .isTrue();
            }
        }
    }

    @Test
    @Requirement("CCMP-3.1-01")
    void everyObjectHasAUriOfItsOwn() throws Exception {
        List<Callable<List<String>>> clients = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            clients.add(this::fiftyObjects);
        }
        Set<String> ids = new HashSet<>();
        int made = 0;
        ExecutorService threads = Executors.newFixedThreadPool(20);
        try {
            for (Future<List<String>> some : threads.invokeAll(clients)) {
                made += some.get().size();
                ids.addAll(some.get());
            }
        } finally {
            threads.shutdown();
        }

        assertThat(made).isEqualTo(1000);
        assertThat(ids).hasSize(1000);
        io.parley.document.Element blueprints =
                done(CcmpRequest.of(Message.BLUEPRINTS, ALICE)).body().info().orElseThrow();
        assertThat(blueprints.elements())
                .isNotEmpty()
                .noneMatch(entry -> ids.contains(entry.childText(Info.URI).orElseThrow()));
    }

    /** Over a connection of its own: 25 conferences with a sidebar each. */
    private List<String> fiftyObjects() {
        List<String> ids = new ArrayList<>();
        try (CcmpOverHttp client = new CcmpOverHttp(URI.create("http://" + server.address() + "/Xcon/Ccmp"))) {
            for (int i = 0; i < 25; i++) {
                String main = client.handle(CcmpRequest.of(Message.CONF, ALICE).operation(Operation.CREATE))
                        .confObjId()
                        .orElseThrow();
                client.handle(CcmpRequest.of(Message.USER, ALICE).on(main).operation(Operation.CREATE));
                ids.add(main);
                ids.add(client.handle(
                                CcmpRequest.of(i % 2 == 0 ? Message.SIDEBAR_BY_VAL : Message.SIDEBAR_BY_REF, ALICE)
                                        .on(main)
                                        .operation(Operation.CREATE))
                        .confObjId()
                        .orElseThrow());
            }
        }
        return ids;
    }

    @Test
    @Requirement("XF-6.3-03")
    void everyRequestNamesItsSender() throws Exception {
        String conference = conference();
        for (Message message : Message.values()) {
            CcmpRequest request = CcmpRequest.of(message, "")
                    .on(conference)
                    .withoutConfUserId()
                    .operation(Operation.RETRIEVE);
            if (message == Message.EXTENDED) {
                request = request.body(new Body.Extension("confSummaryRequest", List.of()));
            }

            CcmpResponse response = CODEC.readResponse(bytes(CODEC.writeRequest(request, Dialect.RFC_6503)));

            assertThat(response.code()).as("%s: %s", message, response.reason()).isEqualTo(ResponseCode.BAD_REQUEST);
            assertThat(response.reason()).contains("confUserID");
        }
    }
}
