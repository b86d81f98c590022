package io.parley.sip.focus;

import io.parley.c3p.Carrier;
import io.parley.c3p.SipEnvelope;
import io.parley.conference.Conference;
import io.parley.identity.SipUri;
import io.parley.identity.XconUri;
import io.parley.ports.in.ConferenceWatching.Format;
import io.parley.ports.in.ConferenceWatching.Watcher;
import io.parley.sip.authentication.Identified;
import io.parley.sip.dialog.Dialog;
import io.parley.sip.dialog.IncomingSubscribe;
import io.parley.sip.message.SipRequest;
import io.parley.sip.message.SipResponse;
import java.util.Locale;
import java.util.Optional;

/**
 * Answers SUBSCRIBE to a conference: by clients of C3P that have a call with it (MS-CONFBAS section 3.4.4.1), and by everybody else who may watch it
 * (RFC 4575 section 3.5).
 *
 * <table>
 *   <caption>who gets what</caption>
 *   <tr><th>he subscribes</th><th>and gets</th></tr>
 *   <tr><td>and takes the documents of XCON ({@link Formats})</td><td>these, as long as the policy permits, and the call lasts if it has one; 403 if it does not</td></tr>
 *   <tr><td>in a call, or from the device of a call</td><td>what that device understands, as long as the call lasts</td></tr>
 *   <tr><td>by a client of Microsoft's from elsewhere</td><td>the documents of C3P, as long as a call of his lasts in which it is spoken; 403 without one</td></tr>
 *   <tr><td>otherwise</td><td>the documents of RFC 4575, as long as the policy permits; 403 if it does not</td></tr>
 * </table>
 */
record Subscriptions(Reception reception) {

    static final SipResponse FORBIDDEN = SipResponse.of(403, "Forbidden");

    void came(IncomingSubscribe subscribe) {
        SipRequest sip = subscribe.request();
        Optional<SipEnvelope> envelope = reception.envelope(Carrier.INFO, sip);
        if (envelope.isEmpty()) {
            subscribe.reject(Replies.malformed("From and To have to be SIP URIs"));
            return;
        }
        Optional<Conference> conference =
                reception.target(sip).flatMap(reception.ports().focus()::find);
        if (conference.isEmpty()) {
            subscribe.reject(Replies.NOT_FOUND);
            return;
        }
        Optional<Format> asked = Formats.of(Acceptance.of(sip, Formats.ROSTER), Format.RFC4575);
        if (asked.isEmpty()) {
            subscribe.reject(Formats.NOT_ACCEPTABLE);
            return;
        }
        Optional<Call> within =
                subscribe.dialog().map(Dialog::id).map(Dialogs::of).flatMap(reception.calls()::find);
        if (within.isPresent()) {
            Call call = within.get();
            watch(subscribe, call.uri(), within, new Identified.As(call.caller(), Optional.empty()));
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
        XconUri id = conference.get().id();
        SipUri user = proof.sender().uri();
        Optional<Call> call = reception.calls().of(id, user, Dialogs.contact(sip));
        if (call.isEmpty() && !asked.get().isXcon() && isOfMicrosoft(sip)) {
            Optional<Call> elsewhere = reception.calls().speakingC3p(id, user);
            if (elsewhere.isEmpty()) {
                subscribe.reject(FORBIDDEN);
                return;
            }
            call = elsewhere;
        }
        watch(subscribe, call.map(Call::uri).orElseGet(envelope.get()::to), call, proof);
    }

    /** Whether a client sends it that expects the documents of MS-CONFBAS: its extensions say so. */
    private static boolean isOfMicrosoft(SipRequest sip) {
        return sip.headers().list("Supported").stream()
                .anyMatch(tag -> tag.toLowerCase(Locale.ROOT).matches("(ms-|com\\.microsoft\\.).*"));
    }

    private void watch(IncomingSubscribe subscribe, SipUri uri, Optional<Call> call, Identified.As proof) {
        Format roster = call.filter(Call::speaksC3p).isPresent() ? Format.C3P : Format.RFC4575;
        Optional<XconUri> controlled = reception.settings().ccmp() && roster == Format.RFC4575
                ? reception.ports().focus().find(uri).map(Conference::id)
                : Optional.empty();
        Watch watch = new Watch(
                reception,
                call,
                roster,
                controlled,
                (format, news) -> reception
                        .ports()
                        .watching()
                        .watch(new Watcher(proof.sender(), call.map(Call::id), format), uri, news));
        Optional<SipResponse> refusal = watch.take(Acceptance.of(subscribe.request(), Formats.ROSTER));
        if (refusal.isPresent()) {
            subscribe.reject(refusal.get());
            return;
        }
        SipResponse accepted = SipResponse.of(200, "OK").with("Contact", reception.contact(uri, subscribe));
        watch.begun(subscribe.accept(
                Replies.keptAlive(subscribe.request(), proof.confirmed(accepted)), watch, watch.delivery()));
    }
}
