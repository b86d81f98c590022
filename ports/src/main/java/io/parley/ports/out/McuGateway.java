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

    /** The types of the MCUs that there are, in the order in which clients are told of them. */
    default List<McuType> types() {
        return List.of();
    }

    /**
     * Starts an MCU for an instance of {@code conference} (MS-CONFBAS section 3.1.4.1). If it does not
     * begin, or dies later, that is told by {@link io.parley.ports.in.FocusService#failed}, perhaps before this returns; it is started again
     * after a while then. What the conference provisions for it, its policy and initial settings, stands in the focus of {@code
     * conference}.
     */
    default void start(McuId mcu, Conference conference) {}

    /**
     * Whether {@code mcu} takes commands at the moment. A command that is sent all the same is answered by {@code serverBusy}.
     */
    default boolean isAvailable(McuId mcu) {
        return false;
    }

    /**
     * Has {@code mcu} execute a command of C3P. {@code responses} is called by any thread, one call at a time: with {@code pending} any
     * number of times, then once with the final response, which may come before this returns. Whatever comes from an MCU that was released
     * or has died is dropped.
     */
    default void command(McuId mcu, C3pRequest request, Consumer<C3pResponse> responses) {}

    /** Ends {@code mcu}: the instance is over. Its participants are sent away. */
    default void release(McuId mcu) {}
}
