package io.parley.http;

import io.parley.ccmp.ResponseCode;
import io.parley.ports.in.ConferenceEvents.Follow;
import io.parley.ports.in.ConferenceEvents.Refused;
import java.util.Optional;

/**
 * The passwords of conferences that come with wishes to follow one: wrong ones count as those in messages of CCMP do.
 *
 * @param attempts what is remembered of all of them
 */
record FollowPasswords(PasswordAttempts attempts) {

    /** The answer to a request whose password is not looked at. */
    Optional<Refusal> refuse(Follow request, Sender sender) {
        return request.conferencePassword()
                .flatMap(password -> attempts.wait(sender))
                .map(RequestRates::tooMany);
    }

    /** Remembers what {@code refused} says of the password. */
    void remember(Refused refused, Sender sender) {
        if (refused.code() == ResponseCode.INVALID_CONFERENCE_PASSWORD) {
            attempts.wrong(sender);
        }
    }
}
