package io.parley.sip.focus;

import io.parley.c3p.C3pJoiningMethod;
import io.parley.conference.Conference;
import io.parley.focus.ConferenceUri;
import io.parley.focus.Focus;
import io.parley.focus.McuType;
import io.parley.identity.SipUri;
import io.parley.ports.in.FocusService.Departure;
import io.parley.ports.in.FocusService.McuId;
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
import java.util.function.Predicate;

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
        Optional<McuType> mcu = ConferenceUri.parse(to).flatMap(ConferenceUri::mcu);
        SipResponse nothing = mcu.isEmpty() && !offersMedia(invite.request())
                ? Replies.malformed("the INVITE carries no command, and nothing here has media")
                : NO_SUCH_MEDIA;
        Optional<Parts> parts = parts(invite, type -> has(conference, mcu, type), nothing);
        if (parts.isEmpty()) {
            return;
        }
        Optional<Identified.As> proof = identified(invite, Invitations.key(conference));
        if (proof.isEmpty()) {
            return;
        }
        if (mcu.isEmpty()) {
            join(invite, to, proof.get(), parts.get());
        } else if (parts.get().media().isEmpty()) {
            parts.get()
                    .chat()
                    .get()
                    .invited(invite, conference, proof.get().sender().uri());
        } else {
            connect(new Asked(invite, conference, proof.get(), parts.get(), false), to);
        }
    }

    /** Somebody calls the conference factory, with whatever there will be in the conference that he gets (RFC 4579 section 5.4). */
    void founds(IncomingInvite invite, SipUri factory) {
        Optional<Parts> parts = parts(invite, type -> true, NO_SUCH_MEDIA);
        if (parts.isPresent()) {
            identified(invite, Optional.empty()).ifPresent(proof -> join(invite, factory, proof, parts.get()));
        }
    }

    /** Who called; empty if that was refused. */
    private Optional<Identified.As> identified(IncomingInvite invite, Optional<String> key) {
        Identified identified = reception.settings().authentication().identify(invite.request(), invite.peer(), key);
        if (identified instanceof Identified.Refused refused) {
            invite.reject(refused.response());
            return Optional.empty();
        }
        return Optional.of((Identified.As) identified);
    }

    /** Which of the MCUs that there are have a part in a call; {@code nothing} is the answer, and empty the result, if none has. */
    private Optional<Parts> parts(IncomingInvite invite, Predicate<McuType> there, SipResponse nothing) {
        SipRequest sip = invite.request();
        List<McuType> types = reception.media().map(MediaSessions::types).orElse(List.of()).stream()
                .filter(there)
                .toList();
        Optional<SdpReading> reading = Optional.of(sip.body())
                .filter(MediaCall::isDescription)
                .map(body -> SessionDescription.read(body.text()));
        if (reading.filter(SdpReading.Unreadable.class::isInstance).isPresent()) {
            invite.reject(types.isEmpty() ? NO_SUCH_MEDIA : MediaCall.malformed(reading.get()));
            return Optional.empty();
        }
        Optional<SessionDescription> offer = reading.map(it -> ((SdpReading.Read) it).description());
        Optional<McuType> media = types.stream()
                .filter(type -> offer.map(it -> reception.media().orElseThrow().serves(type, it))
                        .orElse(sip.body().isEmpty()))
                .findFirst();
        boolean mediaOffers = media.isPresent() && offer.isEmpty();
        Optional<ChatMcus> chat =
                reception.chat().filter(mcus -> !mediaOffers && mcus.serves(sip) && there.test(McuType.CHAT));
        if (media.isEmpty() && chat.isEmpty()) {
            invite.reject(nothing);
            return Optional.empty();
        }
        return Optional.of(new Parts(media, chat, offer));
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
        Optional<PhoneEntrance.Entered> entered = new PhoneEntrance(reception).enter(invite, to, proof.sender());
        if (entered.isEmpty()) {
            return;
        }
        Call call = entered.get().call();
        Conference joined = entered.get().conference();
        Runnable undo = () -> {
            reception.calls().remove(call);
            reception.ports().focus().leave(joined.id(), call.id(), Departure.LEFT);
        };
        if (parts.media().isPresent()) {
            Asked asked = new Asked(invite, joined, proof, parts, entered.get().waits());
            serve(asked, call.uri(), call, call::accepted, why -> call.end(Departure.REMOVED), undo);
        } else {
            SipResponse accepted = proof.confirmed(reception.accepted(call.uri(), invite));
            parts.chat()
                    .get()
                    .invited(invite, joined, proof.sender().uri(), accepted, call)
                    .ifPresentOrElse(call::accepted, undo);
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

    /** The MCU of that type, if {@code conference} is activated and has one. */
    static Optional<McuId> running(Conference conference, McuType type) {
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
}
