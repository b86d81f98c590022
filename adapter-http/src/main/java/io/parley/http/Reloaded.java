package io.parley.http;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Something made of files, and made anew when they change: whoever asks for it looks at them, at most every {@link #INTERVAL}. While
 * they cannot be read or make no sense the last good one stays, and the log says why, once for each state of the files.
 *
 * <p>Used by any number of threads; one of them reads the files, which are small, and the others go on with what there is.
 *
 * @param <T> what is made
 */
final class Reloaded<T> {

    static final Duration INTERVAL = Duration.ofSeconds(3);
    private static final Logger LOG = LoggerFactory.getLogger(Reloaded.class);

    private final List<Path> files;
    private final Supplier<T> making;
    private final InstantSource clock;
    private final AtomicReference<Instant> nextLook;
    private volatile T current;
    private byte[] seen;
    private String complaint = "";

    /** Makes it for the first time; an {@link IllegalArgumentException} says what is wrong with the files. */
    Reloaded(List<Path> files, Supplier<T> making, InstantSource clock) {
        this.files = List.copyOf(files);
        this.making = making;
        this.clock = clock;
        this.nextLook = new AtomicReference<>(clock.instant().plus(INTERVAL));
        this.seen = PemFiles.fingerprint(files);
        this.current = making.get();
    }

    T get() {
        Instant due = nextLook.get();
        Instant now = clock.instant();
        if (!now.isBefore(due) && nextLook.compareAndSet(due, now.plus(INTERVAL))) {
            look();
        }
        return current;
    }

    private synchronized void look() {
        try {
            byte[] found = PemFiles.fingerprint(files);
            if (!Arrays.equals(found, seen)) {
                seen = found;
                current = making.get();
                LOG.info("Read {} anew", files);
            }
            complaint = "";
        } catch (IllegalArgumentException broken) {
            complain(String.valueOf(broken.getMessage()));
        }
    }

    private void complain(String why) {
        if (!complaint.equals(why)) {
            complaint = why;
            LOG.error("Going on with what was read before: {}", why);
        }
    }
}
