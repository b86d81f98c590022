package io.parley.privacy;

import io.parley.identity.XconUserId;
import io.parley.user.Anonymity;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * How far somebody is cleared to see a conference. Those with equal clearances see the same of it.
 *
 * @param self who he is, if he wants to be unknown himself and could not see himself otherwise
 * @param semiPrivate whether he sees those who want to be unknown to all but a few
 * @param all whether he sees everybody
 * @param steers whether he steers the conference
 * @param withheld the URIs of what he does not see in its lists: of the banned if he steers it, else of the allowed
 */
public record Clearance(
        Optional<XconUserId> self, boolean semiPrivate, boolean all, boolean steers, Set<String> withheld) {

    /** The clearance of a stranger. */
    public static final Clearance NONE = new Clearance(Optional.empty(), false, false, false);

    /** Copies the set. */
    public Clearance {
        Objects.requireNonNull(self, "self");
        withheld = Set.copyOf(withheld);
    }

    /** One who is told of no list, or sees all of those that he may see. */
    public Clearance(Optional<XconUserId> self, boolean semiPrivate, boolean all, boolean steers) {
        this(self, semiPrivate, all, steers, Set.of());
    }

    Clearance withholding(Set<String> uris) {
        return new Clearance(self, semiPrivate, all, steers, uris);
    }

    /** This clearance of {@code viewer}, who sees himself whatever he wants. */
    Clearance as(XconUserId viewer) {
        return new Clearance(Optional.of(viewer), semiPrivate, all, steers, withheld);
    }

    /** Whether he sees {@code user}, who wants to be unknown as {@code wish} says. */
    boolean sees(XconUserId user, String wish) {
        return all || self.filter(user::equals).isPresent() || semiPrivate && wish.equals(Anonymity.SEMI_PRIVATE);
    }
}
