package io.parley.subscription;

import io.parley.conference.Conference;
import io.parley.conference.TouchedUsers;
import io.parley.document.Element;
import io.parley.focus.Focus;
import io.parley.focus.FocusInstance;
import io.parley.focus.LobbySettings;
import io.parley.focus.Mcu;
import io.parley.focus.McuType;
import io.parley.identity.XconUserId;
import io.parley.persistent.PersistentMap;
import java.util.LinkedHashSet;
import java.util.Set;

/** Of whom anything differs between two states of a conference. What the states share is not looked at. */
final class Touched {

    private static final FocusInstance NOTHING = FocusInstance.of(LobbySettings.STANDARD);

    private Touched() {}

    static Set<XconUserId> between(Conference before, Conference after) {
        Set<XconUserId> touched = TouchedUsers.between(before.document(), after.document());
        before.attendance().differences(after.attendance(), touched::add);
        FocusInstance then = instance(before);
        FocusInstance now = instance(after);
        then.participants().differences(now.participants(), (user, was, is) -> touched.add(user));
        Set<McuType> types = new LinkedHashSet<>();
        then.mcus().differences(now.mcus(), (type, was, is) -> types.add(type));
        for (McuType type : types) {
            // Whoever came to an MCU or left it is known by his seats; the others are those who have been there all
            // along.
            PersistentMap<String, XconUserId> known = identities(now, type);
            users(then, type)
                    .differences(
                            users(now, type),
                            (address, was, is) -> known.get(address).ifPresent(touched::add));
        }
        return touched;
    }

    private static FocusInstance instance(Conference conference) {
        return conference.focus().flatMap(Focus::instance).orElse(NOTHING);
    }

    private static PersistentMap<String, Element> users(FocusInstance instance, McuType type) {
        return instance.mcus().get(type).map(Mcu::users).orElseGet(PersistentMap::empty);
    }

    private static PersistentMap<String, XconUserId> identities(FocusInstance instance, McuType type) {
        return instance.mcus().get(type).map(Mcu::identities).orElseGet(PersistentMap::empty);
    }
}
