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
     * Whoever has been admitted.
     *
     * @param profile the format
     * @param clearance whom they see
     */
    record Admitted(Profile profile, Clearance clearance) implements Audience {}

    /**
     * Somebody who waits in the lobby, or is not in the conference: he sees himself alone (MS-CONFBAS section 3.4.4.1).
     *
     * @param profile the format
     * @param user who
     */
    record Waiting(Profile profile, XconUserId user) implements Audience {}

    /** To which audience of {@code conference} somebody belongs as it is now. */
    static Audience of(Sights sights, Conference conference, Requester watcher, Profile profile) {
        return conference.attendance().hasJoined(watcher.id())
                ? new Admitted(profile, sights.clearance(conference, watcher))
                : new Waiting(profile, watcher.id());
    }

    /** The audience of everybody who is told the same of the step from {@code before} to {@code after}, or of {@code after} alone. */
    default Audience towards(Optional<Conference> before, Conference after) {
        return this instanceof Admitted admitted
                        && hidesNobody(after)
                        && before.map(Audience::hidesNobody).orElse(true)
                ? new Admitted(admitted.profile(), Audience.alike(admitted))
                : this;
    }

    /** Whether who saw {@code conference} as one of {@code other} saw what he would see as one of these. */
    default boolean sawTheSame(Audience other, Conference conference) {
        return equals(other)
                || towards(Optional.empty(), conference).equals(other.towards(Optional.empty(), conference));
    }

    private static boolean hidesNobody(Conference conference) {
        return conference.attendance().pseudonyms().isEmpty();
    }

    /** Where nobody is hidden the clearances differ in one thing only: plain documents tell those who steer about dialogs. */
    private static Clearance alike(Admitted admitted) {
        return new Clearance(
                Optional.empty(),
                true,
                true,
                admitted.profile() == Profile.PLAIN && admitted.clearance().steers());
    }
}
