package io.parley.c3p.provisioning;

import io.parley.c3p.C3pRequest;
import io.parley.c3p.C3pResponse;
import io.parley.conference.Outcome;
import io.parley.focus.Provisioning;
import java.util.Optional;

/**
 * What the factory makes of a command.
 *
 * @param response the response, in which no secret stands
 * @param secrets what goes with it in envelopes, if the request brings a certificate; present in answers to {@code getConference} only
 */
public record Decided(C3pResponse response, Optional<Provisioning.Secrets> secrets) {

    static Decided of(C3pResponse response) {
        return new Decided(response, Optional.empty());
    }

    static Outcome<Decided> unchanged(C3pResponse response) {
        return Outcome.unchanged(of(response));
    }

    static Outcome<Decided> refused(C3pRequest request, Failure failure) {
        return unchanged(failure.to(request));
    }
}
