package io.parley.http.client;

import java.time.Duration;

/** How long one call still waits because servers ask for it. Used by one thread at a time. */
final class Patience {

    private Duration left;

    Patience(Duration whole) {
        this.left = whole;
    }

    /** Whether it suffices for {@code pause}, which then counts. */
    boolean allows(Duration pause) {
        if (pause.compareTo(left) > 0) {
            return false;
        }
        left = left.minus(pause);
        return true;
    }
}
