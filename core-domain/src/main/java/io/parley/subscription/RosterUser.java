package io.parley.subscription;

import io.parley.conference.Conference;
import io.parley.document.Attributes;
import io.parley.document.Element;
import io.parley.document.Info;
import io.parley.document.Name;
import io.parley.focus.Focus;
import io.parley.focus.FocusEndpoint;
import io.parley.focus.Participant;
import io.parley.identity.XconUserId;
import io.parley.user.EndpointStatus;
import io.parley.user.Role;
import io.parley.user.User;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A participant as watchers are told of him (MS-CONFBAS section 2.2.4.2). */
final class RosterUser {

    private static final Name ENTITY = Name.unqualified("entity");
    private static final Name STATE = Name.unqualified("state");

    /** What of the wishes of a client is the focus's to say. */
    private static final List<Name> OWN =
            List.of(Info.STATUS, Info.ROLES, Msci.name("roles"), Msci.name("authMethod"), Msci.name("accessMethod"));

    private RosterUser() {}

    /**
     * The user, in full; empty for somebody who stands in the document but has not come.
     *
     * @param id who he is
     * @param seen his record as the watcher may see it, perhaps under a pseudonym
     */
    static Optional<Element> of(Conference conference, XconUserId id, Element seen) {
        boolean came = conference.attendance().hasJoined(id)
                || conference.attendance().isPending(id)
                || seen.child(Info.ENDPOINT).isPresent();
        if (!came) {
            return Optional.empty();
        }
        Optional<Participant> participant = conference
                .focus()
                .flatMap(Focus::instance)
                .flatMap(instance -> instance.participant(id))
                .filter(known -> isHimself(id, seen));
        Element user = Msci.info(Info.USER)
                .withAttribute(ENTITY, uri(seen, participant))
                .withAttribute(STATE, "full");
        Optional<Participant.Endorsement> endorsement = participant.flatMap(Participant::endorsement);
        if (endorsement.isPresent()) {
            user = user.withAttribute(
                    Msci.name("endorser"), endorsement.get().endorser().toString());
            Optional<String> name = endorsement.get().displayName();
            user = name.isPresent() ? user.withAttribute(Msci.name("endorser-display-name"), name.get()) : user;
        }
        Optional<String> name = seen.childText(Info.DISPLAY_TEXT).filter(text -> !text.isBlank());
        user = name.isPresent() ? user.with(Msci.info(Info.DISPLAY_TEXT, name.get())) : user;
        user = user.with(
                Msci.info(Info.ROLES).with(Msci.info(Info.ENTRY, isPresenter(seen) ? "presenter" : "attendee")));
        for (Element endpoint : seen.children(Info.ENDPOINT)) {
            user = user.with(endpoint(endpoint, participant));
        }
        return Optional.of(user);
    }

    /** That the user whom {@code told} described is gone. */
    static Element gone(Element told) {
        return Msci.info(Info.USER)
                .withAttribute(ENTITY, told.attribute(ENTITY).orElseThrow())
                .withAttribute(STATE, "deleted");
    }

    private static boolean isHimself(XconUserId id, Element seen) {
        return seen.attribute(Attributes.ENTITY)
                .flatMap(XconUserId::parse)
                .filter(id::equals)
                .isPresent();
    }

    private static String uri(Element seen, Optional<Participant> participant) {
        return participant
                .map(known -> known.uri().addressOfRecord().toString())
                .orElseGet(() -> {
                    String shown = seen.attribute(Attributes.ENTITY).orElseThrow();
                    return "sip:" + shown.substring(shown.indexOf(':') + 1);
                });
    }

    private static boolean isPresenter(Element seen) {
        List<Role> roles = new User(seen).roles();
        return roles.contains(Role.MODERATOR) || roles.contains(Role.ADMINISTRATOR);
    }

    private static Element endpoint(Element shown, Optional<Participant> participant) {
        String entity = shown.attribute(Attributes.ENTITY).orElse("");
        Optional<FocusEndpoint> device = participant.flatMap(known -> device(known, entity));
        return device.map(RosterUser::endpoint).orElseGet(() -> {
            Element plain =
                    Msci.info(Info.ENDPOINT).withAttribute(ENTITY, entity).withAttribute(STATE, "full");
            Optional<String> status = shown.childText(Info.STATUS);
            return status.isPresent() ? plain.with(Msci.info(Info.STATUS, status.get())) : plain;
        });
    }

    private static Optional<FocusEndpoint> device(Participant participant, String documentEntity) {
        for (Map.Entry<String, FocusEndpoint> entry : participant.endpoints()) {
            if (entry.getValue().documentEntity().equals(documentEntity)) {
                return Optional.of(entry.getValue());
            }
        }
        return Optional.empty();
    }

    /** A device of the focus: as its client described it, but for what only the focus can say (section 2.2.4.2.1). */
    private static Element endpoint(FocusEndpoint device) {
        Element endpoint = device.asked().orElseGet(() -> Msci.info(Info.ENDPOINT));
        for (Name name : OWN) {
            endpoint = endpoint.without(name);
        }
        Element first = Msci.info(Info.ENDPOINT);
        for (var attribute : endpoint.attributes()) {
            first = first.withAttribute(attribute.name(), attribute.value());
        }
        first = first.withAttribute(ENTITY, device.entity())
                .withAttribute(STATE, "full")
                .withAttribute(Msci.name("session-type"), "focus")
                .withAttribute(Msci.name("endpoint-uri"), device.contact())
                .with(Msci.info(Info.STATUS, device.onHold() ? EndpointStatus.ON_HOLD : EndpointStatus.CONNECTED));
        boolean extended = false;
        for (Element child : endpoint.elements()) {
            if (!extended && !child.name().namespace().equals(Name.INFO_NAMESPACE)) {
                first = first.with(Msci.element("authMethod", device.method().word()));
                extended = true;
            }
            first = first.with(child);
        }
        return extended
                ? first
                : first.with(Msci.element("authMethod", device.method().word()));
    }
}
