package io.parley.conference;

import io.parley.document.Element;
import io.parley.document.Info;
import io.parley.focus.Focus;
import io.parley.focus.FocusEndpoint;
import io.parley.focus.FocusInstance;
import io.parley.focus.Mcu;
import io.parley.focus.OutgoingCall;
import io.parley.focus.Participant;
import io.parley.focus.Seat;
import io.parley.identity.XconUserId;
import io.parley.user.EndpointStatus;
import java.util.Map;
import java.util.Optional;

/**
 * What a change of the document, by whatever protocol, means for what the focus knows: who has gone from the roster has no dialog and stands
 * in no MCU and is called no more, a device that has gone from its user's record has no dialog, one on hold that is connected is admitted, and the
 * instance ends with the activity of the conference. Costs in proportion to the change.
 */
final class FocusFollowing {

    private FocusFollowing() {}

    /** What {@code focus} knows after {@code before} has become {@code after}. */
    static Focus of(Focus focus, Element before, Element after) {
        if (focus.instance().isEmpty() || !Documents.isActive(after)) {
            return inactive(focus, after);
        }
        FocusInstance instance = focus.instance().get();
        for (XconUserId user : TouchedUsers.between(before, after)) {
            Optional<Element> record =
                    after.child(Info.USERS).flatMap(users -> users.entry(Info.USER, user.toString()));
            instance = following(instance, user, record);
        }
        return instance == focus.instance().get() ? focus : focus.with(instance);
    }

    /** {@code focus}, without an instance unless {@code document} is that of a running conference. */
    static Focus inactive(Focus focus, Element document) {
        return Documents.isActive(document) ? focus : focus.withoutInstance();
    }

    private static FocusInstance following(FocusInstance before, XconUserId user, Optional<Element> record) {
        FocusInstance instance = isShown(before.calls().get(user), record) ? before : before.withoutCall(user);
        Optional<Participant> known = instance.participant(user);
        if (known.isEmpty()) {
            return instance;
        }
        if (record.isEmpty()) {
            return gone(instance, known.get());
        }
        Participant next = known.get();
        for (Map.Entry<String, FocusEndpoint> entry : known.get().endpoints()) {
            FocusEndpoint endpoint = entry.getValue();
            Optional<Element> shown = record.get().entry(Info.ENDPOINT, endpoint.documentEntity());
            if (shown.isEmpty()) {
                next = next.without(endpoint.entity());
            } else if (endpoint.onHold() && isConnected(shown.get())) {
                next = next.with(endpoint.connected());
            }
        }
        FocusInstance left = instance;
        for (Map.Entry<Seat, String> entry : known.get().seats()) {
            if (record.get().entry(Info.ENDPOINT, entry.getValue()).isEmpty()) {
                next = next.without(entry.getKey());
                left = left(left, entry.getKey());
            }
        }
        return next == known.get() ? instance : left.with(next);
    }

    private static boolean isShown(Optional<OutgoingCall> call, Optional<Element> record) {
        return call.isEmpty()
                || record.flatMap(standing ->
                                standing.entry(Info.ENDPOINT, call.get().documentEntity()))
                        .isPresent();
    }

    private static FocusInstance gone(FocusInstance instance, Participant participant) {
        FocusInstance left = instance.without(participant.id());
        for (Map.Entry<Seat, String> entry : participant.seats()) {
            left = left(left, entry.getKey());
        }
        return left;
    }

    private static FocusInstance left(FocusInstance instance, Seat seat) {
        Optional<Mcu> mcu = instance.mcus().get(seat.mcu());
        return mcu.isPresent() ? instance.with(mcu.get().without(seat.address())) : instance;
    }

    private static boolean isConnected(Element endpoint) {
        return endpoint.childText(Info.STATUS)
                .filter(EndpointStatus.CONNECTED::equals)
                .isPresent();
    }
}
