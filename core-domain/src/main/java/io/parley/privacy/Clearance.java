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
 * @param asker who he is, if he does not steer the conference, and somebody is called because he asked for it
 */
public record Clearance(
        Optional<XconUserId> self,
        boolean semiPrivate,
        boolean all,
        boolean steers,
        Set<String> withheld,
        Optional<XconUserId> asker) {

    /** The clearance of a stranger. */
    public static final Clearance NONE = new Clearance(Optional.empty(), false, false, false);

    /** Copies the set. */
    public Clearance {
        Objects.requireNonNull(self, "self");
        Objects.requireNonNull(asker, "asker");
        withheld = Set.copyOf(withheld);
    }

    /** One who is told of no list, or sees all of those that he may see, and has asked for no call. */
    public Clearance(Optional<XconUserId> self, boolean semiPrivate, boolean all, boolean steers) {
        this(self, semiPrivate, all, steers, Set.of(), Optional.empty());
    }

    Clearance withholding(Set<String> uris) {
        return new Clearance(self, semiPrivate, all, steers, uris, asker);
    }

    /** This clearance of {@code viewer}, who sees himself whatever he wants. */
    public Clearance as(XconUserId viewer) {
        return new Clearance(Optional.of(viewer), semiPrivate, all, steers, withheld, asker);
    }

    /** Whether he sees {@code user}, who wants to be unknown as {@code wish} says. */
    boolean sees(XconUserId user, String wish) {
        return all || self.filter(user::equals).isPresent() || semiPrivate && wish.equals(Anonymity.SEMI_PRIVATE);
    }
}
