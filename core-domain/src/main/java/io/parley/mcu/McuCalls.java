package io.parley.mcu;

import io.parley.c3p.Answer;
import io.parley.c3p.C3pEndpoint;
import io.parley.c3p.C3pJoiningMethod;
import io.parley.c3p.C3pMedia;
import io.parley.c3p.C3pNames;
import io.parley.c3p.C3pRequest;
import io.parley.c3p.C3pResponse;
import io.parley.c3p.C3pRole;
import io.parley.c3p.C3pUser;
import io.parley.c3p.ConnectionInfo;
import io.parley.c3p.DiagnosticsInfo;
import io.parley.c3p.MediaFilter;
import io.parley.c3p.Reason;
import io.parley.c3p.UserCommand.AddUser;
import io.parley.document.Element;
import io.parley.document.Name;
import io.parley.user.EndpointStatus;
import java.util.List;
import java.util.Optional;

/** {@code addUser} to an MCU: by a call of the MCU or by one of the user (MS-CONFBAS sections 2.2.3.15 to 2.2.3.18, 3.10 and 3.11). */
public final class McuCalls {

    /** The number that the diagnostics of an answer of SIP have, besides which its code stands. */
    private static final int CALL_FAILED = 1;

    private McuCalls() {}

    /** How {@code command} brings its user in: as it says, or a call of the sender himself is a dial-in (section 9 of the design). */
    public static C3pJoiningMethod method(C3pRequest request, AddUser command) {
        return command.user()
                .endpoint()
                .flatMap(C3pEndpoint::joiningMethod)
                .orElseGet(() -> command.user().entity().isEquivalentTo(request.from())
                        ? C3pJoiningMethod.DIALED_IN
                        : C3pJoiningMethod.DIALED_OUT);
    }

    /**
     * Why nobody is added: he is in by another endpoint, and is not said to change over to this one. A command that is repeated for the
     * endpoint that is in is not refused.
     */
    public static Optional<C3pResponse> refused(C3pRequest request, AddUser command, McuState state) {
        boolean isIn = state.user(command.user().entity())
                .filter(user -> !user.endpoint()
                        .flatMap(C3pEndpoint::entity)
                        .equals(command.user().endpoint().flatMap(C3pEndpoint::entity)))
                .isPresent();
        return !isIn || command.allowSessionReplace()
                ? Optional.empty()
                : Optional.of(failed(
                        request,
                        command,
                        state,
                        Reason.USER_EXISTS_ALREADY,
                        command.user().entity() + " is in by another endpoint"));
    }

    /**
     * The user as he is in the MCU once he is connected, with the one endpoint that he is to have. An attendee if the request does not say
     * otherwise (MS-CONFBAS section 2.2.3.17). What the server alone may tell of endpoints is not taken from clients; a medium that a moderator
     * has muted stays muted when the same endpoint comes again.
     *
     * @param endpoint the endpoint of the request, or one that was made for it
     */
    public static C3pUser connected(C3pUser asked, C3pEndpoint endpoint, C3pJoiningMethod method, McuState state) {
        C3pRole role = asked.role().orElse(C3pRole.ATTENDEE);
        Optional<C3pEndpoint> before = state.user(asked.entity())
                .flatMap(C3pUser::endpoint)
                .filter(standing -> standing.entity().equals(endpoint.entity()));
        C3pEndpoint device = endpoint.without(C3pNames.msci("authMethod"))
                .without(C3pNames.msci("accessMethod"))
                .withStatus(EndpointStatus.CONNECTED)
                .withJoiningMethod(method);
        device = device.withMedia(device.media().stream()
                .map(medium -> filtered(medium, before, role, state))
                .toList());
        C3pUser user = C3pUser.of(asked.entity());
        user = asked.displayText().map(user::withDisplayText).orElse(user);
        return Roles.given(user.withEndpoints(List.of(device)), role);
    }

    private static C3pMedia filtered(C3pMedia medium, Optional<C3pEndpoint> before, C3pRole role, McuState state) {
        Optional<C3pMedia> standing = before.flatMap(endpoint -> endpoint.media().stream()
                .filter(other -> other.id().equals(medium.id()))
                .findFirst());
        if (standing.isPresent()) {
            C3pMedia ingress = medium.withIngressFilter(standing.get().ingressFilter());
            return standing.get().egressFilter().map(ingress::withEgressFilter).orElse(ingress);
        }
        return initial(state, role, "ingressFilter")
                .map(medium::withIngressFilter)
                .orElse(medium);
    }

    private static Optional<MediaFilter> initial(McuState state, C3pRole role, String filter) {
        Optional<Element> rules = state.view().state(C3pNames.msci("mediaFiltersRules"));
        for (Element rule : rules.map(Element::elements).orElse(List.of())) {
            Name name = C3pNames.msci("initialFilters");
            if (rule.name().equals(name)
                    && rule.childText(C3pNames.msci("role")).equals(Optional.of(role.word()))) {
                return rule.childText(C3pNames.msci(filter)).flatMap(MediaFilter::of);
            }
        }
        return Optional.empty();
    }

    /** The response to {@code command} once it was executed. */
    public static C3pResponse succeeded(
            C3pRequest request, AddUser command, McuState state, Optional<ConnectionInfo> connectionInfo) {
        return C3pResponse.success(request, answer(request, command, connectionInfo))
                .respondedBy(state.uri());
    }

    /** The response to {@code command} while it is being executed. */
    public static C3pResponse pending(C3pRequest request, McuState state) {
        return C3pResponse.pending(request).respondedBy(state.uri());
    }

    /** The response to {@code command} that failed. */
    public static C3pResponse failed(C3pRequest request, AddUser command, McuState state, Reason reason, String words) {
        return C3pResponse.failure(request, reason, answer(request, command, Optional.empty()))
                .saying(words)
                .respondedBy(state.uri());
    }

    /** The response to {@code command} whose callee answered with that code of SIP (section 9 of the design). */
    public static C3pResponse unanswered(C3pRequest request, AddUser command, McuState state, int code, String phrase) {
        String source = state.uri().host().orElse("");
        return failed(request, command, state, reason(code), code + " " + phrase)
                .with(DiagnosticsInfo.of(
                        DiagnosticsInfo.MS_DIAGNOSTICS_PUBLIC, CALL_FAILED, code + " " + phrase, source));
    }

    private static Reason reason(int code) {
        return switch (code) {
            case 486, 600 -> Reason.USER_BUSY;
            case 408, 480 -> Reason.USER_NOT_ANSWERED;
            case 603 -> Reason.USER_DECLINED;
            case 404, 604 -> Reason.USER_UNKNOWN;
            default -> Reason.OTHER_FAILURE;
        };
    }

    /** Roles as they were asked for, or none; the endpoint under the entity that it was given (MS-CONFBAS section 2.2.3.16). */
    private static Answer answer(C3pRequest request, AddUser command, Optional<ConnectionInfo> connectionInfo) {
        C3pUser asked = command.user();
        C3pUser user = C3pUser.of(asked.entity());
        user = asked.displayText().map(user::withDisplayText).orElse(user);
        user = asked.role().map(user::withRole).orElse(user);
        C3pJoiningMethod method = method(request, command);
        user = user.withEndpoints(asked.endpoints().stream()
                .map(endpoint -> endpoint.withJoiningMethod(method))
                .toList());
        return new Answer.OfUser(Optional.of(command.conferenceKeys()), Optional.of(user), connectionInfo);
    }
}
