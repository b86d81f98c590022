package io.parley.schedule;

import io.parley.conference.ConferenceTime;
import io.parley.user.Role;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One occurrence of a conference, with the times and rules that its entry states for it (RFC 6501 section 4.2.5). The times that an
 * entry states are those of the first occurrence; at every later one they are as far from its start, the end of mixing from its end.
 *
 * @param occurrence when
 * @param origin the first occurrence
 * @param entry what holds then
 */
public record Sitting(Occurrence occurrence, Occurrence origin, ConferenceTime entry) {

    private static final Duration FAR = Duration.ofDays(365_000);

    /** When the conference becomes active: at the start, or earlier where mixing starts earlier and waits for nobody. */
    public Instant begins() {
        return entry.mixingStartRequires().filter(Role.NONE::equals).isPresent()
                ? earlier(mixingStarts(), occurrence.start())
                : occurrence.start();
    }

    /** When the conference ends, whoever is in it; empty for one that ends with its last participant. */
    public Optional<Instant> ends() {
        return entry.mixingEnd().map(stated -> moved(occurrence.end(), origin.end(), stated));
    }

    /** When it is over, if nobody prolongs it by staying. */
    public Instant over() {
        Instant over = ends().orElse(occurrence.end());
        return over.isAfter(begins()) ? over : begins();
    }

    /** Whether it has begun and is not over at {@code now}. */
    public boolean isRunning(Instant now) {
        return !now.isBefore(begins()) && now.isBefore(over());
    }

    /** From when on it can be joined: the time stated, else its start or that of mixing. */
    public Instant opens() {
        return sinceStart(entry.canJoinAfter()).orElse(earlier(mixingStarts(), occurrence.start()));
    }

    /** Whether nobody can join before it opens. */
    public boolean keepsOutEarly() {
        return entry.canJoinAfter().isPresent();
    }

    /** Until when it can be joined: the time stated, but no longer than it lasts; empty where neither is stated. */
    public Optional<Instant> closes() {
        Optional<Instant> last = sinceStart(entry.mustJoinBefore());
        Optional<Instant> end = ends();
        return last.isPresent() && end.isPresent()
                ? Optional.of(earlier(last.get(), end.get()))
                : last.isPresent() ? last : end;
    }

    /** Whether somebody new can join at {@code now}. */
    boolean admits(Instant now) {
        boolean closed = sinceStart(entry.mustJoinBefore()).filter(now::isAfter).isPresent();
        return !now.isBefore(opens()) && now.isBefore(over()) && !closed;
    }

    /** When the targets are asked to join; empty for when it becomes active. */
    public Optional<Instant> requestsUsers() {
        return sinceStart(entry.requestUsersAt());
    }

    /** When its users are told that it is about to end; empty for never. */
    public Optional<Instant> warns() {
        return entry.notifyEndSeconds().flatMap(seconds -> ends().map(end -> end.minusSeconds(seconds)));
    }

    /** Whether its end may be moved later while it is running; it may where nothing is said. */
    public boolean mayExtend() {
        return entry.mayExtend().orElse(true);
    }

    /** The times at which something is to be done or a rule changes. */
    Stream<Instant> turns() {
        return Stream.of(Optional.of(begins()), Optional.of(over()), warns(), requestsUsers())
                .flatMap(Optional::stream);
    }

    /** How long after its start the last of its times is. */
    Duration reach() {
        Instant last = Stream.concat(turns(), Stream.concat(Stream.of(opens()), closes().stream()))
                .max(Instant::compareTo)
                .orElseThrow();
        return Duration.between(occurrence.start(), last);
    }

    /** How long before its start the first of its times is. */
    Duration lead() {
        Instant first = Stream.concat(turns(), Stream.of(opens()))
                .min(Instant::compareTo)
                .orElseThrow();
        return Duration.between(first, occurrence.start());
    }

    private Instant mixingStarts() {
        return sinceStart(entry.mixingStart()).orElse(occurrence.start());
    }

    private Optional<Instant> sinceStart(Optional<Instant> stated) {
        return stated.map(time -> moved(occurrence.start(), origin.start(), time));
    }

    private static Instant moved(Instant here, Instant there, Instant stated) {
        Duration distance = Duration.between(there, stated);
        return here.plus(distance.abs().compareTo(FAR) > 0 ? FAR : distance);
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
