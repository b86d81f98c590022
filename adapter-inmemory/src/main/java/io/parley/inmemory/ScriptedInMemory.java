package io.parley.inmemory;

import io.parley.ports.out.ConferenceStore;
import io.parley.ports.out.McuGateway;
import io.parley.ports.out.OutPorts;
import io.parley.ports.out.Signalling;

/**
 * Every out-port in memory, for tests of conference logic: time stands still until it is moved, identifiers are {@code c1, c2, ...} or
 * as told, what devices and mixers are asked for is remembered, and faults of the store can be ordered.
 */
public final class ScriptedInMemory implements OutPorts {

    private final Faults faults = new Faults();
    private final ConferenceStore store = faults.in(new InMemoryConferenceStore());
    private final InMemoryAuthenticator authenticator = new InMemoryAuthenticator(1);
    private final ScriptedIdGenerator ids = new ScriptedIdGenerator();
    private final ManualClock clock = ManualClock.at("2030-01-01T09:00:00Z");
    private final RecordingSignalling signalling = new RecordingSignalling();
    private final RecordingMcuGateway mcus = new RecordingMcuGateway();
    private final ManualScheduler scheduler = new ManualScheduler(clock);
    private final RecordingAnnouncements announcements = new RecordingAnnouncements();
    private final InMemoryUserDirectory users;

    private ScriptedInMemory(InMemoryUserDirectory users) {
        this.users = users;
    }

    /** A system in which whoever shows an XCON-USERID of {@code domain} is a user. */
    public static ScriptedInMemory open(String domain) {
        return new ScriptedInMemory(InMemoryUserDirectory.open(domain));
    }

    /** A system that knows the users who were registered, and nobody else. */
    public static ScriptedInMemory closed() {
        return new ScriptedInMemory(InMemoryUserDirectory.closed());
    }

    /** These ports, but with those MCUs and that signalling in place of the ones that remember. */
    public OutPorts with(McuGateway otherMcus, Signalling otherSignalling) {
        return new OtherPorts(this, otherMcus, otherSignalling);
    }

    /** Where faults of the store are ordered. */
    public Faults faults() {
        return faults;
    }

    @Override
    public ConferenceStore store() {
        return store;
    }

    @Override
    public InMemoryUserDirectory users() {
        return users;
    }

    /** Hashes passwords with one iteration: quick, and of no use outside tests. */
    @Override
    public InMemoryAuthenticator authenticator() {
        return authenticator;
    }

    @Override
    public ScriptedIdGenerator ids() {
        return ids;
    }

    @Override
    public ManualClock clock() {
        return clock;
    }

    @Override
    public RecordingSignalling signalling() {
        return signalling;
    }

    @Override
    public RecordingMcuGateway mcus() {
        return mcus;
    }

    /** Runs its tasks when the clock is moved. */
    @Override
    public ManualScheduler scheduler() {
        return scheduler;
    }

    @Override
    public RecordingAnnouncements announcements() {
        return announcements;
    }
}
