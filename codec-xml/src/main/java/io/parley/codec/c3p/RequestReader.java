package io.parley.codec.c3p;

import static io.parley.c3p.C3pNames.cccp;
import static io.parley.c3p.C3pNames.msci;
import static io.parley.c3p.C3pNames.mscp;

import io.parley.c3p.Access;
import io.parley.c3p.C3pEndpoint;
import io.parley.c3p.C3pMedia;
import io.parley.c3p.C3pNames;
import io.parley.c3p.C3pRequest;
import io.parley.c3p.C3pRole;
import io.parley.c3p.C3pSchema;
import io.parley.c3p.C3pUser;
import io.parley.c3p.ClientReason;
import io.parley.c3p.Command;
import io.parley.c3p.ConferenceCommand;
import io.parley.c3p.ConferenceKeys;
import io.parley.c3p.DialogId;
import io.parley.c3p.FactoryCommand;
import io.parley.c3p.MediaCommand;
import io.parley.c3p.MediaFilter;
import io.parley.c3p.MediaKeys;
import io.parley.c3p.Shape;
import io.parley.c3p.UnknownCommand;
import io.parley.c3p.UserCommand;
import io.parley.c3p.UserKeys;
import io.parley.document.Element;
import io.parley.document.Name;
import java.util.List;
import java.util.Optional;

/** From an arranged {@code request} to its value (sections 2.2.3.1 to 2.2.3.27). */
final class RequestReader {

    private static final Name CONFERENCE_KEYS = cccp("conferenceKeys");

    private RequestReader() {}

    static C3pRequest read(Element root) throws UnreadableC3pException {
        Part request = new Part(root);
        Element command = command(root);
        Optional<Shape> shape = C3pSchema.REQUEST.child(command.name());
        C3pCodec.refuse(C3pSchema.REQUEST.fault(root));
        return new C3pRequest(
                request.needed("requestId"),
                request.uri("from"),
                request.uri("to"),
                command(new Part(command)),
                shape.map(known -> known.extensions(command)).orElse(List.of()));
    }

    /** The one command: one that is known, or if there is none the one element that is not. */
    private static Element command(Element root) throws UnreadableC3pException {
        List<Element> known = root.elements().stream()
                .filter(child -> C3pSchema.REQUEST.child(child.name()).isPresent())
                .toList();
        List<Element> commands = known.isEmpty() ? C3pSchema.REQUEST.extensions(root) : known;
        if (commands.size() != 1) {
            throw new UnreadableC3pException("a request holds exactly one command, not " + commands.size());
        }
        return commands.get(0);
    }

    private static Command command(Part part) throws UnreadableC3pException {
        if (C3pSchema.REQUEST.child(part.element().name()).isEmpty()) {
            return new UnknownCommand(part.element());
        }
        return switch (part.element().name().local()) {
            case "addUser" ->
                new UserCommand.AddUser(conferenceKeys(part), user(part), part.mcuUri(), allowsSessionReplace(part));
            case "modifyUser" ->
                new UserCommand.ModifyUser(conferenceKeys(part), user(part), part.mcuUri(), allowsSessionReplace(part));
            case "endorseUser" ->
                new UserCommand.EndorseUser(
                        conferenceKeys(part),
                        Part.uri(part.text(cccp("endorsee")), "endorsee"),
                        dialogId(part.child(C3pNames.DIALOG_ID)));
            case "modifyUserRoles" -> new UserCommand.ModifyUserRoles(userKeys(part), role(part), part.mcuUri());
            case "deleteUser" -> deleteUser(part);
            case "setLobbyAccess" -> setLobbyAccess(part);
            case "modifyEndpoint" ->
                new UserCommand.ModifyEndpoint(
                        part.child(cccp("endpointKeys")).endpointKeys(),
                        new C3pEndpoint(part.child(C3pNames.ENDPOINT).element()),
                        part.mcuUri());
            case "modifyConferenceLock" ->
                new ConferenceCommand.ModifyConferenceLock(
                        conferenceKeys(part), part.flag(cccp("locked")), part.lockSettings());
            case "deleteConference" -> new ConferenceCommand.DeleteConference(conferenceKeys(part));
            case "getConference" -> getConference(part);
            case "modifyConference" -> new ConferenceCommand.ModifyConference(conferenceInfo(part), part.mcuUri());
            case "modifyConferenceAnnouncements" ->
                new ConferenceCommand.ModifyConferenceAnnouncements(
                        conferenceKeys(part), part.flag(cccp("enabled")), part.mcuUri());
            case "modifyUsersMediaFilters" -> modifyUsersMediaFilters(part);
            case "addEndpointMedia" -> new MediaCommand.AddEndpointMedia(mediaKeys(part), media(part), part.mcuUri());
            case "modifyEndpointMedia" ->
                new MediaCommand.ModifyEndpointMedia(mediaKeys(part), media(part), part.mcuUri());
            case "deleteEndpointMedia" -> new MediaCommand.DeleteEndpointMedia(mediaKeys(part), part.mcuUri());
            case "addConference" -> new FactoryCommand.AddConference(conferenceInfo(part));
            case "getConferences" ->
                new FactoryCommand.GetConferences(
                        part.attribute("static").filter("true"::equals).isPresent());
            case "getAvailableMcuTypes" -> new FactoryCommand.GetAvailableMcuTypes();
            case "getEncryptionKey" -> new FactoryCommand.GetEncryptionKey();
            case "getConferencingCapabilities" -> new FactoryCommand.GetConferencingCapabilities();
            default -> throw new IllegalStateException(part.element().name() + " is in the schema and not here");
        };
    }

    private static ConferenceKeys conferenceKeys(Part command) throws UnreadableC3pException {
        return command.child(CONFERENCE_KEYS).conferenceKeys();
    }

    private static UserKeys userKeys(Part command) throws UnreadableC3pException {
        Part keys = command.child(cccp("userKeys"));
        return new UserKeys(keys.uri("confEntity"), keys.uri("userEntity"));
    }

    private static MediaKeys mediaKeys(Part command) throws UnreadableC3pException {
        Part keys = command.child(cccp("mediaKeys"));
        return new MediaKeys(
                keys.uri("confEntity"),
                keys.uri("userEntity"),
                keys.needed("endpointEntity"),
                keys.attribute("mediaId"));
    }

    private static C3pMedia media(Part command) throws UnreadableC3pException {
        return new C3pMedia(command.child(C3pNames.MEDIA).element());
    }

    private static Element conferenceInfo(Part command) throws UnreadableC3pException {
        return command.child(C3pNames.CONFERENCE_INFO).element();
    }

    private static C3pUser user(Part command) throws UnreadableC3pException {
        Element user = command.child(C3pNames.USER).element();
        return C3pUser.read(user)
                .orElseThrow(() -> new UnreadableC3pException(
                        "user/@entity: '" + user.attribute(C3pNames.ENTITY).orElse("") + "' is not a SIP URI"));
    }

    private static boolean allowsSessionReplace(Part command) {
        return command.element()
                .attribute(mscp("allow-session-replace"))
                .filter("true"::equals)
                .isPresent();
    }

    private static DialogId dialogId(Part dialog) throws UnreadableC3pException {
        return new DialogId(
                dialog.text(C3pNames.ci("call-id")),
                dialog.text(C3pNames.ci("from-tag")),
                dialog.text(C3pNames.ci("to-tag")));
    }

    private static C3pRole role(Part command) throws UnreadableC3pException {
        List<String> roles = command.child(C3pNames.USER_ROLES).texts(C3pNames.ENTRY);
        if (roles.size() != 1) {
            throw new UnreadableC3pException("user-roles needs exactly one entry, not " + roles.size());
        }
        return C3pRole.of(roles.get(0))
                .orElseThrow(() -> new UnreadableC3pException(
                        "user-roles/entry: '" + roles.get(0) + "' is neither presenter nor attendee"));
    }

    private static Command deleteUser(Part part) throws UnreadableC3pException {
        return new UserCommand.DeleteUser(
                userKeys(part),
                part.optional(cccp("endpointEntity"))
                        .map(child -> child.element().text().strip())
                        .filter(entity -> !entity.isEmpty()),
                part.attribute("client-reason").map(ClientReason::new),
                part.mcuUri());
    }

    private static Command setLobbyAccess(Part part) throws UnreadableC3pException {
        return new UserCommand.SetLobbyAccess(
                conferenceKeys(part),
                part.uris(cccp("userEntity")),
                Access.of(part.text(cccp("access")))
                        .orElseThrow(() -> new UnreadableC3pException("access is granted or denied")));
    }

    private static Command getConference(Part part) throws UnreadableC3pException {
        return new ConferenceCommand.GetConference(
                conferenceKeys(part),
                part.optional(cccp("notify"))
                        .filter(flag -> flag.element().text().equals("true"))
                        .isPresent(),
                part.element().textAt(msci("encryption-key"), msci("x509-certificate")));
    }

    private static Command modifyUsersMediaFilters(Part part) throws UnreadableC3pException {
        return new ConferenceCommand.ModifyUsersMediaFilters(
                conferenceKeys(part),
                part.texts(cccp("mediaLabel")),
                part.element().childText(msci("media-ingress-filter")).flatMap(MediaFilter::of),
                part.element().childText(msci("media-egress-filter")).flatMap(MediaFilter::of),
                part.texts(cccp("excludeRole")),
                part.uris(cccp("excludeUser")),
                part.mcuUri());
    }
}
