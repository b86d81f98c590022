package io.parley.engine;

import io.parley.authorization.Requester;
import io.parley.authorization.WrongPasswords;
import io.parley.ccmp.Admitted;
import io.parley.ccmp.CcmpResponse;
import io.parley.ccmp.OperationTable;
import io.parley.ccmp.ResponseCode;
import io.parley.identity.XconUri;
import io.parley.ports.in.ConferenceEvents.Follow;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The wrong passwords that senders have tried on conferences, so that nobody searches for the right one (RFC 5239 section 11.1). After
 * {@value #MOST} within a minute none of that sender is looked at for that conference for a minute: the answer is 422 at once. Strangers
 * without an identifier count as one, since each of them is new.
 *
 * <p>Remembers {@value #REMEMBERED} pairs, those used last. Used by any number of threads.
 */
final class ConferencePasswordAttempts {

    static final int MOST = 5;
    private static final int REMEMBERED = 10_000;

    private record Pair(String sender, String conference) {
        static Optional<Pair> in(Admitted admitted) {
            if (admitted.row().confObjId() == OperationTable.Rule.IGNORED) {
                return Optional.empty();
            }
            return admitted.request()
                    .confObjId()
                    .map(conference -> new Pair(
                            admitted.requester()
                                    .map(Requester::id)
                                    .map(id -> id.key())
                                    .orElse(""),
                            XconUri.parse(conference).map(XconUri::key).orElse(conference)));
        }

        static Pair of(Follow request) {
            return new Pair(request.user().key(), request.conference().key());
        }
    }

    private final Map<Pair, WrongPasswords> wrong = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Pair, WrongPasswords> eldest) {
            return size() > REMEMBERED;
        }
    };

    /** The answer to a request whose conference password is not looked at. */
    synchronized Optional<CcmpResponse> refusal(Admitted admitted, Instant now) {
        if (admitted.request().conferencePassword().isEmpty() || wrong.isEmpty()) {
            return Optional.empty();
        }
        return Pair.in(admitted)
                .map(wrong::get)
                .flatMap(attempts -> attempts.wait(MOST, now))
                .map(wait -> CcmpResponse.to(
                        admitted.request(),
                        ResponseCode.INVALID_CONFERENCE_PASSWORD,
                        "too many wrong passwords: none " + "is looked at for " + seconds(wait) + " s"));
    }

    private static long seconds(Duration wait) {
        return wait.plusSeconds(1).minusNanos(1).toSeconds();
    }

    /** Remembers what {@code response} says of the password; a right one forgives nothing, since not every request looks at it. */
    void remember(Admitted admitted, CcmpResponse response, Instant now) {
        if (response.code() == ResponseCode.INVALID_CONFERENCE_PASSWORD) {
            count(admitted, now);
        }
    }

    /** How long to wait before a password in such a wish to follow is looked at, if it is not now. */
    synchronized Optional<Duration> wait(Follow request, Instant now) {
        return request.conferencePassword()
                .flatMap(password -> Optional.ofNullable(wrong.get(Pair.of(request))))
                .flatMap(attempts -> attempts.wait(MOST, now));
    }

    /** The password in a wish to follow was wrong. */
    synchronized void wrong(Follow request, Instant now) {
        count(Pair.of(request), now);
    }

    private synchronized void count(Admitted admitted, Instant now) {
        Pair.in(admitted).ifPresent(pair -> count(pair, now));
    }

    private void count(Pair pair, Instant now) {
        wrong.merge(pair, WrongPasswords.first(now), (before, first) -> before.oneMore(MOST, now));
    }
}
