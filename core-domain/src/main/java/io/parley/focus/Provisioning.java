package io.parley.focus;

import io.parley.document.Element;
import io.parley.identity.SipUri;
import io.parley.persistent.PersistentMap;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * How a conference was provisioned for its focus (MS-CONFBAS section 2.2.2.3, MS-CONFPRO). It outlives every instance of the conference.
 * Immutable.
 *
 * @param version counts the changes of it, from 1
 * @param uri the conference-URI
 * @param organizer the address of record of whoever convened it; empty where that is unknown
 * @param conferenceId the identifier that the organizer chose; empty for what was not made by the Focus Factory
 * @param isStatic whether it is the organizer's one permanent conference
 * @param serverMode whether it has a lobby
 * @param lobby what holds when it is activated
 * @param allowed what a presenter may set later
 * @param invitees the listed users with their roles, whether they are presenters, by address of record
 * @param mcus the MCUs that it is to have, in order
 * @param secrets what goes out encrypted only
 * @param parts what clients provision and watchers are shown as it came, or nobody is
 * @param times when it was changed and activated last, and when it may be deleted
 */
public record Provisioning(
        long version,
        SipUri uri,
        Optional<SipUri> organizer,
        Optional<String> conferenceId,
        boolean isStatic,
        ServerMode serverMode,
        LobbySettings lobby,
        Allowed allowed,
        PersistentMap<String, Boolean> invitees,
        List<McuType> mcus,
        Secrets secrets,
        Parts parts,
        Times times) {

    /** Copies the list. */
    public Provisioning {
        mcus = List.copyOf(mcus);
        Objects.requireNonNull(uri, "uri");
    }

    /**
     * What a presenter may set by {@code modifyConferenceLock}.
     *
     * @param anonymousPolicy whether the admission policy {@code anonymous} may be chosen: {@code anonymous-type-allowed}
     * @param autopromote the bits that may be set
     * @param pstnLobbyBypass whether the bypass may be switched
     */
    public record Allowed(boolean anonymousPolicy, Autopromote autopromote, boolean pstnLobbyBypass) {

        /** Everything. */
        public static final Allowed ALL = new Allowed(true, Autopromote.ALL, true);
    }

    /**
     * What goes out encrypted only, and never in a notification.
     *
     * @param key the conference key, by which anonymous users prove that they were invited
     * @param webInternal the URL to join from inside
     * @param webExternal the URL to join from outside
     */
    public record Secrets(Optional<String> key, Optional<String> webInternal, Optional<String> webExternal) {

        /** None. */
        public static final Secrets NONE = new Secrets(Optional.empty(), Optional.empty(), Optional.empty());

        /** Which there are, and none of them. */
        @Override
        public String toString() {
            return "Secrets[" + (key.isPresent() ? "key " : "") + (webInternal.isPresent() ? "web-internal " : "")
                    + (webExternal.isPresent() ? "web-external" : "") + "]";
        }
    }

    /**
     * What is kept as it came.
     *
     * @param description elements of {@code conference-description} that watchers are shown, by their local names: {@code disclaimer},
     *     {@code notification-data}, {@code pstn-access}, {@code recording-allowed} and their like
     * @param organizerRoamingData for the organizer alone
     * @param entityViews the initial policies and settings of MCUs, by type
     */
    public record Parts(
            Map<String, Element> description,
            Optional<Element> organizerRoamingData,
            Map<McuType, Element> entityViews) {

        /** None. */
        public static final Parts NONE = new Parts(Map.of(), Optional.empty(), Map.of());

        /** Copies the maps. */
        public Parts {
            description = Map.copyOf(description);
            entityViews = Map.copyOf(entityViews);
        }
    }

    /**
     * Instants.
     *
     * @param lastUpdate when what was provisioned was changed last
     * @param lastActivate when the conference was activated last
     * @param expiry after which the server may delete the conference
     */
    public record Times(Instant lastUpdate, Optional<Instant> lastActivate, Optional<Instant> expiry) {

        /** These, activated at {@code now}. */
        public Times activated(Instant now) {
            return new Times(lastUpdate, Optional.of(now), expiry);
        }
    }

    /** This, activated at {@code now}. */
    public Provisioning activated(Instant now) {
        return new Provisioning(
                version,
                uri,
                organizer,
                conferenceId,
                isStatic,
                serverMode,
                lobby,
                allowed,
                invitees,
                mcus,
                secrets,
                parts,
                times.activated(now));
    }

    /** Whether {@code user} convened it. */
    public boolean isOrganizer(SipUri user) {
        return organizer
                .filter(convener -> convener.addressOfRecord().equals(user.addressOfRecord()))
                .isPresent();
    }

    /** Whether {@code user} is listed, as presenter or as attendee. */
    public boolean isInvited(SipUri user) {
        return invitees.containsKey(key(user));
    }

    /** Whether {@code user} is listed as presenter. */
    public boolean isListedPresenter(SipUri user) {
        return invitees.get(key(user)).orElse(false);
    }

    /** By what invitees are told apart. */
    public static String key(SipUri user) {
        return user.addressOfRecord().toString().toLowerCase(Locale.ROOT);
    }

    /** The MCU-Conference-URI of its MCU of that type (MS-CONFBAS section 3.1.4.1.1). */
    public SipUri mcuUri(McuType type) {
        return ConferenceUri.ofMcu(uri, type);
    }
}
