package io.parley.engine;

import io.parley.cloning.Consequences;
import io.parley.conference.Cause;
import io.parley.conference.Change;
import io.parley.conference.Conference;
import io.parley.conference.Outcome;
import io.parley.conference.Snapshot;
import io.parley.identity.XconUri;
import io.parley.ports.out.ChangeListener;
import io.parley.ports.out.OutPorts;
import io.parley.schedule.Schedule;
import io.parley.schedule.Schedules;
import io.parley.schedule.Turn;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Starts and ends conferences at the times that they state. Each conference with a {@code conference-time} has one {@link Watch} and that
 * one task at most; a task that has been overtaken by a change finds that its watch is not the conference's any more, and does nothing.
 * What a wake-up does is decided against the state of that moment, in a transaction. A wake-up that fails is repeated.
 */
final class Timekeeper implements ChangeListener {

    private static final Logger LOG = LoggerFactory.getLogger(Timekeeper.class);
    private static final Duration AGAIN = Duration.ofSeconds(5);

    private final OutPorts ports;
    private final Schedules schedules;
    private final CallTargets targets;
    private final ConcurrentMap<XconUri, Watch> watches = new ConcurrentHashMap<>();

    Timekeeper(OutPorts ports, Schedules schedules, CallTargets targets) {
        this.ports = ports;
        this.schedules = schedules;
        this.targets = targets;
    }

    /** Watches the conferences that are there already and have not changed since the listener was added. */
    void begin() {
        ports.store()
                .transact(snapshot -> {
                    List<Conference> all = new ArrayList<>();
                    snapshot.all().forEach(all::add);
                    return Outcome.unchanged(all);
                })
                .forEach(conference -> first(conference)
                        .filter(watch -> watches.putIfAbsent(conference.id(), watch) == null)
                        .ifPresent(this::arrange));
    }

    @Override
    public void changed(Change change) {
        Optional<Watch> known = Optional.ofNullable(watches.get(change.conference()));
        Optional<Watch> next = change.after().flatMap(after -> next(change, after, known));
        if (next.isPresent() && next.equals(known)) {
            return;
        }
        Optional<Watch> old = Optional.ofNullable(
                next.isPresent() ? watches.put(change.conference(), next.get()) : watches.remove(change.conference()));
        old.ifPresent(Watch::cancel);
        next.ifPresent(this::arrange);
    }

    /** The watch after {@code change}; the one that is known if the change does not concern it. */
    private Optional<Watch> next(Change change, Conference after, Optional<Watch> known) {
        boolean sameTimes = known.isPresent() && known.get().times().equals(Schedules.times(after.document()));
        if (!sameTimes) {
            return first(after);
        }
        Watch watch = known.get();
        Instant now = ports.clock().instant();
        boolean left = change.before()
                .filter(before -> Turn.somebodyLeft(before, after, watch.schedule(), now))
                .isPresent();
        return Optional.of(left ? watch.left(now) : watch);
    }

    private Optional<Watch> first(Conference conference) {
        if (!conference.kind().isConference()) {
            return Optional.empty();
        }
        Schedule schedule = schedules.of(conference.document());
        return schedule.isEmpty()
                ? Optional.empty()
                : Optional.of(new Watch(conference.id(), Schedules.times(conference.document()), schedule));
    }

    private void arrange(Watch watch) {
        watch.next().ifPresent(time -> {
            watch.task(ports.scheduler().at(time, () -> wake(watch)));
            if (watches.get(watch.conference()) != watch) {
                watch.cancel();
            }
        });
    }

    private void wake(Watch watch) {
        Instant now = ports.clock().instant();
        // What is due now is noted as done first: the change that this makes comes back as a change, whose watch goes
        // on from here.
        Watch done = watch.lookedAt(now);
        if (!watches.replace(watch.conference(), watch, done)) {
            return;
        }
        try {
            ports.store().transact(snapshot -> outcome(snapshot, watch, now)).ifPresent(this::tell);
        } catch (RuntimeException fault) {
            LOG.error("what is due for {} at {} failed, and is tried again", watch.conference(), now, fault);
            Watch again = watch.again(now.plus(AGAIN));
            if (watches.replace(watch.conference(), done, again)) {
                arrange(again);
            }
            return;
        }
        if (watches.get(watch.conference()) == done) {
            arrange(done);
        }
    }

    private static Outcome<Optional<Due>> outcome(Snapshot snapshot, Watch watch, Instant now) {
        Optional<Conference> conference = snapshot.find(watch.conference());
        if (conference.isEmpty()
                || !Schedules.times(conference.get().document()).equals(watch.times())) {
            return Outcome.unchanged(Optional.empty()); // the change that made it so sets a watch of its own
        }
        Turn turn = Turn.at(now, conference.get(), watch.schedule(), watch.since(), watch.somebodyLeft());
        Optional<Due> due = Optional.of(new Due(conference.get(), turn));
        return turn.state()
                .map(state -> Outcome.storing(
                        Consequences.of(snapshot, state), new Cause(turn.action(), Optional.empty(), now), due))
                .orElseGet(() -> Outcome.unchanged(due));
    }

    private void tell(Due due) {
        due.turn().endsIn().ifPresent(left -> ports.announcements().endApproaches(due.conference(), left));
        if (due.turn().requestsUsers()) {
            targets.call(due.conference());
        }
    }

    private record Due(Conference conference, Turn turn) {}
}
