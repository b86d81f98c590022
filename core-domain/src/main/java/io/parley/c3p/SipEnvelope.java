package io.parley.c3p;

import io.parley.identity.SipUri;

/**
 * What the SIP request says around a request of C3P.
 *
 * @param carrier the method
 * @param from the URI of its From
 * @param to the URI of its To
 * @param ownDomain the domain of the server, whose users are told apart without regard to case
 */
public record SipEnvelope(Carrier carrier, SipUri from, SipUri to, String ownDomain) {

    /** Whether two URIs mean the same here. */
    public boolean same(SipUri one, SipUri other) {
        return one.isEquivalentTo(other, ownDomain);
    }
}
