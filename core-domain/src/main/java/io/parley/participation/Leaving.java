package io.parley.participation;

import io.parley.conference.Conference;
import io.parley.document.Element;
import io.parley.focus.DialogId;
import io.parley.focus.Focus;
import io.parley.focus.FocusEndpoint;
import io.parley.focus.FocusInstance;
import io.parley.focus.Mcu;
import io.parley.focus.Participant;
import io.parley.identity.XconUserId;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * How devices and users go (MS-CONFBAS sections 3.2.4.2, 3.2.5.2.2 and 3.8): the end of one device's dialog does not touch the others, who has no
 * device left has left, and who is ejected from the focus stays in the roster as long as an MCU has him.
 */
public final class Leaving {

    private Leaving() {}

    /** {@code conference} without the device of {@code dialog}; empty if there is none. */
    public static Optional<Conference> device(Conference conference, DialogId dialog) {
        return instance(conference)
                .flatMap(instance -> instance.of(dialog).map(participant -> {
                    FocusEndpoint gone = instance.endpoint(dialog).orElseThrow();
                    return without(
                            conference,
                            instance,
                            participant.without(gone.entity()),
                            record -> Records.withoutEndpoint(record, gone.documentEntity()));
                }));
    }

    /** {@code conference} without the devices that {@code user} has at the focus; empty if he is not in it. */
    public static Optional<Conference> user(Conference conference, XconUserId user) {
        Optional<Participant> known = instance(conference).flatMap(instance -> instance.participant(user));
        if (known.isEmpty()) {
            return isIn(conference, user) ? Optional.of(withoutRecord(conference, user)) : Optional.empty();
        }
        Participant left = known.get();
        for (Map.Entry<String, FocusEndpoint> entry : known.get().endpoints()) {
            left = left.without(entry.getKey());
        }
        return Optional.of(without(conference, instance(conference).orElseThrow(), left, record -> {
            Element shown = record;
            for (Map.Entry<String, FocusEndpoint> entry : known.get().endpoints()) {
                shown = Records.withoutEndpoint(shown, entry.getValue().documentEntity());
            }
            return shown;
        }));
    }

    private static boolean isIn(Conference conference, XconUserId user) {
        return conference.attendance().hasJoined(user)
                || conference.attendance().isPending(user);
    }

    /** Somebody whom CCMP brought in, who has no dialog. */
    private static Conference withoutRecord(Conference conference, XconUserId user) {
        return conference.next(
                Records.without(conference.document(), user),
                conference.attendance().without(user));
    }

    private static Conference without(
            Conference conference, FocusInstance instance, Participant left, UnaryOperator<Element> change) {
        Focus focus = conference.focus().orElseThrow();
        XconUserId user = left.id();
        if (!left.isGone()) {
            Element document = Records.with(conference.document(), user, change);
            return conference.next(document, conference.attendance(), focus.with(instance.with(left)));
        }
        Element document = left.listed()
                ? Records.with(conference.document(), user, record -> Records.revealed(change.apply(record), left))
                : Records.without(conference.document(), user);
        return conference.next(document, conference.attendance().without(user), focus.with(instance.without(user)));
    }

    /** Whether nobody is in it any more, neither by a dialog nor in an MCU: the deactivation timer starts (section 9 of the design). */
    public static boolean isEmpty(Conference conference) {
        return instance(conference)
                .filter(instance -> instance.dialogs().isEmpty())
                .filter(instance -> {
                    for (Map.Entry<?, Mcu> entry : instance.mcus()) {
                        if (!entry.getValue().identities().isEmpty()) {
                            return false;
                        }
                    }
                    return true;
                })
                .isPresent();
    }

    private static Optional<FocusInstance> instance(Conference conference) {
        return conference.focus().flatMap(Focus::instance);
    }
}
