package io.parley.engine;

import io.parley.conference.Conference;
import io.parley.focus.DialogId;
import io.parley.focus.FocusEndpoint;
import io.parley.focus.McuType;
import io.parley.identity.XconUri;
import io.parley.participation.Leaving;
import io.parley.participation.McuReporting;
import io.parley.ports.in.FocusService.McuId;
import io.parley.ports.out.Scheduler;
import io.parley.schedule.Ending;
import io.parley.schedule.Schedules;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Function;

/**
 * What the focus does after a while: it ends an instance in which nobody is left, releases who is on hold where there is no lobby, and starts MCUs
 * again that did not start or died, later each time. Each task decides anew when its time has come, against the state of that moment.
 */
final class FocusTimers {

    /** How long somebody is kept on hold where there is no lobby (section 9 of the design). */
    static final Duration RELEASE = Duration.ofSeconds(30);

    private static final Duration FIRST_RETRY = Duration.ofSeconds(1);
    private static final Duration LAST_RETRY = Duration.ofMinutes(1);

    private final Scheduler scheduler;
    private final InstantSource clock;
    private final Schedules schedules;
    private final Duration deactivation;
    private final Changing changing;
    private final ConcurrentMap<XconUri, Scheduler.Task> deactivations = new ConcurrentHashMap<>();
    private final ConcurrentMap<Retried, Integer> retries = new ConcurrentHashMap<>();

    /** How a conference is changed. */
    interface Changing {
        /** Stores what {@code work} makes of {@code conference}, if it makes something. */
        void change(XconUri conference, String action, Function<Conference, Optional<Conference>> work);
    }

    private record Retried(XconUri conference, McuType type) {}

    FocusTimers(
            Scheduler scheduler, InstantSource clock, Schedules schedules, Duration deactivation, Changing changing) {
        this.scheduler = scheduler;
        this.clock = clock;
        this.schedules = schedules;
        this.deactivation = deactivation;
        this.changing = changing;
    }

    /** Ends the instance of {@code conference} after a while, unless somebody comes; what else changes meanwhile puts nothing off. */
    void deactivate(XconUri conference) {
        deactivations.computeIfAbsent(
                conference,
                empty -> at(deactivation, () -> {
                    deactivations.remove(empty);
                    changing.change(empty, "focus/deactivate", this::deactivated);
                }));
    }

    /** Somebody is in {@code conference}, or it is over. */
    void keep(XconUri conference) {
        Optional.ofNullable(deactivations.remove(conference)).ifPresent(Scheduler.Task::cancel);
    }

    /** Whoever is in by CCMP alone, or a sitting that is running, keeps it active. */
    private Optional<Conference> deactivated(Conference conference) {
        boolean over = Leaving.isEmpty(conference)
                && conference.attendance().size() == 0
                && schedules.of(conference.document()).running(clock.instant()).isEmpty();
        return over ? Optional.of(Ending.of(conference)) : Optional.empty();
    }

    /** Sends the device of {@code dialog} away after a while, if it is on hold then. */
    void release(XconUri conference, DialogId dialog) {
        at(RELEASE, () -> changing.change(conference, "focus/release", state -> released(state, dialog)));
    }

    private static Optional<Conference> released(Conference conference, DialogId dialog) {
        return FocusEngine.instance(conference)
                .flatMap(instance -> instance.endpoint(dialog))
                .filter(FocusEndpoint::onHold)
                .flatMap(waiting -> Leaving.device(conference, dialog));
    }

    /** Starts an MCU again after a while that grows each time. */
    void startAgain(McuId failed) {
        int before = retries.merge(retried(failed), 1, Integer::sum) - 1;
        Duration wait = FIRST_RETRY.multipliedBy(1L << Math.min(before, 6));
        at(
                wait.compareTo(LAST_RETRY) < 0 ? wait : LAST_RETRY,
                () -> changing.change(failed.conference(), "focus/mcu", state -> startedAgain(state, failed)));
    }

    /** Unless another has taken its place meanwhile. */
    private static Optional<Conference> startedAgain(Conference conference, McuId failed) {
        return FocusEngine.instance(conference)
                .flatMap(live -> live.mcus().get(failed.type()))
                .filter(mcu -> mcu.incarnation() == failed.incarnation())
                .flatMap(mcu -> McuReporting.restarted(
                        conference, mcu.type(), conference.version().next().value()));
    }

    /** The MCU works, or is wanted no more. */
    void forget(McuId mcu) {
        retries.remove(retried(mcu));
    }

    private static Retried retried(McuId mcu) {
        return new Retried(mcu.conference(), mcu.type());
    }

    private Scheduler.Task at(Duration wait, Runnable task) {
        Instant time = clock.instant().plus(wait);
        return scheduler.at(time, task);
    }
}
