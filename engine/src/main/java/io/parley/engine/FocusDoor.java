package io.parley.engine;

import io.parley.conference.Conference;
import io.parley.dialout.Referral;
import io.parley.document.Element;
import io.parley.focus.CallId;
import io.parley.focus.DialogId;
import io.parley.focus.SipStatus;
import io.parley.identity.SipUri;
import io.parley.identity.XconUri;
import io.parley.participation.Joining;
import io.parley.participation.Refusal;
import io.parley.ports.in.FocusService;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * All that transports and MCUs ask of foci, by whom it is done.
 *
 * @param focus who comes and goes
 * @param dialOuts whom the focus calls
 * @param referrals who asks it to
 * @param factory who has a conference made
 */
record FocusDoor(FocusEngine focus, DialOuts dialOuts, Referrals referrals, FactoryCalls factory)
        implements FocusService {

    @Override
    public Optional<Conference> find(SipUri uri) {
        return focus.find(uri);
    }

    @Override
    public Joining.Answer join(Signaller caller, SipUri conference, Device device) {
        return focus.join(caller, conference, device);
    }

    @Override
    public boolean isFactory(SipUri uri) {
        return focus.isFactory(uri);
    }

    @Override
    public Joining.Answer create(Signaller creator, Device device, Set<String> media) {
        return factory.create(creator, device, media);
    }

    @Override
    public Optional<Refusal> refer(
            Signaller referrer, SipUri conference, Referral referral, Consumer<SipStatus> progress) {
        return referrals.refer(referrer, conference, referral, progress);
    }

    @Override
    public void alerting(XconUri conference, CallId call) {
        dialOuts.alerting(conference, call);
    }

    @Override
    public Joining.Answer answered(XconUri conference, CallId call, Device device) {
        return dialOuts.answered(conference, call, device);
    }

    @Override
    public void followed(XconUri conference, CallId call) {
        dialOuts.followed(conference, call);
    }

    @Override
    public void failed(XconUri conference, CallId call, SipStatus status) {
        dialOuts.failed(conference, call, status);
    }

    @Override
    public Optional<Refusal> endorse(Signaller endorser, SipUri conference, Endorsement endorsement) {
        return focus.endorse(endorser, conference, endorsement);
    }

    @Override
    public void leave(XconUri conference, DialogId dialog, Departure why) {
        focus.leave(conference, dialog, why);
    }

    @Override
    public void report(McuId mcu, Element document) {
        focus.report(mcu, document);
    }

    @Override
    public void failed(McuId mcu) {
        focus.failed(mcu);
    }
}
