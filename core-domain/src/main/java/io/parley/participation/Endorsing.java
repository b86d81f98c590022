package io.parley.participation;

import io.parley.conference.Conference;
import io.parley.focus.AuthMethod;
import io.parley.focus.DialogId;
import io.parley.focus.Focus;
import io.parley.focus.FocusInstance;
import io.parley.focus.Participant;
import io.parley.identity.SipUri;
import io.parley.identity.XconUserId;
import java.util.Map;
import java.util.Optional;

/**
 * Somebody answers for a participant (MS-CONFBAS section 3.3): the endorsee becomes presenter where the endorser is one, and leaves the lobby
 * where the endorser has been admitted.
 */
public final class Endorsing {

    private Endorsing() {}

    /**
     * The next version of {@code conference}, or empty if {@code callId} and the tags, in either order, name no live dialog of {@code endorsee},
     * or {@code endorser} has no rights to pass on.
     *
     * @param rights whether the endorser would be presenter, and admitted, if he joined himself
     */
    public static Optional<Conference> decide(
            Conference conference,
            SipUri endorsee,
            String callId,
            String fromTag,
            String toTag,
            Caller endorser,
            Rights rights) {
        Optional<FocusInstance> instance = conference.focus().flatMap(Focus::instance);
        Optional<Participant> participant = instance.flatMap(live -> named(live, endorsee, callId, fromTag, toTag));
        if (participant.isEmpty() || !rights.admitted() || endorser.method() == AuthMethod.ANONYMOUS) {
            return Optional.empty();
        }
        Participant endorsed = participant
                .get()
                .endorsed(new Participant.Endorsement(
                        endorser.uri().addressOfRecord(),
                        Optional.of(endorser.user().displayName()).filter(name -> !name.isBlank())));
        Focus focus = conference.focus().orElseThrow();
        Conference next = conference.next(
                conference.document(),
                conference.attendance(),
                focus.with(focus.instance().orElseThrow().with(endorsed)));
        if (next.attendance().isPending(endorsed.id())) {
            next = Lobby.admitted(next, endorsed.id());
        }
        if (rights.presenter()) {
            next = Roles.change(next, endorsed.id(), true).orElseThrow();
        }
        return Optional.of(next.asNextOf(conference));
    }

    /**
     * What the endorser could do himself.
     *
     * @param presenter whether he would be presenter
     * @param admitted whether he would be connected
     */
    public record Rights(boolean presenter, boolean admitted) {}

    private static Optional<Participant> named(
            FocusInstance instance, SipUri endorsee, String callId, String fromTag, String toTag) {
        for (Map.Entry<DialogId, XconUserId> entry : instance.dialogs()) {
            DialogId dialog = entry.getKey();
            if (dialog.callId().equals(callId) && dialog.hasTags(fromTag, toTag)) {
                return instance.participant(entry.getValue())
                        .filter(found -> found.uri().addressOfRecord().equals(endorsee.addressOfRecord()));
            }
        }
        return Optional.empty();
    }
}
