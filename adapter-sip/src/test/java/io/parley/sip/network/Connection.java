package io.parley.sip.network;

import io.parley.sip.stack.Transport;
import java.net.InetSocketAddress;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A connection between two stacks, which delivers in order. */
final class Connection {

    final long number;
    final Transport transport;
    final InMemoryStack opener;
    final InMemoryStack accepter;
    final InetSocketAddress from;
    private final Map<InMemoryStack, Instant> last = new HashMap<>();
    private final List<Runnable> onEnd = new ArrayList<>();

    Connection(long number, Transport transport, InMemoryStack opener, InMemoryStack accepter) {
        this.number = number;
        this.transport = transport;
        this.opener = opener;
        this.accepter = accepter;
        this.from = new InetSocketAddress(opener.address().getAddress(), 40_000 + (int) (number % 20_000));
    }

    /** Has {@code action} done when it breaks. */
    void onEnd(Runnable action) {
        onEnd.add(action);
    }

    /** It breaks. */
    void end() {
        onEnd.forEach(Runnable::run);
        onEnd.clear();
        opener.disconnected(number);
        accepter.disconnected(number);
    }

    boolean joins(InMemoryStack stack) {
        return opener == stack || accepter == stack;
    }

    InMemoryStack other(InMemoryStack stack) {
        return opener == stack ? accepter : opener;
    }

    /** The address that {@code stack} sees at its other end. */
    InetSocketAddress seenBy(InMemoryStack stack) {
        return opener == stack ? accepter.address() : from;
    }

    /** When what {@code sender} sends arrives: at {@code time}, but not before what it sent earlier. */
    Instant inOrder(InMemoryStack sender, Instant time) {
        Instant arrival = last.getOrDefault(sender, Instant.MIN).isAfter(time) ? last.get(sender) : time;
        last.put(sender, arrival);
        return arrival;
    }
}
