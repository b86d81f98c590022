package io.parley.subscription;

import static io.parley.roster.InfoNames.msci;

import io.parley.conference.Conference;
import io.parley.document.Element;
import io.parley.document.Info;
import io.parley.document.Name;
import io.parley.document.Xcon;
import io.parley.focus.Focus;
import io.parley.focus.LobbySettings;
import io.parley.focus.McuType;
import io.parley.focus.Provisioning;
import io.parley.focus.ServerMode;
import io.parley.roster.Foreign;
import io.parley.roster.InfoNames;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The {@code conference-description} of watchers of C3P, in the order and the groups of the schema (MS-CONFBAS sections 2.2.2.3, 2.2.2.4 and 8.1).
 * Key, web URLs and what the organizer keeps for himself never stand in it (MS-CONFBAS section 3.4.4.2).
 */
final class C3pDescription {

    private final Conference conference;
    private final Focus focus;
    private final Provisioning provisioning;
    private final Discretion discretion;
    private Element description = Foreign.element(Info.CONFERENCE_DESCRIPTION);

    private C3pDescription(Conference conference, Discretion discretion) {
        this.conference = conference;
        this.focus = Composer.focus(conference);
        this.provisioning = focus.provisioning();
        this.discretion = discretion;
    }

    static Element of(Conference conference, Discretion discretion) {
        return new C3pDescription(conference, discretion).written();
    }

    /** What those see who wait: whether waiting makes sense, and what the schema demands beside that. */
    static Element ofLobby(Conference conference) {
        Provisioning provisioning = Composer.focus(conference).provisioning();
        return Foreign.element(Info.CONFERENCE_DESCRIPTION)
                .with(Foreign.element(InfoNames.SEPARATOR))
                .with(Foreign.element(InfoNames.SEPARATOR))
                .with(element("lobby-capable", hasLobby(provisioning)))
                .with(element("anonymous-type-allowed", provisioning.allowed().anonymousPolicy()));
    }

    private Element written() {
        LobbySettings lobby = focus.lobby();
        Provisioning.Times times = provisioning.times();
        discretion
                .sight()
                .description()
                .flatMap(seen -> seen.childText(Info.SUBJECT).or(() -> seen.childText(Info.DISPLAY_TEXT)))
                .filter(subject -> !subject.isBlank())
                .map(subject -> Foreign.element(Info.SUBJECT, subject))
                .or(() -> provided("subject"))
                .ifPresent(this::add);
        confUris().ifPresent(this::add);
        provided("disclaimer").ifPresent(this::add);
        organizer().ifPresent(this::add);
        provisioning.conferenceId().ifPresent(id -> add("conference-id", id));
        add("last-update", time(times.lastUpdate()));
        times.lastActivate().ifPresent(then -> add("last-activate", time(then)));
        add("is-active", focus.instance().isPresent());
        times.expiry().ifPresent(then -> add("expiry-time", time(then)));
        add("admission-policy", policy(lobby).word());
        provided("notification-data").ifPresent(this::add);
        add(Foreign.element(InfoNames.SEPARATOR));
        provided("pstn-access").ifPresent(this::add);
        add(Foreign.element(InfoNames.SEPARATOR));
        add("lobby-capable", hasLobby(provisioning));
        add("anonymous-type-allowed", provisioning.allowed().anonymousPolicy());
        add("autopromote", lobby.autopromote());
        add("autopromote-allowed", provisioning.allowed().autopromote());
        add("pstn-lobby-bypass", lobby.pstnLobbyBypass());
        add("pstn-lobby-bypass-allowed", provisioning.allowed().pstnLobbyBypass());
        provided("disclaimer-title").ifPresent(this::add);
        provided("recording-allowed").ifPresent(this::add);
        provided("externaluser-recording-allowed").ifPresent(this::add);
        add("server-mode", provisioning.serverMode().number());
        provided("recording-notification").ifPresent(this::add);
        return description;
    }

    private static boolean hasLobby(Provisioning provisioning) {
        return provisioning.serverMode() == ServerMode.WITH_LOBBY;
    }

    /** Who is admitted stands in the document, where both protocols set it. */
    private LobbySettings.Admission policy(LobbySettings lobby) {
        return conference
                .document()
                .textAt(Info.USERS, Xcon.USER_ADMISSION_POLICY)
                .flatMap(LobbySettings.Admission::of)
                .orElse(lobby.admissionPolicy());
    }

    /** One entry for each MCU, also for one that is down; no list at all if there is none, since the schema knows no empty one. */
    private Optional<Element> confUris() {
        Set<McuType> types = new LinkedHashSet<>(provisioning.mcus());
        focus.instance().ifPresent(instance -> {
            Set<McuType> started = new LinkedHashSet<>();
            for (Map.Entry<McuType, ?> entry : instance.mcus()) {
                started.add(entry.getKey());
            }
            types.retainAll(started);
            types.addAll(started);
        });
        List<Element> entries = new ArrayList<>();
        for (McuType type : types) {
            entries.add(Foreign.element(Info.ENTRY)
                    .with(Foreign.element(Info.URI, provisioning.mcuUri(type).toString()))
                    .with(Foreign.element(Info.DISPLAY_TEXT, type.word()))
                    .with(Foreign.element(Info.PURPOSE, type.word())));
        }
        return entries.isEmpty()
                ? Optional.empty()
                : Optional.of(Foreign.with(Foreign.element(Info.CONF_URIS), entries));
    }

    private Optional<Element> organizer() {
        return provisioning
                .organizer()
                .map(uri -> Foreign.element(msci("organizer")).with(element("entity", uri)))
                .map(organizer -> organizerName()
                        .map(name -> organizer.with(element("display-name", name)))
                        .orElse(organizer))
                .filter(organizer -> !discretion.names(organizer));
    }

    private Optional<String> organizerName() {
        return conference.owner().flatMap(discretion.sight()::user).flatMap(seen -> seen.childText(Info.DISPLAY_TEXT));
    }

    /** What was provisioned for watchers under that name. */
    private Optional<Element> provided(String local) {
        return Optional.ofNullable(provisioning.parts().description().get(local))
                .map(Foreign::of)
                .filter(part -> !discretion.names(part));
    }

    private static String time(Instant instant) {
        return instant.truncatedTo(ChronoUnit.SECONDS).toString();
    }

    private void add(String local, Object value) {
        add(element(local, value));
    }

    private void add(Element element) {
        description = description.with(element);
    }

    private static Element element(String local, Object value) {
        Name name = msci(local);
        return Foreign.element(name, value.toString());
    }
}
