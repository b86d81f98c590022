package io.parley.examples.properties;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.ccmp.CcmpRequest;
import io.parley.ccmp.CcmpResponse;
import io.parley.ccmp.Message;
import io.parley.ccmp.Operation;
import io.parley.ccmp.ResponseCode;
import io.parley.conference.Conference;
import io.parley.conference.Kind;
import io.parley.engine.Parley;
import io.parley.examples.properties.SidebarDeed.What;
import io.parley.identity.Version;
import io.parley.identity.XconUri;
import io.parley.inmemory.InMemory;
import io.parley.inmemory.ScriptedInMemory;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;

/** Main conferences and their sidebars, whatever is asked of them in whatever order, one after the other or at once. */
class SidebarsTest {

    @Property(tries = 200)
    void mainConferencesAndSidebarsAgreeAfterEveryDeed(@ForAll("deeds") List<SidebarDeed> deeds) {
        Parley parley = Parley.builder("example.com", ScriptedInMemory.open("example.com"))
                .build();
        List<String> objects = new ArrayList<>(List.of(main(parley), main(parley)));
        for (SidebarDeed deed : deeds) {
            Map<XconUri, Conference> before = all(parley);
            CcmpResponse response = parley.ccmp().handle(deed.request(objects));
            Map<XconUri, Conference> after = all(parley);

            Kinship.assertHolds(after.values());
            if (response.isSuccess()) {
                assertVersions(deed, response, before, after);
                if (!objects.contains(response.confObjId().orElseThrow())) {
                    objects.add(response.confObjId().orElseThrow());
                }
            } else {
                assertThat(after).as("%s %s", deed, response).isEqualTo(before);
            }
        }
    }

    /** The object addressed is a version further, and its main conference if the deed is one of its own as well; nothing jumps. */
    private static void assertVersions(
            SidebarDeed deed, CcmpResponse response, Map<XconUri, Conference> before, Map<XconUri, Conference> after) {
        XconUri id = XconUri.of(response.confObjId().orElseThrow());
        assertThat(response.version())
                .isEqualTo(Optional.ofNullable(after.get(id)).map(Conference::version));
        after.forEach((any, state) -> {
            long earlier = before.containsKey(any) ? before.get(any).version().value() : 0;
            assertThat(state.version().value()).as("%s %s", deed, any).isBetween(earlier, earlier + 1);
        });
        Conference object = after.getOrDefault(id, before.get(id));
        if (object.kind().isSidebar()) {
            boolean comesOrGoes = !before.containsKey(id) || !after.containsKey(id);
            boolean changesMain = comesOrGoes || object.kind() == Kind.SIDEBAR_BY_VALUE;
            Version was = before.get(object.parent().orElseThrow()).version();
            Version is = after.get(object.parent().orElseThrow()).version();
            assertThat(is).as("%s", deed).isEqualTo(changesMain ? was.next() : was);
        }
    }

    @Property(tries = 40)
    void nobodyEverSeesOneWithoutTheOther(
            @ForAll("deeds") @Size(20) List<SidebarDeed> some, @ForAll("deeds") @Size(20) List<SidebarDeed> others)
            throws Exception {
        Parley parley =
                Parley.builder("example.com", InMemory.open("example.com")).build();
        List<String> objects = new ArrayList<>(List.of(main(parley), main(parley)));
        for (What what : new What[] {What.CREATE_BY_VALUE, What.CREATE_BY_REFERENCE, What.CREATE_BY_VALUE}) {
            objects.add(parley.ccmp()
                    .handle(new SidebarDeed(what, 0, 0, "").request(objects))
                    .confObjId()
                    .orElseThrow());
        }
        AtomicBoolean done = new AtomicBoolean();
        ExecutorService threads = Executors.newFixedThreadPool(3);
        try {
            Future<?> looking = threads.submit(() -> {
                while (!done.get()) {
                    Kinship.assertHolds(all(parley).values());
                }
            });
            Future<?> one =
                    threads.submit(() -> some.forEach(deed -> parley.ccmp().handle(deed.request(objects))));
            Future<?> other =
                    threads.submit(() -> others.forEach(deed -> parley.ccmp().handle(deed.request(objects))));
            one.get(60, TimeUnit.SECONDS);
            other.get(60, TimeUnit.SECONDS);
            done.set(true);
            looking.get(60, TimeUnit.SECONDS);
            Kinship.assertHolds(all(parley).values());
        } finally {
            done.set(true);
            threads.shutdownNow();
        }
    }

    @Example
    void aSidebarWhoseCommitFailsLeavesNoTrace() {
        ScriptedInMemory memory = ScriptedInMemory.open("example.com");
        Parley parley = Parley.builder("example.com", memory).build();
        String main = main(parley);
        Map<XconUri, Conference> before = all(parley);
        for (Message message : new Message[] {Message.SIDEBAR_BY_VAL, Message.SIDEBAR_BY_REF}) {
            memory.faults().failCommit(1);
            CcmpRequest create = CcmpRequest.of(message, Step.userId(0))
                    .operation(Operation.CREATE)
                    .on(main);

            assertThat(parley.ccmp().handle(create).code()).isEqualTo(ResponseCode.SERVER_INTERNAL_ERROR);
            assertThat(all(parley)).isEqualTo(before);
            assertThat(parley.ccmp().handle(create).isSuccess()).isTrue();
            before = all(parley);
        }
    }

    @Example
    void twoSidebarsThatAreMadeAtOnceAreBothHeld() {
        ScriptedInMemory memory = ScriptedInMemory.open("example.com");
        Parley parley = Parley.builder("example.com", memory).build();
        String main = main(parley);
        CcmpRequest create = CcmpRequest.of(Message.SIDEBAR_BY_VAL, Step.userId(0))
                .operation(Operation.CREATE)
                .on(main);
        memory.faults().beforeCommit(() -> parley.ccmp().handle(create));

        assertThat(parley.ccmp().handle(create).isSuccess()).isTrue();

        Conference state = all(parley).get(XconUri.of(main));
        assertThat(state.info().sidebarsByValue()).hasSize(2);
        assertThat(state.version()).isEqualTo(new Version(3));
        Kinship.assertHolds(all(parley).values());
    }

    /** A main conference of the first user's. */
    private static String main(Parley parley) {
        return parley.ccmp()
                .handle(CcmpRequest.of(Message.CONF, Step.userId(0)).operation(Operation.CREATE))
                .confObjId()
                .orElseThrow();
    }

    private static Map<XconUri, Conference> all(Parley parley) {
        Map<XconUri, Conference> all = new LinkedHashMap<>();
        parley.conferences().all().forEach(conference -> all.put(conference.id(), conference));
        return all;
    }

    @Provide
    Arbitrary<List<SidebarDeed>> deeds() {
        return SidebarDeed.any().list().ofMinSize(1).ofMaxSize(25);
    }
}
