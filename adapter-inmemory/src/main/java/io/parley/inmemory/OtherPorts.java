package io.parley.inmemory;

import io.parley.ports.out.Announcements;
import io.parley.ports.out.Authenticator;
import io.parley.ports.out.ConferenceStore;
import io.parley.ports.out.IdGenerator;
import io.parley.ports.out.McuGateway;
import io.parley.ports.out.OutPorts;
import io.parley.ports.out.Scheduler;
import io.parley.ports.out.Signalling;
import io.parley.ports.out.UserDirectory;
import java.time.InstantSource;

/** The ports of a system with other MCUs and other signalling. */
record OtherPorts(OutPorts same, McuGateway mcus, Signalling signalling) implements OutPorts {

    @Override
    public ConferenceStore store() {
        return same.store();
    }

    @Override
    public UserDirectory users() {
        return same.users();
    }

    @Override
    public Authenticator authenticator() {
        return same.authenticator();
    }

    @Override
    public IdGenerator ids() {
        return same.ids();
    }

    @Override
    public InstantSource clock() {
        return same.clock();
    }

    @Override
    public Scheduler scheduler() {
        return same.scheduler();
    }

    @Override
    public Announcements announcements() {
        return same.announcements();
    }
}
