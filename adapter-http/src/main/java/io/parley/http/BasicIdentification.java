package io.parley.http;

import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.parley.ccmp.SubjectMode;
import io.parley.identity.XconUserId;
import io.parley.ports.out.Authenticator;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/**
 * HTTP Basic (RFC 7617) with the username and password of a CCMP {@code subject}, under the same rules: not asked, optional or required;
 * wrong ones, and those of another user than the one claimed, are 401.
 *
 * @param authenticator checks passwords
 * @param mode whether they are demanded
 */
record BasicIdentification(Authenticator authenticator, SubjectMode mode) implements Identification {

    static final String CHALLENGE = "Basic realm=\"conferences\", charset=\"UTF-8\"";

    private static final Identity UNAUTHORIZED = new Identity.Unknown(
            Refusal.of(HttpResponseStatus.UNAUTHORIZED).with(HttpHeaderNames.WWW_AUTHENTICATE, CHALLENGE));
    private static final Identity NOBODY = new Identity.Unknown(Refusal.of(HttpResponseStatus.BAD_REQUEST));

    /** What an {@code Authorization} field holds. */
    private record Credentials(String name, String password) {}

    @Override
    public Identity identify(HttpRequest head, Optional<String> claimed) {
        String field = head.headers().get(HttpHeaderNames.AUTHORIZATION);
        if (mode == SubjectMode.OFF || (field == null && mode == SubjectMode.OPTIONAL)) {
            return claimed.flatMap(XconUserId::parse)
                    .<Identity>map(user -> new Identity.Known(user, mode == SubjectMode.OFF))
                    .orElse(NOBODY);
        }
        return Optional.ofNullable(field)
                .flatMap(BasicIdentification::credentials)
                .flatMap(given -> authenticator.authenticate(given.name(), given.password()))
                .filter(proved -> claimed.isEmpty()
                        || claimed.flatMap(XconUserId::parse)
                                .filter(proved::equals)
                                .isPresent())
                .<Identity>map(proved -> new Identity.Known(proved, true))
                .orElse(UNAUTHORIZED);
    }

    private static Optional<Credentials> credentials(String field) {
        if (!field.regionMatches(true, 0, "Basic ", 0, 6)) {
            return Optional.empty();
        }
        try {
            String text =
                    new String(Base64.getDecoder().decode(field.substring(6).strip()), StandardCharsets.UTF_8);
            int colon = text.indexOf(':');
            return colon < 0
                    ? Optional.empty()
                    : Optional.of(new Credentials(text.substring(0, colon), text.substring(colon + 1)));
        } catch (IllegalArgumentException noBase64) {
            return Optional.empty();
        }
    }
}
