package io.parley.engine;

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

/**
 * The ports of a system with the store that notes how people part.
 *
 * @param ports the ports
 * @param store that store
 */
record PartingPorts(OutPorts ports, ConferenceStore store) implements OutPorts {

    PartingPorts(OutPorts ports) {
        this(ports, new PartingStore(ports.store()));
    }

    @Override
    public UserDirectory users() {
        return ports.users();
    }

    @Override
    public Authenticator authenticator() {
        return ports.authenticator();
    }

    @Override
    public IdGenerator ids() {
        return ports.ids();
    }

    @Override
    public InstantSource clock() {
        return ports.clock();
    }

    @Override
    public Signalling signalling() {
        return ports.signalling();
    }

    @Override
    public McuGateway mcus() {
        return ports.mcus();
    }

    @Override
    public Scheduler scheduler() {
        return ports.scheduler();
    }

    @Override
    public Announcements announcements() {
        return ports.announcements();
    }
}
