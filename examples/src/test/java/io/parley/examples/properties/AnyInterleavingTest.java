package io.parley.examples.properties;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.ccmp.CcmpRequest;
import io.parley.ccmp.CcmpResponse;
import io.parley.ccmp.Message;
import io.parley.ccmp.Operation;
import io.parley.document.Attributes;
import io.parley.document.Element;
import io.parley.document.Info;
import io.parley.document.Schema;
import io.parley.engine.Parley;
import io.parley.identity.Version;
import io.parley.identity.XconUserId;
import io.parley.inmemory.InMemory;
import io.parley.spec.Requirement;
import io.parley.user.RegisteredUser;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.lifecycle.AfterContainer;

/**
 * Threads that change the same two conferences at once, some by operations that touch both: what they are answered is what some order
 * of their requests, one by one and in agreement with time, would have been answered. The order is searched for in a model of some
 * twenty lines.
 */
class AnyInterleavingTest {

    private static final String ROOT = "xcon-userid:root@example.com";
    private static final ExecutorService THREADS = Executors.newFixedThreadPool(3);

    enum What {
        CREATE,
        CLONE,
        RENAME,
        JOIN,
        LEAVE,
        DELETE
    }

    /** What a thread does: something to one of two conferences; a rename is based on a version. */
    record Deed(What what, int conference, int base) {
        CcmpRequest request() {
            String id = "xcon:team" + conference + "@example.com";
            return switch (what) {
                case CREATE ->
                    CcmpRequest.of(Message.CONF, ROOT)
                            .operation(Operation.CREATE)
                            .info(info(id));
                case CLONE ->
                    CcmpRequest.of(Message.CONF, ROOT)
                            .operation(Operation.CREATE)
                            .on(id);
                case RENAME ->
                    CcmpRequest.of(Message.CONF, ROOT)
                            .operation(Operation.UPDATE)
                            .on(id)
                            .basedOn(new Version(base))
                            .info(info(id).with(Schema.CONFERENCE_DESCRIPTION
                                    .empty()
                                    .with(Info.DISPLAY_TEXT, "t")));
                case JOIN ->
                    CcmpRequest.of(Message.USER, ROOT)
                            .operation(Operation.CREATE)
                            .on(id);
                case LEAVE ->
                    CcmpRequest.of(Message.USER, ROOT)
                            .operation(Operation.DELETE)
                            .on(id);
                case DELETE ->
                    CcmpRequest.of(Message.CONF, ROOT)
                            .operation(Operation.DELETE)
                            .on(id);
            };
        }

        private static Element info(String entity) {
            return Schema.CONFERENCE_INFO.empty().withAttribute(Attributes.ENTITY, entity);
        }
    }

    /** A deed with its answer and when it began and ended. */
    record Event(Deed deed, CcmpResponse response, long began, long ended) {}

    /**
     * The model of one conference: absent at version 0; whether it is active, has its creator in the roster, joined; its clones; the
     * version that renamed it, from which on every rename asks for the name that it has.
     */
    record State(long version, boolean active, boolean present, boolean joined, boolean cloned, long renamed) {
        static final State ABSENT = new State(0, false, false, false, false, 0);

        /** The answer to {@code deed}: the code, the version if there is one to tell, and the state afterwards. */
        Answer answer(Deed deed) {
            if (deed.what() == What.CREATE) {
                return version > 0
                        ? new Answer(409, 0, this)
                        : new Answer(200, 1, new State(1, false, true, false, false, 0));
            }
            if (version == 0) {
                return new Answer(404, 0, this);
            }
            return switch (deed.what()) {
                case CLONE ->
                    active
                            ? new Answer(403, 0, this)
                            : new Answer(200, 1, new State(version, false, present, joined, true, renamed));
                case RENAME ->
                    deed.base() > version || deed.base() < renamed
                            ? new Answer(409, version, this)
                            : changed(active, present, joined, renamed == 0 ? version + 1 : renamed);
                case JOIN -> joined ? new Answer(409, version, this) : changed(true, true, true);
                case LEAVE -> present ? changed(active, false, false) : new Answer(420, version, this);
                case DELETE -> cloned ? new Answer(425, 0, this) : new Answer(200, 0, ABSENT);
                case CREATE -> throw new AssertionError("answered above");
            };
        }

        private Answer changed(boolean nowActive, boolean nowPresent, boolean nowJoined) {
            return changed(nowActive, nowPresent, nowJoined, renamed);
        }

        private Answer changed(boolean nowActive, boolean nowPresent, boolean nowJoined, long nowRenamed) {
            State next = new State(version + 1, nowActive, nowPresent, nowJoined, cloned, nowRenamed);
            return new Answer(200, version + 1, next);
        }
    }

    record Answer(int code, long version, State after) {
        boolean agreesWith(CcmpResponse response) {
            return response.code().number() == code
                    && response.version().map(Version::value).orElse(0L) == version;
        }
    }

    @Property(tries = 150)
    @Requirement({"CCMP-4-03", "CCMP-4-02"})
    void isWhatSomeOrderOneByOneComesTo(@ForAll("threads") @Size(3) List<List<Deed>> threads) throws Exception {
        InMemory memory = InMemory.closed();
        memory.users().register(new RegisteredUser(XconUserId.of(ROOT), "Root", Set.of(), true));
        Parley parley = Parley.builder("example.com", memory).build();
        parley.ccmp().handle(new Deed(What.CREATE, 0, 0).request());

        List<Event> history = run(parley, threads);

        State[] start = {new State(1, false, true, false, false, 0), State.ABSENT};
        assertThat(serializable(history, start)).as("%s", history).isTrue();
    }

    private static List<Event> run(Parley parley, List<List<Deed>> threads) throws Exception {
        AtomicLong time = new AtomicLong();
        CyclicBarrier together = new CyclicBarrier(threads.size());
        List<Future<List<Event>>> running = new ArrayList<>();
        for (List<Deed> deeds : threads) {
            running.add(THREADS.submit(() -> {
                together.await(30, TimeUnit.SECONDS);
                List<Event> events = new ArrayList<>();
                for (Deed deed : deeds) {
                    long began = time.getAndIncrement();
                    CcmpResponse response = parley.ccmp().handle(deed.request());
                    events.add(new Event(deed, response, began, time.getAndIncrement()));
                }
                return events;
            }));
        }
        List<Event> history = new ArrayList<>();
        for (Future<List<Event>> thread : running) {
            history.addAll(thread.get(30, TimeUnit.SECONDS));
        }
        return history;
    }

    /** Whether the events can be put one after the other: none before one that had ended when it began, each answered as the model says. */
    private static boolean serializable(List<Event> left, State[] states) {
        if (left.isEmpty()) {
            return true;
        }
        long firstEnd = left.stream().mapToLong(Event::ended).min().orElseThrow();
        for (Event next : left) {
            int conference = next.deed().conference();
            Answer answer = states[conference].answer(next.deed());
            if (next.began() <= firstEnd && answer.agreesWith(next.response())) {
                List<Event> rest = new ArrayList<>(left);
                rest.remove(next);
                State[] after = states.clone();
                after[conference] = answer.after();
                if (serializable(rest, after)) {
                    return true;
                }
            }
        }
        return false;
    }

    @Provide
    Arbitrary<List<List<Deed>>> threads() {
        return Combinators.combine(
                        Arbitraries.of(What.class),
                        Arbitraries.integers().between(0, 1),
                        Arbitraries.integers().between(1, 4))
                .as(Deed::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(5)
                .list()
                .ofSize(3);
    }

    @AfterContainer
    static void stop() {
        THREADS.shutdownNow();
    }
}
