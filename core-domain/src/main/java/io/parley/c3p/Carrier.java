package io.parley.c3p;

/** The SIP request that carries a request of C3P. */
public enum Carrier {
    /** Establishes a dialog with a focus (section 2.2.1.2). */
    INVITE,
    /** Controls a conference within that dialog (section 2.2.1.5). */
    INFO,
    /** Asks a Focus Factory (MS-CONFPRO). */
    SERVICE
}
