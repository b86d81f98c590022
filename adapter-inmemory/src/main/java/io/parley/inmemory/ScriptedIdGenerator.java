package io.parley.inmemory;

import io.parley.ports.out.IdGenerator;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Makes identifiers that a test can foresee: first those that were scripted, in order, then {@code c1}, {@code c2} and so on, and the
 * numbers from 1 up. Scripted values are given out as they are, even if they repeat, so that collisions can be scripted as well; the
 * counted tokens leave out what was scripted before.
 *
 * <p>May be used by any number of threads at once.
 */
public final class ScriptedIdGenerator implements IdGenerator {

    private final Deque<String> tokens = new ArrayDeque<>();
    private final Set<String> scripted = new HashSet<>();
    private final Deque<Integer> numbers = new ArrayDeque<>();
    private int lastToken;
    private int lastNumber;

    /** A generator that counts. */
    public ScriptedIdGenerator() {}

    /** Gives out {@code next} before it counts on, after what was scripted before. */
    public synchronized ScriptedIdGenerator tokens(String... next) {
        List<String> given = List.of(next);
        tokens.addAll(given);
        scripted.addAll(given);
        return this;
    }

    /** Gives out {@code next} before it counts on, after what was scripted before. */
    public synchronized ScriptedIdGenerator numbers(int... next) {
        for (int number : next) {
            if (number < 1) {
                throw new IllegalArgumentException("a number is positive, not " + number);
            }
            numbers.add(number);
        }
        return this;
    }

    @Override
    public synchronized String token() {
        if (!tokens.isEmpty()) {
            return tokens.remove();
        }
        String counted;
        do {
            counted = "c" + ++lastToken;
        } while (scripted.contains(counted));
        return counted;
    }

    @Override
    public synchronized int number() {
        return numbers.isEmpty() ? ++lastNumber : numbers.remove();
    }
}
