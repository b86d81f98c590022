package io.parley.subscription;

import io.parley.authorization.Requester;
import io.parley.conference.Conference;
import io.parley.conference.Snapshot;
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
    static Audience of(Sights sights, Snapshot snapshot, Watched state, Requester watcher, Profile profile) {
        Conference conference = state.conference();
        boolean sees = conference.attendance().hasJoined(watcher.id())
                || !conference.attendance().isPending(watcher.id())
                        && state.refusal(sights.policy(), watcher).isEmpty();
        return sees
                ? new Admitted(
                        profile,
                        clearance(sights, snapshot, conference, watcher, profile),
                        state.main()
                                .map(main -> sights.clearance(main, watcher))
                                .orElse(Clearance.NONE),
                        profile == Profile.C3P ? Map.of() : sidebars(sights, snapshot, state, watcher, profile))
                : new Waiting(profile, watcher.id());
    }

    /** Lists of users stand in the data model alone. */
    private static Clearance clearance(
            Sights sights, Snapshot snapshot, Conference conference, Requester watcher, Profile profile) {
        return profile == Profile.XCON
                ? sights.clearance(snapshot, conference, watcher)
                : sights.clearance(conference, watcher);
    }

    /** A roster of RFC 4575 tells of no sidebar that does not let itself be watched; the data model tells of all of which a retrieve does. */
    private static Map<XconUri, Clearance> sidebars(
            Sights sights, Snapshot snapshot, Watched state, Requester watcher, Profile profile) {
        Map<XconUri, Clearance> known = new HashMap<>();
        for (Conference sidebar : state.sidebars()) {
            boolean isFor = sights.tells(state.conference(), sidebar, watcher)
                    && (profile == Profile.XCON
                            || state.within(sidebar)
                                    .refusal(sights.policy(), watcher)
                                    .isEmpty());
            if (isFor) {
                known.put(sidebar.id(), clearance(sights, snapshot, sidebar, watcher, profile));
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
        boolean c3p = profile == Profile.C3P;
        return new Clearance(
                Optional.empty(),
                true,
                true,
                !c3p && clearance.steers(),
                clearance.withheld(),
                c3p ? Optional.empty() : clearance.asker());
    }
}
