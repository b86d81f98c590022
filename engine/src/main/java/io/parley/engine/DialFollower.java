package io.parley.engine;

import io.parley.conference.Change;
import io.parley.conference.Conference;
import io.parley.focus.FocusEndpoint;
import io.parley.focus.FocusInstance;
import io.parley.focus.OutgoingCall;
import io.parley.focus.OutgoingCall.State;
import io.parley.focus.Participant;
import io.parley.focus.SipStatus;
import io.parley.identity.XconUri;
import io.parley.identity.XconUserId;
import io.parley.persistent.PersistentMap;
import io.parley.ports.out.ChangeListener;
import io.parley.ports.out.Scheduler;
import io.parley.ports.out.Signalling;
import java.util.Map;
import java.util.Optional;

/**
 * What changes of the calls of a focus mean for those who are called, and for those who wait for the outcome.
 *
 * <table>
 *   <caption>What follows</caption>
 *   <tr><th>the call</th><th>signalling</th><th>who asked by REFER is told</th></tr>
 *   <tr><td>is new</td><td>places it</td><td>-</td></tr>
 *   <tr><td>rings</td><td>-</td><td>180</td></tr>
 *   <tr><td>has failed</td><td>-; its time is waited for</td><td>the status</td></tr>
 *   <tr><td>is gone, he has answered it, or was referred and says that he has followed</td><td>-</td><td>200</td></tr>
 *   <tr><td>is gone, he has come otherwise</td><td>gives it up</td><td>200</td></tr>
 *   <tr><td>is gone otherwise while it was in progress</td><td>gives it up</td><td>487</td></tr>
 * </table>
 */
final class DialFollower implements ChangeListener {

    private final Signalling signalling;
    private final Scheduler scheduler;
    private final DialOuts dialOuts;
    private final Referrals referrals;

    DialFollower(Signalling signalling, Scheduler scheduler, DialOuts dialOuts, Referrals referrals) {
        this.signalling = signalling;
        this.scheduler = scheduler;
        this.dialOuts = dialOuts;
        this.referrals = referrals;
    }

    @Override
    public void changed(Change change) {
        PersistentMap<XconUserId, OutgoingCall> before = calls(change.before());
        PersistentMap<XconUserId, OutgoingCall> after = calls(change.after());
        before.differences(after, (user, was, is) -> {
            boolean same = was.map(OutgoingCall::id).equals(is.map(OutgoingCall::id));
            if (was.isPresent() && !same) {
                ended(change, was.get());
            }
            if (is.isPresent()) {
                if (same) {
                    moved(change.conference(), is.get());
                } else {
                    begun(change.after().orElseThrow(), is.get());
                }
            }
        });
    }

    private static PersistentMap<XconUserId, OutgoingCall> calls(Optional<Conference> conference) {
        return conference
                .flatMap(FocusEngine::instance)
                .map(FocusInstance::calls)
                .orElseGet(PersistentMap::empty);
    }

    private void begun(Conference conference, OutgoingCall call) {
        signalling.call(
                conference.id(), conference.focus().orElseThrow().provisioning().uri(), call);
    }

    private void moved(XconUri conference, OutgoingCall call) {
        if (call.state() instanceof State.Alerting) {
            referrals.tell(call.id(), SipStatus.RINGING);
        } else if (call.state() instanceof State.Failed failed) {
            referrals.tell(call.id(), failed.status());
            scheduler.at(failed.until(), () -> dialOuts.due(conference, call.id()));
        }
    }

    private void ended(Change change, OutgoingCall call) {
        if (!call.isInProgress()) {
            return;
        }
        Optional<Participant> callee = change.after()
                .flatMap(FocusEngine::instance)
                .flatMap(live -> live.participant(call.user()))
                .filter(known -> !known.endpoints().isEmpty());
        boolean hasFollowed = change.cause().action().equals(DialOuts.FOLLOWED);
        if (!hasFollowed && callee.filter(known -> answers(known, call)).isEmpty()) {
            signalling.cancel(change.conference(), call.id());
        }
        referrals.tell(call.id(), hasFollowed || callee.isPresent() ? SipStatus.OK : SipStatus.REQUEST_TERMINATED);
    }

    private static boolean answers(Participant callee, OutgoingCall call) {
        for (Map.Entry<String, FocusEndpoint> device : callee.endpoints()) {
            if (device.getValue().documentEntity().equals(call.documentEntity())) {
                return true;
            }
        }
        return false;
    }
}
