package io.parley.http.client;

import java.util.List;
import java.util.Optional;

/** What one server or proxy last asked for, and how often it was answered. Used on one thread. */
final class Authorization {

    private final Optional<HttpCredentials> credentials;
    private Optional<Challenge> challenge;
    private int count;

    Authorization(Optional<HttpCredentials> credentials) {
        this.credentials = credentials;
        this.challenge = credentials.flatMap(HttpCredentials::unasked);
    }

    /** The value of the field for the next request; empty as long as nobody has asked. */
    Optional<String> next(String method, String target) {
        return challenge.map(asked -> {
            count++;
            return credentials.orElseThrow().answer(asked, count, method, target);
        });
    }

    /**
     * Takes what is asked for by the answer to a request that went {@code with} or without credentials; whether a repetition may help.
     */
    boolean learns(List<String> fields, boolean with) {
        Optional<Challenge> chosen = credentials.flatMap(it -> it.choose(Challenge.in(fields)));
        if (chosen.isEmpty() || with && !chosen.get().isStale()) {
            return false;
        }
        challenge = chosen;
        count = 0;
        return true;
    }
}
