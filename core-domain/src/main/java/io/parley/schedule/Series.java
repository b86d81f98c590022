package io.parley.schedule;

import io.parley.conference.ConferenceTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The sittings of one entry.
 *
 * @param entry what holds then
 * @param recurrence when they are
 * @param replaced the starts of those that another entry takes the place of
 * @param reach how long after the start of a sitting its last time is, at most
 * @param lead how long before the start of a sitting its first time is, at most
 */
record Series(ConferenceTime entry, Recurrence recurrence, Set<Instant> replaced, Duration reach, Duration lead) {

    /** Clocks are put forward and back, and a day is not always as long as another. */
    private static final Duration SLACK = Duration.ofDays(1);

    private static final int MOST_STEPS = 100_000;

    static Series of(ConferenceTime entry, Recurrence recurrence, Set<Instant> replaced) {
        Sitting first = new Sitting(recurrence.origin(), recurrence.origin(), entry);
        Duration longer = recurrence.longest().minus(recurrence.origin().length());
        return new Series(
                entry,
                recurrence,
                Set.copyOf(replaced),
                first.reach().plus(longer).plus(SLACK),
                first.lead().plus(SLACK));
    }

    /** Hands out the sittings of which a time may be at {@code time}. */
    void near(Instant time, Consumer<Sitting> taker) {
        walk(time.minus(reach), sitting -> {
            if (firstTime(sitting).isAfter(time)) {
                return false;
            }
            taker.accept(sitting);
            return true;
        });
    }

    /** The earliest of {@code times} after {@code since}. */
    Optional<Instant> earliest(Instant since, Function<Sitting, Stream<Instant>> times) {
        Earliest earliest = new Earliest();
        walk(since.minus(reach), sitting -> {
            if (earliest.isBefore(firstTime(sitting))) {
                return false;
            }
            times.apply(sitting).filter(time -> time.isAfter(since)).forEach(earliest::take);
            return true;
        });
        return earliest.found();
    }

    /** The sitting with the latest {@code time} up to {@code now}. */
    Optional<Sitting> latest(Instant now, Function<Sitting, Instant> time) {
        Latest latest = new Latest();
        Instant beginning = recurrence.origin().start().minus(lead);
        Duration look = reach;
        do {
            walk(now.minus(look), sitting -> {
                if (firstTime(sitting).isAfter(now)) {
                    return false;
                }
                if (!time.apply(sitting).isAfter(now)) {
                    latest.take(sitting, time.apply(sitting));
                }
                return true;
            });
            look = look.multipliedBy(4);
        } while (latest.found().isEmpty() && now.minus(look.dividedBy(4)).isAfter(beginning));
        return latest.found();
    }

    private Instant firstTime(Sitting sitting) {
        return sitting.occurrence().start().minus(lead);
    }

    /** Goes on while there are sittings and {@code visitor} wants more. */
    private void walk(Instant earliest, Function<Sitting, Boolean> visitor) {
        Iterator<Occurrence> occurrences = recurrence.from(earliest);
        for (int steps = 0; steps < MOST_STEPS && occurrences.hasNext(); steps++) {
            Occurrence occurrence = occurrences.next();
            if (!replaced.contains(occurrence.start())
                    && !visitor.apply(new Sitting(occurrence, recurrence.origin(), entry))) {
                return;
            }
        }
    }

    private static final class Earliest {
        private Optional<Instant> found = Optional.empty();

        boolean isBefore(Instant time) {
            return found.filter(time::isAfter).isPresent();
        }

        void take(Instant time) {
            if (found.isEmpty() || time.isBefore(found.get())) {
                found = Optional.of(time);
            }
        }

        Optional<Instant> found() {
            return found;
        }
    }

    private static final class Latest {
        private Optional<Sitting> found = Optional.empty();
        private Instant time = Schedule.LONG_AGO;

        void take(Sitting sitting, Instant its) {
            if (found.isEmpty() || its.isAfter(time)) {
                found = Optional.of(sitting);
                time = its;
            }
        }

        Optional<Sitting> found() {
            return found;
        }
    }
}
