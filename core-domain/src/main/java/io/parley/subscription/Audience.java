package io.parley.subscription;

import io.parley.authorization.Requester;
import io.parley.authorization.Standing;
import io.parley.conference.Conference;
import io.parley.conference.Kind;
import io.parley.identity.XconUri;
import io.parley.identity.XconUserId;
import io.parley.privacy.Clearance;
import io.parley.privacy.Sights;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Those who are told the same of a conference. Watchers with equal audiences get equal documents, so that one change is put together once for
 * all of them.
 */
public sealed interface Audience {

    /** The format of their documents. */
    Profile profile();

    /**
     * Whoever has been admitted, or may watch from outside.
     *
     * @param profile the format
     * @param clearance whom they see
     * @param ofMain whom they see of the main conference, if it is a sidebar that they watch
     * @param sidebars of which of its sidebars they may know, and whom they see of each
     */
    record Admitted(Profile profile, Clearance clearance, Clearance ofMain, Map<XconUri, Clearance> sidebars)
            implements Audience {
        /** Copies the map. */
        public Admitted {
            sidebars = Map.copyOf(sidebars);
        }

        private Admitted with(Map<XconUri, Clearance> others) {
            return new Admitted(profile, clearance, ofMain, others);
        }
    }

    /**
     * Somebody who waits in the lobby, or has no right to see the conference: he sees himself alone (MS-CONFBAS section 3.4.4.1).
     *
     * @param profile the format
     * @param user who
     */
    record Waiting(Profile profile, XconUserId user) implements Audience {}

    /** Whether they are told how somebody leaves: who steers the conference, in words that his format has (RFC 4575 section 5.7.3). */
    default boolean followsLeaving() {
        return this instanceof Admitted admitted
                && admitted.profile() != Profile.C3P
                && admitted.clearance().steers();
    }

    /** To which audience of {@code state} somebody belongs. */
    static Audience of(Sights sights, Watched state, Requester watcher, Profile profile) {
        Conference conference = state.conference();
        boolean sees = conference.attendance().hasJoined(watcher.id())
                || !conference.attendance().isPending(watcher.id())
                        && state.refusal(sights.policy(), watcher).isEmpty();
        return sees
                ? new Admitted(
                        profile,
                        sights.clearance(conference, watcher),
                        state.main()
                                .map(main -> sights.clearance(main, watcher))
                                .orElse(Clearance.NONE),
                        profile == Profile.PLAIN ? sidebars(sights, state, watcher) : Map.of())
                : new Waiting(profile, watcher.id());
    }

    /**
     * Who steers the main conference knows its sidebars. Everybody else knows those that he may watch, and those by reference only if he takes
     * part in them (RFC 6504 section 7.4).
     */
    private static Map<XconUri, Clearance> sidebars(Sights sights, Watched state, Requester watcher) {
        Map<XconUri, Clearance> known = new HashMap<>();
        for (Conference sidebar : state.sidebars()) {
            boolean isFor = sights.clearance(state.conference(), watcher).steers()
                    || state.within(sidebar).refusal(sights.policy(), watcher).isEmpty()
                            && (sidebar.kind() == Kind.SIDEBAR_BY_VALUE
                                    || Standing.of(watcher, sidebar).takesPart());
            if (isFor) {
                known.put(sidebar.id(), sights.clearance(sidebar, watcher));
            }
        }
        return known;
    }

    /** These, who once were {@code earlier} and still know of those sidebars that are no more by {@code now}. */
    default Audience remembering(Audience earlier, Watched now) {
        if (!(this instanceof Admitted here && earlier instanceof Admitted there)
                || there.sidebars().isEmpty()) {
            return this;
        }
        Map<XconUri, Clearance> known = new HashMap<>(there.sidebars());
        now.sidebars().forEach(sidebar -> known.remove(sidebar.id()));
        known.putAll(here.sidebars());
        return here.with(known);
    }

    /** These, as far as sidebars of {@code state} matter. */
    private Audience in(Watched state) {
        if (!(this instanceof Admitted admitted)) {
            return this;
        }
        Map<XconUri, Clearance> known = new HashMap<>(admitted.sidebars());
        known.keySet().retainAll(state.sidebars().stream().map(Conference::id).toList());
        return admitted.with(known);
    }

    /** The audience of everybody who is told the same of the step from {@code before} to {@code after}, or of {@code after} alone. */
    default Audience towards(Optional<Watched> before, Watched after) {
        boolean alike = after.hidesNobody() && before.map(Watched::hidesNobody).orElse(true);
        return alike && this instanceof Admitted admitted ? Audience.alike(admitted) : this;
    }

    /** Whether who saw {@code state} as one of {@code other} saw what he would see as one of these. */
    default boolean sawTheSame(Audience other, Watched state) {
        return equals(other)
                || in(state)
                        .towards(Optional.empty(), state)
                        .equals(other.in(state).towards(Optional.empty(), state));
    }

    /** Where nobody is hidden the clearances differ in what those know who steer, or asked for a call; documents of C3P tell nothing of that. */
    private static Audience alike(Admitted admitted) {
        Map<XconUri, Clearance> sidebars = new HashMap<>();
        admitted.sidebars()
                .forEach((sidebar, clearance) -> sidebars.put(sidebar, alike(admitted.profile(), clearance)));
        return new Admitted(
                admitted.profile(), alike(admitted.profile(), admitted.clearance()), Clearance.NONE, sidebars);
    }

    private static Clearance alike(Profile profile, Clearance clearance) {
        return profile == Profile.C3P
                ? new Clearance(Optional.empty(), true, true, false, Optional.empty())
                : new Clearance(Optional.empty(), true, true, clearance.steers(), clearance.asker());
    }
}
