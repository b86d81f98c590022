package io.parley.http.client;

/**
 * Sees what goes over the wire, for people who look for faults. It sees passwords as well. Called by any thread, one message of a call at
 * a time.
 */
public interface ExchangeObserver {

    /** A request is about to be sent. */
    void sending(byte[] request);

    /** A response came with HTTP status 200, whatever is in it. */
    void received(byte[] response);

    /** Looks away. */
    static ExchangeObserver none() {
        return new ExchangeObserver() {
            @Override
            public void sending(byte[] request) {}

            @Override
            public void received(byte[] response) {}
        };
    }
}
