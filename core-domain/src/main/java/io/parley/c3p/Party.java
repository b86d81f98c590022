package io.parley.c3p;

import io.parley.identity.SipUri;
import java.util.List;

/** Whether a command is about its sender or about others (section 3.5.4.2.2, {@code isFirstPartyRequest}). */
public enum Party {
    /** About the sender alone. */
    FIRST,
    /** About somebody else too, or about nobody. */
    THIRD;

    /** First party means that every user whom the command names is the sender. */
    public static Party of(C3pRequest request, SipEnvelope envelope) {
        List<SipUri> targets = request.command().targets();
        boolean isFirst =
                !targets.isEmpty() && targets.stream().allMatch(target -> envelope.same(target, request.from()));
        return isFirst ? FIRST : THIRD;
    }
}
