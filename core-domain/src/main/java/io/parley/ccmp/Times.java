package io.parley.ccmp;

import io.parley.conference.Conference;
import io.parley.schedule.Extension;
import io.parley.schedule.Schedules;
import java.util.Optional;

/** What the {@code conference-time} of a conference means for a request (RFC 6501 section 4.2.5). */
final class Times {

    private Times() {}

    /** Refuses a document of the request with an iCalendar object that cannot be read. */
    static Optional<Rejection> unreadable(Deliberation deliberation) {
        return schedules(deliberation)
                .unreadable(deliberation.given().element())
                .map(finding -> Rejection.badRequest(finding.toString()));
    }

    /** Refuses whoever comes at a time when the conference cannot be joined. Who is in it already is not kept out. */
    static Optional<Rejection> closed(Deliberation deliberation) {
        Conference conference = deliberation.found();
        return conference.attendance().hasJoined(deliberation.subject())
                ? Optional.empty()
                : schedules(deliberation)
                        .of(conference.document())
                        .closed(deliberation.now(), conference.info().isActive())
                        .map(reason -> new Rejection(ResponseCode.UNAUTHORIZED, conference.id() + " " + reason));
    }

    /** Refuses an update that moves the end of a running conference later where that is not allowed. */
    static Optional<Rejection> extended(Deliberation deliberation) {
        return Extension.refused(
                        deliberation.found(), deliberation.draft(), schedules(deliberation), deliberation.now())
                .map(finding -> new Rejection(ResponseCode.FORBIDDEN_CHANGE_PROTECTED, finding.toString()));
    }

    private static Schedules schedules(Deliberation deliberation) {
        return deliberation.surroundings().schedules();
    }
}
