package io.parley.sip.focus;

import io.parley.identity.SipUri;

/** Decides who may join on behalf of whom (MS-CONFBAS section 3.2.4.2, {@code p-session-on-behalf-of}). Used by any number of threads. */
@FunctionalInterface
public interface Delegation {

    /** Nobody. */
    Delegation NONE = (delegate, principal) -> false;

    /** Whether {@code delegate} may join on behalf of {@code principal}. */
    boolean allows(SipUri delegate, SipUri principal);
}
