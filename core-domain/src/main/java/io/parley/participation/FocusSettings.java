package io.parley.participation;

import io.parley.conference.Conference;
import io.parley.document.Info;
import io.parley.focus.LobbySettings;
import io.parley.focus.McuType;
import io.parley.focus.Provisioning;
import io.parley.focus.ServerMode;
import java.util.List;

/**
 * What an operator decides for all foci, and what holds for conferences that do not say otherwise.
 *
 * @param domain our own domain, whose users are the enterprise's
 * @param serverMode whether conferences have a lobby
 * @param lobby what holds when a conference is activated
 * @param allowed what presenters may set later
 * @param mcus the MCUs of a conference, in order
 * @param participants how many may be in one conference that does not say itself how many
 * @param factory the conference factory
 */
public record FocusSettings(
        String domain,
        ServerMode serverMode,
        LobbySettings lobby,
        Provisioning.Allowed allowed,
        List<McuType> mcus,
        int participants,
        ConferenceFactory factory) {

    /** Copies the list and refuses a negative number. */
    public FocusSettings {
        mcus = List.copyOf(mcus);
        if (participants < 0) {
            throw new IllegalArgumentException("participants has to be 0 or more, not " + participants);
        }
    }

    /** With a lobby, open to all who are authenticated, with chat and audio and video, without a limit. */
    public static FocusSettings in(String domain) {
        return new FocusSettings(
                domain,
                ServerMode.WITH_LOBBY,
                LobbySettings.STANDARD,
                Provisioning.Allowed.ALL,
                List.of(McuType.CHAT, McuType.AUDIO_VIDEO),
                Integer.MAX_VALUE,
                ConferenceFactory.in(domain));
    }

    /** How many may be in {@code conference}. */
    public int most(Conference conference) {
        return conference
                .document()
                .textAt(Info.CONFERENCE_DESCRIPTION, Info.MAXIMUM_USER_COUNT)
                .map(Integer::valueOf)
                .orElse(participants);
    }

    /** These with so many in a conference that does not say itself how many. */
    public FocusSettings withParticipants(int number) {
        return new FocusSettings(domain, serverMode, lobby, allowed, mcus, number, factory);
    }

    /** These with another server mode. */
    public FocusSettings with(ServerMode mode) {
        return new FocusSettings(domain, mode, lobby, allowed, mcus, participants, factory);
    }

    /** These with other MCUs. */
    public FocusSettings with(List<McuType> types) {
        return new FocusSettings(domain, serverMode, lobby, allowed, types, participants, factory);
    }

    /** These with another conference factory. */
    public FocusSettings with(ConferenceFactory other) {
        return new FocusSettings(domain, serverMode, lobby, allowed, mcus, participants, other);
    }
}
