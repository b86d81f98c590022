package io.parley.participation;

import io.parley.conference.Conference;
import io.parley.document.Element;
import io.parley.focus.DialogId;
import io.parley.focus.Focus;
import io.parley.focus.FocusEndpoint;
import io.parley.focus.FocusInstance;
import io.parley.focus.Mcu;
import io.parley.focus.OutgoingCall;
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

    /** {@code conference}, in which the focus does not call {@code user} any more; empty if it does not. */
    public static Optional<Conference> call(Conference conference, XconUserId user) {
        Optional<OutgoingCall> call =
                instance(conference).flatMap(live -> live.calls().get(user));
        return call.map(gone -> {
            FocusInstance left = instance(conference).orElseThrow().withoutCall(user);
            Optional<Participant> known = left.participant(user);
            boolean takesPart =
                    known.filter(participant -> !participant.isGone()).isPresent();
            boolean stays = takesPart || gone.listed() || isIn(conference, user);
            Element document = stays
                    ? Records.with(
                            conference.document(),
                            user,
                            record -> Records.withoutEndpoint(record, gone.documentEntity()))
                    : Records.without(conference.document(), user);
            return conference.next(
                    document,
                    conference.attendance(),
                    conference.focus().orElseThrow().with(takesPart ? left : left.without(user)));
        });
    }

    /** {@code conference} without the devices that {@code user} has at the focus, and without a call to him; empty if he is not in it. */
    public static Optional<Conference> user(Conference conference, XconUserId user) {
        Optional<Conference> uncalled = call(conference, user);
        return uncalled.isPresent()
                ? Optional.of(
                        without(uncalled.get(), user).orElse(uncalled.get()).asNextOf(conference))
                : without(conference, user);
    }

    private static Optional<Conference> without(Conference conference, XconUserId user) {
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
        boolean stays = left.listed() || instance.calls().containsKey(user);
        boolean presenter = conference.user(user).filter(Records::isPresenter).isPresent();
        Element document = stays
                ? Records.with(conference.document(), user, record -> Records.revealed(change.apply(record), left))
                : Records.without(conference.document(), user);
        return conference.next(
                document,
                conference.attendance().without(user),
                focus.with(instance.without(user).remembering(user, presenter)));
    }

    /** Whether nobody is in it any more, neither by a dialog nor in an MCU, and nobody is called: the deactivation timer starts (section 9 of the design). */
    public static boolean isEmpty(Conference conference) {
        return instance(conference)
                .filter(instance ->
                        instance.dialogs().isEmpty() && instance.calls().isEmpty())
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
