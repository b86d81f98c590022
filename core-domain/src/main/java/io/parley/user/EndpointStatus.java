package io.parley.user;

/**
 * How far an endpoint is in its session: the words of {@code status} (RFC 4575 section 5.7.3).
 * The list is open: any other word is kept.
 */
public final class EndpointStatus {

    /** It is not in a session; somebody has to let it in. */
    public static final String PENDING = "pending";

    /** The focus calls it. */
    public static final String DIALING_OUT = "dialing-out";

    /** It calls the focus. */
    public static final String DIALING_IN = "dialing-in";

    /** It rings. */
    public static final String ALERTING = "alerting";

    /** It is in a session, on hold. */
    public static final String ON_HOLD = "on-hold";

    /** It is in a session. */
    public static final String CONNECTED = "connected";

    /** It is in a session, and the focus lets nothing of it be heard. */
    public static final String MUTED_VIA_FOCUS = "muted-via-focus";

    /** It is leaving. */
    public static final String DISCONNECTING = "disconnecting";

    /** It has left. */
    public static final String DISCONNECTED = "disconnected";

    private EndpointStatus() {}
}
