package io.parley.participation;

import io.parley.authorization.Requester;
import io.parley.focus.AuthMethod;
import io.parley.identity.SipUri;
import io.parley.identity.XconUserId;
import io.parley.user.RegisteredUser;
import java.util.Objects;

/**
 * Who comes by signalling, after his identity has been established as far as that was asked for.
 *
 * @param uri his address, as the {@code From} of his requests gives it
 * @param user who that is here
 * @param method as what he is known
 * @param authenticated whether he has proved to be that, or nobody demands it; never for somebody anonymous
 * @param showsKey whether he has proved to know the conference key
 */
public record Caller(SipUri uri, RegisteredUser user, AuthMethod method, boolean authenticated, boolean showsKey) {

    /** Refuses somebody anonymous who has proved who he is. */
    public Caller {
        Objects.requireNonNull(uri, "uri");
        if (authenticated && method == AuthMethod.ANONYMOUS) {
            throw new IllegalArgumentException(uri + " is anonymous and cannot have proved who he is");
        }
    }

    /** His XCON-USERID. */
    public XconUserId id() {
        return user.id();
    }

    /** He, as the rules of conferences see him. */
    public Requester requester() {
        return new Requester(user, authenticated);
    }

    /** Whether he comes by telephone. */
    public boolean isTelephone() {
        return !uri.isSip();
    }
}
