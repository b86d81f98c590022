package io.parley.sip.authentication;

import io.parley.identity.SipUri;
import io.parley.ports.in.FocusService.Signaller;
import io.parley.sip.message.SipRequest;
import io.parley.sip.message.SipResponse;
import io.parley.sip.stack.Peer;
import java.util.Optional;

/** Establishes who sends a request that begins something. Used by any number of threads at once. */
@FunctionalInterface
public interface Identification {

    /** The From is believed; who calls himself anonymous is. */
    Identification BELIEVED = (from, request, peer, key) -> new As(new Signaller(
            from, from.host().filter("anonymous.invalid"::equalsIgnoreCase).isEmpty(), false));

    /**
     * Who {@code request} is from.
     *
     * @param from the URI of its From
     * @param request the request
     * @param peer where it came from
     * @param key the key of the conference that it is about, by which somebody anonymous may show that he was invited
     */
    Identified identify(SipUri from, SipRequest request, Peer peer, Optional<String> key);

    /** What comes of it. */
    sealed interface Identified permits As, Refused {}

    /**
     * It is known.
     *
     * @param who who it is
     */
    record As(Signaller who) implements Identified {}

    /**
     * It is not, and has to be.
     *
     * @param response the challenge, or that nothing helps
     */
    record Refused(SipResponse response) implements Identified {}
}
