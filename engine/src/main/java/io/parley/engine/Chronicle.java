package io.parley.engine;

import io.parley.conference.Change;
import io.parley.conference.Conference;
import io.parley.identity.XconUri;
import io.parley.ports.out.ChangeListener;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The last changes of each conference, by number, and who wants to hear of the next. Bounded: so many of one conference, so many in all;
 * the oldest go first. A conference of which nothing is retained and that nobody follows leaves no trace.
 *
 * <p>May be used by any number of threads at once; its lock is never held while somebody else is called.
 */
final class Chronicle implements ChangeListener {

    /** One life of a conference; whoever is created again under the same identity begins another. */
    static final class Track {
        private final XconUri conference;
        private final Set<Runnable> watchers = new LinkedHashSet<>();
        private @Nullable Conference latest;
        private boolean deleted;
        private long oldest;
        private int retained;

        private Track(XconUri conference) {
            this.conference = conference;
        }

        /** The number of the last event. */
        private long sequence() {
            return latest == null ? 0 : latest.version().value() + (deleted ? 1 : 0);
        }

        private boolean isIdle() {
            return retained == 0 && watchers.isEmpty();
        }
    }

    /**
     * Where a conference stands.
     *
     * @param latest its last state
     * @param deleted whether that state is gone
     * @param sequence the number of the last event
     * @param next the change behind the number that was asked for, if it is retained
     */
    record Position(Conference latest, boolean deleted, long sequence, Optional<Change> next) {}

    private record Place(Track track, long sequence) {}

    private final int mostOfOne;
    private final int mostInAll;
    private final Map<XconUri, Track> tracks = new HashMap<>();
    private final LinkedHashMap<Place, Change> changes = new LinkedHashMap<>();

    Chronicle(int mostOfOne, int mostInAll) {
        this.mostOfOne = mostOfOne;
        this.mostInAll = mostInAll;
    }

    @Override
    public void changed(Change change) {
        note(change).forEach(Runnable::run);
    }

    private synchronized List<Runnable> note(Change change) {
        Track track = tracks.get(change.conference());
        if (track == null || (track.deleted && change.before().isEmpty())) {
            track = new Track(change.conference());
            tracks.put(change.conference(), track);
        }
        long sequence = sequence(change);
        if (sequence <= track.sequence()) {
            // Somebody began to follow, and the state was read, before this was heard of.
            return List.of();
        }
        track.latest = change.after().or(change::before).orElseThrow();
        track.deleted = change.after().isEmpty();
        changes.put(new Place(track, sequence), change);
        track.oldest = track.retained == 0 ? sequence : track.oldest;
        track.retained++;
        if (track.retained > mostOfOne) {
            forget(new Place(track, track.oldest));
        } else if (changes.size() > mostInAll) {
            forget(changes.keySet().iterator().next());
        }
        return new ArrayList<>(track.watchers);
    }

    private void forget(Place oldest) {
        changes.remove(oldest);
        Track track = oldest.track();
        track.retained--;
        track.oldest = oldest.sequence() + 1;
        dropIfIdle(track);
    }

    private void dropIfIdle(Track track) {
        if (track.isIdle()) {
            tracks.remove(track.conference, track);
        }
    }

    private static long sequence(Change change) {
        return change.version().value() + (change.after().isEmpty() ? 1 : 0);
    }

    /** Has {@code watcher} called at each change of {@code conference}; empty if nothing is known of it, and {@code stored} gives nothing. */
    Optional<Track> watch(XconUri conference, Runnable watcher, Supplier<Optional<Conference>> stored) {
        Track track;
        synchronized (this) {
            track = tracks.computeIfAbsent(conference, Track::new);
            track.watchers.add(watcher);
            if (track.latest != null) {
                return Optional.of(track);
            }
        }
        // It watches before the state is read, so no change after that state can be missed.
        boolean known = false;
        try {
            Optional<Conference> read = stored.get();
            synchronized (this) {
                track.latest = track.latest == null ? read.orElse(null) : track.latest;
                known = track.latest != null;
            }
            return known ? Optional.of(track) : Optional.empty();
        } finally {
            if (!known) {
                leave(track, watcher);
            }
        }
    }

    /** Calls {@code watcher} no more. */
    synchronized void leave(Track track, Runnable watcher) {
        track.watchers.remove(watcher);
        dropIfIdle(track);
    }

    /** Where {@code track} stands, and what comes behind {@code after}. */
    synchronized Position look(Track track, OptionalLong after) {
        Conference latest = track.latest;
        if (latest == null) {
            throw new IllegalStateException("nothing is known of " + track.conference);
        }
        Optional<Change> next = after.isEmpty()
                ? Optional.empty()
                : Optional.ofNullable(changes.get(new Place(track, after.getAsLong() + 1)));
        return new Position(latest, track.deleted, track.sequence(), next);
    }

    /** How many changes are retained. */
    synchronized int size() {
        return changes.size();
    }

    /** Of how many conferences something is known. */
    synchronized int conferences() {
        return tracks.size();
    }
}
