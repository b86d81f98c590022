package io.parley.sip.focus;

import io.parley.c3p.Carrier;
import io.parley.c3p.SipEnvelope;
import io.parley.conference.Conference;
import io.parley.ports.in.ConferenceWatching.Format;
import io.parley.ports.in.ConferenceWatching.Refused;
import io.parley.ports.in.ConferenceWatching.Watcher;
import io.parley.ports.in.ConferenceWatching.Watching;
import io.parley.ports.in.FocusService.Signaller;
import io.parley.sip.authentication.Identified;
import io.parley.sip.dialog.Delivery;
import io.parley.sip.dialog.Dialog;
import io.parley.sip.dialog.IncomingSubscribe;
import io.parley.sip.message.SipRequest;
import io.parley.sip.message.SipResponse;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Answers SUBSCRIBE to a conference, by those who have a call with it (MS-CONFBAS section 3.4.4.1). */
record Subscriptions(Reception reception) {

    private static final SipResponse FORBIDDEN = SipResponse.of(403, "Forbidden");

    void came(IncomingSubscribe subscribe) {
        SipRequest sip = subscribe.request();
        Optional<SipEnvelope> envelope = reception.envelope(Carrier.INFO, sip);
        if (envelope.isEmpty()) {
            subscribe.reject(Replies.malformed("From and To have to be SIP URIs"));
            return;
        }
        Optional<Conference> conference =
                reception.ports().focus().find(envelope.get().to());
        if (conference.isEmpty()) {
            subscribe.reject(Replies.NOT_FOUND);
            return;
        }
        if (!accepts(sip)) {
            subscribe.reject(SipResponse.of(406, "Not Acceptable").with("Accept", rosters()));
            return;
        }
        Optional<Call> within =
                subscribe.dialog().map(Dialog::id).map(Dialogs::of).flatMap(reception.calls()::find);
        if (within.isPresent()) {
            watch(subscribe, within.get(), new Identified.As(within.get().caller(), Optional.empty()));
            return;
        }
        Identified identified = reception
                .settings()
                .authentication()
                .identify(sip, subscribe.peer(), Invitations.key(conference.get()));
        if (identified instanceof Identified.Refused refused) {
            subscribe.reject(refused.response());
            return;
        }
        Identified.As proof = (Identified.As) identified;
        Signaller caller = proof.sender();
        Optional<Call> call = reception.calls().of(conference.get().id(), caller.uri(), Dialogs.contact(sip));
        if (call.isPresent()) {
            watch(subscribe, call.get(), proof);
        } else {
            subscribe.reject(FORBIDDEN);
        }
    }

    private String rosters() {
        return reception.settings().dialects().get(0).rosters();
    }

    private boolean accepts(SipRequest sip) {
        List<String> types = sip.headers().list("Accept").stream()
                .map(text -> text.replaceFirst("\\s*;.*", "").strip().toLowerCase(Locale.ROOT))
                .toList();
        return types.isEmpty() || types.contains(rosters()) || types.contains("application/*") || types.contains("*/*");
    }

    private void watch(IncomingSubscribe subscribe, Call call, Identified.As proof) {
        Watch watch = new Watch(call, reception.replies().codec());
        var answer = reception
                .ports()
                .watching()
                .watch(new Watcher(proof.sender(), Optional.of(call.id()), Format.C3P), call.uri(), watch::news);
        if (answer instanceof Refused) {
            subscribe.reject(FORBIDDEN);
            return;
        }
        watch.of((Watching) answer);
        SipResponse accepted = SipResponse.of(200, "OK").with("Contact", reception.contact(call.uri(), subscribe));
        watch.begun(subscribe.accept(
                Replies.keptAlive(subscribe.request(), proof.confirmed(accepted)), watch, Delivery.AS_ASKED));
    }
}
