package io.parley.codec.ical;

import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.Function;

/** What a choice makes of some of the members of a sequence, one by one. */
final class Chosen<S, T> implements Iterator<T> {

    private final Iterator<S> all;
    private final Function<S, Optional<T>> choice;
    private Optional<T> next = Optional.empty();

    Chosen(Iterator<S> all, Function<S, Optional<T>> choice) {
        this.all = all;
        this.choice = choice;
    }

    @Override
    public boolean hasNext() {
        while (next.isEmpty() && all.hasNext()) {
            next = choice.apply(all.next());
        }
        return next.isPresent();
    }

    @Override
    public T next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        T current = next.orElseThrow();
        next = Optional.empty();
        return current;
    }
}
