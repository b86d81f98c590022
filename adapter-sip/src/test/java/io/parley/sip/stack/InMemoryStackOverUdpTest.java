package io.parley.sip.stack;

import io.parley.inmemory.ManualClock;
import io.parley.inmemory.ManualScheduler;
import io.parley.sip.network.InMemoryNetwork;
import java.time.Duration;

/** That the network of the rooms above is like the real one. */
class InMemoryStackOverUdpTest implements SipStackContract {

    private final ManualClock clock = ManualClock.at("2026-11-29T12:00:00Z");
    private final InMemoryNetwork network = new InMemoryNetwork(clock, new ManualScheduler(clock));
    private int opened;

    @Override
    public SipStack open(SipHandler handler) {
        return network.open("10.0.0." + ++opened + ":5060", handler);
    }

    @Override
    public Transport transport() {
        return Transport.UDP;
    }

    @Override
    public void settle() {
        clock.advance(Duration.ofSeconds(1));
    }
}
