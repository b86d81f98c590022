package io.parley.examples.events;

import static io.parley.examples.events.Place.ALICE;
import static io.parley.examples.events.Place.CONFERENCE;
import static org.assertj.core.api.Assertions.assertThat;

import io.parley.ccmp.CcmpRequest;
import io.parley.ccmp.Message;
import io.parley.ccmp.Operation;
import io.parley.conference.Change;
import io.parley.document.Info;
import io.parley.document.Schema;
import io.parley.engine.Parley;
import io.parley.identity.XconUri;
import io.parley.identity.XconUserId;
import io.parley.inmemory.InMemory;
import io.parley.ports.in.ConferenceEvent;
import io.parley.ports.in.ConferenceEvent.Type;
import io.parley.ports.in.ConferenceEvents.Follow;
import io.parley.ports.in.ConferenceEvents.Following;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/**
 * Threads change a conference at will while others follow it, woken by nothing but the news: each gets every event once, in order,
 * with the document of that version; where something is left out it says so, and the last state is never lost.
 */
class AnyFollowerTest {

    private static final ExecutorService THREADS = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task, "any-follower");
        thread.setDaemon(true);
        return thread;
    });

    private enum Deed {
        RENAME,
        JOIN,
        LEAVE;

        CcmpRequest request(int thread) {
            String user = "xcon-userid:user" + thread + "@example.com";
            return switch (this) {
                case RENAME ->
                    CcmpRequest.of(Message.CONF, ALICE)
                            .operation(Operation.UPDATE)
                            .on(CONFERENCE)
                            .info(Place.info()
                                    .with(Schema.CONFERENCE_DESCRIPTION
                                            .empty()
                                            .with(Info.DISPLAY_TEXT, "of thread " + thread)));
                case JOIN ->
                    CcmpRequest.of(Message.USER, user)
                            .operation(Operation.CREATE)
                            .on(CONFERENCE);
                case LEAVE ->
                    CcmpRequest.of(Message.USER, user)
                            .operation(Operation.DELETE)
                            .on(CONFERENCE);
            };
        }
    }

    @Property(tries = 60)
    void nobodyMissesAnything(
            @ForAll("deeds") @Size(3) List<List<Deed>> threads,
            @ForAll @IntRange(min = 1, max = 40) int retained,
            @ForAll @IntRange(min = 0, max = 6) int lazy)
            throws Exception {
        Parley parley = Parley.builder("example.com", InMemory.open("example.com"))
                .retainedEvents(retained, 2 * retained)
                .build();
        Map<Long, Change> stored = new ConcurrentHashMap<>();
        parley.addListener(change -> stored.putIfAbsent(change.version().value(), change));
        parley.ccmp()
                .handle(CcmpRequest.of(Message.CONF, ALICE)
                        .operation(Operation.CREATE)
                        .info(Place.info()));

        List<Future<List<ConferenceEvent>>> followers = new ArrayList<>();
        CyclicBarrier together = new CyclicBarrier(threads.size() + 2);
        followers.add(THREADS.submit(() -> follow(parley, together, 0)));
        followers.add(THREADS.submit(() -> follow(parley, together, lazy)));
        List<Future<?>> running = new ArrayList<>();
        for (int i = 0; i < threads.size(); i++) {
            int thread = i;
            running.add(THREADS.submit(() -> {
                together.await(30, TimeUnit.SECONDS);
                threads.get(thread).forEach(deed -> parley.ccmp().handle(deed.request(thread)));
                return null;
            }));
        }
        for (Future<?> thread : running) {
            thread.get(30, TimeUnit.SECONDS);
        }
        long last = parley.conferences()
                .find(XconUri.of(CONFERENCE))
                .orElseThrow()
                .version()
                .value();
        parley.ccmp()
                .handle(CcmpRequest.of(Message.CONF, ALICE)
                        .operation(Operation.DELETE)
                        .on(CONFERENCE));

        for (Future<List<ConferenceEvent>> follower : followers) {
            check(follower.get(30, TimeUnit.SECONDS), stored, last, retained > last);
        }
    }

    private static List<ConferenceEvent> follow(Parley parley, CyclicBarrier together, int lazy) throws Exception {
        Semaphore news = new Semaphore(0);
        List<ConferenceEvent> events = new ArrayList<>();
        Follow request =
                new Follow(XconUri.of(CONFERENCE), XconUserId.of(ALICE), true, Optional.empty(), OptionalLong.empty());
        try (Following following = (Following) parley.events().follow(request, news::release)) {
            together.await(30, TimeUnit.SECONDS);
            OptionalLong have = OptionalLong.empty();
            while (true) {
                for (int i = 0; i < 50 * lazy; i++) {
                    Thread.yield();
                }
                Optional<ConferenceEvent> next = following.after(have);
                if (next.isPresent()) {
                    events.add(next.get());
                    have = OptionalLong.of(next.get().sequence());
                    if (next.get().type().isLast()) {
                        return events;
                    }
                } else {
                    assertThat(news.tryAcquire(30, TimeUnit.SECONDS))
                            .as("woken")
                            .isTrue();
                    news.drainPermits();
                }
            }
        }
    }

    private static void check(List<ConferenceEvent> events, Map<Long, Change> stored, long last, boolean allRetained) {
        // Whoever looks for the first time when all is over learns just that.
        assertThat(events.get(0).type()).isEqualTo(events.size() > 1 ? Type.RESET : Type.DELETED);
        assertThat(events.get(0).skipped()).isFalse();
        for (int i = 1; i < events.size(); i++) {
            ConferenceEvent event = events.get(i);
            long before = events.get(i - 1).sequence();
            if (event.skipped()) {
                assertThat(allRetained).as("%s though all is retained", event).isFalse();
                assertThat(event.sequence()).isGreaterThan(before + 1);
            } else {
                assertThat(event.sequence()).isEqualTo(before + 1);
            }
        }
        for (ConferenceEvent event : events.subList(0, events.size() - 1)) {
            assertThat(event.document())
                    .contains(stored.get(event.sequence()).after().orElseThrow().document());
        }
        ConferenceEvent end = events.get(events.size() - 1);
        assertThat(end.type()).isEqualTo(Type.DELETED);
        assertThat(end.sequence()).isEqualTo(last + 1);
    }

    @Provide
    Arbitrary<List<List<Deed>>> deeds() {
        return Arbitraries.of(Deed.class).list().ofMaxSize(12).list();
    }
}
