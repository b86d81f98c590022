package io.parley.http.client;

import java.util.List;
import java.util.Optional;

/**
 * With what a client proves who it is to a server or a proxy by HTTP (RFC 9110 section 11), beside or instead of the {@code subject} of
 * the messages. It never goes to another server than that of the URI, wherever that redirects to.
 */
public abstract sealed class HttpCredentials permits PasswordCredentials, BearerCredentials {

    HttpCredentials() {}

    /**
     * A name and a password: answers a Digest challenge (RFC 7616; SHA-256, MD5) if there is one, else one of Basic (RFC 7617), which
     * shows the password to whoever can read the connection.
     */
    public static HttpCredentials password(String username, String password) {
        return new PasswordCredentials(username, password);
    }

    /** A bearer token (RFC 6750), which goes with every request; an {@link IllegalArgumentException} if it is none. */
    public static HttpCredentials bearer(String token) {
        return new BearerCredentials(token);
    }

    /** What goes with a request before anybody has asked. */
    abstract Optional<Challenge> unasked();

    /** The best of {@code challenges} that can be answered. */
    abstract Optional<Challenge> choose(List<Challenge> challenges);

    /** The value of the field that answers {@code challenge}, for the {@code count}-th time. */
    abstract String answer(Challenge challenge, int count, String method, String target);
}
