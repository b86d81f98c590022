package io.parley.bench.load;

/**
 * What the connections of a load ask for. Called by one thread.
 */
public interface Traffic {

    /** The next request of that connection, from the request line on; the array is not changed afterwards. */
    byte[] next(int connection);

    /** Looks at the body of a response. Not every response is shown, but the first of each connection is. */
    default void answered(int connection, String body) {}

    /** The same requests, whose answers nobody looks at. */
    default Traffic unread() {
        Traffic asked = this;
        return new Traffic() {
            @Override
            public byte[] next(int connection) {
                return asked.next(connection);
            }
        };
    }
}
