package io.parley.http;

import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.parley.identity.XconUserId;
import java.util.List;
import java.util.Optional;

/**
 * HTTP authentication (RFC 9110 section 11): who sends a request, as an alternative to the {@code subject} in it.
 *
 * <p>May be called by any number of threads at once.
 */
@FunctionalInterface
interface Authentication {

    /** What came of it. */
    sealed interface Proof {
        /** The sender is this user, if anybody: nobody when none is asked. */
        record Of(Optional<XconUserId> user) implements Proof {}

        /** The sender has not proved who he is. */
        record Refused(Refusal answer) implements Proof {}
    }

    /** Who sends the request with that header section. */
    Proof prove(HttpRequest head, Sender sender);

    /** Nobody is asked. */
    static Authentication off() {
        return (head, sender) -> new Proof.Of(Optional.empty());
    }

    /** A refusal with these challenges, the one preferred first. */
    static Proof challenge(List<String> challenges) {
        Refusal refusal = Refusal.of(HttpResponseStatus.UNAUTHORIZED);
        for (String challenge : challenges) {
            refusal = refusal.with(HttpHeaderNames.WWW_AUTHENTICATE, challenge);
        }
        return new Proof.Refused(refusal);
    }

    /** What the one {@code Authorization} field says behind the name of the {@code scheme}. */
    static Optional<String> credentials(HttpHeaders headers, String scheme) {
        List<String> fields = headers.getAll(HttpHeaderNames.AUTHORIZATION);
        if (fields.size() != 1) {
            return Optional.empty();
        }
        String[] parts = fields.get(0).strip().split(" +", 2);
        return parts.length == 2 && parts[0].equalsIgnoreCase(scheme) ? Optional.of(parts[1]) : Optional.empty();
    }
}
