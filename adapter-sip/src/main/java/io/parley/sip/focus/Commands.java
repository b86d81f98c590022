package io.parley.sip.focus;

import io.parley.c3p.C3pCode;
import io.parley.c3p.C3pRequest;
import io.parley.c3p.C3pResponse;
import io.parley.c3p.Carrier;
import io.parley.c3p.ConferenceCommand.DeleteConference;
import io.parley.c3p.DocumentFaults;
import io.parley.c3p.SipEnvelope;
import io.parley.c3p.UserCommand.DeleteUser;
import io.parley.codec.c3p.C3pReading;
import io.parley.ports.in.C3pService.Verdict;
import io.parley.sip.dialog.IncomingRequest;
import io.parley.sip.message.SipHeaders;
import io.parley.sip.message.SipRequest;
import io.parley.sip.message.SipResponse;
import java.time.Duration;
import java.util.Optional;

/** The commands that come by INFO within one call (MS-CONFBAS section 3.5). In the turn of its dialog. */
final class Commands {

    /** How many commands of one call may be unanswered before there is no room for more. */
    private static final int MOST = 64;

    private static final String LATER = "2";

    /** How long an end waits for the answer to the command that brought it about. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Reception reception;
    private final Call call;
    private int open;
    private int unsettled;
    private boolean hurried;

    Commands(Reception reception, Call call) {
        this.reception = reception;
        this.call = call;
    }

    /** Whether nobody waits for the answer to a command that may end his own call. */
    boolean areSettled() {
        return unsettled == 0 || hurried;
    }

    /** The call is to end: answers that are not there soon are not waited for. */
    void hurry() {
        if (!areSettled()) {
            reception.after(
                    PATIENCE,
                    () -> call.execute(() -> {
                        hurried = true;
                        call.settle();
                    }));
        }
    }

    /** INFO came. */
    void came(IncomingRequest info) {
        SipRequest request = info.request();
        if (request.body().isEmpty()) {
            info.respond(SipResponse.of(200, "OK"));
            return;
        }
        Optional<Dialect> dialect = reception.dialect(request.body());
        if (dialect.isEmpty()) {
            info.respond(reception.unsupportedType());
            return;
        }
        Optional<SipEnvelope> envelope = reception.envelope(Carrier.INFO, request);
        if (envelope.isEmpty()) {
            info.respond(Replies.malformed("From and To have to be SIP URIs"));
            return;
        }
        C3pReading reading =
                reception.replies().codec().readRequest(request.body().bytes());
        if (reading instanceof C3pReading.Unreadable unreadable) {
            info.respond(reception.replies().unreadable(dialect.get(), unreadable.fault(), envelope.get()));
            return;
        }
        read(info, ((C3pReading.Read) reading).request(), dialect.get(), envelope.get());
    }

    private void read(IncomingRequest info, C3pRequest request, Dialect dialect, SipEnvelope envelope) {
        Optional<String> fault = DocumentFaults.first(request, envelope);
        if (fault.isPresent()) {
            info.respond(reception.replies().malformed(dialect, request, fault.get()));
            return;
        }
        if (open >= MOST) {
            info.respond(response(Verdict.UNAVAILABLE));
            return;
        }
        boolean holds = mayEndItsSender(request);
        open++;
        unsettled += holds ? 1 : 0;
        // An answer, however soon, is for a later turn of the dialog: it goes behind the response to the INFO.
        Verdict verdict = reception
                .ports()
                .c3p()
                .command(
                        call.conference(),
                        call.id(),
                        request,
                        answer -> call.execute(() -> answer(dialect, answer, holds)));
        if (verdict != Verdict.ACCEPTED) {
            settled(holds);
        }
        info.respond(response(verdict));
    }

    private static boolean mayEndItsSender(C3pRequest request) {
        return request.command() instanceof DeleteConference || request.command() instanceof DeleteUser;
    }

    private static SipResponse response(Verdict verdict) {
        return switch (verdict) {
            case ACCEPTED -> SipResponse.of(202, "Accepted");
            case IN_LOBBY -> SipResponse.of(403, "Forbidden");
            case NO_DIALOG -> SipResponse.of(481, "Call/Transaction Does Not Exist");
            case UNAVAILABLE -> SipResponse.of(503, "Service Unavailable").with("Retry-After", LATER);
            case DECLINED -> SipResponse.of(603, "Decline");
        };
    }

    private void answer(Dialect dialect, C3pResponse answer, boolean holds) {
        boolean isFinal = answer.code() != C3pCode.PENDING;
        call.session()
                .ifPresent(session -> session.send(
                        "INFO",
                        SipHeaders.NONE.with("Contact", session.dialog().contact()),
                        reception.replies().body(dialect, answer),
                        response -> {
                            if (isFinal) {
                                settled(holds);
                            }
                        }));
    }

    private void settled(boolean held) {
        open--;
        if (held) {
            unsettled--;
            call.settle();
        }
    }
}
