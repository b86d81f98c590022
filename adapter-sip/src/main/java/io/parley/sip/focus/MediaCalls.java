package io.parley.sip.focus;

import io.parley.c3p.C3pJoiningMethod;
import io.parley.conference.Conference;
import io.parley.focus.ConferenceUri;
import io.parley.focus.Focus;
import io.parley.focus.McuType;
import io.parley.identity.SipUri;
import io.parley.participation.Joining;
import io.parley.participation.Refusal;
import io.parley.ports.in.FocusService.Departure;
import io.parley.ports.in.FocusService.Device;
import io.parley.ports.in.FocusService.McuId;
import io.parley.ports.in.FocusService.Signaller;
import io.parley.ports.out.MediaSession;
import io.parley.ports.out.MediaSessions;
import io.parley.ports.out.MediaSessions.Leg;
import io.parley.ports.out.MediaSessions.Outcome;
import io.parley.sdp.SdpReading;
import io.parley.sdp.SessionDescription;
import io.parley.sip.authentication.Identified;
import io.parley.sip.chat.ChatMcus;
import io.parley.sip.dialog.IncomingInvite;
import io.parley.sip.dialog.IncomingRequest;
import io.parley.sip.dialog.Session;
import io.parley.sip.dialog.SessionEnd;
import io.parley.sip.dialog.SessionHandler;
import io.parley.sip.message.SipHeaders;
import io.parley.sip.message.SipRequest;
import io.parley.sip.message.SipResponse;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/**
 * Answers an INVITE that speaks of media and not of C3P: to an MCU, or to the focus by a phone that knows nothing else (RFC 4579 section 5.1).
 * Who calls the focus joins by that, and his one session serves both the focus and the MCUs that have his streams. Without an offer, the MCU of
 * media makes one, and that of messages if there is no other. Where the conference has a lobby he may have to wait there like anybody else, with
 * a session in which nothing is said (RFC 4575 section 5.7.3, {@code on-hold}).
 */
record MediaCalls(Reception reception) {

    private static final SipResponse NO_SUCH_MEDIA = SipResponse.of(488, "Not Acceptable Here");

    /** Which MCUs have a part in a call: one at least. */
    private record Parts(Optional<McuType> media, Optional<ChatMcus> chat, Optional<SessionDescription> offer) {}

    /** Somebody's call that may be answered. */
    private record Asked(
            IncomingInvite invite, Conference conference, Identified.As proof, Parts parts, boolean waits) {

        SipUri caller() {
            return proof.sender().uri();
        }
    }

    void came(IncomingInvite invite, SipUri to, Conference conference) {
        SipRequest sip = invite.request();
        Optional<McuType> mcu = ConferenceUri.parse(to).flatMap(ConferenceUri::mcu);
        Optional<SdpReading> reading = Optional.of(sip.body())
                .filter(MediaCall::isDescription)
                .map(body -> SessionDescription.read(body.text()));
        if (reading.filter(SdpReading.Unreadable.class::isInstance).isPresent()) {
            invite.reject(types(conference, mcu).isEmpty() ? NO_SUCH_MEDIA : MediaCall.malformed(reading.get()));
            return;
        }
        Parts parts = parts(sip, conference, mcu, reading.map(it -> ((SdpReading.Read) it).description()));
        if (parts.media().isEmpty() && parts.chat().isEmpty()) {
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
        if (mcu.isEmpty()) {
            join(invite, to, proof, parts);
        } else if (parts.media().isEmpty()) {
            parts.chat().get().invited(invite, conference, proof.sender().uri());
        } else {
            connect(new Asked(invite, conference, proof, parts, false), to);
        }
    }

    private Parts parts(
            SipRequest sip, Conference conference, Optional<McuType> asked, Optional<SessionDescription> offer) {
        Optional<McuType> media = types(conference, asked).stream()
                .filter(type -> offer.map(it -> reception.media().orElseThrow().serves(type, it))
                        .orElse(sip.body().isEmpty()))
                .findFirst();
        boolean mediaOffers = media.isPresent() && offer.isEmpty();
        Optional<ChatMcus> chat = reception
                .chat()
                .filter(mcus -> !mediaOffers && mcus.serves(sip) && has(conference, asked, McuType.CHAT));
        return new Parts(media, chat, offer);
    }

    /** The types of the MCUs of media that the call may be for. */
    private List<McuType> types(Conference conference, Optional<McuType> asked) {
        return reception.media().map(MediaSessions::types).orElse(List.of()).stream()
                .filter(type -> has(conference, asked, type))
                .toList();
    }

    private static boolean offersMedia(SipRequest sip) {
        return sip.body()
                .contentType()
                .filter(type -> type.matches("(?is)(application/sdp|multipart/).*"))
                .isPresent();
    }

    private static boolean has(Conference conference, Optional<McuType> asked, McuType type) {
        return asked.map(type::equals).orElse(true)
                && conference
                        .focus()
                        .map(focus -> focus.provisioning().mcus().contains(type))
                        .orElse(true);
    }

    private void join(IncomingInvite invite, SipUri to, Identified.As proof, Parts parts) {
        SipRequest sip = invite.request();
        Signaller caller = proof.sender();
        Conference known = reception.ports().focus().find(to).orElseThrow();
        Call call = new Call(
                reception,
                Dialogs.of(invite.id()),
                known.id(),
                to,
                caller,
                Optional.empty(),
                Dialogs.device(sip),
                invite::execute);
        Device device = new Device(
                call.id(),
                call.contact(),
                Optional.empty(),
                Dialogs.displayName(sip),
                Optional.empty(),
                false,
                Dialogs.asksForPrivacy(sip));
        reception.calls().add(call);
        Joining.Answer answer;
        try {
            answer = reception.ports().focus().join(caller, to, device);
        } catch (RuntimeException fault) {
            reception.calls().remove(call);
            throw fault;
        }
        if (answer instanceof Joining.Refused refused) {
            reception.calls().remove(call);
            invite.reject(refusal(refused.refusal()));
            return;
        }
        Conference joined = ((Joining.Joined) answer).conference();
        Runnable undo = () -> {
            reception.calls().remove(call);
            reception.ports().focus().leave(joined.id(), call.id(), Departure.LEFT);
        };
        Asked asked = new Asked(invite, joined, proof, parts, ((Joining.Joined) answer).onHold());
        if (parts.media().isPresent()) {
            serve(asked, to, call, call::accepted, why -> call.end(Departure.REMOVED), undo);
        } else {
            Optional<Session> session = parts.chat()
                    .get()
                    .invited(invite, joined, caller.uri(), proof.confirmed(reception.accepted(to, invite)), call);
            session.ifPresentOrElse(call::accepted, undo);
        }
    }

    /** Somebody who is in, or was added, calls an MCU of media by its own URI. */
    private void connect(Asked asked, SipUri to) {
        boolean admitted = asked.conference()
                .focus()
                .flatMap(Focus::instance)
                .filter(instance -> instance.hasAdmitted(asked.caller()))
                .isPresent();
        if (!admitted) {
            asked.invite().reject(SipResponse.of(403, "Forbidden"));
            return;
        }
        CompletableFuture<Session> session = new CompletableFuture<>();
        Consumer<String> dismissed = why -> session.thenAccept(
                begun -> begun.end(SipHeaders.NONE.and("Reason", "SIP;cause=200;text=\"" + why + "\"")));
        serve(asked, to, new Alone(reception, to), session::complete, dismissed, () -> {});
    }

    /**
     * Has the MCU of media begin, and answers the INVITE when that has.
     *
     * @param besides hears of the session what is none of an MCU's business
     * @param accepted is given the session that has begun
     * @param dismissed ends it, when the MCU has sent him away
     * @param undo what is to be done if it does not come to that
     */
    private void serve(
            Asked asked,
            SipUri to,
            SessionHandler besides,
            Consumer<Session> accepted,
            Consumer<String> dismissed,
            Runnable undo) {
        IncomingInvite invite = asked.invite();
        Optional<McuId> mcu = running(asked.conference(), asked.parts().media().orElseThrow());
        if (mcu.isEmpty()) {
            undo.run();
            invite.reject(SipResponse.of(480, "Temporarily Unavailable"));
            return;
        }
        MediaSessions sessions = reception.media().orElseThrow();
        MediaSession media = sessions.open(leg(mcu.get(), asked), dismissed);
        MediaCall call = new MediaCall(media, asked.parts().chat(), request -> reception.contact(to, request), besides);
        invite.onCancel(() -> {
            media.end();
            undo.run();
        });
        Consumer<Outcome> outcome = came -> {
            if (came instanceof Outcome.Refused refused) {
                undo.run();
                invite.reject(MediaCall.refusal(refused));
            } else {
                accept(asked, to, (Outcome.Described) came, call).ifPresentOrElse(accepted, () -> {
                    media.end();
                    undo.run();
                });
            }
        };
        asked.parts().offer().ifPresentOrElse(offer -> call.answer(offer, outcome), () -> media.offer(outcome));
    }

    private Optional<Session> accept(Asked asked, SipUri to, Outcome.Described described, MediaCall call) {
        SipResponse response = asked.proof()
                .confirmed(reception.accepted(to, asked.invite()))
                .with(MediaCall.body(described.description()));
        return asked.parts()
                .chat()
                .map(chat -> chat.invitedAlso(asked.invite(), asked.conference(), asked.caller(), response, call))
                .orElseGet(() -> Optional.of(asked.invite().accept(response, call)));
    }

    private static Leg leg(McuId mcu, Asked asked) {
        SipRequest sip = asked.invite().request();
        return new Leg(
                mcu,
                Dialogs.of(asked.invite().id()).toString(),
                asked.caller(),
                Dialogs.displayName(sip).filter(name -> !name.isBlank()),
                Dialogs.device(sip),
                C3pJoiningMethod.DIALED_IN,
                asked.waits());
    }

    private static Optional<McuId> running(Conference conference, McuType type) {
        return conference
                .focus()
                .flatMap(Focus::instance)
                .flatMap(instance -> instance.mcus().get(type))
                .map(mcu -> new McuId(conference.id(), type, mcu.uri(), mcu.incarnation()));
    }

    /** What is done about other requests in a session that is the MCU's alone. */
    private record Alone(Reception reception, SipUri uri) implements SessionHandler {
        @Override
        public void requested(IncomingRequest request) {
            switch (request.request().method()) {
                case "OPTIONS" -> request.respond(reception.capabilities(Optional.of(uri), request));
                case "UPDATE" -> request.respond(SipResponse.of(200, "OK"));
                default -> request.respond(reception.notAllowed());
            }
        }

        @Override
        public void ended(SessionEnd end) {}
    }

    private static SipResponse refusal(Refusal refusal) {
        return switch (refusal.kind()) {
            case NO_CONFERENCE -> Replies.NOT_FOUND;
            case FULL -> SipResponse.of(603, "Decline");
            case NO_DIALOG -> SipResponse.of(481, "Call/Transaction Does Not Exist");
            case FORBIDDEN, UNAUTHORIZED -> SipResponse.of(403, "Forbidden");
        };
    }
}
