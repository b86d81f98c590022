package io.parley.ports.out;

import io.parley.conference.Conference;
import io.parley.identity.XconUri;

/**
 * Mixes the media of conferences, by multipoint control units of whatever kind.
 *
 * <p>Contract: may be called by any number of threads at once, for one conference one call at a time and in the order of its versions.
 * Both calls may be repeated without harm. They return when the order is on its way and never wait for media.
 */
public interface McuGateway {

    /**
     * Makes the mix of {@code conference}, or brings it up to this version; who waits to be admitted is not in it. {@link
     * io.parley.conference.Mix} says what its document asks for; what else stands there, such as codecs, mixing modes and controls of
     * extensions, is handed on as it was written.
     */
    void mix(Conference conference);

    /** Ends the mix of {@code conference}. */
    void stop(XconUri conference);
}
