package io.parley.inmemory;

import io.parley.conference.Attendance;
import io.parley.conference.Change;
import io.parley.conference.Conference;
import io.parley.conference.Tally;
import io.parley.identity.XconUri;
import io.parley.identity.XconUserId;
import io.parley.persistent.PersistentMap;
import java.util.Optional;

/**
 * The numbers that decisions ask for, kept up with every change at a cost that follows the change. Nothing is kept of what there are none
 * of.
 *
 * @param conferences how many conferences there are
 * @param owned how many of them each owner has
 * @param sidebars how many sidebars each conference has
 * @param joined how many conferences and sidebars each user has joined
 */
record Tallies(
        int conferences,
        PersistentMap<XconUserId, Integer> owned,
        PersistentMap<XconUri, Integer> sidebars,
        PersistentMap<XconUserId, Integer> joined) {

    static final Tallies NOTHING = new Tallies(0, PersistentMap.empty(), PersistentMap.empty(), PersistentMap.empty());

    int of(Tally tally) {
        if (tally instanceof Tally.Conferences) {
            return conferences;
        } else if (tally instanceof Tally.ConferencesOf of) {
            return owned.get(of.owner()).orElse(0);
        } else if (tally instanceof Tally.SidebarsOf of) {
            return sidebars.get(of.conference()).orElse(0);
        } else if (tally instanceof Tally.JoinedBy by) {
            return joined.get(by.user()).orElse(0);
        }
        return joined.size();
    }

    Tallies after(Change change) {
        Tallies counted =
                isCountedAlike(change) ? this : without(change.before()).with(change.after());
        return counted.attended(change);
    }

    private static boolean isCountedAlike(Change change) {
        return change.before().isPresent()
                && change.after().isPresent()
                && change.before().get().kind().isConference()
                        == change.after().get().kind().isConference()
                && change.before().get().kind().isSidebar()
                        == change.after().get().kind().isSidebar()
                && change.before().get().owner().equals(change.after().get().owner())
                && change.before().get().parent().equals(change.after().get().parent());
    }

    private Tallies without(Optional<Conference> before) {
        return before.map(state -> counting(state, -1)).orElse(this);
    }

    private Tallies with(Optional<Conference> after) {
        return after.map(state -> counting(state, 1)).orElse(this);
    }

    private Tallies counting(Conference state, int by) {
        if (state.kind().isConference()) {
            return new Tallies(
                    conferences + by,
                    state.owner().map(owner -> added(owned, owner, by)).orElse(owned),
                    sidebars,
                    joined);
        }
        return state.kind().isSidebar() && state.parent().isPresent()
                ? new Tallies(conferences, owned, added(sidebars, state.parent().get(), by), joined)
                : this;
    }

    private Tallies attended(Change change) {
        Attendance before = change.before().map(Conference::attendance).orElse(Attendance.NOBODY);
        Attendance after = change.after().map(Conference::attendance).orElse(Attendance.NOBODY);
        Joined users = new Joined(joined);
        before.differences(after, users::add, users::remove);
        return users.now == joined ? this : new Tallies(conferences, owned, sidebars, users.now);
    }

    private static final class Joined {
        private PersistentMap<XconUserId, Integer> now;

        private Joined(PersistentMap<XconUserId, Integer> before) {
            this.now = before;
        }

        private void add(XconUserId user) {
            now = added(now, user, 1);
        }

        private void remove(XconUserId user) {
            now = added(now, user, -1);
        }
    }

    private static <K extends Comparable<K>> PersistentMap<K, Integer> added(
            PersistentMap<K, Integer> numbers, K key, int by) {
        int number = numbers.get(key).orElse(0) + by;
        return number == 0 ? numbers.without(key) : numbers.with(key, number);
    }
}
