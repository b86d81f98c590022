package io.parley.examples.conformance;

import static io.parley.examples.conformance.House.ALICE;
import static io.parley.examples.conformance.House.AUDIO_ROOM;
import static io.parley.examples.conformance.House.ROOT;
import static io.parley.examples.conformance.House.blueprint;
import static io.parley.examples.conformance.House.conf;
import static io.parley.examples.conformance.House.confInfo;
import static io.parley.examples.conformance.House.user;
import static io.parley.examples.conformance.Updates.title;
import static io.parley.examples.conformance.Updates.titleOf;
import static io.parley.examples.conformance.Updates.update;
import static org.assertj.core.api.Assertions.assertThat;

import io.parley.ccmp.CcmpRequest;
import io.parley.ccmp.CcmpResponse;
import io.parley.ccmp.Message;
import io.parley.ccmp.Operation;
import io.parley.ccmp.ResponseCode;
import io.parley.codec.xml.CcmpCodec;
import io.parley.codec.xml.Limits;
import io.parley.document.Attributes;
import io.parley.engine.Parley;
import io.parley.http.CcmpHttpServer;
import io.parley.http.client.CcmpClient;
import io.parley.identity.XconUserId;
import io.parley.inmemory.InMemory;
import io.parley.inmemory.ScriptedInMemory;
import io.parley.ports.in.CcmpService;
import io.parley.spec.Requirement;
import io.parley.user.RegisteredUser;
import java.io.InputStream;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** What holds of a whole system: its identifiers, its nodes, and the words of its protocol. */
class RowsOfSystemsTest {

    @Test
    @Requirement("XF-6.2.1-01")
    void tenThousandObjectsMadeAtOnceHaveTenThousandUris() throws Exception {
        try (InMemory memory = InMemory.open("example.com")) {
            memory.users().register(new RegisteredUser(XconUserId.of(ROOT), "Root", Set.of(), true));
            CcmpService service = Parley.builder("example.com", memory)
                    .blueprint(Documents.audioRoom())
                    .build()
                    .ccmp();
            List<Callable<List<String>>> work = new ArrayList<>();
            for (int i = 0; i < 1000; i++) {
                work.add(() -> tenObjects(service));
            }

            List<String> ids = together(work);

            assertThat(ids).hasSize(10_000);
            assertThat(new HashSet<>(ids)).hasSize(10_000).doesNotContain(AUDIO_ROOM);
        }
    }

    /** A blueprint, five reservations or conferences that run, and four sidebars. */
    private static List<String> tenObjects(CcmpService service) {
        List<String> ids = new ArrayList<>();
        ids.add(made(
                service,
                blueprint(Operation.CREATE, ROOT).info(confInfo("xcon:AUTO_GENERATE_1@example.com", title("Room")))));
        for (int i = 0; i < 5; i++) {
            String main = made(service, conf(Operation.CREATE, ALICE));
            ids.add(main);
            if (i < 2) {
                assertThat(service.handle(user(Operation.CREATE, ALICE).on(main))
                                .isSuccess())
                        .isTrue();
                for (Sidebar kind : Sidebar.values()) {
                    ids.add(made(service, kind.create(ALICE, main)));
                }
            }
        }
        return ids;
    }

    private static String made(CcmpService service, CcmpRequest creation) {
        CcmpResponse response = service.handle(creation);
        assertThat(response.code()).as(response.reason()).isEqualTo(ResponseCode.SUCCESS);
        return response.confObjId().orElseThrow();
    }

    @Test
    @Requirement("XF-6.3-01")
    void whoeverIsAddedByOneContactIsOneUserAndByAnotherAnother() throws Exception {
        House house = House.open();
        List<Callable<List<String>>> work = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            String conference = house.conferenceOf(ALICE);
            work.add(() -> List.of(added(house, conference, "sip:dan@example.org")));
        }

        assertThat(new HashSet<>(together(work))).hasSize(1);
        String conference = house.conferenceOf(ALICE);
        assertThat(added(house, conference, "sip:dan@example.org"))
                .isNotEqualTo(added(house, conference, "sip:eve@example.org"));
    }

    private static String added(House house, String conference, String contact) {
        return house.done(Roster.addContact(ALICE, conference, contact))
                .body()
                .info()
                .flatMap(record -> record.attribute(Attributes.ENTITY))
                .orElseThrow();
    }

    private static List<String> together(List<Callable<List<String>>> work) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(8);
        List<String> results = new ArrayList<>();
        try {
            for (Future<List<String>> some : threads.invokeAll(work)) {
                results.addAll(some.get());
            }
        } finally {
            threads.shutdown();
        }
        return results;
    }

    @Test
    @Requirement("XF-6.3-02")
    void whoNeverJoinsHasAnIdentifierAndMayAsk() {
        House house = House.closed(parley -> parley);
        String chair = "xcon-userid:chair@example.com";
        assertThat(house.ask(CcmpRequest.of(Message.BLUEPRINTS, chair)).code())
                .isEqualTo(ResponseCode.INVALID_CONF_USER_ID);
        house.memory().users().register(RegisteredUser.of(XconUserId.of(chair)));

        String conference = house.conferenceOf(chair);
        house.done(update(chair, conference, title("Chaired")));

        assertThat(titleOf(house.documentOf(conference, chair))).contains("Chaired");
    }

    @Test
    @Requirement("XF-6.3-04")
    void whoComesForTheFirstTimeIsGivenAnIdentifier() {
        House house = House.open();
        String conference = house.conferenceOf(ALICE);

        CcmpResponse joined = house.done(Roster.joinBy("sip:new@example.org", conference));

        assertThat(joined.confUserId()).startsWith("xcon-userid:").doesNotContain("AUTO_GENERATE");
        assertThat(Roster.ids(house, conference, ALICE)).contains(joined.confUserId());
        house.done(conf(Operation.RETRIEVE, joined.confUserId()).on(conference));
    }

    @Test
    @Requirement("CCMP-4-01")
    void everyRequestMayComeByAConnectionOfItsOwnToAnotherNode() throws Exception {
        ScriptedInMemory shared = ScriptedInMemory.open("example.com");
        List<CcmpHttpServer> nodes = new ArrayList<>();
        try {
            for (int i = 0; i < 3; i++) {
                CcmpHttpServer node = CcmpHttpServer.builder()
                        .codec(new CcmpCodec(Limits.defaults()))
                        .service(Parley.builder("example.com", shared).build().ccmp())
                        .build();
                node.start();
                nodes.add(node);
            }

            String conference =
                    ask(nodes.get(0), conf(Operation.CREATE, ALICE)).confObjId().orElseThrow();
            CcmpResponse updated = ask(nodes.get(1), update(ALICE, conference, title("Elsewhere")));
            ask(nodes.get(2), conf(Operation.DELETE, ALICE).on(conference));

            assertThat(titleOf(updated.body().info().orElseThrow())).contains("Elsewhere");
        } finally {
            nodes.forEach(CcmpHttpServer::close);
        }
    }

    private static CcmpResponse ask(CcmpHttpServer node, CcmpRequest request) throws Exception {
        URI address = URI.create("http://127.0.0.1:" + node.address().getPort() + "/Xcon/Ccmp");
        try (CcmpClient client =
                CcmpClient.builder().server(address).privileged(true).build()) {
            CcmpResponse response = client.send(request).response();
            assertThat(response.code()).as(response.reason()).isEqualTo(ResponseCode.SUCCESS);
            return response;
        }
    }

    @Test
    @Requirement("CCMP-12-02")
    void theMessagesAndCodesAreThoseOfTheRegistry() throws Exception {
        Set<String> messages = new TreeSet<>();
        TreeMap<Integer, String> codes = new TreeMap<>();
        try (InputStream registry = RowsOfSystemsTest.class.getResourceAsStream("/iana-ccmp-parameters.xml")) {
            NodeList records = DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(registry)
                    .getElementsByTagName("record");
            for (int i = 0; i < records.getLength(); i++) {
                Element record = (Element) records.item(i);
                NodeList number = record.getElementsByTagName("name");
                String code = record.getElementsByTagName("code")
                        .item(0)
                        .getTextContent()
                        .strip();
                if (number.getLength() == 0) {
                    messages.add(code);
                } else {
                    codes.put(Integer.valueOf(number.item(0).getTextContent().strip()), code);
                }
            }
        }
        Set<String> ours = new TreeSet<>();
        for (Message message : Message.values()) {
            ours.add(message.requestName());
            ours.add(message.responseName());
        }
        TreeMap<Integer, String> ourCodes = new TreeMap<>();
        for (ResponseCode code : ResponseCode.values()) {
            ourCodes.put(code.number(), code.words());
        }

        assertThat(ours).hasSize(24).isEqualTo(messages);
        assertThat(ourCodes).hasSize(18).isEqualTo(codes);
    }
}
