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

    /** Where requests to the device go that sent {@code sip}; its From if it does not say. */
    static String device(SipRequest sip) {
        return contact(sip)
                .or(() -> sip.header("From").flatMap(NameAddress::parse).map(NameAddress::uri))
                .orElse("");
    }

    /** The name for humans that its sender gives himself. */
    static Optional<String> displayName(SipRequest sip) {
        return sip.header("From").flatMap(NameAddress::parse).flatMap(NameAddress::displayName);
    }
}
