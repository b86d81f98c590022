package io.parley.ports.out;

import io.parley.c3p.C3pRequest;
import io.parley.c3p.C3pResponse;
import io.parley.conference.Conference;
import io.parley.focus.McuType;
import io.parley.identity.XconUri;
import io.parley.ports.in.FocusService.McuId;
import java.util.List;
import java.util.function.Consumer;

/**
 * Mixes the media of conferences, by multipoint control units of whatever kind.
 *
 * <p>Contract: may be called by any number of threads at once, for one conference one call at a time and in the order of its versions.
 * Both calls of a mix, and those to begin, refresh and end an MCU, may be repeated without harm. All return when the order is on its way and
 * never wait for media, for a callee or for the focus. No lock is held while the focus or whoever waits for a response is called.
 *
 * <p>Whom MCUs report to is told the implementation when the system is put together, before anything else is asked of it. An MCU reports by
 * {@link io.parley.ports.in.FocusService#report}, one document at a time and in order: a full one first, whose {@code entity-view} has an
 * {@code entity-state}, and from then on a partial one for each change of its {@code entity-view} or its users, who are told as whole or
 * deleted; the {@code version} rises by one with each. What a command changes has been reported before its final response.
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

    /** The types of the MCUs that there are, in the order in which clients are told of them. */
    List<McuType> types();

    /**
     * Starts an MCU for an instance of {@code conference} (MS-CONFBAS section 3.1.4.1). It reports by {@link
     * io.parley.ports.in.FocusService#report}, a full document first, or fails by {@link io.parley.ports.in.FocusService#failed}; both may
     * come before this returns, and it is started again after a while if it failed. What the conference provisions for it, its policy and initial settings, stands in the focus of {@code
     * conference}. One that runs is not started again; one of a type that there is not fails.
     */
    void start(McuId mcu, Conference conference);

    /** Asks {@code mcu} for a full document: one of its reports was lost. Has no effect on one that does not run. */
    void refresh(McuId mcu);

    /**
     * Whether {@code mcu} takes commands at the moment. A command that is sent all the same is answered by {@code serverBusy}.
     */
    boolean isAvailable(McuId mcu);

    /**
     * Has {@code mcu} execute a command of C3P. {@code responses} is called by any thread, one call at a time: with {@code pending} any
     * number of times, then once with the final response, which may come before this returns. What {@code mcu} was about when it was released
     * or died is not answered any more; whatever comes from it then is dropped.
     */
    void command(McuId mcu, C3pRequest request, Consumer<C3pResponse> responses);

    /** Ends {@code mcu}: the instance is over. Its participants are sent away without further reports. */
    void release(McuId mcu);
}
