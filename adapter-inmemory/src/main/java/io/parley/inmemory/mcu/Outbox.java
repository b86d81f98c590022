package io.parley.inmemory.mcu;

import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * What is told others in the order in which it was put here, one at a time, while no lock is held. Whoever is told and puts in something
 * himself, or comes while another thread is telling, need not wait. Whoever makes an MCU of the core's decisions has one of his own, since the
 * core knows no thread.
 */
final class Outbox {

    private final Deque<Runnable> waiting = new ArrayDeque<>();
    private boolean telling;

    synchronized void put(Runnable news) {
        waiting.add(news);
    }

    synchronized void clear() {
        waiting.clear();
    }

    /** Tells all that waits, unless somebody is doing so. If it cannot be told, what waits behind it is told nevertheless. */
    void tell() {
        if (!begin()) {
            return;
        }
        @Nullable RuntimeException first = null;
        for (Runnable news = next(); news != null; news = next()) {
            try {
                news.run();
            } catch (RuntimeException failure) {
                first = first == null ? failure : first;
            }
        }
        if (first != null) {
            throw first;
        }
    }

    private synchronized boolean begin() {
        boolean mine = !telling;
        telling = true;
        return mine;
    }

    private synchronized @Nullable Runnable next() {
        Runnable news = waiting.poll();
        telling = news != null;
        return news;
    }
}
