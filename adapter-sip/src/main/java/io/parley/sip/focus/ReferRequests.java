package io.parley.sip.focus;

import io.parley.conference.Conference;
import io.parley.dialout.Referral;
import io.parley.identity.SipUri;
import io.parley.participation.Refusal;
import io.parley.ports.in.FocusService;
import io.parley.sip.authentication.Identified;
import io.parley.sip.dialog.Delivery;
import io.parley.sip.dialog.Dialog;
import io.parley.sip.dialog.IncomingSubscribe;
import io.parley.sip.message.NameAddress;
import io.parley.sip.message.SipRequest;
import io.parley.sip.message.SipResponse;
import java.util.List;
import java.util.Optional;

/**
 * Answers REFER to a focus, within a call with it or outside: that it call, refer or send away somebody (RFC 4579 sections 5.5, 5.7 and 5.11). What
 * counts is who the sender has proved to be, whatever he writes into {@code From} and {@code Referred-By}.
 */
record ReferRequests(Reception reception) {

    private static final SipResponse OTHER_SCHEME = SipResponse.of(416, "Unsupported URI Scheme");
    private static final SipResponse OTHER_METHOD = SipResponse.of(501, "Not Implemented");

    void came(IncomingSubscribe refer) {
        SipRequest sip = refer.request();
        FocusService focus = reception.ports().focus();
        Optional<Call> within = refer.dialog().map(Dialog::id).map(Dialogs::of).flatMap(reception.calls()::find);
        Optional<SipUri> uri = within.map(Call::uri).or(() -> reception.target(sip));
        if (uri.filter(focus::isFactory).isPresent()) {
            refer.reject(Replies.FORBIDDEN);
            return;
        }
        Optional<Conference> conference = uri.flatMap(focus::find);
        if (conference.isEmpty()) {
            refer.reject(Replies.NOT_FOUND);
            return;
        }
        Identified identified = identify(refer, within, conference.get());
        if (identified instanceof Identified.Refused refused) {
            refer.reject(refused.response());
            return;
        }
        answer(refer, uri.orElseThrow(), (Identified.As) identified);
    }

    /** Whoever was called by the focus has proved nothing by answering. */
    private Identified identify(IncomingSubscribe refer, Optional<Call> within, Conference conference) {
        return within.filter(call -> call.caller().authenticated())
                .map(call -> reception.proof(refer, call.uri(), call.caller()))
                .orElseGet(() -> reception
                        .settings()
                        .authentication()
                        .identify(refer.request(), refer.peer(), Invitations.key(conference)));
    }

    private void answer(IncomingSubscribe refer, SipUri uri, Identified.As proof) {
        SipRequest sip = refer.request();
        List<String> all = sip.headers().list("Refer-To");
        Optional<String> referTo = Optional.of(all)
                .filter(one -> one.size() == 1)
                .flatMap(one -> NameAddress.parse(one.get(0)))
                .map(NameAddress::uri);
        if (referTo.isEmpty()) {
            refer.reject(Replies.malformed("a REFER has one Refer-To: " + String.join(", ", all)));
            return;
        }
        if (!referTo.get().matches("(?i)(sips?|tel):.*")) {
            refer.reject(OTHER_SCHEME);
            return;
        }
        Optional<SipUri> target = SipUri.parse(referTo.get());
        if (target.isEmpty()) {
            refer.reject(Replies.malformed("Refer-To: " + referTo.get()));
            return;
        }
        Optional<Referral> referral = Referral.of(target.get(), Dialogs.referredBy(sip));
        if (referral.isEmpty()) {
            refer.reject(OTHER_METHOD);
            return;
        }
        ReferProgress progress = new ReferProgress();
        Optional<Refusal> refusal =
                reception.ports().focus().refer(proof.sender(), uri, referral.get(), progress::tell);
        if (refusal.isPresent()) {
            refer.reject(Replies.plain(refusal.get()));
            return;
        }
        SipResponse accepted = SipResponse.of(202, "Accepted").with("Contact", reception.contact(uri, refer));
        progress.of(refer.accept(proof.confirmed(accepted), progress, Delivery.ONE_AT_A_TIME));
    }
}
