package io.parley.examples.properties;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.ccmp.CcmpRequest;
import io.parley.ccmp.CcmpResponse;
import io.parley.ccmp.Message;
import io.parley.ccmp.Operation;
import io.parley.ccmp.ResponseCode;
import io.parley.document.Attributes;
import io.parley.document.Element;
import io.parley.document.Info;
import io.parley.document.Name;
import io.parley.document.Schema;
import io.parley.engine.Parley;
import io.parley.identity.Version;
import io.parley.identity.XconUri;
import io.parley.identity.XconUserId;
import io.parley.inmemory.InMemory;
import io.parley.user.RegisteredUser;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.lifecycle.AfterContainer;

/** Several clients change one conference at once, all with the same version in mind. */
class ConcurrentEditsTest {

    private static final String ROOT = "xcon-userid:root@example.com";
    private static final String CONFERENCE = "xcon:team@example.com";
    private static final List<Name> TEXTS = List.of(Info.DISPLAY_TEXT, Info.SUBJECT, Info.FREE_TEXT, Info.KEYWORDS);
    private static final ExecutorService THREADS = Executors.newFixedThreadPool(8);

    /** What one client changes: a text of the description, or an entry of one of two lists that nobody has yet. */
    record Place(int number) {
        Element changes(String text) {
            Element info = Schema.CONFERENCE_INFO.empty().withAttribute(Attributes.ENTITY, CONFERENCE);
            Element description = Schema.CONFERENCE_DESCRIPTION.empty();
            if (number < TEXTS.size()) {
                return info.with(description.with(TEXTS.get(number), text));
            }
            if (number % 2 == 0) {
                Element user = Schema.USER
                        .empty()
                        .withAttribute(Attributes.ENTITY, "xcon-userid:user" + number + "@example.com")
                        .with(Info.DISPLAY_TEXT, text);
                return info.with(Schema.USERS.empty().with(user));
            }
            Element uris = description.type().child(Info.SERVICE_URIS).empty();
            Element entry = uris.type()
                    .child(Info.ENTRY)
                    .empty()
                    .with(Info.URI, "http://example.com/" + number)
                    .with(Info.DISPLAY_TEXT, text);
            return info.with(description.with(uris.with(entry)));
        }
    }

    @Property(tries = 60)
    void editsOfDifferentPlacesAllSucceed(@ForAll("places") Set<Place> places) throws Exception {
        Parley parley = house();
        List<Element> changes = places.stream()
                .map(place -> place.changes("text" + place.number()))
                .toList();

        List<CcmpResponse> responses = atOnce(parley, changes);

        assertThat(responses).allMatch(CcmpResponse::isSuccess);
        Element document =
                parley.conferences().find(XconUri.of(CONFERENCE)).orElseThrow().document();
        for (Place place : places) {
            assertThat(document.toString()).contains(">text" + place.number() + "<");
        }
        assertThat(version(parley)).isEqualTo(1 + places.size());
    }

    @Property(tries = 60)
    void ofEditsOfOnePlaceExactlyOneSucceeds(
            @ForAll @IntRange(max = 7) int place, @ForAll @IntRange(min = 2, max = 6) int clients) throws Exception {
        Parley parley = house();
        List<Element> changes = new ArrayList<>();
        for (int client = 0; client < clients; client++) {
            changes.add(new Place(place).changes("client" + client));
        }

        List<CcmpResponse> responses = atOnce(parley, changes);

        assertThat(responses).filteredOn(CcmpResponse::isSuccess).hasSize(1);
        assertThat(responses).filteredOn(response -> !response.isSuccess()).allSatisfy(response -> {
            assertThat(response.code()).isEqualTo(ResponseCode.CONFLICT);
            assertThat(response.version()).contains(new Version(2));
        });
        int winner = responses.indexOf(
                responses.stream().filter(CcmpResponse::isSuccess).findFirst().orElseThrow());
        assertThat(parley.conferences()
                        .find(XconUri.of(CONFERENCE))
                        .orElseThrow()
                        .document()
                        .toString())
                .contains(">client" + winner + "<");
    }

    private static Parley house() {
        InMemory memory = InMemory.closed();
        memory.users().register(new RegisteredUser(XconUserId.of(ROOT), "Root", Set.of(), true));
        Parley parley = Parley.builder("example.com", memory).build();
        Element info = Schema.CONFERENCE_INFO.empty().withAttribute(Attributes.ENTITY, CONFERENCE);
        assertThat(parley.ccmp()
                        .handle(CcmpRequest.of(Message.CONF, ROOT)
                                .operation(Operation.CREATE)
                                .info(info))
                        .isSuccess())
                .isTrue();
        return parley;
    }

    private static long version(Parley parley) {
        return parley.conferences()
                .find(XconUri.of(CONFERENCE))
                .orElseThrow()
                .version()
                .value();
    }

    private static List<CcmpResponse> atOnce(Parley parley, List<Element> changes) throws Exception {
        CyclicBarrier together = new CyclicBarrier(changes.size());
        List<Future<CcmpResponse>> running = new ArrayList<>();
        for (Element change : changes) {
            running.add(THREADS.submit(() -> {
                together.await(30, TimeUnit.SECONDS);
                return parley.ccmp()
                        .handle(CcmpRequest.of(Message.CONF, ROOT)
                                .operation(Operation.UPDATE)
                                .on(CONFERENCE)
                                .basedOn(Version.FIRST)
                                .info(change));
            }));
        }
        List<CcmpResponse> responses = new ArrayList<>();
        for (Future<CcmpResponse> response : running) {
            responses.add(response.get(30, TimeUnit.SECONDS));
        }
        return responses;
    }

    @Provide
    Arbitrary<Set<Place>> places() {
        return Arbitraries.integers()
                .between(0, 11)
                .map(Place::new)
                .set()
                .ofMinSize(2)
                .ofMaxSize(8);
    }

    @AfterContainer
    static void stop() {
        THREADS.shutdownNow();
    }
}
