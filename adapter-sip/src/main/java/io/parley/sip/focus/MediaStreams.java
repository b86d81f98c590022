package io.parley.sip.focus;

import io.parley.c3p.C3pJoiningMethod;
import io.parley.conference.Conference;
import io.parley.focus.SipStatus;
import io.parley.identity.SipUri;
import io.parley.ports.in.FocusService.Departure;
import io.parley.ports.in.FocusService.McuId;
import io.parley.ports.out.MediaSession;
import io.parley.ports.out.MediaSessions;
import io.parley.ports.out.MediaSessions.Leg;
import io.parley.ports.out.MediaSessions.Outcome;
import io.parley.sdp.SdpReading;
import io.parley.sdp.SessionDescription;
import io.parley.sip.dialog.Session;
import io.parley.sip.focus.PlacedCalls.Order;
import io.parley.sip.message.SipBody;
import io.parley.sip.message.SipResponse;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/** A call with the streams of an MCU of media, which makes the offer (RFC 3264 section 5). */
final class MediaStreams implements Streams {

    private final Reception reception;
    private final Order order;
    private final MediaSession media;
    private final CompletableFuture<Call> call = new CompletableFuture<>();

    private MediaStreams(Reception reception, Order order, MediaSessions sessions, McuId mcu) {
        this.reception = reception;
        this.order = order;
        SipUri target = order.target();
        Leg leg = new Leg(
                mcu,
                order.call().id().value(),
                target.addressOfRecord(),
                Optional.empty(),
                target.toString(),
                C3pJoiningMethod.DIALED_OUT,
                false);
        this.media = sessions.open(leg, why -> call.thenAccept(begun -> begun.end(Departure.REMOVED)));
    }

    /** Those with the first MCU of media that the conference of {@code order} has, if there is one. */
    static Optional<Streams> of(Reception reception, Order order) {
        Optional<Conference> conference = reception.ports().focus().find(order.focus());
        return reception
                .media()
                .flatMap(sessions -> sessions.types().stream()
                        .flatMap(type -> conference.flatMap(found -> MediaCalls.running(found, type)).stream())
                        .findFirst()
                        .map(mcu -> new MediaStreams(reception, order, sessions, mcu)));
    }

    @Override
    public void offer(Consumer<SipBody> offered, Consumer<SipStatus> failed) {
        media.offer(outcome -> {
            if (outcome instanceof Outcome.Described described) {
                offered.accept(MediaCall.body(described.description()));
            } else {
                Outcome.Refused refused = (Outcome.Refused) outcome;
                failed.accept(new SipStatus(refused.status(), refused.reason()));
            }
        });
    }

    @Override
    public Answered answered(Session session, SipResponse response, Conference joined, Call begun) {
        call.complete(begun);
        if (SessionDescription.read(response.body().text()) instanceof SdpReading.Read read) {
            media.answered(read.description());
        } else {
            begun.end(Departure.REMOVED);
        }
        return new Answered(
                SipBody.NONE,
                new MediaCall(media, Optional.empty(), request -> reception.contact(order.focus(), request), begun));
    }

    @Override
    public void end() {
        media.end();
    }
}
