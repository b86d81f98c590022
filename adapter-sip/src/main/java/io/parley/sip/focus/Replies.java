package io.parley.sip.focus;

import io.parley.c3p.C3pRequest;
import io.parley.c3p.C3pResponse;
import io.parley.c3p.MalformedC3p;
import io.parley.c3p.Reason;
import io.parley.c3p.SipEnvelope;
import io.parley.codec.c3p.C3pCodec;
import io.parley.participation.Refusal;
import io.parley.sip.message.SipBody;
import io.parley.sip.message.SipResponse;

/** Responses of SIP, where there is something to say with a body of C3P. */
record Replies(C3pCodec codec) {

    /** Status codes that several kinds of requests are answered with. */
    static final SipResponse NOT_FOUND = SipResponse.of(404, "Not Found");

    static SipResponse malformed(String fault) {
        return SipResponse.of(400, "Bad Request").with("Warning", "399 parley \"" + quoted(fault) + "\"");
    }

    private static String quoted(String text) {
        return text.replaceAll("[\\\\\"\\p{Cntrl}]", "'");
    }

    /** The body of a response in {@code dialect}. */
    SipBody body(Dialect dialect, C3pResponse response) {
        return SipBody.of(dialect.commands(), codec.writeResponse(response));
    }

    /** 400 to a body that cannot be read, with {@code requestMalformed} if there is a {@code requestId} to answer to. */
    SipResponse unreadable(Dialect dialect, MalformedC3p fault, SipEnvelope envelope) {
        SipResponse bare = malformed(fault.fault());
        return fault.response(envelope.from(), envelope.to())
                .map(response -> bare.with(body(dialect, response)))
                .orElse(bare);
    }

    /** 400 to a request that cannot be what its sender means. */
    SipResponse malformed(Dialect dialect, C3pRequest request, String fault) {
        return malformed(fault)
                .with(body(
                        dialect,
                        C3pResponse.failure(request, Reason.REQUEST_MALFORMED).saying(fault)));
    }

    /** What becomes of an INVITE that is refused for a reason that the conference has. */
    SipResponse refused(Dialect dialect, C3pRequest request, Refusal refusal) {
        return switch (refusal.kind()) {
            case NO_CONFERENCE -> with(dialect, request, NOT_FOUND, Reason.CONFERENCE_DOESNT_EXIST, refusal);
            case FORBIDDEN -> with(dialect, request, SipResponse.of(403, "Forbidden"), Reason.UNAUTHORIZED, refusal);
            case FULL -> with(dialect, request, SipResponse.of(603, "Decline"), Reason.OTHER_FAILURE, refusal);
            case UNAUTHORIZED ->
                with(dialect, request, SipResponse.of(401, "Unauthorized"), Reason.UNAUTHORIZED, refusal);
        };
    }

    private SipResponse with(Dialect dialect, C3pRequest request, SipResponse bare, Reason reason, Refusal refusal) {
        return bare.with(body(dialect, C3pResponse.failure(request, reason).saying(refusal.reason())));
    }
}
