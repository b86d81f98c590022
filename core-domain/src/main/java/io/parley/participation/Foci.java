package io.parley.participation;

import io.parley.conference.Conference;
import io.parley.document.Info;
import io.parley.document.Xcon;
import io.parley.focus.ConferenceUri;
import io.parley.focus.Focus;
import io.parley.focus.LobbySettings;
import io.parley.focus.Provisioning;
import io.parley.identity.SipUri;
import io.parley.identity.XconUserId;
import io.parley.persistent.PersistentMap;
import io.parley.user.RegisteredUser;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;

/**
 * The foci of conferences: that which was provisioned, or for a conference that CCMP made what follows from its document and the settings.
 *
 * @param settings what the operator decides
 */
public record Foci(FocusSettings settings) {

    /**
     * The focus of {@code conference}.
     *
     * @param users the registered user of an identifier, for the address of whoever made the conference
     * @param now when it is asked for
     */
    public Focus of(Conference conference, Function<XconUserId, Optional<RegisteredUser>> users, Instant now) {
        return conference.focus().orElseGet(() -> Focus.of(provisioning(conference, users, now)));
    }

    private Provisioning provisioning(
            Conference conference, Function<XconUserId, Optional<RegisteredUser>> users, Instant now) {
        return new Provisioning(
                1,
                ConferenceUri.of(conference.id()),
                conference.owner().flatMap(users).flatMap(Foci::address),
                Optional.empty(),
                false,
                settings.serverMode(),
                new LobbySettings(
                        policy(conference).orElse(settings.lobby().admissionPolicy()),
                        settings.lobby().autopromote(),
                        settings.lobby().pstnLobbyBypass()),
                settings.allowed(),
                PersistentMap.empty(),
                settings.mcus(),
                Provisioning.Secrets.NONE,
                Provisioning.Parts.NONE,
                new Provisioning.Times(now, Optional.empty(), Optional.empty()));
    }

    /** The admission policy that the document states. */
    static Optional<LobbySettings.Admission> policy(Conference conference) {
        return conference
                .document()
                .textAt(Info.USERS, Xcon.USER_ADMISSION_POLICY)
                .flatMap(LobbySettings.Admission::of);
    }

    private static Optional<SipUri> address(RegisteredUser user) {
        return user.contacts().stream()
                .map(Object::toString)
                .sorted()
                .flatMap(contact -> SipUri.parse(contact).stream())
                .filter(SipUri::isSip)
                .findFirst();
    }
}
