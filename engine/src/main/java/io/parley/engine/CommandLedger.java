package io.parley.engine;

import io.parley.c3p.C3pCode;
import io.parley.c3p.C3pRequest;
import io.parley.c3p.C3pResponse;
import io.parley.focus.DialogId;
import io.parley.ports.in.FocusService.McuId;
import io.parley.ports.out.Scheduler;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The commands of dialogs that are being executed, and the answers of the latest that are not any more (MS-CONFBAS sections 3.5.5.2 and 3.5.6.2).
 * Each gets exactly one final answer, whatever becomes of who executes it: {@code pending} goes out every 28 s, a bound ends it with {@code
 * timeout}, and what comes after its final answer is dropped. A {@code requestId} that comes again gets what the first one got.
 *
 * <p>May be used by any number of threads at once; no lock is held while somebody is called, and one command calls its listeners one at a time.
 */
final class CommandLedger {

    /** After how long a command that is still running is told to be so, and how long again. */
    static final Duration PENDING = Duration.ofSeconds(28);

    /** How many answers are remembered for one dialog. */
    static final int REMEMBERED = 64;

    /** How many commands of one dialog are executed at once. */
    static final int RUNNING = 64;

    private final Scheduler scheduler;
    private final InstantSource clock;
    private final Duration bound;
    private final Map<DialogId, Map<String, Entry>> dialogs = new HashMap<>();

    CommandLedger(Scheduler scheduler, InstantSource clock, Duration bound) {
        this.scheduler = scheduler;
        this.clock = clock;
        this.bound = bound;
    }

    /** One command. */
    final class Entry {
        private final C3pRequest request;
        private final List<Consumer<C3pResponse>> listeners = new ArrayList<>();
        private final List<C3pResponse> unsent = new ArrayList<>();
        private @Nullable McuId mcu;
        private @Nullable C3pResponse last;
        private Scheduler.@Nullable Task reminder;
        private Scheduler.@Nullable Task end;
        private boolean sending;

        private Entry(C3pRequest request) {
            this.request = request;
        }

        /** The command is executed by {@code executor}, whose death ends it. */
        void executedBy(McuId executor) {
            synchronized (CommandLedger.this) {
                mcu = executor;
            }
        }

        /** What came of it, or that it takes longer. */
        void respond(C3pResponse response) {
            synchronized (CommandLedger.this) {
                if (isFinal()) {
                    return;
                }
                unsent.add(response);
                if (response.code() != C3pCode.PENDING) {
                    last = response;
                    Optional.ofNullable(reminder).ifPresent(Scheduler.Task::cancel);
                    Optional.ofNullable(end).ifPresent(Scheduler.Task::cancel);
                }
            }
            send();
        }

        private boolean isFinal() {
            return last != null;
        }

        /** Hands out what is there in order, by one thread at a time. */
        private void send() {
            while (true) {
                C3pResponse next;
                List<Consumer<C3pResponse>> to;
                synchronized (CommandLedger.this) {
                    if (sending || unsent.isEmpty()) {
                        return;
                    }
                    sending = true;
                    next = unsent.remove(0);
                    to = List.copyOf(listeners);
                    if (unsent.isEmpty() && isFinal()) {
                        listeners.clear();
                    }
                }
                try {
                    to.forEach(listener -> listener.accept(next));
                } finally {
                    synchronized (CommandLedger.this) {
                        sending = false;
                    }
                }
            }
        }

        private void remind() {
            synchronized (CommandLedger.this) {
                if (isFinal()) {
                    return;
                }
                reminder = scheduler.at(clock.instant().plus(PENDING), this::remind);
            }
            respond(C3pResponse.pending(request));
        }
    }

    /** What becomes of a command that comes. */
    sealed interface Begun {
        /**
         * It is new, and to be executed.
         *
         * @param entry where its answers go
         */
        record New(Entry entry) implements Begun {}

        /** It came before, and gets the same answers. */
        record Repeated() implements Begun {}

        /** Too many of this dialog are running. */
        record Refused() implements Begun {}
    }

    /** A command of {@code dialog} comes. */
    Begun begin(DialogId dialog, C3pRequest request, Consumer<C3pResponse> responses) {
        Entry entry;
        C3pResponse known;
        synchronized (this) {
            Map<String, Entry> entries = dialogs.computeIfAbsent(dialog, any -> new LinkedHashMap<>());
            entry = entries.get(request.requestId());
            if (entry == null) {
                return open(entries, request, responses);
            }
            known = entry.last;
            if (known == null) {
                entry.listeners.add(responses);
                return new Begun.Repeated();
            }
        }
        responses.accept(known);
        return new Begun.Repeated();
    }

    private Begun open(Map<String, Entry> entries, C3pRequest request, Consumer<C3pResponse> responses) {
        long running = entries.values().stream().filter(one -> !one.isFinal()).count();
        if (running >= RUNNING) {
            return new Begun.Refused();
        }
        if (entries.size() - running >= REMEMBERED) {
            entries.values().stream()
                    .filter(Entry::isFinal)
                    .findFirst()
                    .ifPresent(oldest -> entries.remove(oldest.request.requestId()));
        }
        Entry entry = new Entry(request);
        entry.listeners.add(responses);
        entries.put(request.requestId(), entry);
        return new Begun.New(entry);
    }

    /** {@code entry} will take a while: it is reminded of, and ended if it takes too long. */
    void watch(Entry entry, Supplier<C3pResponse> timeout) {
        synchronized (this) {
            if (!entry.isFinal()) {
                entry.reminder = scheduler.at(clock.instant().plus(PENDING), entry::remind);
                entry.end = scheduler.at(clock.instant().plus(bound), () -> entry.respond(timeout.get()));
            }
        }
    }

    /** Ends the commands that an MCU was executing which is gone. */
    void ended(Predicate<McuId> gone, Function<C3pRequest, C3pResponse> response) {
        List<Entry> orphans = new ArrayList<>();
        synchronized (this) {
            dialogs.values()
                    .forEach(entries -> entries.values().forEach(entry -> {
                        McuId executor = entry.mcu;
                        if (executor != null && !entry.isFinal() && gone.test(executor)) {
                            orphans.add(entry);
                        }
                    }));
        }
        orphans.forEach(entry -> entry.respond(response.apply(entry.request)));
    }

    /** Forgets {@code dialog}, which is no more: nobody waits for what MCUs do for it, and what the focus is doing gets its answer still. */
    synchronized void forget(DialogId dialog) {
        Optional.ofNullable(dialogs.remove(dialog))
                .ifPresent(entries -> entries.values().forEach(entry -> {
                    if (entry.mcu != null) {
                        entry.listeners.clear();
                    }
                    Optional.ofNullable(entry.reminder).ifPresent(Scheduler.Task::cancel);
                    Optional.ofNullable(entry.end).ifPresent(Scheduler.Task::cancel);
                }));
    }

    /** Of how many dialogs something is remembered. */
    synchronized int size() {
        return dialogs.size();
    }
}
