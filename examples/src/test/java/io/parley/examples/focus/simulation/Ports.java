package io.parley.examples.focus.simulation;

import io.parley.inmemory.ScriptedInMemory;
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

/** The scripted ports with the MCUs and the signalling of a simulation. */
record Ports(ScriptedInMemory memory, McuGateway mcus, Signalling signalling) implements OutPorts {

    @Override
    public ConferenceStore store() {
        return memory.store();
    }

    @Override
    public UserDirectory users() {
        return memory.users();
    }

    @Override
    public Authenticator authenticator() {
        return memory.authenticator();
    }

    @Override
    public IdGenerator ids() {
        return memory.ids();
    }

    @Override
    public InstantSource clock() {
        return memory.clock();
    }

    @Override
    public Scheduler scheduler() {
        return memory.scheduler();
    }

    @Override
    public Announcements announcements() {
        return memory.announcements();
    }
}
