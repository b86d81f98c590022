package io.parley.ports.in;

import io.parley.ccmp.CcmpRequest;
import io.parley.ccmp.CcmpResponse;

/**
 * The Centralized Conferencing Manipulation Protocol (RFC 6503), for transports and for embedders who call it directly.
 *
 * <p>Contract: {@link #handle} may be called by any number of threads at once. It returns when the outcome is final: a change that is
 * answered 200 is stored, and every call that begins afterwards sees it; any other code means that nothing was changed. It never
 * throws for what a client sent, and never returns null; a fault of the system itself is a response with code 500. How long it takes
 * is up to the out-ports; with all of them in memory it does not block.
 */
@FunctionalInterface
public interface CcmpService {

    /** The response to {@code request}. */
    CcmpResponse handle(CcmpRequest request);
}
