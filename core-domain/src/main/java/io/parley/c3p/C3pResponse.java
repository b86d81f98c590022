package io.parley.c3p;

import io.parley.identity.SipUri;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A response of C3P (section 2.2.3.2.1). {@code timeOut} and {@code version} are neither read nor written, as that section says.
 *
 * @param requestId the one of the request
 * @param from whom the request was sent to
 * @param to who sent it
 * @param code what kind of response it is
 * @param reason why the command failed, if that is a reason that all commands know
 * @param displayString that in words, for people
 * @param retryAfter after how many seconds the command may be sent again
 * @param responder the MCU that answered, if one did
 * @param diagnostics what is told those who look for a fault; it stands in the command, or in the response if that has none
 * @param command the element of the command
 */
public record C3pResponse(
        String requestId,
        SipUri from,
        SipUri to,
        C3pCode code,
        Optional<Reason> reason,
        Optional<String> displayString,
        OptionalInt retryAfter,
        Optional<SipUri> responder,
        DiagnosticsInfo diagnostics,
        Optional<CommandResponse> command) {

    /** The response to a request that was executed. */
    public static C3pResponse success(C3pRequest request, Answer answer) {
        return bare(request, C3pCode.SUCCESS).with(CommandResponse.of(request.command(), answer));
    }

    /** The response to a request that is being executed. */
    public static C3pResponse pending(C3pRequest request) {
        return bare(request, C3pCode.PENDING);
    }

    /** The response to a request that failed for a reason that all commands know; without the element of the command. */
    public static C3pResponse failure(C3pRequest request, Reason reason) {
        return failure(request.requestId(), request.to(), request.from(), reason);
    }

    /** Likewise, where there is no request that could be read. */
    public static C3pResponse failure(String requestId, SipUri from, SipUri to, Reason reason) {
        return bare(requestId, from, to, C3pCode.FAILURE).because(Optional.of(reason));
    }

    /** The response to a request that failed for a reason of the command's own, which stands on its element. */
    public static C3pResponse failure(C3pRequest request, Reason reason, Answer answer) {
        return bare(request, C3pCode.FAILURE).with(CommandResponse.failed(request.command(), reason, answer));
    }

    private static C3pResponse bare(C3pRequest request, C3pCode code) {
        return bare(request.requestId(), request.to(), request.from(), code);
    }

    private static C3pResponse bare(String requestId, SipUri from, SipUri to, C3pCode code) {
        return new C3pResponse(
                requestId,
                from,
                to,
                code,
                Optional.empty(),
                Optional.empty(),
                OptionalInt.empty(),
                Optional.empty(),
                DiagnosticsInfo.NONE,
                Optional.empty());
    }

    private C3pResponse because(Optional<Reason> why) {
        return new C3pResponse(
                requestId, from, to, code, why, displayString, retryAfter, responder, diagnostics, command);
    }

    /** This response with that element of the command. */
    public C3pResponse with(CommandResponse element) {
        return new C3pResponse(
                requestId,
                from,
                to,
                code,
                reason,
                displayString,
                retryAfter,
                responder,
                diagnostics,
                Optional.of(element));
    }

    /** This response with more for those who look for a fault. */
    public C3pResponse with(DiagnosticsInfo more) {
        return new C3pResponse(
                requestId,
                from,
                to,
                code,
                reason,
                displayString,
                retryAfter,
                responder,
                diagnostics.and(more),
                command);
    }

    /** This response with those words for people. */
    public C3pResponse saying(String words) {
        return new C3pResponse(
                requestId, from, to, code, reason, Optional.of(words), retryAfter, responder, diagnostics, command);
    }

    /** This response as one after which the command may be sent again. */
    public C3pResponse retryAfter(int seconds) {
        return new C3pResponse(
                requestId,
                from,
                to,
                code,
                reason,
                displayString,
                OptionalInt.of(seconds),
                responder,
                diagnostics,
                command);
    }

    /** This response as given by that MCU. */
    public C3pResponse respondedBy(SipUri mcu) {
        return new C3pResponse(
                requestId, from, to, code, reason, displayString, retryAfter, Optional.of(mcu), diagnostics, command);
    }

    /** This response, which an MCU gave to a request that was passed on, as the response to the request that came. */
    public C3pResponse inAnswerTo(C3pRequest request) {
        return new C3pResponse(
                request.requestId(),
                request.to(),
                request.from(),
                code,
                reason,
                displayString,
                retryAfter,
                responder,
                diagnostics,
                command);
    }

    /** Why the command failed, wherever that stands; empty if it did not, or nobody says. */
    public Optional<Reason> anyReason() {
        return command.flatMap(CommandResponse::reason).or(() -> reason);
    }
}
