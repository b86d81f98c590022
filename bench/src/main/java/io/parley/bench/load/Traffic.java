package io.parley.bench.load;

/**
 * What the connections of a load ask for. Called by one thread.
 */
public interface Traffic {

    /** The next request of that connection, from the request line on; the array is not changed afterwards. */
    byte[] next(int connection);

    /** Looks at the body of a response. Not every response is shown, but the first of each connection is. */
    default void answered(int connection, String body) {}
}
