package io.parley.sip.authentication;

import static io.parley.sip.authentication.DigestParameters.quoted;

import io.parley.identity.ContactUri;
import io.parley.identity.SipUri;
import io.parley.ports.in.FocusService.Signaller;
import io.parley.ports.out.DigestSecrets;
import io.parley.ports.out.DigestSecrets.Algorithm;
import io.parley.ports.out.DigestSecrets.Known;
import io.parley.ports.out.UserDirectory;
import io.parley.sip.message.SipRequest;
import io.parley.sip.message.SipResponse;
import io.parley.sip.stack.Peer;
import io.parley.user.RegisteredUser;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/**
 * Digest (RFC 3261 section 22.4, RFC 7616, RFC 8760) with {@code qop=auth}, SHA-256 offered before MD5. No password travels, a nonce is good
 * for a time, and no request can be played again: its nonce count was used.
 *
 * <p>No answer is challenged with 401; so is an answer that is right but for its nonce, and is told so ({@code stale}). A wrong one, of a
 * known name or not, gets 403, and so does a right one whose user has another address than the {@code From}. An answer that cannot be read, or
 * is to another URI than the Request-URI and {@code To}, gets 400. Somebody who was wrong too often gets 480 with {@code Retry-After} unread.
 *
 * <p>Somebody anonymous answers with any user name and the conference key as password (MS-CONFBAS section 3.2.4.2.2); where there is no key
 * nothing is asked of him.
 *
 * <p>A client of RFC 2069, which counts no nonces, is served too (RFC 3261 section 22.4): each of its answers uses a nonce up.
 */
public final class DigestAuthentication implements Authentication {

    private final DigestSecrets secrets;
    private final UserDirectory users;
    private final String domain;
    private final Nonces nonces;
    private final Guesses guesses;

    /**
     * One for a focus of {@code domain}, where users are compared without regard to case.
     *
     * @param secrets what is known of the names
     * @param users which address belongs to whom
     * @param clock by which nonces grow old
     * @throws IllegalArgumentException if the realm has control characters
     */
    public DigestAuthentication(DigestSecrets secrets, UserDirectory users, String domain, InstantSource clock) {
        if (secrets.realm().chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException("a realm with control characters: " + secrets.realm());
        }
        this.secrets = secrets;
        this.users = users;
        this.domain = domain;
        this.nonces = new Nonces(clock);
        this.guesses = new Guesses(clock);
    }

    @Override
    public Identified identify(SipRequest request, Peer peer, Optional<String> conferenceKey) {
        return Claim.examine(request, from -> {
            boolean anonymous = Claim.isAnonymous(from);
            return anonymous && conferenceKey.isEmpty()
                    ? Claim.accepted(from, false)
                    : identify(request, peer, from, conferenceKey.filter(key -> anonymous));
        });
    }

    /** Who knows the key, if there is one, and otherwise his own password. */
    private Identified identify(SipRequest request, Peer peer, SipUri from, Optional<String> key) {
        for (String field : request.headers().all("Authorization")) {
            if (!DigestParameters.isOfScheme(field)) {
                continue;
            }
            Optional<DigestAnswer> answer = DigestAnswer.parse(field);
            if (answer.isEmpty()) {
                return Claim.malformed("Authorization is no answer to a Digest challenge");
            }
            if (answer.get().realm().equals(secrets.realm())) {
                return examine(answer.get(), request, peer, from, key);
            }
        }
        return challenge(false);
    }

    private Identified examine(DigestAnswer answer, SipRequest request, Peer peer, SipUri from, Optional<String> key) {
        if (!answer.isTo(request)) {
            return Claim.malformed("Authorization is for another URI");
        }
        Optional<Algorithm> algorithm = answer.algorithm();
        if (algorithm.isEmpty()) {
            return challenge(false);
        }
        Optional<Duration> wait = guesses.wait(answer.username(), peer.address());
        if (wait.isPresent()) {
            return later(wait.get());
        }
        Optional<Known> known = key.isPresent() ? Optional.empty() : secrets.find(answer.username(), algorithm.get());
        Optional<String> secret = key.map(it -> Digest.secret(algorithm.get(), answer.username(), secrets.realm(), it))
                .or(() -> known.map(Known::secret).filter(it -> !it.isEmpty()));
        // Somebody unknown takes as long as somebody with a wrong password.
        boolean right = answer.isRight(secret.orElse(""), request.method());
        if (!right || secret.isEmpty()) {
            guesses.wrong(answer.username(), peer.address());
            return Claim.FORBIDDEN;
        }
        guesses.right(answer.username(), peer.address());
        if (!nonces.use(answer.nonce(), answer.count())) {
            return challenge(true);
        }
        boolean himself = known.isPresent() && isOf(known.get(), from);
        return himself || key.isPresent()
                ? new Identified.As(new Signaller(from, himself, key.isPresent()), answer.info(secret.get()))
                : Claim.FORBIDDEN;
    }

    private boolean isOf(Known known, SipUri from) {
        return ContactUri.parse(from.folded(domain).addressOfRecord().toString())
                .flatMap(users::owner)
                .map(RegisteredUser::id)
                .filter(known.user()::equals)
                .isPresent();
    }

    private static Identified later(Duration wait) {
        return new Identified.Refused(SipResponse.of(480, "Temporarily Unavailable")
                .with("Retry-After", Long.toString(wait.toSeconds() + 1)));
    }

    @Override
    public List<String> challenges() {
        return challenges(false);
    }

    private List<String> challenges(boolean stale) {
        return List.of(challenge(Algorithm.SHA_256, stale), challenge(Algorithm.MD5, stale));
    }

    private Identified challenge(boolean stale) {
        SipResponse response = SipResponse.of(401, "Unauthorized");
        for (String challenge : challenges(stale)) {
            response = response.and("WWW-Authenticate", challenge);
        }
        return new Identified.Refused(response);
    }

    private String challenge(Algorithm algorithm, boolean stale) {
        return "Digest realm=" + quoted(secrets.realm()) + ", qop=\"auth\", algorithm=" + Digest.name(algorithm)
                + ", nonce=" + quoted(nonces.next()) + (stale ? ", stale=true" : "");
    }
}
