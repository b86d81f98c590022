package io.parley.sip.authentication;

import static io.parley.sip.authentication.DigestParameters.quoted;

import io.parley.identity.SipUri;
import io.parley.ports.out.DigestSecrets.Algorithm;
import io.parley.sip.message.SipHeaders;
import io.parley.sip.message.SipRequest;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a client answers to our challenge (RFC 7616 section 3.4).
 *
 * @param parameters all that it has to say, and with {@code qop=auth} a nonce count and a nonce of the client
 */
record DigestAnswer(DigestParameters parameters) {

    private static final List<String> DEMANDED = List.of("username", "realm", "nonce", "uri", "response");
    private static final Pattern COUNT = Pattern.compile("[0-9a-fA-F]{8}");
    private static final long THE_LAST = 0xFFFFFFFFL;

    /** What {@code field} says; empty if that is malformed or not enough. */
    static Optional<DigestAnswer> parse(String field) {
        return DigestParameters.parse(field)
                .filter(it -> it.values().keySet().containsAll(DEMANDED))
                .filter(it -> it.get("qop").isEmpty() || isCounted(it))
                .map(DigestAnswer::new);
    }

    private static boolean isCounted(DigestParameters parameters) {
        return parameters.text("qop").equals("auth")
                && parameters.get("cnonce").isPresent()
                && COUNT.matcher(parameters.text("nc")).matches();
    }

    String username() {
        return parameters.text("username");
    }

    String realm() {
        return parameters.text("realm");
    }

    String nonce() {
        return parameters.text("nonce");
    }

    /** The nonce count; where none is counted the last one, behind which the nonce is good for nothing. */
    long count() {
        return parameters.get("qop").isEmpty() ? THE_LAST : Long.parseLong(parameters.text("nc"), 16);
    }

    Optional<Algorithm> algorithm() {
        return Digest.algorithm(parameters);
    }

    /** Whether it was made for {@code request}, whose Request-URI a proxy may have changed on the way (RFC 3261 section 22.4). */
    boolean isTo(SipRequest request) {
        String uri = parameters.text("uri");
        Optional<SipUri> asked = SipUri.parse(uri);
        return uri.equals(request.uri())
                || asked.isPresent()
                        && SipUri.parse(request.uri())
                                .filter(asked.get()::isEquivalentTo)
                                .or(() -> Claim.address(request.header("To").orElse(""))
                                        .filter(asked.get()::isEquivalentTo))
                                .isPresent();
    }

    /** Whether somebody made it who knows {@code secret}. */
    boolean isRight(String secret, String method) {
        String right = Digest.response(algorithm().orElseThrow(), secret, parameters, method);
        return Digest.isSame(right, parameters.text("response"));
    }

    /** The proof that we know {@code secret} too; a client of RFC 2069 would not understand it. */
    Optional<SipHeaders.Field> info(String secret) {
        if (parameters.get("qop").isEmpty()) {
            return Optional.empty();
        }
        String proof = Digest.response(algorithm().orElseThrow(), secret, parameters, "");
        return Optional.of(new SipHeaders.Field(
                "Authentication-Info",
                "qop=auth, rspauth=" + quoted(proof) + ", cnonce=" + quoted(parameters.text("cnonce")) + ", nc="
                        + parameters.text("nc")));
    }

    /** Names the user and shows no more. */
    @Override
    public String toString() {
        return "DigestAnswer[" + username() + "]";
    }
}
