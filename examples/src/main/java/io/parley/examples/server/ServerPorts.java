package io.parley.examples.server;

import io.parley.inmemory.InMemory;
import io.parley.inmemory.InMemoryAuthenticator;
import io.parley.inmemory.InMemoryUserDirectory;
import io.parley.ports.out.Announcements;
import io.parley.ports.out.ConferenceStore;
import io.parley.ports.out.IdGenerator;
import io.parley.ports.out.McuGateway;
import io.parley.ports.out.OutPorts;
import io.parley.ports.out.Scheduler;
import io.parley.ports.out.Signalling;
import java.time.InstantSource;

/**
 * All out-ports in memory, except that passwords are hashed less slowly than the preset does: they stand on the command line for whoever
 * lists the processes, the server has to be ready soon, and a wrong one must not hold up a thread that serves connections.
 */
record ServerPorts(InMemory preset, InMemoryAuthenticator authenticator, Signalling signalling, McuGateway mcus)
        implements OutPorts {

    private static final int ITERATIONS = 1_000;

    static ServerPorts of(InMemory preset) {
        return new ServerPorts(preset, new InMemoryAuthenticator(ITERATIONS), preset.signalling(), preset.mcus());
    }

    /** These, which reach devices and mix media by others. */
    ServerPorts with(Signalling devices, McuGateway mixers) {
        return new ServerPorts(preset, authenticator, devices, mixers);
    }

    @Override
    public ConferenceStore store() {
        return preset.store();
    }

    @Override
    public InMemoryUserDirectory users() {
        return preset.users();
    }

    @Override
    public IdGenerator ids() {
        return preset.ids();
    }

    @Override
    public InstantSource clock() {
        return preset.clock();
    }

    @Override
    public Scheduler scheduler() {
        return preset.scheduler();
    }

    @Override
    public Announcements announcements() {
        return preset.announcements();
    }
}
