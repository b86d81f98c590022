package io.parley.sip.focus;

import io.parley.focus.DialogId;
import io.parley.sip.message.NameAddress;
import io.parley.sip.message.SipRequest;
import java.util.Optional;

/** Dialogs as the focus names them. */
final class Dialogs {

    private Dialogs() {}

    static DialogId of(io.parley.sip.dialog.DialogId id) {
        return new DialogId(id.callId(), id.localTag(), id.remoteTag());
    }

    /** The URI of the first Contact. */
    static Optional<String> contact(SipRequest sip) {
        return sip.headers().list("Contact").stream()
                .findFirst()
                .flatMap(NameAddress::parse)
                .map(NameAddress::uri);
    }
}
