package io.parley.conference;

import io.parley.identity.XconUserId;
import io.parley.persistent.PersistentMap;
import org.jspecify.annotations.Nullable;

/**
 * Who of the users of a conference has joined it. A creator, or a user inherited from a blueprint, stands in the roster before he has
 * joined; the document does not tell the two apart. Immutable; a change costs O(log n).
 */
public final class Attendance {

    /** Nobody has joined. */
    public static final Attendance NOBODY = new Attendance(PersistentMap.empty());

    private final PersistentMap<XconUserId, Boolean> joined;

    private Attendance(PersistentMap<XconUserId, Boolean> joined) {
        this.joined = joined;
    }

    /** Whether this user has joined. */
    public boolean hasJoined(XconUserId user) {
        return joined.containsKey(user);
    }

    /** How many have joined. */
    public int size() {
        return joined.size();
    }

    /** This attendance and {@code user}. */
    public Attendance with(XconUserId user) {
        return new Attendance(joined.with(user, true));
    }

    /** This attendance without {@code user}. */
    public Attendance without(XconUserId user) {
        PersistentMap<XconUserId, Boolean> left = joined.without(user);
        return left == joined ? this : new Attendance(left);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Attendance that && joined.equals(that.joined);
    }

    @Override
    public int hashCode() {
        return joined.hashCode();
    }

    @Override
    public String toString() {
        return joined.toString();
    }
}
