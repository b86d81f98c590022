package io.parley.c3p;

import io.parley.document.Element;
import io.parley.document.ElementType;
import io.parley.document.Name;
import io.parley.identity.SipUri;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What can be wrong with a request without a look at the conference. Such a fault is answered with SIP 400 and
 * {@code requestMalformed}; faults of state are somebody else's.
 *
 * <p>The checks of a command are a list, and the first that refuses is the answer. What the types of a command exclude is not in the list,
 * since a codec has refused it before: a missing or doubled {@code user}, keys without URIs, one or two of the three settings of a lock.
 */
public final class DocumentFaults {

    /** One check: what it refuses in words, or empty. */
    private interface Check {
        Optional<String> fault(C3pRequest request, SipEnvelope envelope);
    }

    private static final List<Check> ENVELOPE = List.of(DocumentFaults::from, DocumentFaults::to);

    private static final List<Check> COMMAND_OF_A_FOCUS = List.of(DocumentFaults::confEntity);

    private static final List<Check> JOINING = List.of(
            DocumentFaults::userIsSip,
            DocumentFaults::userIsSender,
            DocumentFaults::oneRole,
            DocumentFaults::knownRole,
            DocumentFaults::oneEndpoint,
            DocumentFaults::endpointEntity,
            DocumentFaults::atMostOneRoleOfAnEndpoint);

    private static final List<Check> DIAL_OUT = List.of(
            DocumentFaults::mcuUri,
            DocumentFaults::userIsSip,
            DocumentFaults::atMostOneRole,
            DocumentFaults::knownRole,
            DocumentFaults::atMostOneEndpoint,
            DocumentFaults::endpointEntity,
            DocumentFaults::atMostOneRoleOfAnEndpoint,
            DocumentFaults::joiningMethodOfACall);

    private static final List<Check> DIAL_IN = List.of(
            DocumentFaults::mcuUri,
            DocumentFaults::userIsSip,
            DocumentFaults::userIsSender,
            DocumentFaults::atMostOneRole,
            DocumentFaults::knownRole,
            DocumentFaults::atMostOneEndpoint,
            DocumentFaults::endpointEntity,
            DocumentFaults::atMostOneRoleOfAnEndpoint,
            DocumentFaults::joiningMethodOfACall);

    private static final Map<C3pCommand, List<Check>> OF_COMMANDS = Map.of(
            C3pCommand.JOIN,
            JOINING,
            C3pCommand.ADD_USER_DIAL_OUT,
            DIAL_OUT,
            C3pCommand.ADD_USER_DIAL_IN,
            DIAL_IN,
            C3pCommand.DELETE_USER,
            List.of(DocumentFaults::noEndpointEntity),
            C3pCommand.MODIFY_ENDPOINT,
            List.of(DocumentFaults::endpointIsThatOfTheKeys, DocumentFaults::atMostOneRoleOfAnEndpoint),
            C3pCommand.MODIFY_USER,
            List.of(
                    DocumentFaults::atMostOneRole,
                    DocumentFaults::knownRole,
                    DocumentFaults::atMostOneRoleOfAnEndpoint),
            C3pCommand.MODIFY_CONFERENCE,
            List.of(DocumentFaults::mcuUri, DocumentFaults::oneEntityViewOfTheMcu));

    private DocumentFaults() {}

    /**
     * The first fault of {@code request}, naming what is wrong; empty if there is none. Of a command that nobody knows, only who says it
     * to whom can be wrong.
     */
    public static Optional<String> first(C3pRequest request, SipEnvelope envelope) {
        return firstOf(ENVELOPE, request, envelope)
                .or(() -> C3pCommand.of(request, envelope).flatMap(command -> ofCommand(command, request, envelope)))
                .map(Excerpt::fault);
    }

    private static Optional<String> ofCommand(C3pCommand command, C3pRequest request, SipEnvelope envelope) {
        Optional<String> ofAFocus = command.carrier() == Carrier.SERVICE
                ? Optional.empty()
                : firstOf(COMMAND_OF_A_FOCUS, request, envelope);
        return ofAFocus.or(() -> firstOf(OF_COMMANDS.getOrDefault(command, List.of()), request, envelope));
    }

    /** Whether an INVITE carries something else than the two commands that it may (section 2.2.1.2), and what. */
    public static Optional<String> ofInvite(C3pRequest request) {
        String name = request.command().name();
        boolean may = request.command() instanceof UserCommand.AddUser
                || request.command() instanceof UserCommand.EndorseUser;
        return may
                ? Optional.empty()
                : Optional.of(Excerpt.fault("an INVITE carries addUser or endorseUser, not " + name));
    }

    private static Optional<String> firstOf(List<Check> checks, C3pRequest request, SipEnvelope envelope) {
        for (Check check : checks) {
            Optional<String> fault = check.fault(request, envelope);
            if (fault.isPresent()) {
                return fault;
            }
        }
        return Optional.empty();
    }

    private static Optional<String> unless(boolean holds, String fault) {
        return holds ? Optional.empty() : Optional.of(fault);
    }

    /** Section 2.2.3.1.1. */
    private static Optional<String> from(C3pRequest request, SipEnvelope envelope) {
        return unless(
                envelope.same(request.from(), envelope.from()),
                "request/@from is " + request.from() + ", the sender is " + envelope.from());
    }

    /** Section 2.2.3.1.1. */
    private static Optional<String> to(C3pRequest request, SipEnvelope envelope) {
        return unless(
                envelope.same(request.to(), envelope.to()),
                "request/@to is " + request.to() + ", the addressee is " + envelope.to());
    }

    /** Sections 2.2.3.3, 2.2.3.7 and their like. */
    private static Optional<String> confEntity(C3pRequest request, SipEnvelope envelope) {
        Optional<SipUri> entity = request.command().confEntity();
        return unless(
                entity.filter(uri -> envelope.same(uri, envelope.to())).isPresent(),
                "the conference is " + entity.map(SipUri::toString).orElse("missing") + ", the addressee is "
                        + envelope.to());
    }

    private static C3pUser user(C3pRequest request) {
        if (request.command() instanceof UserCommand.AddUser addUser) {
            return addUser.user();
        }
        if (request.command() instanceof UserCommand.ModifyUser modify) {
            return modify.user();
        }
        throw new IllegalArgumentException(request.command().name() + " has no user");
    }

    private static Optional<String> userIsSip(C3pRequest request, SipEnvelope envelope) {
        SipUri entity = user(request).entity();
        return unless(entity.isSip(), "user/@entity has to be a SIP URI, not " + entity);
    }

    /** Sections 2.2.3.3 and 2.2.3.17. */
    private static Optional<String> userIsSender(C3pRequest request, SipEnvelope envelope) {
        SipUri entity = user(request).entity();
        return unless(
                envelope.same(entity, request.from()),
                "user/@entity is " + entity + ", the sender is " + request.from());
    }

    private static int count(C3pRequest request, Name name) {
        int count = 0;
        for (Element child : user(request).element().elements()) {
            count += child.name().equals(name) ? 1 : 0;
        }
        return count;
    }

    private static Optional<String> oneRole(C3pRequest request, SipEnvelope envelope) {
        int count = user(request).roles().size();
        return unless(count == 1, "user needs exactly one role, not " + count);
    }

    private static Optional<String> atMostOneRole(C3pRequest request, SipEnvelope envelope) {
        int count = user(request).roles().size();
        return unless(count <= 1, "user has at most one role, not " + count);
    }

    private static Optional<String> knownRole(C3pRequest request, SipEnvelope envelope) {
        return user(request).roles().stream()
                .filter(role -> C3pRole.of(role).isEmpty())
                .findFirst()
                .map(role -> "the role is presenter or attendee, not '" + role + "'");
    }

    /** Section 2.2.2.5. */
    private static Optional<String> atMostOneRoleOfAnEndpoint(C3pRequest request, SipEnvelope envelope) {
        List<C3pEndpoint> endpoints = request.command() instanceof UserCommand.ModifyEndpoint modify
                ? List.of(modify.endpoint())
                : user(request).endpoints();
        return endpoints.stream()
                .filter(endpoint -> endpoint.roles().size() > 1)
                .findFirst()
                .map(endpoint ->
                        "endpoint has at most one role, not " + endpoint.roles().size());
    }

    private static Optional<String> oneEndpoint(C3pRequest request, SipEnvelope envelope) {
        int count = count(request, C3pNames.ENDPOINT);
        return unless(count == 1, "user needs exactly one endpoint, not " + count);
    }

    private static Optional<String> atMostOneEndpoint(C3pRequest request, SipEnvelope envelope) {
        int count = count(request, C3pNames.ENDPOINT);
        return unless(count <= 1, "user has at most one endpoint, not " + count);
    }

    private static Optional<String> endpointEntity(C3pRequest request, SipEnvelope envelope) {
        return unless(
                user(request).endpoints().stream()
                        .allMatch(endpoint -> endpoint.entity()
                                .filter(entity -> !entity.isBlank())
                                .isPresent()),
                "endpoint needs the attribute entity");
    }

    /** Sections 2.2.3.15 and 2.2.3.17. */
    private static Optional<String> joiningMethodOfACall(C3pRequest request, SipEnvelope envelope) {
        return unless(
                user(request)
                        .endpoint()
                        .flatMap(C3pEndpoint::joiningMethod)
                        .filter(C3pJoiningMethod.FOCUS_OWNER::equals)
                        .isEmpty(),
                "joining-method is dialed-in or dialed-out, not focus-owner");
    }

    private static Optional<String> mcuUri(C3pRequest request, SipEnvelope envelope) {
        return unless(request.command().mcuUri().isPresent(), request.command().name() + " needs the attribute mcuUri");
    }

    /** Section 2.2.3.11. */
    private static Optional<String> noEndpointEntity(C3pRequest request, SipEnvelope envelope) {
        return unless(
                request.command() instanceof UserCommand.DeleteUser delete
                        && delete.endpointEntity().isEmpty(),
                "deleteUser must not hold endpointEntity");
    }

    /** Section 2.2.3.23. */
    private static Optional<String> endpointIsThatOfTheKeys(C3pRequest request, SipEnvelope envelope) {
        return unless(
                request.command() instanceof UserCommand.ModifyEndpoint modify
                        && modify.endpoint()
                                .entity()
                                .filter(modify.endpointKeys().endpointEntity()::equals)
                                .isPresent(),
                "endpoint/@entity has to be that of endpointKeys");
    }

    /** Section 2.2.3.27. */
    private static Optional<String> oneEntityViewOfTheMcu(C3pRequest request, SipEnvelope envelope) {
        Element info = request.command() instanceof ConferenceCommand.ModifyConference modify
                ? modify.conferenceInfo()
                : ElementType.foreign(C3pNames.CONFERENCE_INFO).empty();
        List<Element> views = info.elements();
        if (views.size() != 1 || !views.get(0).name().equals(C3pNames.CONFERENCE_VIEW)) {
            return Optional.of("conference-info has to hold one conference-view and nothing else");
        }
        List<Element> entities = views.get(0).elements();
        if (entities.size() != 1 || !entities.get(0).name().equals(C3pNames.ENTITY_VIEW)) {
            return Optional.of("conference-view has to hold one entity-view and nothing else");
        }
        Optional<SipUri> entity = entities.get(0).attribute(C3pNames.ENTITY).flatMap(SipUri::parse);
        return unless(
                entity.filter(uri -> request.command()
                                .mcuUri()
                                .filter(mcu -> envelope.same(uri, mcu))
                                .isPresent())
                        .isPresent(),
                "entity-view/@entity has to be the mcuUri");
    }
}
