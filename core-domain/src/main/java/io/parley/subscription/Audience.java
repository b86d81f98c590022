package io.parley.subscription;

import io.parley.authorization.Requester;
import io.parley.conference.Conference;
import io.parley.identity.XconUserId;
import io.parley.privacy.Clearance;
import io.parley.privacy.Sights;
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
     */
    record Admitted(Profile profile, Clearance clearance, Clearance ofMain) implements Audience {}

    /**
     * Somebody who waits in the lobby, or has no right to see the conference: he sees himself alone (MS-CONFBAS section 3.4.4.1).
     *
     * @param profile the format
     * @param user who
     */
    record Waiting(Profile profile, XconUserId user) implements Audience {}

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
                                .orElse(Clearance.NONE))
                : new Waiting(profile, watcher.id());
    }

    /** The audience of everybody who is told the same of the step from {@code before} to {@code after}, or of {@code after} alone. */
    default Audience towards(Optional<Watched> before, Watched after) {
        boolean alike = after.hidesNobody() && before.map(Watched::hidesNobody).orElse(true);
        return alike && this instanceof Admitted admitted
                ? new Admitted(admitted.profile(), Audience.alike(admitted), Clearance.NONE)
                : this;
    }

    /** Whether who saw {@code state} as one of {@code other} saw what he would see as one of these. */
    default boolean sawTheSame(Audience other, Watched state) {
        return equals(other) || towards(Optional.empty(), state).equals(other.towards(Optional.empty(), state));
    }

    /** Where nobody is hidden the clearances differ in one thing only: plain documents tell those who steer about dialogs. */
    private static Clearance alike(Admitted admitted) {
        boolean steers =
                admitted.profile() == Profile.PLAIN && admitted.clearance().steers();
        return new Clearance(Optional.empty(), true, true, steers);
    }
}
