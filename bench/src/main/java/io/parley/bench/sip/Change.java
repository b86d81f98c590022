package io.parley.bench.sip;

import java.util.function.IntConsumer;

/** Something of which all watchers are told, again and again. */
final class Change {

    private final Phones phones;
    private final int watchers;
    private final IntConsumer cause;
    private long told;
    private int changes;

    /** A change that {@code cause} causes, which is handed a number that is new each time. */
    Change(Phones phones, int watchers, IntConsumer cause) {
        this.phones = phones;
        this.watchers = watchers;
        this.cause = cause;
        this.told = phones.notifications();
    }

    /** Changes it, and waits for the last notification; how long that took. */
    double nanos() {
        if (phones.notifications() != told) {
            throw new IllegalStateException(phones.notifications() + " notifications instead of " + told);
        }
        told += watchers;
        long begun = System.nanoTime();
        cause.accept(changes++);
        return phones.awaitNotifications(told) - begun;
    }
}
