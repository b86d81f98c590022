package io.parley.sip.stack;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Where nobody took a connection by TCP lately. Forgets all when there are too many, which costs each of them one more try. */
final class WithoutTcp {

    private static final int MOST = 10_000;
    private static final long NANOS = Duration.ofMinutes(10).toNanos();

    private final Map<InetSocketAddress, Long> since = new ConcurrentHashMap<>();

    void remember(InetSocketAddress address) {
        if (since.size() >= MOST) {
            since.clear();
        }
        since.put(address, System.nanoTime());
    }

    boolean remembers(InetSocketAddress address) {
        Long when = since.get(address);
        return when != null && System.nanoTime() - when < NANOS;
    }
}
