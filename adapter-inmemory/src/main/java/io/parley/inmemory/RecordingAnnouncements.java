package io.parley.inmemory;

import io.parley.conference.Conference;
import io.parley.identity.XconUri;
import io.parley.ports.out.Announcements;
import java.time.Duration;
import java.util.List;

/**
 * Tells nobody, but remembers what should have been told, for tests to look at. The oldest messages are forgotten beyond a capacity.
 *
 * <p>All methods may be called by any number of threads at once.
 */
public final class RecordingAnnouncements implements Announcements {

    private static final int CAPACITY = 10_000;

    private final Recording<EndApproaches> messages = new Recording<>(CAPACITY);

    /**
     * A call of {@link Announcements#endApproaches}.
     *
     * @param conference what ends
     * @param left in what time
     */
    public record EndApproaches(XconUri conference, Duration left) {}

    @Override
    public void endApproaches(Conference conference, Duration left) {
        messages.add(new EndApproaches(conference.id(), left));
    }

    /** The messages, in order. */
    public List<EndApproaches> messages() {
        return messages.all();
    }
}
