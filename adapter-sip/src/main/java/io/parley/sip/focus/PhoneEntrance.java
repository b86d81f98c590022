package io.parley.sip.focus;

import io.parley.conference.Conference;
import io.parley.focus.Focus;
import io.parley.identity.SipUri;
import io.parley.participation.Joining;
import io.parley.ports.in.FocusService;
import io.parley.ports.in.FocusService.Departure;
import io.parley.ports.in.FocusService.Signaller;
import io.parley.sdp.MediaDescription;
import io.parley.sdp.SdpReading;
import io.parley.sdp.SessionDescription;
import io.parley.sip.dialog.IncomingInvite;
import io.parley.sip.message.SipBody;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Lets in phones that know no C3P: into the conference that they call, or into a new one where they call the factory (RFC 4579 section 5.4). */
record PhoneEntrance(Reception reception) {

    /**
     * Somebody who has joined, and is not answered yet.
     *
     * @param waits whether he is in the lobby
     */
    record Entered(Call call, Conference conference, boolean waits) {}

    /** Has {@code caller} join {@code to}; refuses {@code invite} if he may not, and is empty then. */
    Optional<Entered> enter(IncomingInvite invite, SipUri to, Signaller caller) {
        return reception.ports().focus().isFactory(to) ? found(invite, caller) : join(invite, to, caller);
    }

    private Optional<Entered> join(IncomingInvite invite, SipUri to, Signaller caller) {
        FocusService focus = reception.ports().focus();
        Optional<Conference> known = focus.find(to);
        if (known.isEmpty()) {
            invite.reject(Replies.NOT_FOUND);
            return Optional.empty();
        }
        Call call = call(invite, known.get(), to, caller);
        reception.calls().add(call);
        Joining.Answer answer;
        try {
            answer = focus.join(caller, to, Dialogs.phone(call.id(), call.contact(), invite.request()));
        } catch (RuntimeException fault) {
            reception.calls().remove(call);
            throw fault;
        }
        if (answer instanceof Joining.Joined joined) {
            return Optional.of(new Entered(call, joined.conference(), joined.onHold()));
        }
        reception.calls().remove(call);
        invite.reject(Replies.plain(((Joining.Refused) answer).refusal()));
        return Optional.empty();
    }

    private Optional<Entered> found(IncomingInvite invite, Signaller caller) {
        FocusService focus = reception.ports().focus();
        Joining.Answer answer = focus.create(
                caller,
                Dialogs.phone(Dialogs.of(invite.id()), Dialogs.device(invite.request()), invite.request()),
                media(invite.request().body()));
        if (answer instanceof Joining.Refused refused) {
            invite.reject(Replies.plain(refused.refusal()));
            return Optional.empty();
        }
        Conference made = ((Joining.Joined) answer).conference();
        SipUri uri = made.focus().map(Focus::provisioning).orElseThrow().uri();
        Call call = call(invite, made, uri, caller);
        reception.calls().add(call);
        boolean isIn = focus.find(uri)
                .flatMap(Conference::focus)
                .flatMap(Focus::instance)
                .flatMap(instance -> instance.endpoint(call.id()))
                .isPresent();
        if (!isIn) {
            // Whoever has ended it so soon did not find the call.
            call.end(Departure.TERMINATED);
        }
        return Optional.of(new Entered(call, made, false));
    }

    private Call call(IncomingInvite invite, Conference conference, SipUri uri, Signaller caller) {
        return new Call(
                reception,
                Dialogs.of(invite.id()),
                conference.id(),
                uri,
                caller,
                Optional.empty(),
                Dialogs.device(invite.request()),
                invite::execute);
    }

    /** The types of the media that {@code offer} wants. */
    private static Set<String> media(SipBody offer) {
        return SessionDescription.read(offer.text()) instanceof SdpReading.Read read
                ? read.description().media().stream()
                        .filter(stream -> !stream.isRefused())
                        .map(MediaDescription::media)
                        .map(type -> type.toLowerCase(Locale.ROOT))
                        .collect(Collectors.toUnmodifiableSet())
                : Set.of();
    }
}
