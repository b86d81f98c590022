package io.parley.sip.focus;

import io.parley.focus.DialogId;
import io.parley.identity.SipUri;
import io.parley.ports.in.FocusService.Device;
import io.parley.sip.message.NameAddress;
import io.parley.sip.message.SipMessage;
import io.parley.sip.message.SipRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Dialogs as the focus names them. */
final class Dialogs {

    private Dialogs() {}

    static DialogId of(io.parley.sip.dialog.DialogId id) {
        return new DialogId(id.callId(), id.localTag(), id.remoteTag());
    }

    /** The URI of the first Contact. */
    static Optional<String> contact(SipMessage sip) {
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

    /** Whether its sender asks for privacy towards the others (RFC 3323 section 4.2, RFC 3325 section 9.3, RFC 4575 section 8.2). */
    static boolean asksForPrivacy(SipMessage sip) {
        List<String> asked = sip.headers().list("Privacy").stream()
                .flatMap(value -> Arrays.stream(value.split(";", -1)))
                .map(value -> value.strip().toLowerCase(Locale.ROOT))
                .toList();
        return !asked.contains("none") && (asked.contains("id") || asked.contains("user"));
    }

    /** By whom its sender says that he was referred (RFC 3892). */
    static Optional<SipUri> referredBy(SipRequest sip) {
        return sip.header("Referred-By")
                .flatMap(NameAddress::parse)
                .map(NameAddress::uri)
                .flatMap(SipUri::parse);
    }

    /** The device of a phone that knows no C3P, as {@code invite} tells of it. */
    static Device phone(DialogId id, String contact, SipRequest invite) {
        return new Device(
                id,
                contact,
                Optional.empty(),
                displayName(invite),
                Optional.empty(),
                false,
                asksForPrivacy(invite),
                referredBy(invite),
                Replaces.in(invite).map(Replaces::dialog));
    }

    /** The name for humans that its sender gives himself. */
    static Optional<String> displayName(SipRequest sip) {
        return sip.header("From").flatMap(NameAddress::parse).flatMap(NameAddress::displayName);
    }
}
