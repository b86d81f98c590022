package io.parley.sip.authentication;

import io.parley.sip.message.SipRequest;
import io.parley.sip.stack.Peer;
import java.util.List;
import java.util.Optional;

/**
 * Establishes who sent a request. {@code ACK} and {@code CANCEL}, which nobody could send again, are never refused (RFC 3261 section 22.1);
 * they prove nothing either.
 *
 * <p>Whether a request within a dialog is asked for proof again is for the caller to say: an implementation knows no dialogs. Nobody
 * anonymous, whose {@code From} is of {@code anonymous.invalid}, is ever authenticated.
 *
 * <p>Contract: may be called by any number of threads at once. What a peer got wrong is an answer, never an exception.
 */
@FunctionalInterface
public interface Authentication {

    /** Every {@code From} is believed. */
    Authentication OFF =
            (request, peer, key) -> Claim.examine(request, from -> Claim.accepted(from, !Claim.isAnonymous(from)));

    /**
     * No {@code From} is believed: whoever is not anonymous gets 403. What stands behind certificates and trusted peers where there are no
     * passwords.
     */
    Authentication NOBODY = (request, peer, key) ->
            Claim.examine(request, from -> Claim.isAnonymous(from) ? Claim.accepted(from, false) : Claim.FORBIDDEN);

    /**
     * Who sent {@code request}.
     *
     * @param peer where it came from
     * @param conferenceKey the key of the conference that it goes to, by which anonymous users prove that they were invited; empty if the
     *     conference has none, or there is no conference
     */
    Identified identify(SipRequest request, Peer peer, Optional<String> conferenceKey);

    /** By what it asks for a proof: fresh values of {@code WWW-Authenticate}, the preferred first. Empty if it asks nobody. */
    default List<String> challenges() {
        return List.of();
    }
}
