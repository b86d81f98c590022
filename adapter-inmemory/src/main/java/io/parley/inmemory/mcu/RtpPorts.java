package io.parley.inmemory.mcu;

import java.net.InetSocketAddress;
import java.util.Optional;

/**
 * Where participants send their RTP. What becomes of it is up to whoever has the ports; nothing is mixed. May be used by any number of threads
 * at once.
 */
@FunctionalInterface
public interface RtpPorts {

    /** A port for one stream; empty if there is none left. Does not wait. */
    Optional<RtpPort> open();

    /** Always the same place, where nobody need listen. */
    static RtpPorts at(InetSocketAddress place) {
        RtpPort port = () -> place;
        return () -> Optional.of(port);
    }

    /** A port of one stream. */
    @FunctionalInterface
    interface RtpPort extends AutoCloseable {

        /** Where it is reached. */
        InetSocketAddress address();

        /** Whether what comes is heard by the others, as far as there is anything to hear; it is, unless this says otherwise. */
        default void heard(boolean now) {}

        /** Gives it back. Has no effect the second time. */
        @Override
        default void close() {}
    }
}
