package io.parley.inmemory;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** The last calls of a port, the oldest first; forgets the oldest when there are too many. */
final class Recording<C> {

    private final int capacity;
    private final Deque<C> calls = new ArrayDeque<>();

    Recording(int capacity) {
        if (capacity < 1) {
            throw new IllegalArgumentException("a recording holds one call at least, not " + capacity);
        }
        this.capacity = capacity;
    }

    synchronized void add(C call) {
        if (calls.size() == capacity) {
            calls.remove();
        }
        calls.add(call);
    }

    synchronized List<C> all() {
        return List.copyOf(calls);
    }

    synchronized List<C> take() {
        List<C> taken = List.copyOf(calls);
        calls.clear();
        return taken;
    }
}
