package io.parley.c3p.provisioning;

import io.parley.c3p.C3pNames;
import io.parley.c3p.C3pRole;
import io.parley.c3p.C3pSchema;
import io.parley.c3p.C3pUser;
import io.parley.c3p.ConferenceKeys;
import io.parley.document.Element;
import io.parley.document.Name;
import io.parley.document.View;
import io.parley.focus.Autopromote;
import io.parley.focus.ConferenceUri;
import io.parley.focus.LobbySettings;
import io.parley.focus.McuType;
import io.parley.focus.Provisioning;
import io.parley.focus.ServerMode;
import io.parley.identity.SipUri;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a client wants to have provisioned: a {@code ci:conference-info}. What cannot be read reads as absent; {@link WantedFaults} has refused
 * it before.
 *
 * @param element the document, arranged by {@link C3pSchema#CONFERENCE_INFO}
 */
record Wanted(Element element) implements View {

    /** A text of the description, without white space around it. */
    Optional<String> said(Name name) {
        return text(Words.DESCRIPTION, name).map(String::strip);
    }

    /** An element of the description. */
    Optional<Element> part(Name name) {
        return element.at(Words.DESCRIPTION, name);
    }

    Optional<Boolean> allows(Name name) {
        return flag(Words.DESCRIPTION, name);
    }

    /** The identifier that the client chose. */
    Optional<String> conferenceId() {
        return said(Words.CONFERENCE_ID)
                .or(() -> attribute(Words.CONFERENCE_ID).map(String::strip))
                .filter(id -> !id.isEmpty());
    }

    /** By what the conference is found that is to be changed. */
    ConferenceKeys keys() {
        return new ConferenceKeys(attribute(C3pNames.ENTITY).flatMap(SipUri::parse), conferenceId());
    }

    Optional<Long> version() {
        return attribute(Words.VERSION).flatMap(Wanted::unsigned);
    }

    private static Optional<Long> unsigned(String digits) {
        return digits.matches("[0-9]{1,10}") ? Optional.of(Long.valueOf(digits)) : Optional.empty();
    }

    boolean isStatic() {
        return attribute(Words.STATIC).filter("true"::equals).isPresent();
    }

    Optional<Instant> expiry() {
        return time(Words.DESCRIPTION, Words.EXPIRY_TIME);
    }

    Optional<LobbySettings.Admission> admission() {
        return said(Words.ADMISSION_POLICY).flatMap(LobbySettings.Admission::of);
    }

    Optional<ServerMode> serverMode() {
        return number(Words.DESCRIPTION, Words.SERVER_MODE).flatMap(ServerMode::of);
    }

    Optional<Autopromote> autopromote(Name name) {
        return said(name).flatMap(Wanted::unsigned).map(Autopromote::new);
    }

    Optional<Long> maximumUserCount() {
        return said(Words.MAXIMUM_USER_COUNT).flatMap(Wanted::unsigned);
    }

    /** The records of the invitees. */
    List<Element> users() {
        return entries(user -> user, Words.USERS, C3pNames.USER);
    }

    /** The invitees by their addresses, and whether they are presenters; who has no role is none. Of those listed twice the last entry holds. */
    Map<SipUri, Boolean> invitees() {
        Map<String, Map.Entry<SipUri, Boolean>> invitees = new LinkedHashMap<>();
        for (Element record : users()) {
            C3pUser.read(record).ifPresent(user -> {
                SipUri address = user.entity().addressOfRecord();
                boolean presenter =
                        user.role().filter(C3pRole.PRESENTER::equals).isPresent();
                invitees.put(Provisioning.key(address), Map.entry(address, presenter));
            });
        }
        Map<SipUri, Boolean> byAddress = new LinkedHashMap<>();
        invitees.values().forEach(invitee -> byAddress.put(invitee.getKey(), invitee.getValue()));
        return byAddress;
    }

    /** The {@code entity-view}s, but the focus's own. */
    List<Element> entityViews() {
        return entries(view -> view, C3pNames.CONFERENCE_VIEW, C3pNames.ENTITY_VIEW).stream()
                .filter(view -> view.attribute(C3pNames.ENTITY)
                        .flatMap(SipUri::parse)
                        .flatMap(ConferenceUri::parse)
                        .filter(uri -> uri.mcu().isEmpty())
                        .isEmpty())
                .toList();
    }

    /** Of which MCU a view is: it names the type, or as watchers see it the MCU-Conference-URI. */
    static Optional<McuType> typeOf(Element view) {
        String entity = view.attribute(C3pNames.ENTITY).orElse("").strip();
        Optional<McuType> named =
                SipUri.parse(entity).flatMap(ConferenceUri::parse).flatMap(ConferenceUri::mcu);
        try {
            return named.isPresent() ? named : Optional.of(new McuType(entity));
        } catch (IllegalArgumentException notAType) {
            return Optional.empty();
        }
    }

    /** The policies and settings of MCUs, by type in the order of the request. */
    Map<McuType, Element> mcus() {
        Map<McuType, Element> mcus = new LinkedHashMap<>();
        for (Element view : entityViews()) {
            typeOf(view).ifPresent(type -> mcus.put(type, view));
        }
        return mcus;
    }

    /** The envelope of the conference key, in base64. */
    Optional<String> sealedKey() {
        return part(Words.CONFERENCE_KEY).flatMap(key -> key.childText(Words.CMS_DATA));
    }

    /** The entry of {@code conf-uris} of that purpose. */
    Optional<Element> web(String purpose) {
        return part(Words.CONF_URIS).flatMap(uris -> {
            for (Element entry : uris.children(C3pNames.ENTRY)) {
                if (entry.childText(Words.PURPOSE)
                        .map(String::strip)
                        .filter(purpose::equals)
                        .isPresent()) {
                    return Optional.of(entry);
                }
            }
            return Optional.empty();
        });
    }

    /** The envelope of the URL of an entry, in base64. */
    static Optional<String> sealedUrl(Element entry) {
        return entry.textAt(Words.ENCRYPTED_URI, Words.CMS_DATA);
    }

    /** All envelopes. */
    List<String> envelopes() {
        return Stream.of(
                        sealedKey(),
                        web(Words.WEB_INTERNAL).flatMap(Wanted::sealedUrl),
                        web(Words.WEB_EXTERNAL).flatMap(Wanted::sealedUrl))
                .flatMap(Optional::stream)
                .toList();
    }
}
