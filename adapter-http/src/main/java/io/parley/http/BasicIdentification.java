package io.parley.http;

import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.parley.ccmp.SubjectMode;
import io.parley.identity.XconUserId;
import io.parley.ports.out.Authenticator;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;

/**
 * HTTP Basic (RFC 7617) with the username and password of a CCMP {@code subject}, under the same rules: not asked, optional or required;
 * wrong ones, and those of another user than the one claimed, are 401, and whoever was wrong too often gets 429 unread.
 *
 * @param authenticator checks passwords
 * @param mode whether they are demanded
 * @param attempts the wrong ones
 */
record BasicIdentification(Authenticator authenticator, SubjectMode mode, PasswordAttempts attempts)
        implements Identification {

    static final String CHALLENGE = "Basic realm=\"conferences\", charset=\"UTF-8\"";
    static final Refusal REFUSAL =
            Refusal.of(HttpResponseStatus.UNAUTHORIZED).with(HttpHeaderNames.WWW_AUTHENTICATE, CHALLENGE);

    private static final Identity UNAUTHORIZED = new Identity.Unknown(REFUSAL);
    private static final Identity NOBODY = new Identity.Unknown(Refusal.of(HttpResponseStatus.BAD_REQUEST));

    /** What an {@code Authorization} field holds. */
    private record Credentials(String name, String password) {}

    @Override
    public Identity identify(Call call, Optional<String> claimed) {
        boolean given = call.head().headers().contains(HttpHeaderNames.AUTHORIZATION);
        if (mode == SubjectMode.OFF || (!given && mode == SubjectMode.OPTIONAL)) {
            return claimed.flatMap(XconUserId::parse)
                    .<Identity>map(user -> new Identity.Known(user, mode == SubjectMode.OFF))
                    .orElse(NOBODY);
        }
        return Authentication.credentials(call.head().headers(), "Basic")
                .flatMap(BasicIdentification::credentials)
                .map(credentials -> identify(credentials, Sender.of(call.peer()), claimed))
                .orElse(UNAUTHORIZED);
    }

    private Identity identify(Credentials given, Sender sender, Optional<String> claimed) {
        Optional<Duration> wait = attempts.wait(given.name(), sender);
        if (wait.isPresent()) {
            return new Identity.Unknown(RequestRates.tooMany(wait.get()));
        }
        Optional<XconUserId> proved = authenticator.authenticate(given.name(), given.password());
        if (proved.isEmpty()) {
            attempts.wrong(given.name(), sender);
            return UNAUTHORIZED;
        }
        attempts.right(given.name(), sender);
        return Identification.agree(proved.get(), claimed) ? new Identity.Known(proved.get(), true) : UNAUTHORIZED;
    }

    private static Optional<Credentials> credentials(String encoded) {
        try {
            String text = new String(Base64.getDecoder().decode(encoded), StandardCharsets.UTF_8);
            int colon = text.indexOf(':');
            return colon < 0
                    ? Optional.empty()
                    : Optional.of(new Credentials(text.substring(0, colon), text.substring(colon + 1)));
        } catch (IllegalArgumentException noBase64) {
            return Optional.empty();
        }
    }
}
