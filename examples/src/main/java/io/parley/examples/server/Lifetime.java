package io.parley.examples.server;

/** How long a server runs. */
interface Lifetime {

    /** A server is about to start. */
    void begin();

    /** Waits until the server has to end; so does an interrupt. */
    void last() throws InterruptedException;
}
