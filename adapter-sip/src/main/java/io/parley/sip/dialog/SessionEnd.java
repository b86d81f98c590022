package io.parley.sip.dialog;

/** Why a session is over. */
public enum SessionEnd {
    /** We ended it. */
    ENDED,
    /** The peer sent {@code BYE}. */
    LEFT,
    /** The peer cancelled his INVITE before it was answered (RFC 3261 section 9). */
    CANCELLED,
    /** The lease ran out: nothing refreshed the session in time (RFC 4028 section 10), or a probe found nobody. */
    EXPIRED,
    /** A 2xx of ours was never acknowledged (RFC 3261 section 13.3.1.4). */
    UNACKNOWLEDGED,
    /** The peer knows no such dialog any more, or does not answer: 481 or 408 to a request of ours (section 12.2.1.2). */
    GONE,
    /** The user agent was closed. */
    CLOSED
}
