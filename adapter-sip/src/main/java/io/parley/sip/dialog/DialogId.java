package io.parley.sip.dialog;

import io.parley.sip.message.NameAddress;
import io.parley.sip.message.SipRequest;
import java.util.Optional;

/**
 * What identifies a dialog at one of its ends (RFC 3261 section 12).
 *
 * @param callId the {@code Call-ID}, compared byte by byte
 * @param localTag our tag
 * @param remoteTag the tag of the peer; empty if he follows RFC 2543 and has none (section 12.1.1)
 */
public record DialogId(String callId, String localTag, String remoteTag) {

    /** The dialog in which {@code request} was sent to us, as its headers say; empty outside of any. */
    public static Optional<DialogId> ofReceived(SipRequest request) {
        Optional<String> ours = request.header("To").flatMap(NameAddress::parse).flatMap(NameAddress::tag);
        Optional<String> callId = request.header("Call-ID");
        if (ours.isEmpty() || callId.isEmpty()) {
            return Optional.empty();
        }
        String theirs = request.header("From")
                .flatMap(NameAddress::parse)
                .flatMap(NameAddress::tag)
                .orElse("");
        return Optional.of(new DialogId(callId.get(), ours.get(), theirs));
    }
}
