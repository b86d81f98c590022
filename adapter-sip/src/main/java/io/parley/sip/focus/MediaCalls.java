package io.parley.sip.focus;

import io.parley.conference.Conference;
import io.parley.focus.ConferenceUri;
import io.parley.focus.McuType;
import io.parley.identity.SipUri;
import io.parley.ports.in.FocusService.Departure;
import io.parley.sip.authentication.Identified;
import io.parley.sip.chat.ChatMcus;
import io.parley.sip.dialog.IncomingInvite;
import io.parley.sip.dialog.Session;
import io.parley.sip.message.SipRequest;
import io.parley.sip.message.SipResponse;
import java.util.Optional;

/**
 * Answers an INVITE that speaks of media and not of C3P: to an MCU, or to the focus by a phone that knows nothing else (RFC 4579 section 5.1).
 * Who calls the focus joins by that, and his one session serves both the focus and the MCU. Where the conference has a lobby he may have to wait
 * there like anybody else, with a session in which nothing is said (RFC 4575 section 5.7.3, {@code on-hold}).
 */
record MediaCalls(Reception reception) {

    private static final SipResponse NO_SUCH_MEDIA = SipResponse.of(488, "Not Acceptable Here");

    void came(IncomingInvite invite, SipUri to, Conference conference) {
        SipRequest sip = invite.request();
        Optional<McuType> mcu = ConferenceUri.parse(to).flatMap(ConferenceUri::mcu);
        Optional<ChatMcus> chat = reception.chat().filter(mcus -> mcus.serves(sip) && hasChat(conference, mcu));
        if (chat.isEmpty()) {
            invite.reject(
                    mcu.isEmpty() && !offersMedia(sip)
                            ? Replies.malformed("the INVITE carries no command, and nothing here has media")
                            : NO_SUCH_MEDIA);
            return;
        }
        Identified identified =
                reception.settings().authentication().identify(sip, invite.peer(), Invitations.key(conference));
        if (identified instanceof Identified.Refused refused) {
            invite.reject(refused.response());
            return;
        }
        Identified.As proof = (Identified.As) identified;
        if (mcu.isPresent()) {
            chat.get().invited(invite, conference, proof.sender().uri());
        } else {
            join(invite, to, proof, chat.get());
        }
    }

    private static boolean offersMedia(SipRequest sip) {
        return sip.body()
                .contentType()
                .filter(type -> type.matches("(?is)(application/sdp|multipart/).*"))
                .isPresent();
    }

    private static boolean hasChat(Conference conference, Optional<McuType> asked) {
        return asked.map(McuType.CHAT::equals).orElse(true)
                && conference
                        .focus()
                        .map(focus -> focus.provisioning().mcus().contains(McuType.CHAT))
                        .orElse(true);
    }

    /** Somebody calls the conference factory, with whatever there will be in the conference that he gets (RFC 4579 section 5.4). */
    void founds(IncomingInvite invite, SipUri factory) {
        SipRequest sip = invite.request();
        Optional<ChatMcus> chat = reception.chat().filter(mcus -> mcus.serves(sip));
        if (chat.isEmpty()) {
            invite.reject(NO_SUCH_MEDIA);
            return;
        }
        Identified identified = reception.settings().authentication().identify(sip, invite.peer(), Optional.empty());
        if (identified instanceof Identified.Refused refused) {
            invite.reject(refused.response());
            return;
        }
        join(invite, factory, (Identified.As) identified, chat.get());
    }

    private void join(IncomingInvite invite, SipUri to, Identified.As proof, ChatMcus chat) {
        Optional<PhoneEntrance.Entered> entered = new PhoneEntrance(reception).enter(invite, to, proof.sender());
        if (entered.isEmpty()) {
            return;
        }
        Call call = entered.get().call();
        Conference joined = entered.get().conference();
        Optional<Session> session = chat.invited(
                invite, joined, proof.sender().uri(), proof.confirmed(reception.accepted(call.uri(), invite)), call);
        if (session.isPresent()) {
            call.accepted(session.get());
            return;
        }
        reception.calls().remove(call);
        reception.ports().focus().leave(joined.id(), call.id(), Departure.LEFT);
    }
}
