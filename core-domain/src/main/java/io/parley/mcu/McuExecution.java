package io.parley.mcu;

import io.parley.c3p.Answer;
import io.parley.c3p.C3pRequest;
import io.parley.c3p.C3pResponse;
import io.parley.c3p.Reason;

/**
 * What an MCU makes of a command.
 *
 * @param next its state then; the same as before if nothing changes
 * @param response the final response
 */
public record McuExecution(McuState next, C3pResponse response) {

    static McuExecution done(McuState next, C3pRequest request, Answer answer) {
        return new McuExecution(next, C3pResponse.success(request, answer).respondedBy(next.uri()));
    }

    static McuExecution failed(McuState unchanged, C3pRequest request, Reason reason, Answer answer, String words) {
        return new McuExecution(
                unchanged,
                C3pResponse.failure(request, reason, answer).saying(words).respondedBy(unchanged.uri()));
    }

    static McuExecution unsupported(McuState unchanged, C3pRequest request) {
        return new McuExecution(
                unchanged,
                C3pResponse.failure(request, Reason.NOT_SUPPORTED)
                        .saying("this MCU does not execute " + request.command().name())
                        .respondedBy(unchanged.uri()));
    }
}
