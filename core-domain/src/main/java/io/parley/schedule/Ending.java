package io.parley.schedule;

import io.parley.conference.Attendance;
import io.parley.conference.Conference;
import io.parley.document.Element;
import io.parley.document.Info;
import io.parley.document.Schema;
import io.parley.user.User;
import java.util.Optional;

/**
 * The state of a conference after it has ended: not active, with nobody in it. Whoever had joined, or waited for it, is gone from the roster as after a
 * leave of his own, but a record with roles stays, without endpoints: the conference may take place again, and its owner and moderators
 * are still the same.
 */
final class Ending {

    private Ending() {}

    static Conference of(Conference conference) {
        Element document = conference.document();
        Element ended = document.with(document.child(Info.CONFERENCE_STATE)
                .orElseGet(Schema.CONFERENCE_STATE::empty)
                .with(Info.ACTIVE, "false"));
        Optional<Element> users = document.child(Info.USERS);
        if (users.isPresent()) {
            ended = ended.with(emptied(users.get(), conference));
        }
        return conference.next(ended, nobody(conference));
    }

    private static Attendance nobody(Conference conference) {
        Attendance left = conference.attendance();
        for (User user : conference.users()) {
            left = left.without(user.id());
        }
        return left;
    }

    private static Element emptied(Element users, Conference conference) {
        Element left = users;
        for (User user : conference.users()) {
            Element record = user.element();
            Attendance attendance = conference.attendance();
            boolean came = attendance.hasJoined(user.id()) || attendance.isPending(user.id());
            if (came && user.roles().isEmpty()) {
                left = left.without(record);
            } else if (record.child(Info.ENDPOINT).isPresent()) {
                left = left.replacing(record, withoutEndpoints(record));
            }
        }
        return left;
    }

    private static Element withoutEndpoints(Element user) {
        Element without = user;
        for (Element endpoint : user.children(Info.ENDPOINT)) {
            without = without.without(endpoint);
        }
        return without;
    }
}
