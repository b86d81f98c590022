package io.parley.sip.dialog;

/** Who is to refresh a session that somebody begins with us. */
public enum RefresherChoice {
    /**
     * Whoever the client names, else the client; we, if he knows no session timers, and then also where nobody has asked for a timer, so
     * that he is missed when he is gone (RFC 4028 section 9, table 2).
     */
    AS_ABLE,
    /** As table 2 demands, and no more: without a timer if the client knows none and nobody has asked for one. */
    AS_ASKED,
    /** The client, whatever it asks for (MS-CONFBAS section 3.2.5.2.1); without a timer if he knows none. */
    CLIENT
}
