package io.parley.user;

import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A role of a user in a conference (RFC 6501 section 4.6.5.2). The list is open: a word that the RFC does not name is kept and gives
 * no rights of its own.
 */
public final class Role {

    /** May do everything in the conference. */
    public static final Role ADMINISTRATOR = new Role("administrator");

    /** Steers the conference. */
    public static final Role MODERATOR = new Role("moderator");

    /** Uses the system without taking part. */
    public static final Role USER = new Role("user");

    /** Takes part. */
    public static final Role PARTICIPANT = new Role("participant");

    /** Sees and hears, and is not heard. */
    public static final Role OBSERVER = new Role("observer");

    /** No role: no more rights than a stranger. */
    public static final Role NONE = new Role("none");

    /** No role of RFC 6501: the word by which CCMP clients of the field find out who convened a conference. */
    public static final Role ORGANIZER = new Role("organizer");

    private final String word;

    private Role(String word) {
        this.word = Objects.requireNonNull(word, "word");
    }

    /** The role that {@code word} names. */
    public static Role of(String word) {
        return new Role(word.strip());
    }

    /** The word, as written. */
    public String word() {
        return word;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Role that && word.equalsIgnoreCase(that.word);
    }

    @Override
    public int hashCode() {
        return word.toLowerCase(Locale.ROOT).hashCode();
    }

    @Override
    public String toString() {
        return word;
    }
}
