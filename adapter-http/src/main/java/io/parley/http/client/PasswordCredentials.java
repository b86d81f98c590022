package io.parley.http.client;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/** A name and a password, for Digest and Basic. */
final class PasswordCredentials extends HttpCredentials {

    private final String username;
    private final String password;

    PasswordCredentials(String username, String password) {
        if (username.indexOf(':') >= 0 || (username + password).chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException("a name without ':', and neither with control characters, is wanted");
        }
        this.username = username;
        this.password = password;
    }

    @Override
    Optional<Challenge> unasked() {
        return Optional.empty();
    }

    @Override
    Optional<Challenge> choose(List<Challenge> challenges) {
        Optional<Challenge> digest =
                challenges.stream().filter(Digest::understands).findFirst();
        return digest.isPresent()
                ? digest
                : challenges.stream().filter(it -> it.scheme().equals("basic")).findFirst();
    }

    @Override
    String answer(Challenge challenge, int count, String method, String target) {
        return challenge.scheme().equals("basic")
                ? "Basic "
                        + Base64.getEncoder()
                                .encodeToString((username + ":" + password).getBytes(StandardCharsets.UTF_8))
                : new Digest(challenge, username, password).answer(count, method, target);
    }

    /** Without the password. */
    @Override
    public String toString() {
        return username;
    }
}
