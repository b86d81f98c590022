package io.parley.schedule;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * When one conference takes place: the sittings of all entries of its {@code conference-time}. Immutable; it computes what it is asked
 * for in a bounded number of steps, which does not grow with the time since the first sitting.
 */
public final class Schedule {

    /** Before every time that a document can state. */
    public static final Instant LONG_AGO = Instant.parse("-0001-01-01T00:00:00Z");

    private final List<Series> series;

    Schedule(List<Series> series) {
        this.series = List.copyOf(series);
    }

    /** Whether it says nothing. */
    public boolean isEmpty() {
        return series.isEmpty();
    }

    /** The sittings that have begun and are not over at {@code now}, those of the first entry first. */
    public List<Sitting> running(Instant now) {
        List<Sitting> running = new ArrayList<>();
        for (Series one : series) {
            one.near(now, sitting -> {
                if (sitting.isRunning(now)) {
                    running.add(sitting);
                }
            });
        }
        return running;
    }

    /** The earliest time after {@code since} at which something may be to do. */
    public Optional<Instant> next(Instant since) {
        return earliest(since, Sitting::turns);
    }

    /** Whether the time to request users of a sitting that is not over has come after {@code since}, up to {@code now}. */
    boolean requestsUsers(Instant since, Instant now) {
        boolean[] requests = new boolean[1];
        for (Series one : series) {
            one.near(
                    now,
                    sitting -> requests[0] |= now.isBefore(sitting.over())
                            && sitting.requestsUsers()
                                    .filter(time -> time.isAfter(since) && !time.isAfter(now))
                                    .isPresent());
        }
        return requests[0];
    }

    /** Whether the targets are not to be asked to join yet at {@code now}, but at a later time of this sitting or the next. */
    public boolean holdsUsersBack(Instant now) {
        List<Sitting> sittings = running(now);
        if (sittings.isEmpty()) {
            earliest(now, sitting -> Stream.of(sitting.begins())).ifPresent(next -> sittings.addAll(running(next)));
        }
        return sittings.stream()
                .flatMap(sitting -> sitting.requestsUsers().stream())
                .anyMatch(now::isBefore);
    }

    /** The sitting that was over last, up to {@code now}. */
    Optional<Sitting> lastOver(Instant now) {
        return latest(now, Sitting::over);
    }

    /**
     * Why nobody can join at {@code now}, as the rest of a sentence that begins with the conference; empty if it is open. An entry
     * rules its own sittings only; once a sitting has closed, the next one has to open.
     *
     * @param active whether the conference is running: then a sitting without a stated end is not over
     */
    public Optional<String> closed(Instant now, boolean active) {
        Optional<Sitting> last = latest(now, Sitting::opens);
        if (isOpen(now) || (active && last.filter(Schedule::goesOn).isPresent())) {
            return Optional.empty();
        }
        Optional<Instant> next = earliest(now, sitting -> Stream.of(sitting.opens()));
        Optional<Instant> closed = last.flatMap(Sitting::closes).filter(time -> !time.isAfter(now));
        if (closed.isPresent()) {
            String until = "could be joined until " + closed.get();
            return Optional.of(next.map(opening -> until + ", and can be again from " + opening + " on")
                    .orElse(until));
        }
        return next.filter(this::keepsOutEarly).map(opening -> "cannot be joined before " + opening);
    }

    private boolean isOpen(Instant now) {
        boolean[] open = new boolean[1];
        for (Series one : series) {
            one.near(now, sitting -> open[0] |= sitting.admits(now));
        }
        return open[0];
    }

    private static boolean goesOn(Sitting sitting) {
        return sitting.closes().isEmpty();
    }

    /** Whether a sitting that opens at {@code time} keeps out who comes before. */
    private boolean keepsOutEarly(Instant time) {
        boolean[] keepsOut = new boolean[1];
        for (Series one : series) {
            one.near(time, sitting -> keepsOut[0] |= sitting.opens().equals(time) && sitting.keepsOutEarly());
        }
        return keepsOut[0];
    }

    private Optional<Instant> earliest(Instant since, Function<Sitting, Stream<Instant>> times) {
        return series.stream()
                .flatMap(one -> one.earliest(since, times).stream())
                .min(Comparator.naturalOrder());
    }

    private Optional<Sitting> latest(Instant now, Function<Sitting, Instant> time) {
        return series.stream().flatMap(one -> one.latest(now, time).stream()).max(Comparator.comparing(time));
    }
}
