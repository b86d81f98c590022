package io.parley.schedule;

import io.parley.conference.Conference;
import io.parley.document.Element;
import io.parley.document.Finding;
import io.parley.document.Xcon;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** {@code allowed-extend-mixing-end-offset}: whether the end of a running conference may be moved later (RFC 6501 section 4.2.5). */
public final class Extension {

    private Extension() {}

    /** Why {@code changed}, the document to be of {@code conference}, is refused; empty if it may be. */
    public static Optional<Finding> refused(Conference conference, Element changed, Schedules schedules, Instant now) {
        Optional<Element> times = Schedules.times(conference.document());
        if (!conference.info().isActive() || times.isEmpty() || times.equals(Schedules.times(changed))) {
            return Optional.empty();
        }
        List<Sitting> running = schedules.of(conference.document()).running(now);
        boolean fixed = running.stream().anyMatch(sitting -> sitting.ends().isPresent() && !sitting.mayExtend());
        if (!fixed) {
            return Optional.empty();
        }
        Optional<Instant> end = Turn.lastsUntil(running);
        List<Sitting> afterwards = schedules.of(changed).running(now);
        Optional<Instant> later = afterwards.isEmpty() ? Optional.of(now) : Turn.lastsUntil(afterwards);
        return end.isEmpty() || later.filter(time -> !time.isAfter(end.get())).isPresent()
                ? Optional.empty()
                : Optional.of(new Finding(
                        Xcon.CONFERENCE_TIME + "/" + Xcon.ENTRY + "/" + Xcon.MIXING_END_OFFSET,
                        "it cannot be moved later than " + end.get() + " while the conference is running, since "
                                + Xcon.ALLOWED_EXTEND_MIXING_END_OFFSET + " is false"));
    }
}
