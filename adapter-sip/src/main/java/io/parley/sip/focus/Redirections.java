package io.parley.sip.focus;

import io.parley.identity.SipUri;
import io.parley.sip.message.NameAddress;
import io.parley.sip.message.SipResponse;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Where a call goes on when it is redirected (RFC 3261 section 8.1.3.4): to the contacts of the redirections, the better liked first, to none of
 * them twice nor back to the conference, and to a few at most. Who was to be called by {@code sips:} is called by nothing else. Not safe for
 * threads.
 */
final class Redirections {

    /** So many are tried beside whom the call was for. */
    static final int MOST = 5;

    /** Those that say where the user is; with 305 and 380 it is not he who is at the contact. */
    private static final Set<Integer> FOLLOWED = Set.of(300, 301, 302);

    private final SipUri first;
    private final List<SipUri> tried;
    private final List<Candidate> waiting = new ArrayList<>();
    private int left = MOST;

    private record Candidate(SipUri uri, BigDecimal liking) {}

    /** Those of a call to {@code first} from the conference {@code focus}. */
    Redirections(SipUri first, SipUri focus) {
        this.first = first;
        this.tried = new ArrayList<>(List.of(first, focus));
    }

    /** Takes in the contacts of {@code response}, if it redirects. */
    void add(SipResponse response) {
        if (FOLLOWED.contains(response.status())) {
            response.headers().list("Contact").stream()
                    .flatMap(contact -> NameAddress.parse(contact).stream())
                    .forEach(contact -> SipUri.parse(contact.uri())
                            .filter(uri -> uri.headers().isEmpty() && isAsSafe(uri))
                            .ifPresent(uri -> waiting.add(new Candidate(uri, liking(contact)))));
            waiting.sort(Comparator.comparing(Candidate::liking).reversed());
        }
    }

    private boolean isAsSafe(SipUri uri) {
        return uri.scheme() == SipUri.Scheme.SIPS || uri.isSip() && first.scheme() != SipUri.Scheme.SIPS;
    }

    /** What {@code q} says from 0 to 1; 1 unless it is said (RFC 3261 section 16.6). */
    private static BigDecimal liking(NameAddress contact) {
        return contact.parameter("q")
                .filter(q -> q.matches("[01](\\.\\d{0,3})?"))
                .map(BigDecimal::new)
                .orElse(BigDecimal.ONE);
    }

    /** Whom to try next; empty if there is nobody left. */
    Optional<SipUri> next() {
        while (left > 0 && !waiting.isEmpty()) {
            SipUri next = waiting.remove(0).uri();
            if (tried.stream().noneMatch(next::isEquivalentTo)) {
                tried.add(next);
                left--;
                return Optional.of(next);
            }
        }
        return Optional.empty();
    }
}
