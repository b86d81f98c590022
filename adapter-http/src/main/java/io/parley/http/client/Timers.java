package io.parley.http.client;

import java.time.Duration;

/** Whatever happens later: the end of patience, the end of a pause. */
@FunctionalInterface
interface Timers {

    /** Runs {@code task} after {@code delay}, unless the result is run before. */
    Runnable after(Duration delay, Runnable task);
}
