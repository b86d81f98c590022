package io.parley.participation;

import io.parley.conference.Conference;
import io.parley.document.Element;
import io.parley.focus.Focus;
import io.parley.identity.XconUserId;
import java.util.Optional;

/** The roles of participants (MS-CONFBAS section 3.7): {@code presenter} and {@code attendee}, as they stand in the document. */
public final class Roles {

    private Roles() {}

    /** Whether {@code user} is a presenter of {@code conference}. */
    public static boolean isPresenter(Conference conference, XconUserId user) {
        return conference.user(user).filter(Records::isPresenter).isPresent();
    }

    /** {@code conference}, in which {@code user} is a presenter, or an attendee; empty if he is not in it. */
    public static Optional<Conference> change(Conference conference, XconUserId user, boolean presenter) {
        if (conference.user(user).isEmpty()) {
            return Optional.empty();
        }
        Element document = Records.with(conference.document(), user, record -> Records.withRole(record, presenter));
        return Optional.of(conference
                .focus()
                .filter(focus -> focus.instance().isPresent())
                .map(focus -> conference.next(document, conference.attendance(), remembering(focus, user, presenter)))
                .orElseGet(() -> conference.next(document)));
    }

    private static Focus remembering(Focus focus, XconUserId user, boolean presenter) {
        return focus.with(focus.instance().orElseThrow().remembering(user, presenter));
    }
}
