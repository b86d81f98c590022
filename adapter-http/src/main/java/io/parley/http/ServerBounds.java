package io.parley.http;

/**
 * How much of a server its clients can take, together and each. Every number is positive; the defaults let 64 busy clients of one address
 * through.
 *
 * @param connections how many connections are served at a time
 * @param connectionsOfOne how many of them may be of one sender: an IPv4 address, or the first 64 bits of one of IPv6
 * @param requestsOfOne how many requests a second one sender may make
 * @param requestsOfConnection how many requests a second may come on one connection
 * @param heldBytes how many bytes of requests and answers that are on their way are held, over all connections
 * @param streams how many streams a connection of HTTP/2 may have at a time
 */
public record ServerBounds(
        int connections,
        int connectionsOfOne,
        int requestsOfOne,
        int requestsOfConnection,
        long heldBytes,
        int streams) {

    /** A rate that nobody reaches. */
    public static final int UNLIMITED = Integer.MAX_VALUE;

    /** Checks the numbers. */
    public ServerBounds {
        for (long number :
                new long[] {connections, connectionsOfOne, requestsOfOne, requestsOfConnection, heldBytes, streams}) {
            if (number <= 0) {
                throw new IllegalArgumentException("Not a positive number: " + number);
            }
        }
    }

    /** 1024 connections, 512 of them of one sender, no limit of rates, a quarter of the memory of this process, 100 streams. */
    public static ServerBounds defaults() {
        return new ServerBounds(
                1024,
                512,
                UNLIMITED,
                UNLIMITED,
                Math.max(8 << 20, Runtime.getRuntime().maxMemory() / 4),
                100);
    }

    /** These with so many connections in all. */
    public ServerBounds connections(int most) {
        return new ServerBounds(most, connectionsOfOne, requestsOfOne, requestsOfConnection, heldBytes, streams);
    }

    /** These with so many connections of one sender. */
    public ServerBounds connectionsOfOne(int most) {
        return new ServerBounds(connections, most, requestsOfOne, requestsOfConnection, heldBytes, streams);
    }

    /** These with so many requests a second of one sender. */
    public ServerBounds requestsOfOne(int perSecond) {
        return new ServerBounds(connections, connectionsOfOne, perSecond, requestsOfConnection, heldBytes, streams);
    }

    /** These with so many requests a second on one connection. */
    public ServerBounds requestsOfConnection(int perSecond) {
        return new ServerBounds(connections, connectionsOfOne, requestsOfOne, perSecond, heldBytes, streams);
    }

    /** These with so many bytes held. */
    public ServerBounds heldBytes(long most) {
        return new ServerBounds(connections, connectionsOfOne, requestsOfOne, requestsOfConnection, most, streams);
    }

    /** These with so many streams on a connection. */
    public ServerBounds streams(int most) {
        return new ServerBounds(connections, connectionsOfOne, requestsOfOne, requestsOfConnection, heldBytes, most);
    }
}
