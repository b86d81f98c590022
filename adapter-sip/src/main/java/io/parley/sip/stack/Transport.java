package io.parley.sip.stack;

import java.util.Locale;

/** A transport of SIP (RFC 3261 section 18). */
public enum Transport {
    /** Datagrams. */
    UDP,
    /** Connections in clear. */
    TCP,
    /** Connections over TLS. */
    TLS;

    /** Whether it delivers in order and without loss, so that nothing is sent again. */
    public boolean isReliable() {
        return this != UDP;
    }

    /** As it stands in a {@code transport} parameter: {@code tcp}. */
    public String parameter() {
        return name().toLowerCase(Locale.ROOT);
    }
}
