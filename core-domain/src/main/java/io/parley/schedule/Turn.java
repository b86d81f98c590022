package io.parley.schedule;

import io.parley.conference.Conference;
import io.parley.document.Element;
import io.parley.document.Info;
import io.parley.document.Schema;
import io.parley.user.Role;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What the schedule of a conference demands at one time: what came due since it was looked at last, however late that is noticed. To
 * look twice does nothing twice.
 *
 * <table>
 *   <caption>What is due</caption>
 *   <tr><th>the conference is</th><th>and</th><th>then</th></tr>
 *   <tr><td>not active</td><td>a sitting that is not over has begun since</td><td>it becomes active</td></tr>
 *   <tr><td>active</td><td>the end of a sitting has passed since, and no other is running</td><td>it ends</td></tr>
 *   <tr><td>active</td><td>a sitting without a stated end is over, no other is running, nobody is in</td><td>it ends</td></tr>
 *   <tr><td>active</td><td>nobody of the role that the running sitting requires is left</td><td>it ends</td></tr>
 *   <tr><td>active</td><td>the time of the warning has passed since, the end has not</td><td>the users are told</td></tr>
 *   <tr><td>active</td><td>the time to request users has passed since</td><td>the targets are asked to join</td></tr>
 * </table>
 *
 * @param start the next state, if the conference becomes active
 * @param end the next state, if it ends
 * @param endsIn how long it still goes on, if its users are to be told
 * @param requestsUsers whether the targets of its allowed-users list are to be asked to join
 */
public record Turn(
        Optional<Conference> start, Optional<Conference> end, Optional<Duration> endsIn, boolean requestsUsers) {

    private static final Turn NOTHING = new Turn(Optional.empty(), Optional.empty(), Optional.empty(), false);

    /**
     * What is due for {@code conference} at {@code now}.
     *
     * @param since when it was looked at last
     * @param somebodyLeft whether since then somebody has left it or lost a role
     */
    public static Turn at(Instant now, Conference conference, Schedule schedule, Instant since, boolean somebodyLeft) {
        if (!conference.kind().isConference() || schedule.isEmpty()) {
            return NOTHING;
        }
        List<Sitting> running = schedule.running(now);
        if (!conference.info().isActive()) {
            return running.stream().anyMatch(sitting -> sitting.begins().isAfter(since))
                    ? starting(conference)
                    : NOTHING;
        }
        if (isOver(now, conference, schedule, since, somebodyLeft, running)) {
            return new Turn(Optional.empty(), Optional.of(Ending.of(conference)), Optional.empty(), false);
        }
        Optional<Duration> endsIn = lastsUntil(running)
                .filter(end -> running.stream()
                        .flatMap(sitting -> sitting.warns().stream())
                        .anyMatch(time -> isDue(time, since, now)))
                .map(end -> Duration.between(now, end));
        return new Turn(Optional.empty(), Optional.empty(), endsIn, schedule.requestsUsers(since, now));
    }

    /** Whether {@code required} roles of a running sitting have just gone, so that it is time to look. */
    public static boolean somebodyLeft(Conference before, Conference after, Schedule schedule, Instant now) {
        if (!after.info().isActive()
                || before.attendance().size() < after.attendance().size()) {
            return false;
        }
        if (after.attendance().size() == 0) {
            return before.attendance().size() > 0;
        }
        return schedule.running(now).stream()
                .flatMap(sitting -> sitting.entry().mixingEndRequires().stream())
                .anyMatch(role -> !Presence.of(role, after) && Presence.of(role, before));
    }

    /** The action of the change that it makes. */
    public String action() {
        return start.isPresent() ? "conference-time/start" : "conference-time/end";
    }

    /** The state that it makes, if any. */
    public Optional<Conference> state() {
        return start.or(() -> end);
    }

    private static Turn starting(Conference conference) {
        Element document = conference.document();
        Element state = document.child(Info.CONFERENCE_STATE).orElseGet(Schema.CONFERENCE_STATE::empty);
        Conference active = conference.next(document.with(state.with(Info.ACTIVE, "true")));
        return new Turn(Optional.of(active), Optional.empty(), Optional.empty(), false);
    }

    private static boolean isOver(
            Instant now,
            Conference conference,
            Schedule schedule,
            Instant since,
            boolean somebodyLeft,
            List<Sitting> running) {
        if (!running.isEmpty()) {
            return somebodyLeft && running.stream().noneMatch(sitting -> holds(sitting, conference));
        }
        return schedule.lastOver(now)
                .filter(last -> last.ends().isPresent()
                        ? last.over().isAfter(since)
                        : conference.attendance().size() == 0
                                && (somebodyLeft || last.over().isAfter(since)))
                .isPresent();
    }

    /** Whether a running sitting goes on with those who are in the conference. */
    private static boolean holds(Sitting sitting, Conference conference) {
        return Presence.of(sitting.entry().mixingEndRequires().orElse(Role.NONE), conference);
    }

    /** When the last of the running sittings ends, if each has an end. */
    static Optional<Instant> lastsUntil(List<Sitting> running) {
        return running.stream().allMatch(sitting -> sitting.ends().isPresent())
                ? running.stream().flatMap(sitting -> sitting.ends().stream()).max(Instant::compareTo)
                : Optional.empty();
    }

    private static boolean isDue(Instant time, Instant since, Instant now) {
        return time.isAfter(since) && !time.isAfter(now);
    }
}
