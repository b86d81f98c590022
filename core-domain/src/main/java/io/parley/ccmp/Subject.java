package io.parley.ccmp;

import java.util.Optional;

/**
 * The credentials of the sender (RFC 6503 section 5.1).
 *
 * @param username who he says he is
 * @param password the proof of it
 */
public record Subject(Optional<String> username, Optional<String> password) {
    /** Names the user and never shows the password. */
    @Override
    public String toString() {
        return "Subject[" + username.orElse("") + "]";
    }
}
