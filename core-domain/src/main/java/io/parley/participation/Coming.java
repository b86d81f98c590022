package io.parley.participation;

import io.parley.focus.DialogId;
import io.parley.focus.OutgoingCall;
import io.parley.identity.SipUri;
import java.util.Objects;
import java.util.Optional;

/** In what way a device comes to its conference. */
public sealed interface Coming {

    /** It called the focus, and nobody referred it. */
    Coming BY_ITSELF = new Calling(Optional.empty());

    /**
     * It called the focus.
     *
     * @param referredBy who referred its user to the conference, as it says
     */
    record Calling(Optional<SipUri> referredBy) implements Coming {}

    /**
     * It answers a call of the focus. Who is called has been let in by that: he meets no policy and waits in no lobby.
     *
     * @param call which call
     */
    record Answering(OutgoingCall call) implements Coming {
        /** Refuses nulls. */
        public Answering {
            Objects.requireNonNull(call, "call");
        }
    }

    /**
     * It takes the place of another device of its user (RFC 4579 section 5.9): he is in, on hold or muted as he was by that.
     *
     * @param replaced the dialog of the other one
     */
    record Replacing(DialogId replaced) implements Coming {
        /** Refuses nulls. */
        public Replacing {
            Objects.requireNonNull(replaced, "replaced");
        }
    }
}
