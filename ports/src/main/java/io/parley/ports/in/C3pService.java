package io.parley.ports.in;

import io.parley.c3p.C3pRequest;
import io.parley.c3p.C3pResponse;
import io.parley.focus.DialogId;
import io.parley.identity.XconUri;
import java.util.function.Consumer;

/**
 * The Centralized Conference Control Protocol (MS-CONFBAS section 3.5), for transports of signalling and for embedders who call it directly.
 *
 * <p>Contract: may be called by any number of threads at once. A request has passed the checks of documents that need no conference
 * ({@code io.parley.c3p}). It never throws for what a client sent.
 */
public interface C3pService {

    /**
     * A command of the participant whose dialog that is. Once it is {@link Verdict#ACCEPTED}, {@code responses} is called by any thread, one
     * call at a time: with {@code pending} while it takes long, then once with the final response; that may be before this method returns. With
     * any other verdict nothing has happened, and {@code responses} is not called. An identifier that this dialog has used before gets
     * the same answers again, and is not executed twice.
     */
    Verdict command(XconUri conference, DialogId dialog, C3pRequest request, Consumer<C3pResponse> responses);

    /**
     * A command to the Focus Factory (MS-CONFPRO), which deals with the conferences of its sender and of nobody else.
     *
     * @param sender who sends it, as far as his identity was established
     * @param call by what repetitions are told: the same identifier in the same call repeats the first answer
     */
    C3pResponse provision(FocusService.Signaller sender, String call, C3pRequest request);

    /** What becomes of a command before it is executed; the codes are those of SIP (MS-CONFBAS section 3.5.4.2.3.1). */
    enum Verdict {
        /** It is executed, and answered by C3P. */
        ACCEPTED(202),
        /** Its sender waits in the lobby. */
        IN_LOBBY(403),
        /** There is no such dialog. */
        NO_DIALOG(481),
        /** What it needs is not available now. */
        UNAVAILABLE(503),
        /** It can never succeed, such as one for an MCU that the conference does not have. */
        DECLINED(603);

        private final int status;

        Verdict(int status) {
            this.status = status;
        }

        /** The status code of SIP. */
        public int status() {
            return status;
        }
    }
}
