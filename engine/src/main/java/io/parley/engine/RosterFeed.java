package io.parley.engine;

import io.parley.conference.Change;
import io.parley.identity.SipUri;
import io.parley.participation.Refusal;
import io.parley.ports.in.ConferenceWatching;
import io.parley.ports.out.ChangeListener;
import io.parley.ports.out.OutPorts;
import io.parley.privacy.Sights;

/** Lets somebody watch a conference; not yet. */
final class RosterFeed implements ConferenceWatching, ChangeListener {
    RosterFeed(OutPorts ports, FocusEngine focus, Identities identities, Sights sights) {}

    @Override
    public Answer watch(Watcher watcher, SipUri conference, Runnable news) {
        return new Refused(new Refusal(Refusal.Kind.FORBIDDEN, ""));
    }

    @Override
    public void changed(Change change) {}
}
