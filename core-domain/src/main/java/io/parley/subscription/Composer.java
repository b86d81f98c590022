package io.parley.subscription;

import io.parley.conference.Conference;
import io.parley.conference.TouchedUsers;
import io.parley.document.Element;
import io.parley.document.Info;
import io.parley.document.Name;
import io.parley.document.Xcon;
import io.parley.focus.Focus;
import io.parley.focus.LobbySettings;
import io.parley.focus.McuType;
import io.parley.focus.Provisioning;
import io.parley.focus.ServerMode;
import io.parley.identity.XconUserId;
import io.parley.privacy.Sight;
import io.parley.user.User;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Composes what a watcher is told of a conference: all of it, or what has changed (MS-CONFBAS sections 2.2.4 and 3.4.5.2.1, RFC 4575 section 4.4).
 * What goes out encrypted only, and what is for the organizer alone, is in no document.
 *
 * <p>A watcher in the lobby is told of himself, and that there is a lobby. The cost of a partial document follows the change and not the
 * size of the roster.
 *
 * @param conference the state that is told
 * @param sight what the watcher may see of it
 * @param watcher who he is
 */
public record Composer(Conference conference, Sight sight, XconUserId watcher) {

    private static final Name ENTITY = Name.unqualified("entity");
    private static final Name STATE = Name.unqualified("state");
    private static final Name VERSION = Name.unqualified("version");
    private static final Name INFO_STATE = Name.of(Name.INFO_NAMESPACE, "state");
    private static final Name PURPOSE = Info.PURPOSE;
    private static final List<String> SHOWN_LAST = List.of(
            "disclaimer-title", "recording-allowed", "externaluser-recording-allowed", "recording-notification");

    /** {@code document} as the one of that number in the sequence of a watcher. */
    public static Element stamped(Element document, long version) {
        return document.withAttribute(VERSION, Long.toString(version));
    }

    /** Whether the watcher waits in the lobby, where he is told of nobody else. */
    public boolean isInLobby() {
        return conference.attendance().isPending(watcher);
    }

    /** All that there is to tell. */
    public Element full() {
        Element root = root("full");
        if (isInLobby()) {
            Element users = Msci.info(Info.USERS).withAttribute(STATE, "full");
            Optional<Element> himself = user(watcher);
            return root.with(description()).with(himself.isPresent() ? users.with(himself.get()) : users);
        }
        Element users = Msci.info(Info.USERS).withAttribute(STATE, "full");
        for (User user : conference.users()) {
            Optional<Element> told = user(user.id());
            users = told.isPresent() ? users.with(told.get()) : users;
        }
        return root.with(description()).with(users).with(view("full"));
    }

    /**
     * What has changed since {@code before}, of which the watcher was told all; empty if nothing of it is for him. Both have to be told from
     * within the lobby, or from outside of it.
     */
    public Optional<Element> since(Composer before) {
        List<Element> parts = new ArrayList<>();
        Element description = description();
        if (!description.equals(before.description())) {
            parts.add(description);
        }
        Optional<Element> users = users(before);
        users.ifPresent(parts::add);
        if (!isInLobby() && isLocked() != before.isLocked()) {
            parts.add(view("partial"));
        }
        Element root = root("partial");
        for (Element part : parts) {
            root = root.with(part);
        }
        return parts.isEmpty() ? Optional.empty() : Optional.of(root);
    }

    private Optional<Element> users(Composer before) {
        Set<XconUserId> touched = TouchedUsers.between(before.conference.document(), conference.document());
        touched.addAll(TouchedParticipants.between(before.conference, conference));
        Element users = Msci.info(Info.USERS).withAttribute(STATE, "partial");
        boolean any = false;
        for (XconUserId id : touched) {
            if (isInLobby() && !id.equals(watcher)) {
                continue;
            }
            Optional<Element> was = before.user(id);
            Optional<Element> is = user(id);
            if (was.equals(is)) {
                continue;
            }
            any = true;
            boolean another =
                    was.isPresent() && !was.get().attribute(ENTITY).equals(is.flatMap(now -> now.attribute(ENTITY)));
            users = another ? users.with(RosterUser.gone(was.get())) : users;
            users = is.isPresent() ? users.with(is.get()) : users;
        }
        return any ? Optional.of(users) : Optional.empty();
    }

    private Optional<Element> user(XconUserId id) {
        return sight.user(id).flatMap(seen -> RosterUser.of(conference, id, seen));
    }

    private Element root(String state) {
        return Msci.info(Info.CONFERENCE_INFO)
                .withAttribute(ENTITY, provisioning().uri().toString())
                .withAttribute(STATE, state);
    }

    private Provisioning provisioning() {
        return conference
                .focus()
                .map(Focus::provisioning)
                .orElseThrow(() -> new IllegalStateException(conference.id() + " has no focus"));
    }

    private boolean isLocked() {
        return conference.info().isLocked();
    }

    /** The description, in the order of the schema (section 8.1). */
    private Element description() {
        Provisioning provisioning = provisioning();
        boolean lobby = provisioning.serverMode() == ServerMode.WITH_LOBBY;
        Element description = Msci.info(Info.CONFERENCE_DESCRIPTION);
        if (isInLobby()) {
            return extensions(description, provisioning, lobby);
        }
        Optional<String> subject = sight.description()
                .flatMap(seen -> seen.childText(Info.SUBJECT).or(() -> seen.childText(Info.DISPLAY_TEXT)));
        description = subject.isPresent() ? description.with(Msci.info(Info.SUBJECT, subject.get())) : description;
        if (!provisioning.mcus().isEmpty()) {
            Element uris = Msci.info(Info.CONF_URIS);
            for (McuType type : provisioning.mcus()) {
                uris = uris.with(Msci.info(Info.ENTRY)
                        .with(Msci.info(Info.URI, provisioning.mcuUri(type).toString()))
                        .with(Msci.info(Info.DISPLAY_TEXT, type.word()))
                        .with(Msci.info(PURPOSE, type.word())));
            }
            description = description.with(uris);
        }
        description = provisioned(description, List.of("disclaimer"));
        if (provisioning.organizer().isPresent()) {
            Element organizer = Msci.element("organizer")
                    .with(Msci.element("entity", provisioning.organizer().get().toString()));
            Optional<String> name =
                    conference.owner().flatMap(sight::user).flatMap(seen -> seen.childText(Info.DISPLAY_TEXT));
            description = description.with(
                    name.isPresent() ? organizer.with(Msci.element("display-name", name.get())) : organizer);
        }
        if (provisioning.conferenceId().isPresent()) {
            description = description.with(
                    Msci.element("conference-id", provisioning.conferenceId().get()));
        }
        return extensions(description, provisioning, lobby);
    }

    private Element extensions(Element description, Provisioning provisioning, boolean lobby) {
        LobbySettings now = conference.focus().orElseThrow().lobby();
        String policy = conference
                .document()
                .textAt(Info.USERS, Xcon.USER_ADMISSION_POLICY)
                .orElseGet(() -> now.admissionPolicy().word());
        Element told = isInLobby() ? description : description.with(Msci.element("admission-policy", policy));
        told = provisioned(told, List.of("notification-data")).with(Msci.separator());
        told = provisioned(told, List.of("pstn-access"))
                .with(Msci.separator())
                .with(Msci.element("lobby-capable", Boolean.toString(lobby)))
                .with(Msci.element(
                        "anonymous-type-allowed",
                        Boolean.toString(provisioning.allowed().anonymousPolicy())));
        return isInLobby()
                ? told
                : provisioned(
                        told.with(Msci.element("autopromote", now.autopromote().toString()))
                                .with(Msci.element(
                                        "autopromote-allowed",
                                        provisioning.allowed().autopromote().toString()))
                                .with(Msci.element("pstn-lobby-bypass", Boolean.toString(now.pstnLobbyBypass())))
                                .with(Msci.element(
                                        "pstn-lobby-bypass-allowed",
                                        Boolean.toString(provisioning.allowed().pstnLobbyBypass()))),
                        SHOWN_LAST);
    }

    /** {@code description} with what was provisioned under these names, as it came; nothing of it is for the lobby. */
    private Element provisioned(Element description, List<String> names) {
        Element told = description;
        for (String name : names) {
            Optional<Element> part = Optional.ofNullable(
                            provisioning().parts().description().get(name))
                    .filter(any -> !isInLobby());
            told = part.isPresent() ? told.with(part.get()) : told;
        }
        return told;
    }

    /** The view of the conference with that of the focus (section 2.2.4.3). */
    private Element view(String state) {
        Element locked = Msci.element("entity-state").with(Msci.element("locked", Boolean.toString(isLocked())));
        return Msci.element("conference-view")
                .withAttribute(INFO_STATE, state)
                .with(Msci.element("entity-view")
                        .withAttribute(INFO_STATE, "full")
                        .withAttribute(ENTITY, provisioning().uri().toString())
                        .with(locked));
    }
}
