package io.parley.sip.dialog;

import java.util.Collection;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;

/**
 * Tells sessions that the connection of their peer has ended. It waits for T1 before, so that however many end at once the dialogs are gone
 * through once, and who comes back at once is not asked for. Used by any number of threads.
 */
final class Disconnections {

    private final UserAgentSettings settings;
    private final Timers timers;
    private final Executor executor;
    private final Supplier<Collection<Dialog>> dialogs;
    private final Set<Long> ended = ConcurrentHashMap.newKeySet();
    private final AtomicBoolean waits = new AtomicBoolean();

    Disconnections(UserAgentSettings settings, Timers timers, Executor executor, Supplier<Collection<Dialog>> dialogs) {
        this.settings = settings;
        this.timers = timers;
        this.executor = executor;
        this.dialogs = dialogs;
    }

    /** The connection of that number has ended. */
    void add(long connection) {
        ended.add(connection);
        if (waits.compareAndSet(false, true)) {
            timers.after(settings.t1(), executor, this::tell);
        }
    }

    private void tell() {
        waits.set(false);
        Set<Long> gone = Set.copyOf(ended);
        ended.removeAll(gone);
        for (Dialog dialog : dialogs.get()) {
            dialog.peer().connection().ifPresent(number -> {
                if (gone.contains(number)) {
                    dialog.execute(() -> dialog.session().ifPresent(Session::disconnected));
                }
            });
        }
    }
}
