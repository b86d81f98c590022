package io.parley.sip.stack;

/** Whether those who connect by TLS are asked for a certificate. */
public enum ClientCertificates {
    /** They are not. */
    NONE,
    /** They are, and are served without one. */
    WANTED,
    /** They are, and without one there is no connection. */
    DEMANDED
}
