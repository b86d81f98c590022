package io.parley.sip.chat;

import io.parley.conference.Conference;
import io.parley.focus.Focus;
import io.parley.focus.FocusEndpoint;
import io.parley.focus.FocusInstance;
import io.parley.focus.Participant;
import io.parley.focus.Provisioning;
import io.parley.identity.SipUri;
import io.parley.identity.XconUserId;
import java.util.Map;
import java.util.Optional;

/** Whom the focus has admitted. */
final class Admitted {

    private Admitted() {}

    /** Whether somebody is in the conference, by a device that does not wait in the lobby or by an MCU. */
    static boolean isIn(Conference conference, SipUri caller) {
        Optional<FocusInstance> instance = conference.focus().flatMap(Focus::instance);
        if (instance.isEmpty()) {
            return false;
        }
        String key = Provisioning.key(caller);
        for (Map.Entry<XconUserId, Participant> entry : instance.get().participants()) {
            Participant participant = entry.getValue();
            if (Provisioning.key(participant.uri()).equals(key) && isIn(participant)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isIn(Participant participant) {
        for (Map.Entry<String, FocusEndpoint> device : participant.endpoints()) {
            if (!device.getValue().onHold()) {
                return true;
            }
        }
        return !participant.seats().isEmpty();
    }
}
