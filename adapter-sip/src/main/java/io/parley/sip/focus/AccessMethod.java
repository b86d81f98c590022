package io.parley.sip.focus;

import java.util.Locale;

/** By which way a device is connected: {@code accessMethod} of an endpoint (MS-CONFBAS section 2.2.2.6). */
public enum AccessMethod {
    /** From within the enterprise. */
    INTERNAL,
    /** From the Internet, by the edge of the enterprise. */
    EXTERNAL;

    /** As it is written. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
