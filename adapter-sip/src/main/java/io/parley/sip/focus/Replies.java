package io.parley.sip.focus;

import io.parley.c3p.Answer;
import io.parley.c3p.C3pRequest;
import io.parley.c3p.C3pResponse;
import io.parley.c3p.CommandResponse;
import io.parley.c3p.MalformedC3p;
import io.parley.c3p.Reason;
import io.parley.c3p.SipEnvelope;
import io.parley.codec.c3p.C3pCodec;
import io.parley.participation.Refusal;
import io.parley.sip.message.SipBody;
import io.parley.sip.message.SipRequest;
import io.parley.sip.message.SipResponse;
import java.util.Locale;
import java.util.Optional;

/** Responses of SIP, where there is something to say with a body of C3P. */
record Replies(C3pCodec codec) {

    /** Status codes that several kinds of requests are answered with. */
    static final SipResponse NOT_FOUND = SipResponse.of(404, "Not Found");

    static final SipResponse FORBIDDEN = SipResponse.of(403, "Forbidden");

    /** A connection is held for that many seconds without a word. */
    private static final String KEPT_ALIVE = "UAS;tcp=no;hop-hop=yes;end-end=no;timeout=300";

    static SipResponse malformed(String fault) {
        return SipResponse.of(400, "Bad Request").with("Warning", "399 parley \"" + quoted(fault) + "\"");
    }

    private static String quoted(String text) {
        return text.replaceAll("[\\\\\"\\p{Cntrl}]", "'");
    }

    /** {@code response}, which says that empty lines keep the connection open, if the client asks (MS-CONMGMT section 2.2.1). */
    static SipResponse keptAlive(SipRequest request, SipResponse response) {
        boolean asks = request.header("ms-keep-alive")
                .filter(text -> text.replace(" ", "").toLowerCase(Locale.ROOT).matches("uac;(.*;)?hop-hop=yes(;.*)?"))
                .isPresent();
        return asks ? response.with("ms-keep-alive", KEPT_ALIVE) : response;
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
        return refused(dialect, request, refusal, Optional.empty());
    }

    /** Likewise, with what the element of the command has to say. */
    SipResponse refused(Dialect dialect, C3pRequest request, Refusal refusal, Optional<Answer> answer) {
        C3pResponse failure = C3pResponse.failure(request, reason(refusal)).saying(refusal.reason());
        return bare(refusal)
                .with(body(
                        dialect,
                        answer.map(it -> failure.with(CommandResponse.of(request.command(), it)))
                                .orElse(failure)));
    }

    /** The response to a request without C3P that is refused for a reason that the conference has. */
    static SipResponse plain(Refusal refusal) {
        return refusal.kind() == Refusal.Kind.UNAUTHORIZED ? FORBIDDEN : bare(refusal);
    }

    private static SipResponse bare(Refusal refusal) {
        return switch (refusal.kind()) {
            case NO_CONFERENCE -> NOT_FOUND;
            case FORBIDDEN -> FORBIDDEN;
            case FULL -> SipResponse.of(603, "Decline");
            case NO_DIALOG -> SipResponse.of(481, "Call/Transaction Does Not Exist");
            case UNAUTHORIZED -> SipResponse.of(401, "Unauthorized");
        };
    }

    private static Reason reason(Refusal refusal) {
        return switch (refusal.kind()) {
            case NO_CONFERENCE -> Reason.CONFERENCE_DOESNT_EXIST;
            case FORBIDDEN, UNAUTHORIZED -> Reason.UNAUTHORIZED;
            case FULL, NO_DIALOG -> Reason.OTHER_FAILURE;
        };
    }
}
