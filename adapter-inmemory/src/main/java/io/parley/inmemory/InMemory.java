package io.parley.inmemory;

import io.parley.ports.out.Announcements;
import io.parley.ports.out.ConferenceStore;
import io.parley.ports.out.IdGenerator;
import io.parley.ports.out.McuGateway;
import io.parley.ports.out.OutPorts;
import io.parley.ports.out.Scheduler;
import io.parley.ports.out.Signalling;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/**
 * Every out-port in the memory of this process, ready for production: random identifiers, the clock of the machine, nobody to call and
 * nothing to mix.
 *
 * <p>Everything that it gives may be used by any number of threads at once. The thread of its scheduler is a daemon, and runs from the
 * first use of {@link #scheduler} until {@link #close}; without that use there is nothing to close.
 */
public final class InMemory implements OutPorts, AutoCloseable {

    private final InMemoryConferenceStore store = new InMemoryConferenceStore();
    private final InMemoryAuthenticator authenticator = new InMemoryAuthenticator();
    private final RandomIdGenerator ids = new RandomIdGenerator();
    private final InMemoryUserDirectory users;
    private @Nullable ThreadScheduler scheduler;

    private InMemory(InMemoryUserDirectory users) {
        this.users = users;
    }

    /** A system in which whoever shows an XCON-USERID of {@code domain} is a user. */
    public static InMemory open(String domain) {
        return new InMemory(InMemoryUserDirectory.open(domain));
    }

    /** A system that knows the users who were registered, and nobody else. */
    public static InMemory closed() {
        return new InMemory(InMemoryUserDirectory.closed());
    }

    @Override
    public ConferenceStore store() {
        return store;
    }

    @Override
    public InMemoryUserDirectory users() {
        return users;
    }

    @Override
    public InMemoryAuthenticator authenticator() {
        return authenticator;
    }

    @Override
    public IdGenerator ids() {
        return ids;
    }

    @Override
    public InstantSource clock() {
        return InstantSource.system();
    }

    @Override
    public Signalling signalling() {
        return Silence.SILENCE;
    }

    @Override
    public McuGateway mcus() {
        return Silence.SILENCE;
    }

    @Override
    public synchronized Scheduler scheduler() {
        if (scheduler == null) {
            scheduler = ThreadScheduler.start();
        }
        return scheduler;
    }

    @Override
    public Announcements announcements() {
        return Silence.SILENCE;
    }

    /** Ends the thread of the scheduler, if there is one; what waits for its time is dropped. */
    @Override
    public synchronized void close() {
        if (scheduler != null) {
            scheduler.close();
        }
    }
}
