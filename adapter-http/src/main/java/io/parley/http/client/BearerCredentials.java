package io.parley.http.client;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A bearer token (RFC 6750). */
final class BearerCredentials extends HttpCredentials {

    private final String token;

    BearerCredentials(String token) {
        if (!token.matches("[A-Za-z0-9._~+/-]+=*")) {
            throw new IllegalArgumentException("not a bearer token: RFC 6750 has letters, digits and -._~+/ for it");
        }
        this.token = token;
    }

    @Override
    Optional<Challenge> unasked() {
        return Optional.of(new Challenge("bearer", Map.of()));
    }

    @Override
    Optional<Challenge> choose(List<Challenge> challenges) {
        return Optional.empty();
    }

    @Override
    String answer(Challenge challenge, int count, String method, String target) {
        return "Bearer " + token;
    }

    /** Without the token. */
    @Override
    public String toString() {
        return "a bearer token";
    }
}
