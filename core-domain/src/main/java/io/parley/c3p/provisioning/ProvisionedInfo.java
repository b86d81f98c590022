package io.parley.c3p.provisioning;

import static io.parley.c3p.C3pNames.ci;

import io.parley.c3p.C3pNames;
import io.parley.c3p.C3pRole;
import io.parley.c3p.C3pSchema;
import io.parley.conference.Conference;
import io.parley.document.Element;
import io.parley.document.ElementType;
import io.parley.document.Info;
import io.parley.document.Name;
import io.parley.focus.LobbySettings;
import io.parley.focus.McuType;
import io.parley.focus.Provisioning;
import io.parley.focus.ServerMode;
import io.parley.identity.SipUri;
import io.parley.participation.Locking;
import io.parley.user.AllowedTarget;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What was provisioned, as its organizer is told (MS-CONFPRO): no live user, no secret. What CCMP changes as well is told as it stands in the
 * document.
 */
final class ProvisionedInfo {

    private ProvisionedInfo() {}

    /** All of it. */
    static Element of(Conference conference, Organizer organizer) {
        Provisioning provisioning = FactorySituation.provisioning(conference);
        Element info = root(provisioning)
                .with(lobby(
                        data(described(conference, provisioning, organizer), provisioning), conference, provisioning));
        return C3pSchema.CONFERENCE_INFO.arranged(withMcus(withInvitees(info, conference, provisioning), provisioning));
    }

    /** What a list of conferences tells of it. */
    static Element summary(Conference conference, Organizer organizer) {
        Provisioning provisioning = FactorySituation.provisioning(conference);
        return C3pSchema.CONFERENCE_INFO.arranged(
                root(provisioning).with(described(conference, provisioning, organizer)));
    }

    private static Element root(Provisioning provisioning) {
        Element root = ElementType.foreign(C3pNames.CONFERENCE_INFO)
                .empty()
                .withAttribute(C3pNames.ENTITY, provisioning.uri().toString())
                .withAttribute(Words.VERSION, Long.toString(provisioning.version()));
        return provisioning.isStatic() ? root.withAttribute(Words.STATIC, "true") : root;
    }

    private static Element described(Conference conference, Provisioning provisioning, Organizer organizer) {
        Element description = ElementType.foreign(Words.DESCRIPTION).empty();
        description = said(
                description, Words.SUBJECT, conference.document().textAt(Info.CONFERENCE_DESCRIPTION, Info.SUBJECT));
        description = said(
                description,
                Words.MAXIMUM_USER_COUNT,
                conference.document().textAt(Info.CONFERENCE_DESCRIPTION, Info.MAXIMUM_USER_COUNT));
        description = description.with(ElementType.foreign(Words.ORGANIZER)
                .empty()
                .with(Words.ORGANIZER_ENTITY, organizer.uri().toString())
                .with(Words.ORGANIZER_NAME, organizer.user().displayName()));
        description = said(description, Words.CONFERENCE_ID, provisioning.conferenceId());
        description = said(
                description,
                Words.LAST_UPDATE,
                Optional.of(provisioning.times().lastUpdate()).map(ProvisionedInfo::seconds));
        description = said(
                description,
                Words.LAST_ACTIVATE,
                provisioning.times().lastActivate().map(ProvisionedInfo::seconds));
        description = flag(description, Words.IS_ACTIVE, conference.info().isActive());
        return said(
                description, Words.EXPIRY_TIME, provisioning.times().expiry().map(ProvisionedInfo::seconds));
    }

    private static Element data(Element description, Provisioning provisioning) {
        Element with = description;
        for (Element part : provisioning.parts().description().values()) {
            with = with.with(part);
        }
        Optional<Element> roaming = provisioning.parts().organizerRoamingData();
        return roaming.isPresent() ? with.with(roaming.get()) : with;
    }

    private static Element lobby(Element description, Conference conference, Provisioning provisioning) {
        LobbySettings lobby = provisioned(conference, provisioning);
        Provisioning.Allowed allowed = provisioning.allowed();
        Element told = description
                .with(text(Words.ADMISSION_POLICY, lobby.admissionPolicy().word()))
                .with(text(Words.AUTOPROMOTE, lobby.autopromote().toString()))
                .with(text(Words.AUTOPROMOTE_ALLOWED, allowed.autopromote().toString()))
                .with(text(
                        Words.SERVER_MODE,
                        Integer.toString(provisioning.serverMode().number())));
        told = flag(told, Words.LOBBY_CAPABLE, provisioning.serverMode() == ServerMode.WITH_LOBBY);
        told = flag(told, Words.ANONYMOUS_TYPE_ALLOWED, allowed.anonymousPolicy());
        told = flag(told, Words.PSTN_LOBBY_BYPASS, lobby.pstnLobbyBypass());
        return flag(told, Words.PSTN_LOBBY_BYPASS_ALLOWED, allowed.pstnLobbyBypass());
    }

    /** What presenters have set lives with the instance; otherwise the policy is that of the document. */
    private static LobbySettings provisioned(Conference conference, Provisioning provisioning) {
        return conference
                .focus()
                .filter(focus -> focus.instance().isEmpty())
                .map(focus -> Locking.now(conference, focus))
                .orElse(provisioning.lobby());
    }

    private static Element withInvitees(Element info, Conference conference, Provisioning provisioning) {
        if (provisioning.invitees().isEmpty()) {
            return info;
        }
        Element users = ElementType.foreign(Words.USERS).empty();
        for (String invitee : spelt(conference, provisioning)) {
            boolean presenter = provisioning.isListedPresenter(SipUri.of(invitee));
            C3pRole role = presenter ? C3pRole.PRESENTER : C3pRole.ATTENDEE;
            users = users.with(ElementType.foreign(C3pNames.USER)
                    .empty()
                    .withAttribute(C3pNames.ENTITY, invitee)
                    .with(ElementType.foreign(C3pNames.ROLES).empty().with(ci("entry"), role.word())));
        }
        return info.with(users);
    }

    /** The addresses of the invitees as they were written, in that order, where the document still has them. */
    private static List<String> spelt(Conference conference, Provisioning provisioning) {
        Map<String, String> spelt = new LinkedHashMap<>();
        for (AllowedTarget target : conference.users().allowed()) {
            SipUri.parse(target.uri())
                    .filter(provisioning::isInvited)
                    .ifPresent(uri -> spelt.putIfAbsent(Provisioning.key(uri), target.uri()));
        }
        provisioning.invitees().forEach((key, presenter) -> spelt.putIfAbsent(key, key));
        return List.copyOf(spelt.values());
    }

    private static Element withMcus(Element info, Provisioning provisioning) {
        if (provisioning.mcus().isEmpty()) {
            return info;
        }
        Element view = ElementType.foreign(C3pNames.CONFERENCE_VIEW).empty();
        for (McuType type : provisioning.mcus()) {
            view = view.with(
                    Optional.ofNullable(provisioning.parts().entityViews().get(type))
                            .orElseGet(() -> ElementType.foreign(C3pNames.ENTITY_VIEW)
                                    .empty()
                                    .withAttribute(C3pNames.ENTITY, type.word())));
        }
        return info.with(view);
    }

    private static Element text(Name name, String text) {
        return ElementType.foreign(name).text(text);
    }

    private static Element said(Element description, Name name, Optional<String> text) {
        return text.map(value -> description.with(text(name, value))).orElse(description);
    }

    private static Element flag(Element description, Name name, boolean value) {
        return description.with(text(name, Boolean.toString(value)));
    }

    private static String seconds(Instant time) {
        return time.truncatedTo(ChronoUnit.SECONDS).toString();
    }
}
