package io.parley.codec.c3p;

import static io.parley.c3p.C3pNames.cccp;
import static io.parley.c3p.C3pNames.msci;
import static io.parley.c3p.C3pNames.mscp;

import io.parley.c3p.Answer;
import io.parley.c3p.C3pCode;
import io.parley.c3p.C3pEndpoint;
import io.parley.c3p.C3pMedia;
import io.parley.c3p.C3pNames;
import io.parley.c3p.C3pResponse;
import io.parley.c3p.C3pSchema;
import io.parley.c3p.C3pUser;
import io.parley.c3p.CommandResponse;
import io.parley.c3p.ConferenceKeys;
import io.parley.c3p.ConnectionInfo;
import io.parley.c3p.DiagnosticsInfo;
import io.parley.c3p.EndpointKeys;
import io.parley.c3p.LobbyStatus;
import io.parley.c3p.Reason;
import io.parley.document.Element;
import io.parley.document.Name;
import io.parley.identity.SipUri;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.BiFunction;

/** From an arranged {@code response} to its value (sections 2.2.3.2 to 2.2.3.28). */
final class ResponseReader {

    private static final Name DIAGNOSTICS = mscp("diagnostics-info");

    private ResponseReader() {}

    static C3pResponse read(Element root) throws UnreadableC3pException {
        Part response = new Part(root);
        Optional<Part> command = command(root);
        C3pCodec.refuse(C3pSchema.RESPONSE.fault(root));
        return new C3pResponse(
                response.needed("requestId"),
                response.uri("from"),
                response.uri("to"),
                C3pCode.of(response.needed("code")).orElseThrow(),
                reason(response),
                response.attribute("displayString"),
                number(response.attribute("retryAfter")),
                response.attribute("responder").flatMap(SipUri::parse),
                diagnostics(response, command),
                command.isPresent() ? Optional.of(commandResponse(command.get())) : Optional.empty());
    }

    /** The one command, if there is one. */
    private static Optional<Part> command(Element root) throws UnreadableC3pException {
        List<Element> commands = root.elements().stream()
                .filter(child -> C3pSchema.RESPONSE.child(child.name()).isPresent()
                        && !child.name().equals(DIAGNOSTICS))
                .toList();
        if (commands.size() > 1) {
            throw new UnreadableC3pException("a response holds at most one command, not " + commands.size());
        }
        return commands.stream().findFirst().map(Part::new);
    }

    private static Optional<Reason> reason(Part part) {
        return part.attribute("reason").filter(word -> !word.isEmpty()).map(Reason::new);
    }

    /** A number; one that is too great is as good as the greatest. */
    private static OptionalInt number(Optional<String> number) {
        return number.map(digits -> OptionalInt.of(digits.length() > 9 ? Integer.MAX_VALUE : Integer.parseInt(digits)))
                .orElse(OptionalInt.empty());
    }

    private static DiagnosticsInfo diagnostics(Part response, Optional<Part> command) {
        return command.flatMap(part -> part.optional(DIAGNOSTICS))
                .or(() -> response.optional(DIAGNOSTICS))
                .map(part -> new DiagnosticsInfo(pairs(part, DiagnosticsInfo.Entry::new)))
                .orElse(DiagnosticsInfo.NONE);
    }

    private static <E> List<E> pairs(Part part, BiFunction<String, String, E> entry) {
        List<E> pairs = new ArrayList<>();
        part.element()
                .children(mscp("entry"))
                .forEach(pair -> pairs.add(entry.apply(
                        pair.childText(mscp("key")).orElse(""),
                        pair.childText(mscp("value")).orElse(""))));
        return pairs;
    }

    private static CommandResponse commandResponse(Part part) throws UnreadableC3pException {
        String name = part.element().name().local();
        return new CommandResponse(name, reason(part), part.mcuUri(), answer(name, part));
    }

    private static Answer answer(String name, Part part) throws UnreadableC3pException {
        return switch (name) {
            case "addUser", "modifyUser", "modifyUserRoles", "deleteUser" -> ofUser(part);
            case "addConference", "modifyConference", "deleteConference", "getConference" ->
                part.optional(C3pNames.CONFERENCE_INFO)
                        .<Answer>map(info -> new Answer.OfConference(info.element()))
                        .orElse(new Answer.Nothing());
            case "modifyConferenceLock" -> ofLock(part);
            case "endorseUser" -> new Answer.OfEndorsement(keys(part), part.attribute("result"));
            case "setLobbyAccess" -> ofLobby(part);
            case "modifyEndpoint" -> ofEndpoint(part);
            case "addEndpointMedia", "modifyEndpointMedia", "deleteEndpointMedia" -> ofMedia(part);
            case "modifyConferenceAnnouncements" -> new Answer.OfAnnouncements(part.flag(cccp("enabled")));
            case "modifyUsersMediaFilters" ->
                new Answer.OfMediaFilters(
                        part.child(cccp("conferenceKeys")).conferenceKeys(),
                        part.texts(cccp("unsupportedRole")),
                        part.uris(cccp("unknownUser")),
                        part.texts(cccp("unsupportedMediaLabel")));
            case "getConferences" -> ofConferences(part);
            case "getAvailableMcuTypes" ->
                new Answer.OfMcuTypes(part.child(cccp("mcu-types")).texts(cccp("mcuType")));
            case "getEncryptionKey" ->
                new Answer.OfEncryptionKey(
                        part.child(msci("encryption-key")).text(msci("x509-certificate")),
                        part.element().textAt(msci("opaque"), msci("issuing-server")));
            case "getConferencingCapabilities" -> ofCapabilities(part);
            default -> throw new IllegalStateException(name + " is in the schema and not here");
        };
    }

    private static Optional<ConferenceKeys> keys(Part part) {
        return part.optional(cccp("conferenceKeys")).map(Part::conferenceKeys);
    }

    /** A user; keys of a user stand where an example has them instead of keys of the conference (section 4.4.2). */
    private static Answer ofUser(Part part) {
        Optional<ConferenceKeys> keys = keys(part)
                .or(() -> part.element().elements().stream()
                        .filter(child -> child.name().local().equals("userKeys"))
                        .findFirst()
                        .map(child -> new Part(child).conferenceKeys()));
        Optional<C3pUser> user = part.optional(C3pNames.USER).flatMap(child -> C3pUser.read(child.element()));
        Optional<ConnectionInfo> connection = part.optional(mscp("connection-info"))
                .map(info -> new ConnectionInfo(pairs(info, ConnectionInfo.Entry::new)));
        return keys.isEmpty() && user.isEmpty() && connection.isEmpty()
                ? new Answer.Nothing()
                : new Answer.OfUser(keys, user, connection);
    }

    private static Answer ofLock(Part part) throws UnreadableC3pException {
        Optional<SipUri> conference = part.element()
                .at(C3pNames.CONFERENCE_INFO)
                .flatMap(info -> info.attribute(C3pNames.ENTITY))
                .flatMap(SipUri::parse);
        Optional<Boolean> locked = part.element().childText(cccp("locked")).map(Boolean::valueOf);
        return conference.isEmpty() && locked.isEmpty() && part.lockSettings().isEmpty()
                ? new Answer.Nothing()
                : new Answer.OfLock(conference, locked, part.lockSettings());
    }

    private static Answer ofLobby(Part part) throws UnreadableC3pException {
        List<LobbyStatus> statuses = new ArrayList<>();
        for (Element each : part.element().children(cccp("status"))) {
            Part status = new Part(each);
            statuses.add(new LobbyStatus(
                    Part.uri(status.text(cccp("userEntity")), "status/userEntity"),
                    new LobbyStatus.Word(status.attribute("reason").orElse(""))));
        }
        return keys(part).isEmpty() && statuses.isEmpty()
                ? new Answer.Nothing()
                : new Answer.OfLobby(keys(part), statuses);
    }

    private static Optional<EndpointKeys> endpointKeys(Part part) throws UnreadableC3pException {
        Optional<Part> keys = part.optional(cccp("endpointKeys"));
        return keys.isPresent() ? Optional.of(keys.get().endpointKeys()) : Optional.empty();
    }

    private static Answer ofEndpoint(Part part) throws UnreadableC3pException {
        Optional<EndpointKeys> keys = endpointKeys(part);
        Optional<C3pEndpoint> endpoint =
                part.optional(C3pNames.ENDPOINT).map(child -> new C3pEndpoint(child.element()));
        return keys.isEmpty() && endpoint.isEmpty() ? new Answer.Nothing() : new Answer.OfEndpoint(keys, endpoint);
    }

    private static Answer ofMedia(Part part) throws UnreadableC3pException {
        Optional<EndpointKeys> keys = endpointKeys(part);
        Optional<C3pMedia> media = part.optional(C3pNames.MEDIA).map(child -> new C3pMedia(child.element()));
        return keys.isEmpty() && media.isEmpty() ? new Answer.Nothing() : new Answer.OfMedia(keys, media);
    }

    private static Answer ofConferences(Part part) throws UnreadableC3pException {
        List<Element> infos = new ArrayList<>();
        part.child(cccp("conferences"))
                .element()
                .children(C3pNames.CONFERENCE_INFO)
                .forEach(infos::add);
        return new Answer.OfConferences(
                infos, part.attribute("static").filter("true"::equals).isPresent());
    }

    private static Answer ofCapabilities(Part part) throws UnreadableC3pException {
        return new Answer.OfCapabilities(
                number(part.attribute("capability-version")).orElse(0),
                part.child(cccp("mcu-types")).texts(cccp("mcuType")),
                part.child(cccp("pstn-bridging")).flag(cccp("enabled")),
                part.element().childText(cccp("anonymous-scheduling")).map(Boolean::valueOf));
    }
}
