package io.parley.inmemory;

import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;

/** One immutable value that threads replace atomically by another; there always is one. */
final class Cell<V> {

    private final AtomicReference<V> value;

    Cell(V value) {
        this.value = new AtomicReference<>(value);
    }

    V get() {
        return Objects.requireNonNull(value.get());
    }

    boolean replace(V before, V after) {
        return value.compareAndSet(before, after);
    }

    /** Replaces the value by what {@code change} makes of it, perhaps after some attempts, and gives the new one. */
    V change(UnaryOperator<V> change) {
        return Objects.requireNonNull(value.updateAndGet(change));
    }

    /** Like {@link #change}, but gives the value that was replaced. */
    V exchange(UnaryOperator<V> change) {
        return Objects.requireNonNull(value.getAndUpdate(change));
    }
}
