package io.parley.schedule;

import io.parley.conference.Attendance;
import io.parley.conference.Conference;
import io.parley.document.Element;
import io.parley.document.Info;
import io.parley.document.Schema;
import io.parley.document.Xcon;
import io.parley.focus.Focus;
import io.parley.focus.FocusInstance;
import io.parley.identity.XconUserId;
import io.parley.user.User;
import java.util.Optional;

/**
 * The state of a conference after it has ended: not active, with nobody in it. Whoever had joined, or waited for it, is gone from the roster as after a
 * leave of his own, but a record with roles stays, without endpoints: the conference may take place again, and its owner and moderators
 * are still the same.
 */
public final class Ending {

    private Ending() {}

    /** The next version of {@code conference}, over. */
    public static Conference of(Conference conference) {
        Element document = asProvisioned(conference);
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
            if (came && (user.roles().isEmpty() || isPassing(conference, user.id()))
                    || isOnlyCalled(conference, user.id())) {
                left = left.without(record);
            } else if (record.child(Info.ENDPOINT).isPresent()) {
                left = left.replacing(record, withoutEndpoints(record));
            }
        }
        return left;
    }

    /** Whether his record came with him, roles and all, when he came by signalling. */
    private static boolean isPassing(Conference conference, XconUserId user) {
        return conference
                .focus()
                .flatMap(Focus::instance)
                .flatMap(instance -> instance.participant(user))
                .filter(participant -> !participant.listed())
                .isPresent();
    }

    /** Whether his record is there because the focus calls him. */
    private static boolean isOnlyCalled(Conference conference, XconUserId user) {
        return conference
                .focus()
                .flatMap(Focus::instance)
                .flatMap(instance -> instance.calls().get(user))
                .filter(call -> !call.listed())
                .isPresent();
    }

    /** The document without what presenters set at the focus: lock and admission policy live with the instance of the conference. */
    private static Element asProvisioned(Conference conference) {
        Element document = conference.document();
        Optional<FocusInstance> instance = conference.focus().flatMap(Focus::instance);
        if (instance.isEmpty()) {
            return document;
        }
        Optional<Element> state = document.child(Info.CONFERENCE_STATE);
        if (state.filter(
                        now -> now.childText(Info.LOCKED).filter("true"::equals).isPresent())
                .isPresent()) {
            document = document.with(state.get().with(Info.LOCKED, "false"));
        }
        String live = instance.get().lobby().admissionPolicy().word();
        String provisioned = conference
                .focus()
                .get()
                .provisioning()
                .lobby()
                .admissionPolicy()
                .word();
        Optional<Element> users = document.child(Info.USERS)
                .filter(roster -> roster.childText(Xcon.USER_ADMISSION_POLICY)
                        .filter(live::equals)
                        .isPresent());
        return users.isPresent() && !live.equals(provisioned)
                ? document.with(users.get().with(Xcon.USER_ADMISSION_POLICY, provisioned))
                : document;
    }

    private static Element withoutEndpoints(Element user) {
        Element without = user;
        for (Element endpoint : user.children(Info.ENDPOINT)) {
            without = without.without(endpoint);
        }
        return without;
    }
}
