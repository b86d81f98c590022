package io.parley.c3p.provisioning;

import io.parley.c3p.C3pNames;
import io.parley.document.Element;
import io.parley.focus.Autopromote;
import io.parley.focus.LobbySettings;
import io.parley.focus.McuType;
import io.parley.focus.Provisioning;
import io.parley.identity.SipUri;
import io.parley.participation.FocusSettings;
import io.parley.persistent.PersistentMap;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a client wants, as it is provisioned for the focus. Where it says nothing the operator's settings hold, and presenters are never
 * allowed more than those allow.
 */
final class Making {

    private Making() {}

    /** What is provisioned for a new conference. */
    static Provisioning first(Wanted wanted, FactorySituation situation, String conferenceId) {
        return provisioning(
                wanted,
                situation,
                1,
                conferenceId,
                situation.organizer().conferenceUri(conferenceId),
                Optional.empty());
    }

    /** What takes the place of {@code before}: nothing of that is left but its identity. */
    static Provisioning next(Wanted wanted, FactorySituation situation, Provisioning before) {
        return provisioning(
                wanted,
                situation,
                before.version() + 1,
                before.conferenceId().orElseThrow(),
                before.uri(),
                before.times().lastActivate());
    }

    private static Provisioning provisioning(
            Wanted wanted,
            FactorySituation situation,
            long version,
            String conferenceId,
            SipUri uri,
            Optional<Instant> lastActivate) {
        FocusSettings settings = situation.rules().focus();
        return new Provisioning(
                version,
                uri,
                Optional.of(situation.organizer().uri()),
                Optional.of(conferenceId),
                wanted.isStatic(),
                wanted.serverMode().orElse(settings.serverMode()),
                lobby(wanted, settings),
                allowed(wanted, settings),
                invitees(wanted),
                mcus(wanted, situation.rules()),
                secrets(wanted, situation),
                parts(wanted),
                new Provisioning.Times(situation.now(), lastActivate, wanted.expiry()));
    }

    private static LobbySettings lobby(Wanted wanted, FocusSettings settings) {
        return new LobbySettings(
                wanted.admission().orElse(settings.lobby().admissionPolicy()),
                wanted.autopromote(Words.AUTOPROMOTE).orElse(settings.lobby().autopromote()),
                wanted.allows(Words.PSTN_LOBBY_BYPASS).orElse(settings.lobby().pstnLobbyBypass()));
    }

    private static Provisioning.Allowed allowed(Wanted wanted, FocusSettings settings) {
        Provisioning.Allowed most = settings.allowed();
        long bits = wanted.autopromote(Words.AUTOPROMOTE_ALLOWED)
                .map(asked -> asked.bits() & most.autopromote().bits())
                .orElse(most.autopromote().bits());
        return new Provisioning.Allowed(
                most.anonymousPolicy()
                        && wanted.allows(Words.ANONYMOUS_TYPE_ALLOWED).orElse(true),
                new Autopromote(bits),
                most.pstnLobbyBypass()
                        && wanted.allows(Words.PSTN_LOBBY_BYPASS_ALLOWED).orElse(true));
    }

    private static PersistentMap<String, Boolean> invitees(Wanted wanted) {
        PersistentMap<String, Boolean> invitees = PersistentMap.empty();
        for (Map.Entry<SipUri, Boolean> entry : wanted.invitees().entrySet()) {
            invitees = invitees.with(Provisioning.key(entry.getKey()), entry.getValue());
        }
        return invitees;
    }

    /** Those that were asked for; who asks for none gets those that a conference has as a rule, as far as there are such. */
    static List<McuType> mcus(Wanted wanted, FactoryRules rules) {
        Map<McuType, Element> asked = wanted.mcus();
        return asked.isEmpty()
                ? rules.focus().mcus().stream().filter(rules.mcus()::contains).toList()
                : List.copyOf(asked.keySet());
    }

    /** The secrets, out of their envelopes; a join URL may come in clear. */
    static Provisioning.Secrets secrets(Wanted wanted, FactorySituation situation) {
        return new Provisioning.Secrets(
                wanted.sealedKey().flatMap(situation.opened()),
                url(wanted, situation, Words.WEB_INTERNAL),
                url(wanted, situation, Words.WEB_EXTERNAL)
                        .or(() -> wanted.said(Words.JOIN_URL).filter(url -> !url.isEmpty())));
    }

    private static Optional<String> url(Wanted wanted, FactorySituation situation, String purpose) {
        Optional<Element> entry = wanted.web(purpose);
        Optional<String> envelope = entry.flatMap(Wanted::sealedUrl);
        return envelope.isPresent()
                ? envelope.flatMap(situation.opened())
                : entry.flatMap(clear -> clear.childText(Words.URI)).map(String::strip);
    }

    private static Provisioning.Parts parts(Wanted wanted) {
        Map<String, Element> shown = new LinkedHashMap<>();
        Words.SHOWN.forEach(name -> wanted.part(name).ifPresent(part -> shown.put(name.local(), part)));
        Map<McuType, Element> views = new LinkedHashMap<>();
        wanted.mcus().forEach((type, view) -> views.put(type, initial(type, view)));
        return new Provisioning.Parts(shown, wanted.part(Words.ORGANIZER_ROAMING_DATA), views);
    }

    /** Policy and settings; the rest of a view is the MCU's own. */
    private static Element initial(McuType type, Element view) {
        Element initial = view.type().empty().withAttribute(C3pNames.ENTITY, type.word());
        for (Element child : view.elements()) {
            if (child.name().equals(Words.ENTITY_POLICY) || child.name().equals(Words.ENTITY_SETTINGS)) {
                initial = initial.with(child);
            }
        }
        return initial;
    }
}
