package io.parley.inmemory;

import io.parley.conference.Conference;
import io.parley.identity.ContactUri;
import io.parley.identity.XconUri;
import io.parley.ports.out.Announcements;
import io.parley.ports.out.McuGateway;
import io.parley.ports.out.Signalling;
import java.time.Duration;

/** Reaches nobody and mixes nothing: for a system that only keeps conference objects. */
public enum Silence implements Signalling, McuGateway, Announcements {
    /** The only one. */
    SILENCE;

    @Override
    public void invite(XconUri conference, ContactUri target) {}

    @Override
    public void refer(XconUri conference, ContactUri target) {}

    @Override
    public void bye(XconUri conference, ContactUri endpoint) {}

    @Override
    public void endApproaches(Conference conference, Duration left) {}

    @Override
    public void mix(Conference conference) {}

    @Override
    public void stop(XconUri conference) {}
}
