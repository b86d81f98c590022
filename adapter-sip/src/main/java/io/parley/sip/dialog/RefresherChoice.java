package io.parley.sip.dialog;

/** Who is to refresh a session that somebody begins with us. */
public enum RefresherChoice {
    /** Whoever the client names, else the client (RFC 4028 section 9, table 2). */
    AS_ASKED,
    /** The client, whatever it asks for (MS-CONFBAS section 3.2.5.2.1). */
    CLIENT
}
