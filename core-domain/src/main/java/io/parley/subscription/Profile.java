package io.parley.subscription;

/** Which of the formats of conference documents a watcher understands. */
public enum Profile {
    /** RFC 4575 as MS-CONFBAS extends it (MS-CONFBAS section 2.2.4). */
    C3P,
    /** RFC 4575 and nothing beyond it. */
    PLAIN,
    /** The data model of RFC 6501, always whole; what changes is told by comparing two of them (RFC 6502). */
    XCON
}
